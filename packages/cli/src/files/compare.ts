import { type Canvas, download } from '@easel/client';
import { digestOf, digestOfFile } from './digest.ts';
import type { Sent } from './ledger.ts';
import type { LocalFile } from './local-files.ts';
import type { RemoteFile } from './remote-file.ts';

export interface Comparing {
  readonly canvas: Canvas;
  readonly trustTimes: boolean;
  readonly signal: AbortSignal;
}

/** `same` with what to remember of it, or why it has to be sent. */
export type Comparison =
  | { readonly same: true; readonly sent: Sent | undefined }
  | { readonly same: false; readonly reason: string };

/**
 * Whether a file is in Canvas as it is here. Canvas gives no checksum, so that of the contents there is known of files
 * that were sent from here; all others of the same size are fetched and summed up, unless times are to be trusted.
 */
export async function compare(
  local: LocalFile,
  remote: RemoteFile | undefined,
  sent: Sent | undefined,
  { canvas, trustTimes, signal }: Comparing,
): Promise<Comparison> {
  if (!remote) return { same: false, reason: 'new' };
  if (remote.size !== local.size) return { same: false, reason: 'another size' };
  const known = sent?.id === remote.id && sent.size === remote.size ? sent.sha256 : undefined;
  if (known === undefined && trustTimes) {
    const there = Date.parse(remote.modified_at ?? remote.updated_at ?? '');
    return there >= local.modifiedMs
      ? { same: true, sent: undefined }
      : { same: false, reason: 'newer than in Canvas' };
  }
  const here = await digestOfFile(local.path, signal);
  if (here !== (known ?? (await digestInCanvas(canvas, remote, signal)))) {
    return { same: false, reason: 'another content' };
  }
  return { same: true, sent: { id: remote.id, size: local.size, sha256: here } };
}

async function digestInCanvas(canvas: Canvas, remote: RemoteFile, signal: AbortSignal): Promise<string> {
  const { body } = await download(canvas, remote, { signal });
  return digestOf(body ?? emptyBody(), signal);
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}
