/**
 * Who may do what with a file. To read it is to know that it is there; what is in it takes the right to download it.
 * Source: the policy of Canvas's Attachment.
 */
import type { AttachmentRow } from '../../domain/attachments.ts';
import { type AnyContext, contextOf } from '../../domain/contexts.ts';
import { courseAccess } from '../../domain/course-access.ts';
import { mayAnyInFileContext, mayInFileContext } from '../../domain/file-contexts.ts';
import { folderStates } from '../../domain/folders.ts';
import type { LockInfo } from '../../domain/lock-explanation.ts';
import type { Context } from '../../http/context.ts';

export type FileRight = 'read' | 'download' | 'update' | 'delete';

type Rule = (ctx: Context, file: AttachmentRow, context: AnyContext) => Promise<boolean>;

const isPublic = ({ file_state }: AttachmentRow) => file_state === 'public';

/** What was handed in belongs to its submission: not even its owner changes it. */
async function isInSubmissionsFolder(ctx: Context, { folder_id }: AttachmentRow): Promise<boolean> {
  if (folder_id === null) return false;
  const { submission_context_code } = await ctx.once(`submissionsFolder:${folder_id}`, () =>
    ctx.db
      .selectFrom('folders')
      .select('submission_context_code')
      .where('id', '=', folder_id)
      .executeTakeFirstOrThrow(),
  );
  return submission_context_code !== null;
}

/** A course's file may be open to fewer or to more than the course; it has a `visibility_level`. */
async function readsThroughContext(ctx: Context, file: AttachmentRow, context: AnyContext): Promise<boolean> {
  if (context.type !== 'Course') return await mayInFileContext(ctx, context, 'read');
  if (await mayInFileContext(ctx, context, 'read_as_member')) return true;
  const { course } = context;
  if (course.workflow_state !== 'available') return false;
  const own =
    file.visibility_level === 'inherit' ? await filesVisibility(ctx, context) : file.visibility_level;
  return own === 'public' || (own === 'institution' && ctx.user !== null);
}

async function filesVisibility(ctx: Context, { course }: AnyContext & { type: 'Course' }): Promise<string> {
  const chosen = (await courseAccess(ctx, course)).filesVisibility;
  if (chosen) return chosen;
  return course.is_public ? 'public' : course.is_public_to_auth_users ? 'institution' : 'course';
}

const changes =
  (right: 'manage_files_edit' | 'manage_files_delete'): Rule =>
  async (ctx, file, context) =>
    (await mayInFileContext(ctx, context, right)) && !(await isInSubmissionsFolder(ctx, file));

const fileRights: Record<FileRight, Rule> = {
  update: changes('manage_files_edit'),
  delete: changes('manage_files_delete'),
  async read(ctx, file, context) {
    return (
      isPublic(file) ||
      (await readsThroughContext(ctx, file, context)) ||
      (await mayInFileContext(ctx, context, 'manage_files_add')) ||
      (await fileRights.update(ctx, file, context)) ||
      (await fileRights.delete(ctx, file, context))
    );
  },
  async download(ctx, file, context) {
    if (isPublic(file) || (await mayInFileContext(ctx, context, 'manage_files_add'))) return true;
    if (!(await readsThroughContext(ctx, file, context))) return false;
    const lockOf = await fileLocks(ctx, [file]);
    return lockOf(file) === undefined;
  },
};

export async function fileGrants(ctx: Context, file: AttachmentRow, right: FileRight): Promise<boolean> {
  return await fileRights[right](ctx, file, await contextOf(ctx, file));
}

/** Whoever has a file's `verifier` may read it, whoever he is. */
export async function mayReadWith(
  ctx: Context,
  file: AttachmentRow,
  right: 'read' | 'download',
  verifier: string | null | undefined,
): Promise<boolean> {
  return (verifier ?? '') === file.uuid || (await fileGrants(ctx, file, right));
}

/** What keeps the caller from some files, in a number of queries that doesn't grow with them. */
export async function fileLocks(
  ctx: Context,
  files: readonly AttachmentRow[],
): Promise<(file: AttachmentRow) => LockInfo | undefined> {
  const stateOf = await folderStates(
    ctx,
    files.map(({ folder_id }) => folder_id),
  );
  const exempt = new Map<number, boolean>();
  for (const file of files) {
    const context = await contextOf(ctx, file);
    exempt.set(file.id, await mayAnyInFileContext(ctx, context, ['read_as_admin', 'manage_files_add']));
  }
  return (file) => {
    if (exempt.get(file.id)) return undefined;
    const asset_string = `attachment_${file.id}`;
    if (file.locked || stateOf(file.folder_id).locked) return { asset_string, manually_locked: true };
    if (file.unlock_at !== null && ctx.now < file.unlock_at)
      return { asset_string, unlock_at: file.unlock_at };
    if (file.lock_at !== null && ctx.now > file.lock_at) return { asset_string, lock_at: file.lock_at };
    return undefined;
  };
}
