import { copyFile, notDeleted } from '../../domain/attachments.ts';
import { type AnyContext, contextOf } from '../../domain/contexts.ts';
import { demand } from '../../domain/demand.ts';
import { MANAGE_FILES, mayAnyInFileContext, mayInFileContext } from '../../domain/file-contexts.ts';
import { activeFolders, type FolderRow, freeNameIn, insertFolder } from '../../domain/folders.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { findFolder } from './load.ts';
import { folderGrants } from './rules.ts';
import { Folder } from './schema.ts';
import { serializeFolder } from './serialize.ts';

export default operation('POST /api/v1/folders/{dest_folder_id}/copy_folder', {
  summary: 'Copy a folder with all that is in it into another',
  requires: 'user',
  returns: Folder,
  async handle({ ctx, path, params }) {
    if (!params.source_folder_id) throw new Refusal(400, { message: 'source_folder_id must be provided' });
    const target = await findFolder(ctx, path.dest_folder_id);
    await demand(ctx, folderGrants(ctx, target, 'manage_contents'));
    const context = await contextOf(ctx, target);
    const source = await findFolder(ctx, params.source_folder_id);
    const from = await contextOf(ctx, source);
    if (isSame(from, context) && `${target.full_name}/`.startsWith(`${source.full_name}/`)) {
      throw new Refusal(400, { message: 'source folder may not contain destination folder' });
    }
    await demand(ctx, mayAnyInFileContext(ctx, from, MANAGE_FILES));
    await demand(ctx, mayInFileContext(ctx, context, 'manage_files_add'));
    const name = await freeNameIn(ctx, target, source.name);
    return await serializeFolder(ctx, await copyInto(ctx, { context, from }, source, target, name));
  },
});

const isSame = (a: AnyContext, b: AnyContext) => a.type === b.type && a.id === b.id;

async function copyInto(
  ctx: Context,
  contexts: { context: AnyContext; from: AnyContext },
  source: FolderRow,
  parent: FolderRow,
  name: string,
): Promise<FolderRow> {
  const { workflow_state, locked, lock_at, unlock_at } = source;
  const copy = await insertFolder(ctx, contexts.context, {
    name,
    parent,
    workflow_state,
    locked,
    lock_at,
    unlock_at,
  });
  const files = await ctx.db
    .selectFrom('attachments')
    .selectAll()
    .where('folder_id', '=', source.id)
    .where(notDeleted)
    .orderBy('id')
    .execute();
  for (const file of files) await copyFile(ctx, file, contexts.context, copy);
  const folders = await activeFolders(ctx, contexts.from)
    .where('parent_folder_id', '=', source.id)
    .orderBy('position')
    .orderBy('id')
    .execute();
  for (const folder of folders) await copyInto(ctx, contexts, folder, copy, folder.name);
  return copy;
}
