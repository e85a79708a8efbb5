import { type FileHandle, open, rename, rm, writeFile } from 'node:fs/promises';
import type { JsonValue } from '@easel/contract';
import { readJson } from '../session/config-folder.ts';
import type { Row } from './column.ts';

/** How far an export has come, kept beside its rows. */
interface Checkpoint {
  /** Tells exports apart: another question can't go on with these rows. */
  readonly question: string;
  /** Of the list; undefined when it was read to its end. */
  readonly cursor: string | undefined;
  readonly rows: number;
  /** Of the file of rows: what stands behind them was still being written. */
  readonly bytes: number;
}

const NOT_BEGUN = { cursor: undefined, rows: 0, bytes: 0 };

/**
 * The rows of an export while they arrive, a line of JSON each, in a file beside the one they are for. An export that
 * was interrupted finds them again; and whoever needs the rows twice, to count before writing, can read them twice.
 */
export class Spool {
  readonly #path: string;
  readonly #file: FileHandle;
  #checkpoint: Checkpoint;

  private constructor(path: string, file: FileHandle, checkpoint: Checkpoint) {
    this.#path = path;
    this.#file = file;
    this.#checkpoint = checkpoint;
  }

  /**
   * @param path of the file of rows
   * @param resume go on with what is there, if it answers the same question
   */
  static async open(path: string, question: string, resume: boolean): Promise<Spool> {
    const left = resume ? await readCheckpoint(path) : undefined;
    if (left?.question === question) {
      const file = await open(path, 'r+').catch(() => undefined);
      if (file && (await file.stat()).size >= left.bytes) {
        await file.truncate(left.bytes);
        return new Spool(path, file, left);
      }
      await file?.close();
    }
    const checkpoint: Checkpoint = { question, ...NOT_BEGUN };
    return new Spool(path, await open(path, 'w+'), checkpoint);
  }

  get rowCount(): number {
    return this.#checkpoint.rows;
  }

  /** Where to go on: a cursor, `done`, or undefined at the beginning. */
  get position(): string | 'done' | undefined {
    const { cursor, rows, bytes } = this.#checkpoint;
    return cursor ?? (rows > 0 || bytes > 0 ? 'done' : undefined);
  }

  /** @param cursor of the list behind these rows; undefined at its end */
  async append(rows: readonly Row[], cursor: string | undefined): Promise<void> {
    const chunk = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''), 'utf8');
    await this.#file.write(chunk, 0, chunk.length, this.#checkpoint.bytes);
    this.#checkpoint = {
      ...this.#checkpoint,
      cursor,
      rows: this.#checkpoint.rows + rows.length,
      bytes: this.#checkpoint.bytes + chunk.length,
    };
    await writeCheckpoint(this.#path, this.#checkpoint);
  }

  async *rows(): AsyncGenerator<Row> {
    // Not by `readline`: it takes U+2028, which JSON leaves as it is, for the end of a line.
    const decoder = new TextDecoder();
    let rest = '';
    const { bytes } = this.#checkpoint;
    if (bytes === 0) return;
    const stream = this.#file.createReadStream({ start: 0, end: bytes - 1, autoClose: false });
    for await (const chunk of stream) {
      const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line) as Record<string, JsonValue>;
    }
  }

  /** Leaves the files, for another time; nothing that holds no row. */
  async close(): Promise<void> {
    await this.#file.close();
    if (this.rowCount === 0) await removeFiles(this.#path);
  }

  async remove(): Promise<void> {
    await this.#file.close();
    await removeFiles(this.#path);
  }
}

const checkpointPath = (path: string) => `${path}.json`;

async function readCheckpoint(path: string): Promise<Checkpoint | undefined> {
  try {
    return (await readJson(checkpointPath(path))) as Checkpoint | undefined;
  } catch (error) {
    // Cut off by a crash: as good as none.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function writeCheckpoint(path: string, checkpoint: Checkpoint): Promise<void> {
  const next = `${checkpointPath(path)}.next`;
  await writeFile(next, JSON.stringify(checkpoint));
  await rename(next, checkpointPath(path));
}

async function removeFiles(path: string): Promise<void> {
  for (const file of [path, checkpointPath(path), `${checkpointPath(path)}.next`])
    await rm(file, { force: true });
}
