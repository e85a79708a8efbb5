import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir, rename, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Canvas, download, NetworkError, ServerError } from '@easel/client';
import { Failure } from '../frame/failure.ts';
import { printable } from '../output/printable.ts';
import type { RemoteFile } from './remote-file.ts';

const ATTEMPTS = 4;
const FIRST_WAIT_MS = 500;

export interface Fetching {
  readonly canvas: Canvas;
  readonly signal: AbortSignal;
  readonly overwrite: boolean;
  /** @param through bytes that are here, of an earlier run too */
  readonly onProgress: (through: number, before: number) => void;
}

/**
 * Whether a file is here from an earlier download. That gave it the time of the file in Canvas, so one that was changed
 * here since has another.
 */
export async function isHere(path: string, remote: RemoteFile): Promise<boolean> {
  const there = await lstat(path).catch(() => undefined);
  const time = timeOf(remote);
  return (
    there?.isFile() === true &&
    there.size === remote.size &&
    time !== undefined &&
    there.mtimeMs === time.getTime()
  );
}

/**
 * Fetches a file into a temporary one beside it, which takes its name once it is whole; after a break, in this run or
 * an earlier one, it goes on behind what is there.
 * @throws Failure when something else has the name, CanvasError
 */
export async function fetchFile(path: string, remote: RemoteFile, fetching: Fetching): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there?.isDirectory()) throw new Failure(`${path} is a folder`);
  if (there && !fetching.overwrite) {
    throw new Failure(`${path} is there already`, { hint: '--overwrite replaces it' });
  }
  if (remote.url === '') throw new Failure(`${printable(remote.display_name)} is locked`);
  const part = await openPart(path, remote, fetching.canvas.origin);
  try {
    await fill(part.file, remote, fetching);
    await part.file.sync();
  } finally {
    await part.file.close();
  }
  const time = timeOf(remote);
  if (time) await utimes(part.path, time, time);
  await rename(part.path, path);
}

/** Named for the version of the file that it is a part of, so that no two versions are ever mixed. */
async function openPart(path: string, remote: RemoteFile, origin: string) {
  const { id, size, modified_at, updated_at } = remote;
  const file = `.easel-${digits([path, origin, id])}-`;
  const part = join(dirname(path), `${file}${digits([size, modified_at ?? updated_at])}.part`);
  for (const name of await readdir(dirname(path))) {
    const other = join(dirname(path), name);
    if (name.startsWith(file) && other !== part) await rm(other, { force: true });
  }
  const { O_RDWR, O_CREAT, O_NOFOLLOW = 0 } = constants;
  return { path: part, file: await open(part, O_RDWR | O_CREAT | O_NOFOLLOW) };
}

const digits = (facts: readonly unknown[]) =>
  createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 12);

async function fill(part: FileHandle, remote: RemoteFile, fetching: Fetching): Promise<void> {
  const { canvas, signal } = fetching;
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetchRest(part, remote, fetching);
    } catch (error) {
      signal.throwIfAborted();
      const mayPass = error instanceof NetworkError || error instanceof ServerError;
      if (!mayPass || attempt === ATTEMPTS) throw error;
      await canvas.clock.sleep(FIRST_WAIT_MS * 2 ** (attempt - 1), signal);
    }
  }
}

async function fetchRest(part: FileHandle, remote: RemoteFile, fetching: Fetching): Promise<void> {
  const { canvas, signal, onProgress } = fetching;
  let through = (await part.stat()).size;
  const { size } = remote;
  if (size !== null && through > size) through = 0;
  const before = through;
  onProgress(through, before);
  // A whole part is only missing its name.
  if (through === 0 || through !== size) {
    const answer = await download(canvas, remote, { from: through, signal });
    if (!goesOnAt(answer, through, size)) through = 0;
    await part.truncate(through);
    if (answer.status === 416) {
      await answer.body?.cancel();
      throw brokenOff(remote, 'the storage has no such range');
    }
    try {
      for await (const chunk of answer.body ?? []) {
        // `write` may write less than it was given.
        for (let written = 0; written < chunk.length; ) {
          const { bytesWritten } = await part.write(chunk, written, chunk.length - written, through);
          written += bytesWritten;
          through += bytesWritten;
        }
        onProgress(through, Math.min(before, through));
      }
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof Error && 'syscall' in error && 'errno' in error && error.syscall === 'write')
        throw error;
      throw brokenOff(remote, 'the connection broke', error);
    }
  }
  if (size !== null && through !== size) {
    throw brokenOff(remote, `${through} bytes came instead of ${size}`);
  }
}

/** A storage may send everything all the same, and must not be believed when it sends another part. */
function goesOnAt({ status, headers }: Response, from: number, size: number | null): boolean {
  if (status !== 206) return false;
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '') ?? [];
  return Number(start) === from && (total === '*' || size === null || Number(total) === size);
}

const brokenOff = ({ id }: RemoteFile, message: string, cause?: unknown) =>
  new NetworkError({ method: 'GET', url: `/files/${id}/download`, messages: [message], cause });

function timeOf({ modified_at, updated_at }: RemoteFile): Date | undefined {
  const time = new Date(modified_at ?? updated_at ?? '');
  return Number.isNaN(time.getTime()) ? undefined : time;
}
