/** The files that a zip export packs: all that its maker may see, or what he chose of it. */
import { sql } from 'kysely';
import type { CopySelection } from '../../db/json-columns.ts';
import type { Context } from '../../http/context.ts';
import { type AttachmentRow, notDeleted, openFile } from '../attachments.ts';
import type { AnyContext } from '../contexts.ts';
import { seesHiddenFiles } from '../file-contexts.ts';
import { activeFolders, reachableFolders } from '../folders.ts';
import { archivePath } from './archive-path.ts';
import { keyOf } from './keys.ts';
import { Chosen } from './selection.ts';

export async function exportedFiles(
  ctx: Context,
  context: AnyContext,
  selection: CopySelection | null,
): Promise<{ path: string; row: AttachmentRow }[]> {
  const chosen = new Chosen(selection);
  const folders = await activeFolders(ctx, context).orderBy('full_name').orderBy('id').execute();
  const pathOf = new Map(folders.map(({ id, full_name }) => [id, full_name.split('/').slice(1).join('/')]));
  // A folder brings what is below it, and stands behind the one that it is in.
  const whole = new Set<number>();
  for (const { id, parent_folder_id } of folders) {
    const isChosen = chosen.has('folders', keyOf('folders', id)) || whole.has(parent_folder_id ?? 0);
    if (isChosen) whole.add(id);
  }
  const files = await visibleFiles(ctx, context);
  return files.flatMap((row) => {
    const folder = pathOf.get(row.folder_id ?? 0);
    const isChosen = chosen.has('attachments', keyOf('attachments', row.id)) || whole.has(row.folder_id ?? 0);
    if (folder === undefined || !isChosen) return [];
    return [{ path: archivePath(folder, row.display_name), row }];
  });
}

async function visibleFiles(ctx: Context, context: AnyContext): Promise<AttachmentRow[]> {
  const query = ctx.db
    .selectFrom('attachments')
    .selectAll()
    .where('context_type', '=', context.type)
    .where('context_id', '=', context.id)
    .where('folder_id', 'is not', null)
    .where('content_key', 'is not', null)
    .where('workflow_state', '=', 'processed')
    .where(notDeleted)
    .orderBy('id');
  if (await seesHiddenFiles(ctx, context)) return await query.execute();
  return await query
    .where(openFile(ctx.now))
    .where(sql<boolean>`attachments.folder_id in ${reachableFolders(context, ctx.now)}`)
    .execute();
}
