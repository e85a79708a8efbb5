import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import {
  type Canvas,
  NetworkError,
  ServerError,
  type UploadOperationId,
  type UploadOptions,
  upload,
} from '@easel/client';
import { digestOfFile } from './digest.ts';
import type { Sent } from './ledger.ts';
import type { LocalFile } from './local-files.ts';
import type { RemoteFile } from './remote-file.ts';

const ATTEMPTS = 3;
const FIRST_WAIT_MS = 1000;

export type OnDuplicate = 'overwrite' | 'rename';

/** Where a file goes, in the words of the API. */
export interface Destination {
  readonly operation: UploadOperationId;
  readonly path: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
}

export const intoFolder = (id: string, onDuplicate: OnDuplicate): Destination => ({
  operation: 'POST /api/v1/folders/{folder_id}/files',
  path: { folder_id: id },
  params: { on_duplicate: onDuplicate },
});

export interface Sending {
  readonly canvas: Canvas;
  readonly signal: AbortSignal;
  readonly onProgress?: (sent: number) => void;
  /** Whether to tell the checksum of what is sent, for which it is read twice. */
  readonly sums?: boolean;
}

/**
 * Sends a file, whole and from its beginning again when the way to the storage breaks: Canvas takes no half of one, and
 * what was only announced is seen nowhere.
 */
export async function sendFile(
  local: LocalFile,
  { operation, path, params }: Destination,
  { canvas, signal, onProgress, sums = false }: Sending,
): Promise<{ file: RemoteFile; sent: Sent | undefined }> {
  // From here on a change of the file breaks the reading of it, so what is summed up is what is sent.
  const file = await openAsBlob(local.path);
  const sha256 = sums ? await digestOfFile(local.path, signal) : undefined;
  const options: unknown = { path, params, file, name: basename(local.name), signal, onProgress };
  for (let attempt = 1; ; attempt++) {
    try {
      // Which names the path has, only the operation says.
      const uploaded = await upload(canvas, operation, options as UploadOptions<UploadOperationId>);
      const remote = uploaded as unknown as RemoteFile;
      return {
        file: remote,
        sent: sha256 === undefined ? undefined : { id: remote.id, size: file.size, sha256 },
      };
    } catch (error) {
      signal.throwIfAborted();
      const mayPass = error instanceof NetworkError || error instanceof ServerError;
      if (!mayPass || attempt === ATTEMPTS) throw error;
      await canvas.clock.sleep(FIRST_WAIT_MS * 2 ** (attempt - 1), signal);
    }
  }
}
