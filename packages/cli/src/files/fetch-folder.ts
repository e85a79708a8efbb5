import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AuthorizationError, type Canvas, NotFoundError } from '@easel/client';
import { Failure, WithHints } from '../frame/failure.ts';
import { remark, type Terminal } from '../frame/terminal.ts';
import { ByteBar } from '../output/byte-bar.ts';
import { byteSize } from '../output/byte-size.ts';
import { printable } from '../output/printable.ts';
import { fetchFile, isHere } from './fetch-file.ts';
import { type Folder, foldersIn } from './folders.ts';
import { inParallel } from './in-parallel.ts';
import { filesIn, type RemoteFile } from './remote-file.ts';
import { freeName, safeName } from './safe-name.ts';

export interface FolderToFetch {
  readonly folder: Folder;
  readonly into: string;
  readonly jobs: number;
  readonly overwrite: boolean;
  readonly json: boolean;
}

interface Due {
  /** Below the directory, as it is named here. */
  readonly name: string;
  readonly remote: RemoteFile;
}

/** Fetches a folder with all below it, several files at once; those that an earlier run left are kept. */
export async function fetchFolder(terminal: Terminal, canvas: Canvas, what: FolderToFetch): Promise<void> {
  const { folder, into, jobs, overwrite, json } = what;
  const { signal } = terminal;
  await mkdir(into, { recursive: true });
  const all = await filesBelow(canvas, folder, into, signal);
  const due: Due[] = [];
  for (const each of all) if (!(await isHere(join(into, each.name), each.remote))) due.push(each);
  const bar = new ByteBar(
    terminal,
    due.reduce((sum, { remote }) => sum + (remote.size ?? 0), 0),
  );
  const failed: { name: string; error: unknown }[] = [];
  let done = 0;
  const goesOn = () => `${done} of ${due.length} files are here; the same command goes on`;
  try {
    await inParallel(due, jobs, async ({ name, remote }) => {
      signal.throwIfAborted();
      try {
        await fetchFile(join(into, name), remote, {
          canvas,
          signal,
          overwrite,
          onProgress: (through, before) => bar.update(name, through, before),
        });
        done++;
        const size = byteSize(remote.size ?? 0);
        bar.say(
          json
            ? JSON.stringify({ path: name, size: remote.size, id: remote.id })
            : `fetched ${printable(name)} (${size})`,
        );
      } catch (error) {
        if (!isOfOneFile(error)) throw error;
        failed.push({ name, error });
      }
    });
  } catch (error) {
    throw new WithHints(error, [goesOn()]);
  } finally {
    bar.end();
  }
  for (const { name, error } of failed) {
    const message = error instanceof Error ? error.message : String(error);
    remark(terminal, `easel: not fetched: ${printable(name)}: ${printable(message)}`);
  }
  const [first] = failed;
  if (first) throw new WithHints(first.error, [goesOn()]);
  const kept = all.length - due.length;
  remark(
    terminal,
    `easel: fetched ${done} ${done === 1 ? 'file' : 'files'} into ${printable(into)}${kept === 0 ? '' : `, ${kept} were here already`}`,
  );
}

const isOfOneFile = (error: unknown) =>
  error instanceof Failure || error instanceof AuthorizationError || error instanceof NotFoundError;

/** Makes the directories on the way; names in Canvas that would be one here get a number. */
async function filesBelow(canvas: Canvas, root: Folder, into: string, signal: AbortSignal): Promise<Due[]> {
  const due: Due[] = [];
  const seen = new Set<string>();
  const walk = async (folder: Folder, below: string): Promise<void> => {
    signal.throwIfAborted();
    // A server that lists a folder in itself isn't followed for ever.
    if (seen.has(folder.id)) return;
    seen.add(folder.id);
    const taken = new Set<string>();
    for (const remote of inOrder(await filesIn(canvas, folder))) {
      due.push({ name: join(below, freeName(safeName(remote.display_name), taken)), remote });
    }
    for (const child of inOrder(await foldersIn(canvas, folder))) {
      const name = join(below, freeName(safeName(child.name), taken));
      await makeDirectory(join(into, name));
      await walk(child, name);
    }
  };
  await walk(root, '');
  return due;
}

/** By age, so that a name that two share goes to the same one in every run. */
function inOrder<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
}

/** @throws Failure for a link, which may lead out of the directory */
async function makeDirectory(path: string): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there?.isSymbolicLink()) throw new Failure(`${path} is a link, which would lead out of the folder`);
  if (there && !there.isDirectory()) throw new Failure(`${path} is in the way: it is no folder`);
  if (!there) await mkdir(path);
}
