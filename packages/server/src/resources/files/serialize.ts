import { anyOf } from '../../db/any-of.ts';
import type { AttachmentRow } from '../../domain/attachments.ts';
import { avatarToken } from '../../domain/avatars.ts';
import { type AnyContext, assetString, contextOf, contextPath } from '../../domain/contexts.ts';
import { seesHiddenFiles } from '../../domain/file-contexts.ts';
import { folderStates } from '../../domain/folders.ts';
import { lockExplanation } from '../../domain/lock-explanation.ts';
import { isThumbnailable, mimeClass } from '../../files/content-types.ts';
import type { Context } from '../../http/context.ts';
import { usageRightsOf } from '../usage-rights/serialize.ts';
import { displayUser } from '../users/display.ts';
import { fileLocks } from './rules.ts';
import type { File, FileNames } from './schema.ts';

export interface FileView {
  /** Names that aren't known are ignored. */
  include?: readonly string[] | undefined;
  only?: readonly string[] | undefined;
  /** In a list: what Canvas says there of each hidden file, which is whether the caller sees it at all. */
  hiddenForUser?: boolean;
  /** The one that the request came with; the file's own unless given. */
  verifier?: string | null | undefined;
}

/** The largest SVG that stands in as its own thumbnail. */
const MOST_SVG_BYTES = 16_384;

/** Files as Canvas sends them, in a number of queries that doesn't grow with them. */
export async function serializeFiles(
  ctx: Context,
  files: readonly AttachmentRow[],
  view: FileView = {},
): Promise<(File | FileNames)[]> {
  if (view.only?.includes('names')) return files.map(namesOf);
  const include = new Set(view.include);
  const contexts = new Map<number, AnyContext>();
  for (const file of files) contexts.set(file.id, await contextOf(ctx, file));
  const [lockOf, stateOf, sees, usersOf, rightsOf] = await Promise.all([
    fileLocks(ctx, files),
    folderStates(
      ctx,
      files.map(({ folder_id }) => folder_id),
    ),
    seenContexts(ctx, [...contexts.values()]),
    include.has('user') ? uploaders(ctx, files) : () => null,
    include.has('usage_rights') ? usageRightsOf(ctx, files) : () => null,
  ]);
  return files.map((file): File => {
    const context = contexts.get(file.id) as AnyContext;
    const lock = lockOf(file);
    const hidden = file.file_state === 'hidden' || stateOf(file.folder_id).hidden;
    const hiddenForUser = hidden && (view.hiddenForUser ?? !sees(context));
    const urls = lock ? { url: '', thumbnail_url: '' } : addresses(ctx, file, view.verifier);
    return {
      ...fieldsOf(file, urls, { hidden, hiddenForUser, locked: lock !== undefined }),
      ...(lock && { lock_info: lock, lock_explanation: lockExplanation(ctx, lock, 'file') }),
      ...(context.type === 'Course' && { visibility_level: file.visibility_level }),
      ...(include.has('user') && { user: userIn(ctx, context, usersOf(file)) }),
      ...previewOf(file, context, include, lock === undefined),
      ...(include.has('usage_rights') && { usage_rights: rightsOf(file) }),
      ...(include.has('context_asset_string') && { context_asset_string: assetString(context) }),
      ...(include.has('instfs_uuid') && { instfs_uuid: null }),
    };
  });
}

/** Files of somebody's work, which whoever sees the work may see: nothing is asked about each. */
export function serializeHandedIn(ctx: Context, files: readonly AttachmentRow[]): File[] {
  return files.map((file) => {
    const hidden = file.file_state === 'hidden';
    return fieldsOf(file, addresses(ctx, file), { hidden, hiddenForUser: false, locked: false });
  });
}

function fieldsOf(
  file: AttachmentRow,
  urls: { url: string; thumbnail_url: string | null },
  { hidden, hiddenForUser, locked }: { hidden: boolean; hiddenForUser: boolean; locked: boolean },
): File {
  return {
    ...namesOf(file),
    'content-type': file.content_type,
    url: urls.url,
    size: file.size,
    created_at: file.created_at,
    updated_at: file.updated_at,
    unlock_at: file.unlock_at,
    locked: file.locked,
    hidden,
    lock_at: file.lock_at,
    hidden_for_user: hiddenForUser,
    thumbnail_url: urls.thumbnail_url,
    modified_at: file.modified_at,
    mime_class: mimeClass(file.content_type),
    media_entry_id: file.media_entry_id,
    category: file.category,
    locked_for_user: locked,
  };
}

export async function serializeFile(ctx: Context, file: AttachmentRow, view: FileView = {}): Promise<File> {
  const { only: _, ...whole } = view;
  return (await serializeFiles(ctx, [file], whole))[0] as File;
}

function namesOf(file: AttachmentRow): FileNames {
  const { id, uuid, folder_id, display_name, filename, workflow_state } = file;
  const upload_status =
    workflow_state === 'processed' ? 'success' : workflow_state === 'errored' ? 'failed' : 'pending';
  return { id, uuid, folder_id, display_name, filename, upload_status };
}

function addresses(ctx: Context, file: AttachmentRow, verifier?: string | null) {
  const url = ctx.url(
    `/files/${file.id}/download?download_frd=1&verifier=${encodeURIComponent(verifier || file.uuid)}`,
  );
  const isSmallSvg = file.content_type === 'image/svg+xml' && (file.size ?? 0) < MOST_SVG_BYTES;
  const thumbnail = ctx.url(`/images/thumbnails/${file.id}/${file.uuid}`);
  return {
    url,
    thumbnail_url: isThumbnailable(file.content_type) ? thumbnail : isSmallSvg ? url : null,
  };
}

/** No document viewer is installed, so nothing has a preview in one; a browser's own is at `enhanced_preview_url`. */
function previewOf(file: AttachmentRow, context: AnyContext, include: ReadonlySet<string>, open: boolean) {
  const path = `${contextPath(context)}/files/${file.id}/file_preview?annotate=0`;
  return {
    ...(include.has('preview_url') && { preview_url: null }),
    ...(include.has('canvadoc_document_id') && { canvadoc_document_id: null }),
    ...(include.has('enhanced_preview_url') && {
      preview_url: open ? `${path}&verifier=${file.uuid}` : path,
    }),
  };
}

async function seenContexts(ctx: Context, contexts: readonly AnyContext[]) {
  const sees = new Map<string, boolean>();
  for (const context of contexts) {
    const key = assetString(context);
    if (!sees.has(key)) sees.set(key, await seesHiddenFiles(ctx, context));
  }
  return (context: AnyContext) => sees.get(assetString(context)) === true;
}

async function uploaders(ctx: Context, files: readonly AttachmentRow[]) {
  const ids = files.flatMap(({ user_id }) => user_id ?? []);
  const users = await ctx.db.selectFrom('users').selectAll().where('id', '=', anyOf(ids)).execute();
  const byId = new Map(users.map((user) => [user.id, user]));
  return ({ user_id }: AttachmentRow) => byId.get(user_id ?? 0) ?? null;
}

/** In his own files a user stands alone, elsewhere as one of the context. */
function userIn(ctx: Context, context: AnyContext, user: Parameters<typeof displayUser>[1] | null) {
  return user && displayUser(ctx, user, context.type === 'User' ? '' : contextPath(context));
}

/** A picture of a user's as one that he can choose: the file, with the thumbnail for its address. */
export function pictureChoice(ctx: Context, userId: number, file: File) {
  const picture = { type: 'attachment', url: file.thumbnail_url ?? file.url } as const;
  return { ...file, ...picture, token: avatarToken(ctx, userId, picture) };
}
