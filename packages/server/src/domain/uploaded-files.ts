/** Files that come as a part of a form, beside other parameters: attachments of posts, tables to import. */
import { Readable } from 'node:stream';
import { mediaType, typeOfName, UNKNOWN_TYPE } from '../files/content-types.ts';
import { displayName, storedName } from '../files/names.ts';
import type { Stored } from '../files/storage.ts';

import type { Context } from '../http/context.ts';
import type { UploadedFile } from '../http/rack-params.ts';
import { type AttachmentRow, nameColumns, settleDuplicates } from './attachments.ts';
import { type AnyContext, inContext } from './contexts.ts';
import type { FolderRow } from './folders.ts';
import { randomToken } from './random-token.ts';

/** A part whose bytes are safe and that no row names yet. */
export interface KeptFile {
  readonly file: UploadedFile;
  readonly stored: Stored;
}

/** The file that a form brought under a name; undefined where it brought none. */
export const uploadedFile = (ctx: Context, name: string): UploadedFile | undefined =>
  ctx.request.files?.get(name);

/**
 * Puts the bytes where files are, before the transaction in which they become one (an operation with
 * `inTransaction: false`): a storage may be slow. Bytes that no row names in the end are swept away.
 */
export async function keepBytes(ctx: Context, file: UploadedFile): Promise<KeptFile> {
  const stored = await ctx.site.files.store(Readable.from([file.bytes]), { contentType: file.contentType });
  return { file, stored };
}

/** Makes kept bytes a file of a folder, by a name that is free there. Inside a transaction. */
export async function attachKept(
  ctx: Context,
  { file, stored }: KeptFile,
  context: AnyContext,
  folder: FolderRow,
  more: { counts_for_quota?: boolean } = {},
): Promise<AttachmentRow> {
  const announced = mediaType(file.contentType);
  const row = await ctx.db
    .insertInto('attachments')
    .values({
      ...inContext(context),
      ...nameColumns(displayName(file.filename)),
      folder_id: folder.id,
      user_id: ctx.user?.id ?? null,
      uuid: randomToken(40),
      filename: storedName(file.filename),
      content_type:
        announced && announced !== 'application/octet-stream'
          ? announced
          : typeOfName(file.filename) || UNKNOWN_TYPE,
      content_key: stored.key,
      content_tag: stored.tag,
      size: stored.size,
      workflow_state: 'processed',
      file_state: 'available',
      modified_at: ctx.now,
      created_at: ctx.now,
      updated_at: ctx.now,
      ...more,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return await settleDuplicates(ctx, row, 'rename');
}
