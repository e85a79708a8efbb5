import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../frame/failure.ts';

/** A file as it was sent, and which file of Canvas it became. */
export interface Sent {
  readonly id: string;
  readonly size: number;
  readonly sha256: string;
}

interface Written {
  readonly version: 1;
  readonly sent: Record<string, Record<string, Sent>>;
}

const LEDGER = '.easel-files.json';
const SOON_MS = 500;

/**
 * What a folder's files became in Canvas, kept in the folder as `.easel-files.json`, since Canvas tells no checksum.
 * Another content in Canvas has another id, so an entry holds as long as the id does. Nothing in it is secret, and
 * without it only more has to be compared.
 */
export class Ledger {
  readonly #folder: string;
  readonly #written: Written;
  readonly #sent: Record<string, Sent>;
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #isDue = false;
  #failure: string | undefined;

  private constructor(folder: string, written: Written, place: string) {
    this.#folder = folder;
    this.#written = written;
    this.#sent = written.sent[place] ??= {};
  }

  /** @param place the Canvas and the folder in it that the files go to */
  static async open(folder: string, place: string): Promise<Ledger> {
    const path = join(folder, LEDGER);
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    return new Ledger(folder, text === undefined ? { version: 1, sent: {} } : checked(path, text), place);
  }

  get(name: string): Sent | undefined {
    return Object.hasOwn(this.#sent, name) ? this.#sent[name] : undefined;
  }

  /** Stored soon, and by `flush` at the latest: writing all of it for each of many files would cost more than they. */
  note(name: string, sent: Sent): void {
    this.#sent[name] = sent;
    this.#isDue = true;
    this.#timer ??= setTimeout(() => void this.flush(), SOON_MS);
  }

  /** @returns why nothing could be stored, as in a folder that may only be read; the work itself needn't fail for it */
  async flush(): Promise<string | undefined> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isDue) {
      this.#isDue = false;
      this.#writing = this.#writing.then(() => this.#write());
    }
    await this.#writing;
    return this.#failure;
  }

  /** Either the old one or the new one is there. */
  async #write(): Promise<void> {
    const path = join(this.#folder, LEDGER);
    const unfinished = `${path}.${process.pid}`;
    try {
      await writeFile(unfinished, `${JSON.stringify(this.#written, null, 1)}\n`);
      await rename(unfinished, path);
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : String(error);
    }
  }
}

function checked(path: string, text: string): Written {
  try {
    const written = JSON.parse(text) as Partial<Written> | null;
    if (written?.version === 1 && typeof written.sent === 'object') return written as Written;
  } catch {
    // Said below.
  }
  throw new Failure(`${path} can't be read`, {
    hint: 'remove it; what is in Canvas is then compared by its contents',
  });
}
