/** Moves the files of a user, in their folders, to another. Source: Attachment.migrate_attachments of Canvas. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { type AttachmentRow, settleDuplicates } from '../../domain/attachments.ts';
import { ofUser } from '../../domain/contexts.ts';
import { activeFolders, assertPath, type FolderRow, rootFolder } from '../../domain/folders.ts';
import type { Context, User } from '../../http/context.ts';
import type { MergeRecord } from './merge-record.ts';

/**
 * A file that the other has already, of the same name in the same folder, stays behind; another of that name gets a new
 * one. Folders that the other doesn't have go as they are.
 */
export async function mergeFiles(ctx: Context, record: MergeRecord, from: User, into: User): Promise<void> {
  const root = await activeFolders(ctx, ofUser(from))
    .where('parent_folder_id', 'is', null)
    .executeTakeFirst();
  if (root) await mergeFolder(ctx, record, root, await rootFolder(ctx, ofUser(into)));
}

async function mergeFolder(
  ctx: Context,
  record: MergeRecord,
  source: FolderRow,
  target: FolderRow,
): Promise<void> {
  const [files, twins] = [await filesIn(ctx, source), await filesIn(ctx, target)];
  for (const file of files) {
    const twin = twins.find(({ display_name }) => display_name === file.display_name);
    if (twin && twin.content_tag === file.content_tag) continue;
    await put(ctx, file, target);
    record.note('attachments of', [file.id]);
  }
  for (const child of await childrenOf(ctx, source)) {
    const twin = await twinOf(ctx, child, target);
    if (twin) await mergeFolder(ctx, record, child, twin);
    else await adopt(ctx, record, child, target);
  }
}

const filesIn = (ctx: Context, { id }: FolderRow) =>
  ctx.db
    .selectFrom('attachments')
    .selectAll()
    .where('folder_id', '=', id)
    .where('workflow_state', '=', 'processed')
    .where('file_state', 'not in', ['deleted', 'errored'])
    .orderBy('id')
    .execute();

const childrenOf = (ctx: Context, { id }: FolderRow) =>
  ctx.db
    .selectFrom('folders')
    .selectAll()
    .where('parent_folder_id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .orderBy('id')
    .execute();

/** The other's folder of the same purpose, or else of the same name. */
async function twinOf(ctx: Context, { name, unique_type }: FolderRow, target: FolderRow) {
  const { context_id } = target;
  const purpose =
    unique_type === null
      ? undefined
      : await ctx.db
          .selectFrom('folders')
          .selectAll()
          .where('context_type', '=', 'User')
          .where('context_id', '=', context_id)
          .where('unique_type', '=', unique_type)
          .where('workflow_state', '<>', 'deleted')
          .executeTakeFirst();
  return purpose ?? (await childrenOf(ctx, target)).find((folder) => folder.name === name);
}

async function put(ctx: Context, file: AttachmentRow, { id, context_id }: FolderRow): Promise<void> {
  const moved = await ctx.db
    .updateTable('attachments')
    .set({ folder_id: id, context_id, updated_at: ctx.now })
    .where('id', '=', file.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await settleDuplicates(ctx, moved, 'rename');
}

/** A folder with all that is in it. */
async function adopt(ctx: Context, record: MergeRecord, folder: FolderRow, parent: FolderRow): Promise<void> {
  const { context_id } = parent;
  const { rows: folders } = await sql<{ id: number }>`
    with recursive below as (
      select id from folders where id = ${folder.id}
      union all select folders.id from folders join below on folders.parent_folder_id = below.id
    )
    update folders set context_id = ${context_id}, updated_at = ${ctx.now},
      parent_folder_id = case when folders.id = ${folder.id} then ${parent.id} else parent_folder_id end
    from below where below.id = folders.id returning folders.id`.execute(ctx.db);
  const files = await ctx.db
    .updateTable('attachments')
    .set({ context_id, updated_at: ctx.now })
    .where('folder_id', '=', anyOf(folders.map(({ id }) => id)))
    .returning('id')
    .execute();
  record.note(
    'attachments of',
    files.map(({ id }) => id),
  );
}

/** Puts files that came from a user into folders of his own, at the same paths. */
export async function splitFiles(
  ctx: Context,
  ids: readonly number[],
  from: User,
  intoId: number,
): Promise<void> {
  const files = await ctx.db
    .selectFrom('attachments')
    .innerJoin('folders', 'folders.id', 'attachments.folder_id')
    .selectAll('attachments')
    .select('folders.full_name')
    .where('attachments.id', '=', anyOf(ids))
    .where('attachments.context_type', '=', 'User')
    .where('attachments.context_id', '=', intoId)
    .orderBy('attachments.id')
    .execute();
  for (const { full_name, ...file } of files) {
    await put(ctx, file, await assertPath(ctx, ofUser(from), full_name));
  }
}
