import { once } from 'node:events';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure, UsageError } from '../frame/failure.ts';
import type { OutputStream, Terminal } from '../frame/terminal.ts';

/** Small pieces are gathered: a system call for every row would cost more than the row. */
const ENOUGH = 64 * 1024;

/** Writes to standard output as fast as it is read there. */
export async function writeToStdout(
  { stdout, signal }: Terminal,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  for await (const chunk of stdout.isTTY ? pieces : gathered(pieces)) {
    signal.throwIfAborted();
    if (!stdout.write(chunk)) await untilRead(stdout, signal);
  }
}

async function untilRead(stdout: OutputStream, signal: AbortSignal): Promise<void> {
  try {
    await once(stdout, 'drain', { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

/** The file is there as a whole or, whatever happens, as it was before. */
export async function writeToFile(
  { signal }: Terminal,
  path: string,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const unfinished = `${path}.easel-tmp`;
  const file = await open(unfinished, 'w');
  try {
    await writeAll(file, pieces, signal);
    await file.sync();
    await file.close();
    await rename(unfinished, path);
  } catch (error) {
    await file.close().catch(() => {});
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function writeAll(
  file: FileHandle,
  pieces: AsyncIterable<string | Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  for await (const chunk of gathered(pieces)) {
    signal.throwIfAborted();
    await file.write(chunk);
  }
}

async function* gathered(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : Buffer.from(piece);
    held.push(bytes);
    size += bytes.length;
    if (size < ENOUGH) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

/** Before anything is fetched for it. @throws UsageError when no file can be written there */
export async function checkOutput(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) throw new UsageError('--output is a folder', 'name a file in it');
  if (there && !there.isFile())
    throw new UsageError('--output is no plain file', 'leave it out and use > instead');
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (!folder?.isDirectory()) throw new Failure(`There is no folder ${dirname(path)}`);
}
