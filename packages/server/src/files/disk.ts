/**
 * Files in a directory, under the SHA-256 of their contents, so that the same contents are kept once:
 *
 *     objects/ab/abcdef…   whole and safe; the name is the hash
 *     incoming/…           what is being received
 *     derived/ab/abcdef….… thumbnails
 *
 * Several processes may share one directory. Whatever a crash leaves behind is in `incoming`, or is an object that no
 * row refers to; `sweep` removes both.
 */
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { PouredFile } from './poured-file.ts';
import { type ByteRange, ContentGone, type FileStorage, type Stored, TooManyBytes } from './storage.ts';

/** Larger ones are slower: each would be memory fresh from the kernel. */
const READ_CHUNK = 64 * 1024;
const WRITE_CHUNK = 1024 * 1024;
/** Keys that are asked after at once. */
const SWEEP_BATCH = 500;
const KEY = /^[0-9a-f]{64}$/;

export class DiskStorage implements FileStorage {
  readonly kind = 'disk';
  readonly #root: string;

  private constructor(root: string) {
    this.#root = root;
  }

  /** Makes the directory where there is none. */
  static async open(root: string): Promise<DiskStorage> {
    for (const part of ['objects', 'incoming', 'derived']) await mkdir(join(root, part), { recursive: true });
    return new DiskStorage(root);
  }

  async store(bytes: AsyncIterable<Buffer>, { maxBytes = Number.POSITIVE_INFINITY } = {}): Promise<Stored> {
    const path = join(this.#root, 'incoming', randomUUID());
    try {
      const { hash, size } = await receive(bytes, path, maxBytes);
      await this.#keep(path, hash);
      return { key: hash, size, tag: hash };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  /** Bytes come through the server, never by another way. */
  async arrived(): Promise<undefined> {}

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const stream = createReadStream(this.#path('objects', key), {
      highWaterMark: READ_CHUNK,
      ...range,
    });
    await once(stream, 'open').catch(goneAs(key));
    return stream;
  }

  async content(key: string, range: ByteRange): Promise<PouredFile> {
    return new PouredFile(await open(this.#path('objects', key), 'r').catch(goneAs(key)), range);
  }

  async addressOf(): Promise<undefined> {}

  async readDerived(key: string, variant: string): Promise<Buffer | undefined> {
    return await readFile(this.#path('derived', key, variant)).catch(onlyMissing);
  }

  async writeDerived(key: string, variant: string, bytes: Buffer): Promise<void> {
    const path = join(this.#root, 'incoming', randomUUID());
    const file = await open(path, 'wx');
    await file.writeFile(bytes).finally(() => file.close());
    const target = this.#path('derived', key, variant);
    await mkdir(dirname(target), { recursive: true });
    await rename(path, target);
  }

  async remove(key: string): Promise<void> {
    await rm(this.#path('objects', key), { force: true });
    await this.#removeDerived(key);
  }

  async #removeDerived(key: string): Promise<void> {
    const directory = dirname(this.#path('derived', key, ''));
    for await (const { name } of entries(directory)) {
      if (name.startsWith(key)) await rm(join(directory, name), { force: true });
    }
  }

  async sweep(held: (keys: string[]) => Promise<ReadonlySet<string>>, graceSeconds: number): Promise<number> {
    const before = Date.now() - graceSeconds * 1000;
    let removed = 0;
    for await (const { name } of entries(join(this.#root, 'incoming'))) {
      const path = join(this.#root, 'incoming', name);
      if (!(await isOlder(path, before))) continue;
      await rm(path, { force: true });
      removed++;
    }
    for await (const keys of batches(this.#oldKeys(before), SWEEP_BATCH)) {
      const inUse = await held(keys);
      for (const key of keys) {
        if (!inUse.has(key) && (await this.#removeUnlessFresh(key, before))) removed++;
      }
    }
    return removed;
  }

  /** Puts what has arrived under its hash. The old contents of that name, if any, are the same. */
  async #keep(path: string, hash: string): Promise<void> {
    const target = this.#path('objects', hash);
    await mkdir(dirname(target), { recursive: true });
    // Replacing the same contents makes them young again, which keeps the sweep away from them.
    await rename(path, target);
    await syncDirectory(dirname(target));
  }

  /** Moved aside first: whoever brings the same contents in this moment makes an object of his own. */
  async #removeUnlessFresh(key: string, before: number): Promise<boolean> {
    const path = this.#path('objects', key);
    const aside = join(this.#root, 'incoming', `${key}-${randomUUID()}`);
    try {
      await rename(path, aside);
    } catch (error) {
      return onlyMissing(error) ?? false;
    }
    if (await isOlder(aside, before)) {
      await rm(aside, { force: true });
      await this.#removeDerived(key);
      return true;
    }
    await rename(aside, path);
    return false;
  }

  async *#oldKeys(before: number): AsyncGenerator<string> {
    const objects = join(this.#root, 'objects');
    for await (const prefix of entries(objects)) {
      for await (const { name } of entries(join(objects, prefix.name))) {
        if (KEY.test(name) && (await isOlder(join(objects, prefix.name, name), before))) yield name;
      }
    }
  }

  /** A key is a hash or nothing: no other text becomes part of a path. */
  #path(part: 'objects' | 'derived', key: string, variant?: string): string {
    if (!KEY.test(key)) throw new ContentGone(key);
    const name = variant === undefined ? key : `${key}-${variant.replace(/[^\w]/g, '_')}`;
    return join(this.#root, part, key.slice(0, 2), name);
  }
}

/** Writes a stream to a new file and has it on the disk, not only on its way there, before it returns. */
async function receive(bytes: AsyncIterable<Buffer>, path: string, maxBytes: number) {
  const hash = createHash('sha256');
  const file = await open(path, 'wx');
  try {
    let size = 0;
    let waiting: Buffer[] = [];
    let waitingBytes = 0;
    let writing: Promise<unknown> = Promise.resolve();
    const write = async () => {
      await writing;
      writing = writeAll(file, waiting);
      // Awaited with the next one; its failure isn't to be taken for nobody's until then.
      writing.catch(() => {});
      waiting = [];
      waitingBytes = 0;
    };
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > maxBytes) throw new TooManyBytes(maxBytes);
      hash.update(chunk);
      waiting.push(chunk);
      waitingBytes += chunk.length;
      if (waitingBytes >= WRITE_CHUNK) await write();
    }
    await write();
    await writing;
    await file.sync();
    return { hash: hash.digest('hex'), size };
  } finally {
    await file.close();
  }
}

/** `writev` may write less than it was given. */
async function writeAll(file: FileHandle, buffers: Buffer[]): Promise<void> {
  let left = buffers;
  while (left.length > 0) {
    let { bytesWritten } = await file.writev(left);
    const next = left.findIndex((buffer) => {
      if (bytesWritten < buffer.length) return true;
      bytesWritten -= buffer.length;
      return false;
    });
    left = next === -1 ? [] : [(left[next] as Buffer).subarray(bytesWritten), ...left.slice(next + 1)];
  }
}

/** A name that was made or moved is safe once its directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  await directory.sync().finally(() => directory.close());
}

/** What stands in a directory; nothing where there is none. */
async function* entries(path: string) {
  const directory = await opendir(path).catch(onlyMissing);
  if (directory) yield* directory;
}

async function isOlder(path: string, before: number): Promise<boolean> {
  const found = await stat(path).catch(onlyMissing);
  return found !== undefined && found.mtimeMs <= before;
}

async function* batches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    if (batch.push(item) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function onlyMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

const goneAs =
  (key: string) =>
  (error: unknown): never => {
    onlyMissing(error);
    throw new ContentGone(key);
  };
