/** One process at a time, among those of one user: a file that only one of them can make. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { configFolder } from './config-folder.ts';

const LOOK_MS = 40;
const HEARTBEAT_MS = 2_000;
/** Whoever shows no sign of life for so long, while somebody watches, has died on another machine. */
const SILENT_MS = 20_000;

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly id: string;
}

/**
 * Does the work while no other process does any under the same name.
 * @throws the signal's reason when it is aborted while waiting; the work itself isn't broken off
 */
export async function withLock<T>(
  env: NodeJS.ProcessEnv,
  name: string,
  work: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const folder = configFolder(env);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.lock`);
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), id: randomUUID() } satisfies Holder);
  await take(path, mine, signal);
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if ((await contentOf(path)) === mine) await rm(path, { force: true });
  }
}

async function take(path: string, mine: string, signal: AbortSignal | undefined): Promise<void> {
  const watch = { seen: '', beat: 0, since: performance.now() };
  for (;;) {
    signal?.throwIfAborted();
    try {
      await writeFile(path, mine, { flag: 'wx', mode: 0o600 });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const seen = await contentOf(path);
    const beat = (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;
    if (seen !== watch.seen || beat !== watch.beat) {
      Object.assign(watch, { seen, beat, since: performance.now() });
    }
    if (seen && (hasDied(seen) || performance.now() - watch.since > SILENT_MS)) await breakOpen(path, seen);
    else await sleep(LOOK_MS, undefined, signal && { signal });
  }
}

const contentOf = (path: string) => readFile(path, 'utf8').catch(() => '');

/** Known of the processes of this machine only. */
function hasDied(content: string): boolean {
  const { pid, host } = holderOf(content);
  if (host !== hostname() || pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** It may be half written. */
function holderOf(content: string): Partial<Holder> {
  try {
    return JSON.parse(content) as Holder;
  } catch {
    return {};
  }
}

/** Of several that want to break the same lock, one moves it away; a new one that it catches instead is put back. */
async function breakOpen(path: string, seen: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if ((await contentOf(aside)) !== seen) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}
