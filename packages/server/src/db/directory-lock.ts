/**
 * The embedded database is one process's alone: a second one that opened the same files would destroy them.
 * So whoever opens a directory leaves its process id there. A process that was killed leaves the file behind;
 * it is recognised by nobody running under that id, or somebody who began later.
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseUnusable } from './unusable.ts';

const LOCK_FILE = 'easel.pid';

/** Gives the directory back. */
export type Release = () => void;

/**
 * Takes a data directory for this process; makes it where it doesn't exist.
 * @throws DatabaseUnusable where another process has it, or the directory can't be written
 */
export function lockDirectory(directory: string): Release {
  const file = join(directory, LOCK_FILE);
  const mine = `${process.pid} ${beginningOf(process.pid)}\n`;
  try {
    mkdirSync(directory, { recursive: true });
    if (!created(file, mine)) {
      const found = contentOf(file);
      if (isHeld(found)) throw inUse(directory, found);
      removeStale(file, found);
      if (!created(file, mine)) throw inUse(directory, contentOf(file));
    }
  } catch (error) {
    if (error instanceof DatabaseUnusable) throw error;
    throw new DatabaseUnusable(`the data directory ${directory} can't be used: ${(error as Error).message}`, {
      cause: error,
    });
  }
  return () => {
    if (contentOf(file) === mine) rmSync(file, { force: true });
  };
}

function inUse(directory: string, lock: string): DatabaseUnusable {
  const [pid] = lock.split(' ');
  return new DatabaseUnusable(
    `the data directory ${directory} is in use by process ${pid}; stop that first, or give another with --data-dir`,
  );
}

/** Of several that find the same dead holder only one may remove him, and nobody a living one who came after him. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (contentOf(aside) !== stale) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  rmSync(aside, { force: true });
}

/** @returns false where the file is there already */
function created(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Whether the process that left this still runs. */
function isHeld(lock: string): boolean {
  const [pid, beginning] = lock.trim().split(' ');
  const holder = Number(pid);
  return Number.isInteger(holder) && holder > 0 && runs(holder) && beginningOf(holder) === beginning;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process can't be sent signals, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When a process began, so that a later one with the same id isn't taken for it: ids come round again, and in a
 * container at every start. Only Linux tells; elsewhere the id alone has to do.
 */
function beginningOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // Behind the command's name, which may hold blanks and brackets itself, `starttime` is the 20th field.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    return `${boot}/${fields?.[19]}`;
  } catch {
    return '-';
  }
}
