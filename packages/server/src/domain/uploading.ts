/** Step 1 of an upload, the same for whatever the file will belong to: a row that waits for its bytes. */
import { MissingParameter, Refusal } from '../errors.ts';
import { mediaType, typeOfName, UNKNOWN_TYPE } from '../files/content-types.ts';
import { displayName, storedName } from '../files/names.ts';
import { isDirect, type UploadTicket } from '../files/storage.ts';
import { diskTicket } from '../files/upload-policy.ts';
import type { Context } from '../http/context.ts';
import { encodeParams } from '../http/encode-params.ts';
import type { Params } from '../http/operation.ts';
import { enqueue, type Progress } from '../jobs/enqueue.ts';
import {
  type AttachmentRow,
  isOnDuplicate,
  lockedUntilUsageRights,
  nameColumns,
  type OnDuplicate,
} from './attachments.ts';
import { type AnyContext, inContext } from './contexts.ts';
import type { FolderRow } from './folders.ts';
import { randomToken } from './random-token.ts';
import { uploadByUrlJob } from './upload-by-url-job.ts';

export type UploadParams = Params<'POST /api/v1/courses/{course_id}/files'>;

/** Where a file is to go. */
export interface UploadTarget {
  readonly context: AnyContext;
  /** Null for one that stands in no folder. */
  readonly folder: FolderRow | null;
  /** What the row says besides. */
  readonly columns?: Partial<Pick<AttachmentRow, 'counts_for_quota' | 'comment_assignment_id'>>;
  /** The assignment to hand it in for, once it has been fetched. */
  readonly submitTo?: { readonly assignmentId: number; readonly comment: string | null };
}

export type Begun = { readonly fileId: number } & (
  | { readonly ticket: UploadTicket }
  | { readonly progress: Progress }
);

/** @returns the ticket for step 2, or the Progress of a job that fetches the file */
export async function beginUpload(ctx: Context, target: UploadTarget, params: UploadParams): Promise<Begun> {
  const onDuplicate = onDuplicateOf(params.on_duplicate);
  const file = await insertPlaceholder(ctx, target, params);
  if (!params.url) return { fileId: file.id, ticket: await ticketFor(ctx, file, params, onDuplicate) };

  const { submitTo } = target;
  const args = {
    attachment_id: file.id,
    url: params.url,
    on_duplicate: onDuplicate,
    ...(submitTo && { submit_to: submitTo.assignmentId, comment: submitTo.comment }),
  };
  const progress = await enqueue(ctx, uploadByUrlJob, args, {
    progress: { context: { type: 'User', id: ctx.me.id }, tag: 'upload_via_url' },
  });
  return { fileId: file.id, progress };
}

/** @throws Refusal for what is neither */
export function onDuplicateOf(text: string | null | undefined): OnDuplicate {
  if (text === undefined || text === null) return 'overwrite';
  if (!isOnDuplicate(text)) throw new Refusal(400, { message: 'invalid on_duplicate option' });
  return text;
}

/** @throws MissingParameter where nothing names it */
export function nameOf({ name, filename, url }: UploadParams): string {
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

async function insertPlaceholder(
  ctx: Context,
  { context, folder, columns }: UploadTarget,
  params: UploadParams,
): Promise<AttachmentRow> {
  const name = nameOf(params);
  const isForSubmissions = folder === null || folder.submission_context_code !== null;
  return await ctx.db
    .insertInto('attachments')
    .values({
      ...inContext(context),
      ...nameColumns(displayName(name)),
      folder_id: folder?.id ?? null,
      user_id: ctx.me.id,
      uuid: randomToken(40),
      filename: storedName(name),
      content_type: contentTypeOf(params),
      locked: !isForSubmissions && (await lockedUntilUsageRights(ctx, context)),
      category: params.category === 'icon_maker_icons' ? params.category : 'uncategorized',
      modified_at: ctx.now,
      created_at: ctx.now,
      updated_at: ctx.now,
      ...columns,
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
