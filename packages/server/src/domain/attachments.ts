/** What several operations do with files: name them beside others, put one in the place of another, copy, delete. */
import { randomUUID } from 'node:crypto';
import { type Selectable, sql, type Updateable } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { AttachmentsTable } from '../db/tables/index.ts';
import { uniqueName } from '../files/names.ts';
import type { Context } from '../http/context.ts';
import { type AnyContext, inContext } from './contexts.ts';
import { courseSettings } from './course-settings.ts';
import type { FolderRow } from './folders.ts';
import { randomToken } from './random-token.ts';
import { sortKey } from './sort-key.ts';

export type AttachmentRow = Selectable<AttachmentsTable>;

export type OnDuplicate = 'overwrite' | 'rename';

export const isOnDuplicate = (text: string): text is OnDuplicate => text === 'overwrite' || text === 'rename';

export const nameColumns = (name: string) => ({ display_name: name, display_name_key: sortKey(name) });

/** `locked`, where files must say what one may do with them before they are published. */
export async function lockedUntilUsageRights(ctx: Context, context: AnyContext): Promise<boolean> {
  if (context.type !== 'Course') return false;
  const settingsOf = await courseSettings(ctx, [context.course]);
  return settingsOf(context.course).flag('usage_rights_required');
}

/** Another file of the same name in the folder, which isn't deleted. */
export async function hasNamesake(
  ctx: Context,
  { folder_id, display_name, id }: Pick<AttachmentRow, 'folder_id' | 'display_name' | 'id'>,
): Promise<boolean> {
  return (await namesakes(ctx, { folder_id, display_name, id })).length > 0;
}

async function namesakes(
  ctx: Context,
  { folder_id, display_name, id }: Pick<AttachmentRow, 'folder_id' | 'display_name' | 'id'>,
): Promise<AttachmentRow[]> {
  return await ctx.db
    .selectFrom('attachments')
    .selectAll()
    .where('folder_id', '=', folder_id)
    .where('display_name', '=', display_name)
    .where('id', '<>', id)
    .where('file_state', '<>', 'deleted')
    .orderBy('id')
    .execute();
}

/**
 * Makes a file's name its folder's only one: another name for it, or its place for those that had the name. Two who
 * do this in one folder at once wait for each other, so that neither misses the other's file.
 */
export async function settleDuplicates(
  ctx: Context,
  file: AttachmentRow,
  onDuplicate: OnDuplicate,
  asked?: string,
): Promise<AttachmentRow> {
  if (file.folder_id === null) return file;
  const folder = await ctx.db
    .selectFrom('folders')
    .select('submission_context_code')
    .where('id', '=', file.folder_id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  // What was handed in is never replaced.
  const forSubmissions = folder.submission_context_code !== null;
  if (onDuplicate === 'rename' || forSubmissions) return await rename(ctx, file, asked ?? file.display_name);
  const replaced = await namesakes(ctx, file);
  return replaced.length > 0 ? await replace(ctx, file, replaced) : file;
}

async function rename(ctx: Context, file: AttachmentRow, name: string): Promise<AttachmentRow> {
  const rows = await ctx.db
    .selectFrom('attachments')
    .select('display_name')
    .where('folder_id', '=', file.folder_id)
    .where('id', '<>', file.id)
    .where('file_state', '<>', 'deleted')
    .execute();
  const taken = new Set(rows.map(({ display_name }) => display_name));
  const free = uniqueName(name, taken, randomUUID);
  return free === file.display_name ? file : await change(ctx, file, nameColumns(free));
}

/** Their ids lead to the new file from now on, and it is as hidden, locked and licensed as they were. */
async function replace(ctx: Context, file: AttachmentRow, replaced: AttachmentRow[]): Promise<AttachmentRow> {
  const ids = replaced.map(({ id }) => id);
  await ctx.db
    .updateTable('attachments')
    .set({ replacement_attachment_id: file.id })
    .where((eb) => eb.or([eb('id', '=', anyOf(ids)), eb('replacement_attachment_id', '=', anyOf(ids))]))
    .execute();
  const [source] = replaced as [AttachmentRow];
  const changed = await change(ctx, file, {
    ...(source.file_state === 'hidden' && { file_state: 'hidden' }),
    locked: source.locked,
    lock_at: source.lock_at,
    unlock_at: source.unlock_at,
    usage_rights_id: source.usage_rights_id,
  });
  await deleteFiles(ctx, ids);
  return changed;
}

export async function change(
  ctx: Context,
  { id }: Pick<AttachmentRow, 'id'>,
  values: Updateable<AttachmentsTable>,
): Promise<AttachmentRow> {
  return await ctx.db
    .updateTable('attachments')
    .set({ updated_at: ctx.now, ...values })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Their bytes go too, once nobody shares them: see files/collect.ts. */
export async function deleteFiles(ctx: Context, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const times = { deleted_at: ctx.now, updated_at: ctx.now, modified_at: ctx.now };
  const deleted = await ctx.db
    .updateTable('attachments')
    .set({ file_state: 'deleted', ...times })
    .where('id', '=', anyOf(ids))
    .returning(['context_type', 'context_id', 'uuid'])
    .execute();
  // A picture that is gone is nobody's picture any more.
  const pictures = deleted.filter(({ context_type }) => context_type === 'User');
  for (const { context_id, uuid } of pictures) {
    await ctx.db
      .updateTable('users')
      .set({ avatar_url: null })
      .where('id', '=', context_id)
      .where(sql<boolean>`strpos(avatar_url, ${uuid}) > 0`)
      .execute();
  }
}

/** A file of the same bytes in a folder, which may be of another context. Its name isn't settled yet. */
export async function copyFile(
  ctx: Context,
  source: AttachmentRow,
  context: AnyContext,
  folder: Pick<FolderRow, 'id'>,
): Promise<AttachmentRow> {
  const { id, uuid: _, replacement_attachment_id: __, user_id: ___, ...values } = source;
  return await ctx.db
    .insertInto('attachments')
    .values({
      ...values,
      ...inContext(context),
      folder_id: folder.id,
      user_id: ctx.user?.id ?? null,
      uuid: randomToken(40),
      root_attachment_id: source.root_attachment_id ?? id,
      locked: source.locked || (await lockedWithoutRights(ctx, context, source)),
      migration_id: null,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function lockedWithoutRights(ctx: Context, context: AnyContext, source: AttachmentRow) {
  return source.usage_rights_id === null && (await lockedUntilUsageRights(ctx, context));
}

/** Files that are neither deleted nor broken: a condition of a query over `attachments`. */
export const notDeleted = sql<boolean>`attachments.file_state not in ('deleted', 'errored')`;

/** Neither hidden nor locked by themselves. */
export const openFile = (now: string) => sql<boolean>`(attachments.file_state in ('available', 'public')
  and not attachments.locked
  and (attachments.lock_at is null or attachments.lock_at > ${now}::timestamptz)
  and (attachments.unlock_at is null or attachments.unlock_at < ${now}::timestamptz))`;
