/** Step 1 of an upload to a folder: which folder, and whether there is room. */
import type { AnyContext } from '../../domain/contexts.ts';
import { demand } from '../../domain/demand.ts';
import { wouldExceedQuota } from '../../domain/file-quota.ts';
import { assertPath, type FolderRow, unfiledFolder } from '../../domain/folders.ts';
import { beginUpload, nameOf, onDuplicateOf, type UploadParams } from '../../domain/uploading.ts';
import { onlyNotFound, Refusal } from '../../errors.ts';
import type { UploadTicket } from '../../files/storage.ts';
import type { Context } from '../../http/context.ts';
import { findFolderIn } from '../folders/load.ts';
import { folderGrants } from '../folders/rules.ts';
import type { Progress } from '../progress/schema.ts';
import { serializeProgress } from '../progress/serialize.ts';

/**
 * @param folder where the file goes, when the path of the request names it
 * @returns the ticket for step 2, or the Progress of a job that fetches the file
 */
export async function announceUpload(
  ctx: Context,
  context: AnyContext,
  params: UploadParams,
  folder?: FolderRow,
): Promise<UploadTicket | { progress: Progress }> {
  const path = params.parent_folder_path ?? params.folder;
  if (!isUnsaid(path) && (folder || !isUnsaid(params.parent_folder_id))) {
    throw new Refusal(400, { message: "Can't set folder path and folder id" });
  }
  // Both are refused before a folder is made on the way.
  onDuplicateOf(params.on_duplicate);
  nameOf(params);
  if (params.size && (await wouldExceedQuota(ctx, context, params.size))) {
    throw new Refusal(400, { message: 'file size exceeds quota' });
  }
  const target = folder ?? (await folderFor(ctx, context, path, params.parent_folder_id));
  const begun = await beginUpload(ctx, { context, folder: target }, params);
  return 'ticket' in begun ? begun.ticket : { progress: serializeProgress(ctx, begun.progress) };
}

/** An empty path is the root's. */
const isUnsaid = (text: string | null | undefined) => text === undefined || text === null;

async function folderFor(
  ctx: Context,
  context: AnyContext,
  path: string | null | undefined,
  id: string | null | undefined,
): Promise<FolderRow> {
  if (isUnsaid(path) && isUnsaid(id)) return await unfiledFolder(ctx, context);
  const folder = isUnsaid(id)
    ? await assertPath(ctx, context, path ?? '')
    : await findFolderIn(ctx, context, id ?? '').catch(onlyNotFound);
  if (!folder) throw new Refusal(404, { message: 'The specified resource does not exist.' });
  await demand(ctx, folderGrants(ctx, folder, 'manage_contents'));
  return folder;
}
