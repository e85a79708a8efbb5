import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Turns } from '../turns.ts';
import type { SessionStore } from '../types.ts';

/** A lock this old was left by a process that died: nothing that is done under one takes so long. */
const STALE_MS = 60_000;
const LOOK_AGAIN_MS = 20;
const SWEEP_MS = 60 * 60 * 1000;

interface Stored {
  readonly sealed: string;
  readonly until: number;
}

/**
 * Sessions as files that only their owner can read, one each, in a directory that processes may share.
 * @param directory made when it isn't there
 */
export function directoryStore(directory: string, now: () => number = Date.now): SessionStore {
  const turns = new Turns();
  let sweptAt = 0;

  const fileOf = (id: string, kind = 'json') => {
    if (!/^[0-9a-f]{64}$/.test(id)) throw new TypeError('The id of a session is a hash in hex');
    return join(directory, `${id}.${kind}`);
  };

  async function stored(path: string): Promise<Stored | undefined> {
    try {
      return JSON.parse(await readFile(path, 'utf8')) as Stored;
    } catch (error) {
      if (isMissing(error) || error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  async function sweep(): Promise<void> {
    if (now() - sweptAt < SWEEP_MS) return;
    sweptAt = now();
    for (const name of await readdir(directory)) {
      if (!/^[0-9a-f]{64}\.json$/.test(name)) continue;
      const session = await stored(join(directory, name));
      if (session && session.until <= now()) await rm(join(directory, name), { force: true });
    }
  }

  return {
    async read(id) {
      const session = await stored(fileOf(id));
      return session && session.until > now() ? session.sealed : undefined;
    },
    async write(id, sealed, until) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      await sweep();
      const unfinished = `${fileOf(id)}.${randomUUID()}`;
      await writeFile(unfinished, JSON.stringify({ sealed, until }), { mode: 0o600 });
      await rename(unfinished, fileOf(id));
    },
    remove: (id) => rm(fileOf(id), { force: true }),
    // In turns within the process, so that only one of it waits at the file.
    exclusively: (id, run) =>
      turns.take(id, async () => {
        await mkdir(directory, { recursive: true, mode: 0o700 });
        const lock = fileOf(id, 'lock');
        await acquire(lock);
        try {
          return await run();
        } finally {
          await rm(lock, { force: true });
        }
      }),
  };
}

async function acquire(lock: string): Promise<void> {
  const mine = randomUUID();
  while (!(await create(lock, mine))) {
    await removeIfStale(lock);
    await sleep(LOOK_AGAIN_MS);
  }
}

async function create(lock: string, content: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx', 0o600);
    await file.writeFile(content);
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function removeIfStale(lock: string): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  try {
    const [content, { mtimeMs }] = await Promise.all([readFile(lock, 'utf8'), stat(lock)]);
    if (Date.now() - mtimeMs < STALE_MS) return;
    await rename(lock, aside);
    // Somebody else may have been quicker, and this be the lock of who came next.
    if ((await readFile(aside, 'utf8')) !== content) await link(aside, lock);
  } catch (error) {
    if (!isMissing(error) && (error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
