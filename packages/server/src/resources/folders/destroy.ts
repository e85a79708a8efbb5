import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { deleteFiles, notDeleted } from '../../domain/attachments.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { folder } from './load.ts';
import { Folder } from './schema.ts';
import { serializeFolder } from './serialize.ts';

export default operation('DELETE /api/v1/folders/{id}', {
  summary: 'Delete a folder; one with content only by force',
  load: { folder: folder('id') },
  requires: { folder: 'delete' },
  returns: Folder,
  async handle({ ctx, folder, params }) {
    if (folder.parent_folder_id === null) {
      throw new Refusal(400, { message: "Can't delete the root folder" });
    }
    const below = await folderAndBelow(ctx, folder.id);
    const files = await filesIn(ctx, params.force ? below : [folder.id]);
    if (!params.force && (below.length > 1 || files.length > 0)) {
      throw new Refusal(400, { message: "Can't delete a folder with content" });
    }
    await deleteFiles(ctx, files);
    await ctx.db
      .updateTable('folders')
      .set({ workflow_state: 'deleted', deleted_at: ctx.now, updated_at: ctx.now })
      .where('id', '=', anyOf(below))
      .execute();
    return await serializeFolder(ctx, { ...folder, workflow_state: 'deleted', updated_at: ctx.now });
  },
});

async function folderAndBelow(ctx: Context, id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive down as (
      select id from folders where id = ${id}
      union all
      select f.id from folders f join down on f.parent_folder_id = down.id where f.workflow_state <> 'deleted')
    select id from down`.execute(ctx.db);
  return rows.map((row) => row.id);
}

async function filesIn(ctx: Context, folderIds: readonly number[]): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('attachments')
    .select('id')
    .where('folder_id', '=', anyOf(folderIds))
    .where(notDeleted)
    .execute();
  return rows.map(({ id }) => id);
}
