/** Folders and files. A copy shares the bytes of what it was made from. */
import { mediaType, typeOfName, UNKNOWN_TYPE } from '../../files/content-types.ts';
import { displayName, storedName } from '../../files/names.ts';
import type { Stored } from '../../files/storage.ts';
import type { Context } from '../../http/context.ts';
import { type AttachmentRow, change, copyFile, nameColumns, settleDuplicates } from '../attachments.ts';
import { type AnyContext, inContext, ofCourse } from '../contexts.ts';
import { wouldExceedQuota } from '../file-quota.ts';
import { assertPath, type FolderRow } from '../folders.ts';
import { randomToken } from '../random-token.ts';
import type { FileContent } from './content.ts';
import { courseOfWriting, times, type Writing } from './writing.ts';

export async function writeFolders(ctx: Context, writing: Writing): Promise<void> {
  const context = ofCourse(await courseOfWriting(ctx, writing));
  for (const { key, path, columns } of writing.content.folders) {
    const folder = await assertPath(ctx, context, path);
    const { lock_at, unlock_at, ...rest } = columns;
    await ctx.db
      .updateTable('folders')
      .set({
        ...rest,
        lock_at: writing.shift(lock_at ?? null),
        unlock_at: writing.shift(unlock_at ?? null),
        updated_at: ctx.now,
      })
      .where('id', '=', folder.id)
      .execute();
    await writing.keys.remember(ctx, 'folders', key, folder.id);
  }
}

export async function writeFile(ctx: Context, writing: Writing, file: FileContent): Promise<void> {
  const context = ofCourse(await courseOfWriting(ctx, writing));
  const folder = await assertPath(ctx, context, file.folder);
  const columns = {
    ...file.columns,
    ...nameColumns(displayName(file.columns.display_name)),
    lock_at: writing.shift(file.columns.lock_at ?? null),
    unlock_at: writing.shift(file.columns.unlock_at ?? null),
    migration_id: file.key,
    folder_id: folder.id,
  };
  const placed =
    (await changed(ctx, writing, file, columns)) ?? (await added(ctx, writing, file, context, folder));
  if (!placed) return;
  const row = await change(ctx, placed, { ...columns, modified_at: placed.modified_at });
  const { id } = await settleDuplicates(ctx, row, 'overwrite');
  await writing.keys.remember(ctx, 'attachments', file.key, id);
}

/** What came from the same file before gets its bytes of now. */
async function changed(
  ctx: Context,
  { keys, stored }: Writing,
  { key, source }: FileContent,
  columns: { folder_id: number },
): Promise<AttachmentRow | undefined> {
  const id = keys.find('attachments', key);
  const row =
    id !== undefined &&
    (await ctx.db
      .selectFrom('attachments')
      .selectAll()
      .where('id', '=', id)
      .where('file_state', 'not in', ['deleted', 'errored'])
      .executeTakeFirst());
  if (!row) return undefined;
  if ('row' in source) {
    const { content_key, content_tag, size, content_type } = source.row;
    const root_attachment_id = source.row.root_attachment_id ?? source.row.id;
    return await change(ctx, row, {
      ...columns,
      content_key,
      content_tag,
      size,
      content_type,
      root_attachment_id,
    });
  }
  const bytes = stored.get(source.entry);
  return bytes && (await change(ctx, row, { ...columns, ...bytesOf(bytes) }));
}

async function added(
  ctx: Context,
  { stored, issues }: Writing,
  { source, columns }: FileContent,
  context: AnyContext,
  folder: FolderRow,
): Promise<AttachmentRow | undefined> {
  if ('row' in source) return await copyFile(ctx, source.row, context, folder);
  const bytes = stored.get(source.entry);
  if (!bytes) return undefined;
  if (await wouldExceedQuota(ctx, context, bytes.size)) {
    issues.push({
      issue_type: 'warning',
      description: `The file "${columns.display_name}" was not imported: there is no room for it in the files of the course`,
    });
    return undefined;
  }
  return await insertStored(ctx, { context, folder, name: columns.display_name, bytes });
}

/** A file of kept bytes; its name isn't settled yet. */
export async function insertStored(
  ctx: Context,
  {
    context,
    folder,
    name,
    bytes,
  }: { context: AnyContext; folder: FolderRow | null; name: string; bytes: Stored },
  columns: { counts_for_quota?: boolean } = {},
): Promise<AttachmentRow> {
  return await ctx.db
    .insertInto('attachments')
    .values({
      ...inContext(context),
      ...nameColumns(displayName(name)),
      folder_id: folder?.id ?? null,
      user_id: ctx.user?.id ?? null,
      uuid: randomToken(40),
      filename: storedName(name),
      content_type: mediaType(bytes.contentType) ?? (typeOfName(name) || UNKNOWN_TYPE),
      ...bytesOf(bytes),
      workflow_state: 'processed',
      file_state: 'available',
      modified_at: ctx.now,
      ...times(ctx),
      ...columns,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

const bytesOf = ({ key, tag, size }: Stored) => ({ content_key: key, content_tag: tag, size });
