import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { notDeleted, openFile } from '../../domain/attachments.ts';
import { contextOf } from '../../domain/contexts.ts';
import { type FolderRow, folderStates, openFolder } from '../../domain/folders.ts';
import type { Context } from '../../http/context.ts';
import { folderGrants } from './rules.ts';
import type { Folder } from './schema.ts';

/** @param seesHidden whether the caller sees what is hidden; worked out of each folder's own rights unless given */
export async function serializeFolders(
  ctx: Context,
  folders: readonly FolderRow[],
  seesHidden?: boolean,
): Promise<Folder[]> {
  const ids = folders.map(({ id }) => id);
  const [stateOf, counted] = await Promise.all([folderStates(ctx, ids), counts(ctx, ids)]);
  return await Promise.all(
    folders.map(async (folder) => {
      const sees = seesHidden ?? (await folderGrants(ctx, folder, 'update'));
      const { hidden } = stateOf(folder.id);
      const count = counted(folder.id);
      return {
        id: folder.id,
        name: folder.name,
        full_name: folder.full_name,
        context_id: folder.context_id,
        context_type: folder.context_type,
        parent_folder_id: folder.parent_folder_id,
        created_at: folder.created_at,
        updated_at: folder.updated_at,
        lock_at: folder.lock_at,
        unlock_at: folder.unlock_at,
        position: folder.position,
        locked: folder.locked,
        folders_url: ctx.url(`/api/v1/folders/${folder.id}/folders`),
        files_url: ctx.url(`/api/v1/folders/${folder.id}/files`),
        files_count: sees ? count.files : count.openFiles,
        folders_count: sees ? count.folders : count.openFolders,
        hidden: hidden || null,
        locked_for_user: sees ? false : isLockedNow(folder, ctx.now),
        hidden_for_user: sees ? false : hidden,
        for_submissions: folder.submission_context_code !== null,
        can_upload: await folderGrants(ctx, folder, 'manage_contents'),
      };
    }),
  );
}

export async function serializeFolder(ctx: Context, folder: FolderRow): Promise<Folder> {
  await contextOf(ctx, folder);
  return (await serializeFolders(ctx, [folder]))[0] as Folder;
}

/** By itself; being hidden counts too. */
const isLockedNow = ({ locked, lock_at, unlock_at, workflow_state }: FolderRow, now: string): boolean =>
  locked ||
  (lock_at !== null && now > lock_at) ||
  (unlock_at !== null && now < unlock_at) ||
  workflow_state === 'hidden';

async function counts(ctx: Context, ids: readonly number[]) {
  const [files, folders] = await Promise.all([
    ctx.db
      .selectFrom('attachments')
      .select([
        'folder_id',
        sql<number>`count(*)`.as('all'),
        sql<number>`count(*) filter (where ${openFile(ctx.now)})`.as('open'),
      ])
      .where('folder_id', '=', anyOf(ids))
      .where(notDeleted)
      .groupBy('folder_id')
      .execute(),
    ctx.db
      .selectFrom('folders')
      .select([
        'parent_folder_id',
        sql<number>`count(*)`.as('all'),
        sql<number>`count(*) filter (where ${openFolder(ctx.now)})`.as('open'),
      ])
      .where('parent_folder_id', '=', anyOf(ids))
      .where('workflow_state', '<>', 'deleted')
      .groupBy('parent_folder_id')
      .execute(),
  ]);
  const filesIn = new Map(files.map((row) => [row.folder_id, row]));
  const foldersIn = new Map(folders.map((row) => [row.parent_folder_id, row]));
  return (id: number) => ({
    files: filesIn.get(id)?.all ?? 0,
    openFiles: filesIn.get(id)?.open ?? 0,
    folders: foldersIn.get(id)?.all ?? 0,
    openFolders: foldersIn.get(id)?.open ?? 0,
  });
}
