import { createHash, randomBytes } from 'node:crypto';
import { glob, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { DiskStorage } from './disk.ts';
import { ContentGone, TooManyBytes } from './storage.ts';

const directory = await mkdtemp(join(tmpdir(), 'easel-disk-'));
const storage = await DiskStorage.open(directory);
afterAll(() => rm(directory, { recursive: true }));

const store = (bytes: Buffer, options = {}) => storage.store(Readable.from([bytes]), options);
const read = async (key: string, range?: { start: number; end: number }) =>
  buffer(await storage.read(key, range));
const nobody = async () => new Set<string>();
const filesIn = async (part: string) => await Array.fromAsync(glob(join(directory, part, '**/*[0-9a-f]')));

describe('a storage on disk', () => {
  it('gives back what it was given, under its hash', async () => {
    const bytes = randomBytes(3_000_000);
    const chunks = Readable.from([
      bytes.subarray(0, 7),
      bytes.subarray(7, 2_000_000),
      bytes.subarray(2_000_000),
    ]);
    const stored = await storage.store(chunks);
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(stored).toEqual({ key: hash, size: 3_000_000, tag: hash });
    expect((await read(hash)).equals(bytes)).toBe(true);
    expect((await read(hash, { start: 10, end: 19 })).equals(bytes.subarray(10, 20))).toBe(true);
  });

  it('keeps the same bytes once, and no bytes at all too', async () => {
    await Promise.all([1, 2, 3].map(() => store(Buffer.from('same'))));
    const { key, size } = await store(Buffer.alloc(0));
    expect([size, (await read(key)).length]).toEqual([0, 0]);
    expect(await filesIn('incoming')).toEqual([]);
  });

  it('keeps nothing of a stream that fails or is too long', async () => {
    const failing = Readable.from(
      (async function* () {
        yield Buffer.from('begun');
        throw new Error('broke off');
      })(),
    );
    await expect(storage.store(failing)).rejects.toThrow('broke off');
    await expect(store(Buffer.alloc(11), { maxBytes: 10 })).rejects.toThrow(TooManyBytes);
    expect(await filesIn('incoming')).toEqual([]);
  });

  it('takes no path for a key', async () => {
    for (const key of ['../../etc/passwd', 'x', '', `${'a'.repeat(63)}/`, 'a'.repeat(64)]) {
      await expect(storage.read(key)).rejects.toThrow(ContentGone);
    }
  });

  it('keeps what is derived with what it was derived from', async () => {
    const { key } = await store(Buffer.from('picture'));
    expect(await storage.readDerived(key, '128x128')).toBeUndefined();
    await storage.writeDerived(key, '128x128', Buffer.from('small'));
    expect(String(await storage.readDerived(key, '128x128'))).toBe('small');
    await storage.remove(key);
    await storage.remove(key);
    expect(await storage.readDerived(key, '128x128')).toBeUndefined();
    await expect(storage.read(key)).rejects.toThrow(ContentGone);
  });

  it('sweeps what nobody holds, and leaves the young', async () => {
    const kept = await store(Buffer.from('kept'));
    const gone = await store(Buffer.from('gone'));
    expect(await storage.sweep(nobody, 60)).toBe(0);
    await storage.sweep(async () => new Set([kept.key]), -1);
    expect(String(await read(kept.key))).toBe('kept');
    await expect(storage.read(gone.key)).rejects.toThrow(ContentGone);
  });

  it('loses nothing that comes again while it is swept', async () => {
    const bytes = Buffer.from('comes again');
    const { key } = await store(bytes);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    // Between the question and the removal somebody uploads the same.
    await storage.sweep(async () => {
      await store(bytes);
      return new Set();
    }, 1);
    expect((await read(key)).equals(bytes)).toBe(true);
  });
});
