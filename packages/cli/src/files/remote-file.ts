import type { Canvas } from '@easel/client';
import type { Folder } from './folders.ts';

/** A file as Canvas tells of it; of its contents only the size, for Canvas gives no checksum. */
export interface RemoteFile {
  readonly id: string;
  readonly display_name: string;
  readonly size: number | null;
  readonly url: string;
  readonly modified_at?: string | null;
  readonly updated_at?: string | null;
}

export const filesIn = (canvas: Canvas, folder: Folder): Promise<RemoteFile[]> =>
  canvas.rawList<RemoteFile>(`/api/v1/folders/${folder.id}/files`).toArray();

/** By which a name on a disk is found in Canvas: disks write one letter in several ways. */
export const sameName = (name: string) => name.normalize('NFC');
