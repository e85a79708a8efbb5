import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, UsageError } from '../frame/failure.ts';

export interface LocalFile {
  readonly path: string;
  /** Below the folder, its parts joined by `/` on every system. */
  readonly name: string;
  readonly size: number;
  readonly modifiedMs: number;
}

/** @throws Failure when there is nothing, or nothing that can be read as a file or a folder */
export async function localKind(path: string): Promise<'file' | 'folder'> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isFile()) return 'file';
  if (there?.isDirectory()) return 'folder';
  throw new Failure(there ? `${path} is neither a file nor a folder` : `There is no ${path}`);
}

export async function localFile(path: string, name: string): Promise<LocalFile> {
  const { size, mtimeMs } = await stat(path);
  return { path, name, size, modifiedMs: mtimeMs };
}

/**
 * What is below a folder, in order. Links aren't followed, since they may lead anywhere, and names with a dot in front
 * are left out unless asked for: `.git` and `.env` are nobody's course material.
 */
export async function localFiles(folder: string, { hidden }: { hidden: boolean }): Promise<LocalFile[]> {
  const files: LocalFile[] = [];
  const walk = async (below: string): Promise<void> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.easel-') || (entry.name.startsWith('.') && !hidden)) continue;
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await walk(name);
      else if (entry.isFile()) files.push(await localFile(join(folder, name), name));
    }
  };
  await walk('');
  return files;
}

/** @throws UsageError */
export function readJobs(text: string): number {
  const jobs = Number(text);
  if (/^\d+$/.test(text) && jobs >= 1 && jobs <= 32) return jobs;
  throw new UsageError('--jobs takes a number from 1 to 32');
}
