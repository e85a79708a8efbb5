import { posix } from 'node:path';
import { type Comparing, type Comparison, compare } from './compare.ts';
import type { Folders } from './folders.ts';
import { inParallel } from './in-parallel.ts';
import type { Ledger, Sent } from './ledger.ts';
import type { LocalFile } from './local-files.ts';
import type { Place } from './place.ts';
import { filesIn, type RemoteFile, sameName } from './remote-file.ts';

/** What is to become of a file: a reason to send it, or none. */
export interface Planned {
  readonly local: LocalFile;
  readonly reason: string | undefined;
  /** Of a file that is the same, where that was found out. */
  readonly sent: Sent | undefined;
}

export interface Planning extends Comparing {
  readonly folders: Folders;
  readonly ledger: Ledger;
  readonly jobs: number;
}

/** The place of the folder that a file goes into. */
export function placeOf(root: Place, { name }: LocalFile): Place {
  const below = posix.dirname(name);
  return { ...root, path: [...(root.path ?? []), ...(below === '.' ? [] : below.split('/'))] };
}

/** Compares what is here with what is in Canvas; changes nothing there. */
export async function planSending(
  files: readonly LocalFile[],
  root: Place,
  planning: Planning,
): Promise<Planned[]> {
  const { ledger, jobs } = planning;
  const there = await remoteFiles(files, root, planning);
  const comparisons = new Map<LocalFile, Comparison>();
  await inParallel(files, jobs, async (local) => {
    const remote = there.get(sameName(local.name));
    comparisons.set(local, await compare(local, remote, ledger.get(local.name), planning));
  });
  return files.map((local) => {
    const comparison = comparisons.get(local);
    return comparison?.same
      ? { local, reason: undefined, sent: comparison.sent }
      : { local, reason: comparison?.reason, sent: undefined };
  });
}

/** Those in the folders that something here would go into, by their path. */
async function remoteFiles(
  files: readonly LocalFile[],
  root: Place,
  { canvas, folders, jobs }: Planning,
): Promise<Map<string, RemoteFile>> {
  const there = new Map<string, RemoteFile>();
  const rootFolder = await folders.find({ ...root, path: root.path ?? [] });
  if (!rootFolder) return there;
  const below = new Map(files.map((file) => [posix.dirname(file.name), placeOf(root, file)]));
  await inParallel(below, jobs, async ([directory, place]) => {
    const folder = await folders.find(place);
    for (const file of folder ? await filesIn(canvas, folder) : []) {
      there.set(sameName(posix.join(directory, file.display_name.replaceAll('/', '\u0000'))), file);
    }
  });
  return there;
}
