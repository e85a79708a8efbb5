/** Step 1 of an upload, the same for whatever the file will belong to: a row that waits for its bytes. */
import {
  type AttachmentRow,
  isOnDuplicate,
  lockedUntilUsageRights,
  nameColumns,
  type OnDuplicate,
} from '../../domain/attachments.ts';
import { type AnyContext, inContext } from '../../domain/contexts.ts';
import { demand } from '../../domain/demand.ts';
import { wouldExceedQuota } from '../../domain/file-quota.ts';
import { assertPath, type FolderRow, unfiledFolder } from '../../domain/folders.ts';
import { randomToken } from '../../domain/random-token.ts';
import { MissingParameter, onlyNotFound, Refusal } from '../../errors.ts';
import { mediaType, typeOfName, UNKNOWN_TYPE } from '../../files/content-types.ts';
import { displayName, storedName } from '../../files/names.ts';
import { isDirect, type UploadTicket } from '../../files/storage.ts';
import { diskTicket } from '../../files/upload-policy.ts';
import type { Context } from '../../http/context.ts';
import { encodeParams } from '../../http/encode-params.ts';
import type { Params } from '../../http/operation.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { findFolderIn } from '../folders/load.ts';
import { folderGrants } from '../folders/rules.ts';
import type { Progress } from '../progress/schema.ts';
import { serializeProgress } from '../progress/serialize.ts';
import { uploadByUrlJob } from './upload-by-url-job.ts';

export type UploadParams = Params<'POST /api/v1/courses/{course_id}/files'>;

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
  const onDuplicate = onDuplicateOf(params.on_duplicate);
  const name = nameOf(params);
  if (params.size && (await wouldExceedQuota(ctx, context, params.size))) {
    throw new Refusal(400, { message: 'file size exceeds quota' });
  }
  const target = folder ?? (await folderFor(ctx, context, path, params.parent_folder_id));
  const file = await insertPlaceholder(ctx, context, target, name, params);
  if (!params.url) return await ticketFor(ctx, file, params, onDuplicate);

  const args = { attachment_id: file.id, url: params.url, on_duplicate: onDuplicate };
  const progress = await enqueue(ctx, uploadByUrlJob, args, {
    progress: { context: { type: 'User', id: ctx.me.id }, tag: 'upload_via_url' },
  });
  return { progress: serializeProgress(ctx, progress) };
}

/** @throws Refusal for what is neither */
export function onDuplicateOf(text: string | null | undefined): OnDuplicate {
  if (text === undefined || text === null) return 'overwrite';
  if (!isOnDuplicate(text)) throw new Refusal(400, { message: 'invalid on_duplicate option' });
  return text;
}

function nameOf({ name, filename, url }: UploadParams): string {
  const given = name || filename || (url && URL.canParse(url) && decodedTail(new URL(url).pathname));
  if (!given || given.trim() === '') throw new MissingParameter('name');
  return given;
}

function decodedTail(path: string): string {
  const tail = path.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(tail);
  } catch {
    return tail;
  }
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

async function insertPlaceholder(
  ctx: Context,
  context: AnyContext,
  folder: FolderRow,
  name: string,
  params: UploadParams,
): Promise<AttachmentRow> {
  return await ctx.db
    .insertInto('attachments')
    .values({
      ...inContext(context),
      ...nameColumns(displayName(name)),
      folder_id: folder.id,
      user_id: ctx.me.id,
      uuid: randomToken(40),
      filename: storedName(name),
      content_type: contentTypeOf(params),
      locked: folder.submission_context_code === null && (await lockedUntilUsageRights(ctx, context)),
      category: params.category === 'icon_maker_icons' ? params.category : 'uncategorized',
      modified_at: ctx.now,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The first name with a known extension decides, unless the type was said. */
function contentTypeOf({ content_type, name, filename, url }: UploadParams): string {
  const named = [name, filename, url].map((each) => (each ? typeOfName(each) : UNKNOWN_TYPE));
  return mediaType(content_type) ?? named.find((type) => type !== UNKNOWN_TYPE) ?? UNKNOWN_TYPE;
}

async function ticketFor(
  ctx: Context,
  file: AttachmentRow,
  { no_redirect, success_include }: UploadParams,
  onDuplicate: OnDuplicate,
): Promise<UploadTicket> {
  // What is the default stands in no address.
  const rename: Record<string, string> = onDuplicate === 'rename' ? { on_duplicate: onDuplicate } : {};
  const announced = {
    id: file.id,
    filename: file.filename,
    contentType: file.content_type,
    successUrl: successUrl(ctx, file, { ...rename, ...(success_include && { include: success_include }) }),
    noRedirect: no_redirect === true,
  };
  const { files, secret } = ctx.site;
  if (isDirect(files)) {
    const { ticket, key } = await files.announce(announced);
    await ctx.db.updateTable('attachments').set({ content_key: key }).where('id', '=', file.id).execute();
    return ticket;
  }
  const query = encodeParams({ ...rename, ...(success_include && { success_include }) });
  const uploadUrl = ctx.url(`/files_api${query && `?${query}`}`);
  return diskTicket(announced, { secret, now: ctx.now, uploadUrl });
}

/** Where step 3 is. The uuid stands last: see create-success.ts. */
export function successUrl(
  ctx: Context,
  { id, uuid }: Pick<AttachmentRow, 'id' | 'uuid'>,
  params: Record<string, string | string[]>,
): string {
  return ctx.url(`/api/v1/files/${id}/create_success?${encodeParams({ ...params, uuid })}`);
}
