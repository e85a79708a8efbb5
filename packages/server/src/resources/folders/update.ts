import { sql } from 'kysely';
import { contextOf } from '../../domain/contexts.ts';
import { demand } from '../../domain/demand.ts';
import { type FolderRow, freeNameIn } from '../../domain/folders.ts';
import { sortKey } from '../../domain/sort-key.ts';
import { InvalidRecord } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { findFolder, findFolderIn, folder } from './load.ts';
import { folderGrants } from './rules.ts';
import { Folder } from './schema.ts';
import { serializeFolder } from './serialize.ts';
import { checkedName, folderChanges } from './write.ts';

export default operation('PUT /api/v1/folders/{id}', {
  summary: 'Rename, move, lock or hide a folder',
  load: { folder: folder('id') },
  requires: { folder: 'update' },
  returns: Folder,
  async handle({ ctx, folder, params }) {
    const { name, parent_folder_id } = params;
    const parent = parent_folder_id ? await newParent(ctx, folder, parent_folder_id) : undefined;
    if (name !== undefined || parent) {
      await place(ctx, folder, name === undefined ? folder.name : checkedName(name), parent);
    }
    await ctx.db
      .updateTable('folders')
      .set({ ...folderChanges(params), updated_at: ctx.now })
      .where('id', '=', folder.id)
      .execute();
    return await serializeFolder(ctx, await findFolder(ctx, String(folder.id)));
  },
});

/** In the same context, and not inside the folder itself. */
async function newParent(ctx: Context, folder: FolderRow, id: string): Promise<FolderRow> {
  const parent = await findFolderIn(ctx, await contextOf(ctx, folder), id);
  await demand(ctx, folderGrants(ctx, parent, 'manage_contents'));
  if (parent.id === folder.id || (await isInside(ctx, parent.id, folder.id))) {
    throw new InvalidRecord({
      parent_folder_id: [
        ['A folder cannot be the parent of itself', 'A folder cannot be the parent of itself'],
      ],
    });
  }
  return parent;
}

async function isInside(ctx: Context, id: number, outerId: number): Promise<boolean> {
  const { rows } = await sql`
    with recursive up as (
      select id, parent_folder_id from folders where id = ${id}
      union all select f.id, f.parent_folder_id from folders f join up on f.id = up.parent_folder_id)
    select 1 from up where id = ${outerId}`.execute(ctx.db);
  return rows.length > 0;
}

/** A new name or place; the full names of all folders below follow. */
async function place(ctx: Context, folder: FolderRow, name: string, moved?: FolderRow): Promise<void> {
  if (folder.parent_folder_id === null) {
    if (name === folder.name && !moved) return;
    const message = 'Root folder name cannot be changed';
    throw new InvalidRecord({ name: [[message, message]] });
  }
  const parent = moved ?? (await findFolder(ctx, String(folder.parent_folder_id)));
  const free = await freeNameIn(ctx, parent, name, folder.id);
  await ctx.db
    .updateTable('folders')
    .set({ name: free, name_key: sortKey(free), parent_folder_id: parent.id })
    .where('id', '=', folder.id)
    .execute();
  await sql`
    with recursive down as (
      select id, ${`${parent.full_name}/${free}`}::text as full_name from folders where id = ${folder.id}
      union all
      select f.id, down.full_name || '/' || f.name from folders f join down on f.parent_folder_id = down.id)
    update folders set full_name = down.full_name from down where folders.id = down.id`.execute(ctx.db);
}
