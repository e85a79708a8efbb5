/** What the acting user may do with the files and folders of a context. */
import type { Context } from '../http/context.ts';
import { mayInAccount } from './account-access.ts';
import type { AnyContext } from './contexts.ts';
import { mayInCourse } from './course-access.ts';
import { mayInGroup } from './group-access.ts';
import { mayToUser } from './user-access.ts';
import type { UserRight } from './user-rights.ts';

export type FileContextRight =
  | 'read'
  | 'read_files'
  | 'read_as_member'
  | 'read_as_admin'
  | 'manage_files_add'
  | 'manage_files_edit'
  | 'manage_files_delete';

/** Nobody but he himself manages a user's files, except by acting as him. */
const toUser: Record<Exclude<FileContextRight, 'read_as_member'>, UserRight> = {
  read: 'read',
  read_files: 'read_files',
  read_as_admin: 'manage',
  manage_files_add: 'manage',
  manage_files_edit: 'manage',
  manage_files_delete: 'manage',
};

export async function mayInFileContext(
  ctx: Context,
  context: AnyContext,
  right: FileContextRight,
): Promise<boolean> {
  if (context.type === 'Course') return await mayInCourse(ctx, context.course, right);
  if (right === 'read_as_member') return false;
  if (context.type === 'Group') return await mayInGroup(ctx, context.group, right);
  if (context.type === 'User') return await mayToUser(ctx, context.user, toUser[right]);
  return await mayInAccount(ctx, context.account, right);
}

/** Any of some rights. */
export async function mayAnyInFileContext(
  ctx: Context,
  context: AnyContext,
  rights: readonly FileContextRight[],
): Promise<boolean> {
  for (const right of rights) if (await mayInFileContext(ctx, context, right)) return true;
  return false;
}

export const MANAGE_FILES = ['manage_files_add', 'manage_files_edit', 'manage_files_delete'] as const;

/** Whoever also sees what is hidden or locked. */
export const seesHiddenFiles = (ctx: Context, context: AnyContext): Promise<boolean> =>
  mayAnyInFileContext(ctx, context, ['read_as_admin', ...MANAGE_FILES]);
