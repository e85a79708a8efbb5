import { AuthorizationError, NotFoundError, ValidationError } from '@easel/client';
import { WithHints } from '../frame/failure.ts';
import { remark, say, type Terminal } from '../frame/terminal.ts';
import { ByteBar } from '../output/byte-bar.ts';
import { byteSize } from '../output/byte-size.ts';
import { printable } from '../output/printable.ts';
import type { Session } from '../session/connect.ts';
import { type Folder, Folders } from './folders.ts';
import { inParallel } from './in-parallel.ts';
import { Ledger } from './ledger.ts';
import type { LocalFile } from './local-files.ts';
import { type Place, placeText } from './place.ts';
import { type Planned, placeOf, planSending } from './plan.ts';
import { intoFolder, type OnDuplicate, sendFile } from './send-file.ts';

export interface FolderToSend {
  readonly folder: string;
  readonly files: readonly LocalFile[];
  readonly to: Place;
  readonly jobs: number;
  readonly onDuplicate: OnDuplicate;
  /** Whether what is there already is compared and left alone, rather than everything sent. */
  readonly compares: boolean;
  readonly trustTimes: boolean;
  readonly json: boolean;
  /** How the same command goes on after a failure. */
  readonly goesOn: string;
}

/** Says what would be sent, and why. */
export async function previewFolder(terminal: Terminal, session: Session, what: FolderToSend): Promise<void> {
  const { plan } = await planOf(terminal, session, what, (folders, place) => folders.find(place));
  for (const { local, reason } of plan) {
    if (what.json)
      say(terminal, JSON.stringify(outcome(local, reason === undefined ? 'keep' : 'send', { reason })));
    else if (reason !== undefined) {
      say(terminal, `would send ${printable(local.name)} (${byteSize(local.size)}): ${reason}`);
    }
  }
  const { sends, keeps } = counted(plan);
  remark(
    terminal,
    `easel: would send ${sends} to ${printable(placeText(what.to))}${keeps}; nothing was sent (--dry-run)`,
  );
}

/** Sends what is to be sent, several at once. What Canvas refuses is told at the end; anything worse ends it. */
export async function sendFolder(terminal: Terminal, session: Session, what: FolderToSend): Promise<void> {
  const { canvas } = session;
  const { signal } = terminal;
  const { to, jobs, goesOn } = what;
  const { plan, folders, ledger } = await planOf(terminal, session, what, (folders, place) =>
    folders.make(place),
  );
  const due = plan.filter(({ reason }) => reason !== undefined).map(({ local }) => local);
  for (const { local, sent } of plan) if (sent) ledger.note(local.name, sent);
  const refused: { local: LocalFile; error: unknown }[] = [];
  let done = 0;
  const bar = new ByteBar(
    terminal,
    due.reduce((sum, { size }) => sum + size, 0),
  );
  try {
    // One after another: two at once would make two folders of one name.
    for (const local of due) await folders.make(placeOf(to, local));
    await inParallel(due, jobs, async (local) => {
      signal.throwIfAborted();
      try {
        const { id } = await folders.make(placeOf(to, local));
        const { file, sent } = await sendFile(local, intoFolder(id, what.onDuplicate), {
          canvas,
          signal,
          sums: true,
          onProgress: (through) => bar.update(local.name, through),
        });
        if (sent) ledger.note(local.name, sent);
        done++;
        bar.say(
          what.json
            ? JSON.stringify(outcome(local, 'sent', { id: file.id, name: file.display_name }))
            : `sent ${printable(local.name)} (${byteSize(local.size)}): file ${file.id}`,
        );
      } catch (error) {
        if (!isOfOneFile(error)) throw error;
        refused.push({ local, error });
      }
    });
  } catch (error) {
    bar.end();
    throw new WithHints(error, [`${done} of ${due.length} files were sent; ${goesOn}`]);
  } finally {
    const failure = await ledger.flush();
    if (failure) remark(terminal, `easel: what was sent could not be noted: ${failure}`);
  }
  bar.end();
  for (const { local, error } of refused) {
    remark(terminal, `easel: not sent: ${printable(local.name)}: ${printable(messageOf(error))}`);
  }
  const [first] = refused;
  if (first) throw new WithHints(first.error, [`${done} of ${due.length} files were sent; ${goesOn}`]);
  const { sends, keeps } = counted(plan);
  remark(terminal, `easel: sent ${sends} to ${printable(placeText(to))}${keeps}`);
}

async function planOf(
  terminal: Terminal,
  { canvas }: Session,
  { folder, files, to, jobs, compares, trustTimes }: FolderToSend,
  open: (folders: Folders, place: Place) => Promise<Folder | undefined>,
) {
  const { signal } = terminal;
  const folders = new Folders(canvas);
  const root = { ...to, path: to.path ?? [] };
  const id = (await open(folders, root))?.id;
  const ledger = await Ledger.open(folder, `${canvas.origin} folder:${id ?? ''}`);
  const plan: Planned[] = compares
    ? await planSending(files, root, { canvas, folders, ledger, jobs, trustTimes, signal })
    : files.map((local) => ({ local, reason: 'asked for', sent: undefined }));
  return { plan, folders, ledger };
}

function counted(plan: readonly Planned[]): { sends: string; keeps: string } {
  const due = plan.filter(({ reason }) => reason !== undefined);
  const bytes = due.reduce((sum, { local }) => sum + local.size, 0);
  const kept = plan.length - due.length;
  return {
    sends:
      due.length === 0
        ? 'nothing'
        : `${due.length} ${due.length === 1 ? 'file' : 'files'} (${byteSize(bytes)})`,
    keeps: kept === 0 ? '' : `, ${kept} ${kept === 1 ? 'is' : 'are'} there already`,
  };
}

const outcome = ({ name, size }: LocalFile, action: 'send' | 'sent' | 'keep', more: object) => ({
  path: name,
  size,
  action,
  ...more,
});

/** The others may still go through. */
function isOfOneFile(error: unknown): boolean {
  const isLocal = error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
  const isRefusal =
    error instanceof ValidationError || error instanceof AuthorizationError || error instanceof NotFoundError;
  return isRefusal || isLocal || (error instanceof Error && error.name === 'NotReadableError');
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
