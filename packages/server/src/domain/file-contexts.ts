/** What files and folders belong to, and what the acting user may do with them there. */
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Tables } from '../db/tables/index.ts';
import type { Account, Context, User } from '../http/context.ts';
import { mayInAccount } from './account-access.ts';
import { type CourseRow, mayInCourse } from './course-access.ts';
import { mayToUser } from './user-access.ts';
import type { UserRight } from './user-rights.ts';

export type FileContext =
  | { readonly type: 'Course'; readonly id: number; readonly course: CourseRow }
  | { readonly type: 'User'; readonly id: number; readonly user: User }
  | { readonly type: 'Account'; readonly id: number; readonly account: Account };

/** What rows of files and folders say of it. Groups don't exist yet. */
export interface InFileContext {
  readonly context_type: 'Course' | 'User' | 'Group' | 'Account';
  readonly context_id: number;
}

export const ofCourse = (course: CourseRow): FileContext => ({ type: 'Course', id: course.id, course });
export const ofUser = (user: User): FileContext => ({ type: 'User', id: user.id, user });
export const ofAccount = (account: Account): FileContext => ({ type: 'Account', id: account.id, account });

/** Columns of whatever belongs to a context. */
export const inContext = ({ type, id }: FileContext) => ({ context_type: type, context_id: id });

/** `course_42` */
export const assetString = ({ type, id }: FileContext): string => `${type.toLowerCase()}_${id}`;

/** `/courses/42` */
export const contextPath = ({ type, id }: FileContext): string => `/${type.toLowerCase()}s/${id}`;

/** The context of a row, in whatever state; looked up once a request. */
export function fileContextOf(
  ctx: Context,
  { context_type, context_id }: InFileContext,
): Promise<FileContext> {
  return ctx.once(`fileContext:${context_type}:${context_id}`, async () => {
    if (context_type === 'Course') {
      return ofCourse(await byId(ctx.db.selectFrom('courses').selectAll(), context_id));
    }
    if (context_type === 'User') {
      return ofUser(await byId(ctx.db.selectFrom('users').selectAll(), context_id));
    }
    if (context_type === 'Account') {
      return ofAccount(await byId(ctx.db.selectFrom('accounts').selectAll(), context_id));
    }
    throw new Error('groups have no files yet');
  });
}

const byId = <TB extends keyof Tables, Row>(query: SelectQueryBuilder<Tables, TB, Row>, id: number) =>
  query.where(sql.ref('id'), '=', id).executeTakeFirstOrThrow();

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
  context: FileContext,
  right: FileContextRight,
): Promise<boolean> {
  if (context.type === 'Course') return await mayInCourse(ctx, context.course, right);
  if (right === 'read_as_member') return false;
  if (context.type === 'User') return await mayToUser(ctx, context.user, toUser[right]);
  return await mayInAccount(ctx, context.account, right);
}

/** Any of some rights. */
export async function mayAnyInFileContext(
  ctx: Context,
  context: FileContext,
  rights: readonly FileContextRight[],
): Promise<boolean> {
  for (const right of rights) if (await mayInFileContext(ctx, context, right)) return true;
  return false;
}

export const MANAGE_FILES = ['manage_files_add', 'manage_files_edit', 'manage_files_delete'] as const;

/** Whoever also sees what is hidden or locked. */
export const seesHiddenFiles = (ctx: Context, context: FileContext): Promise<boolean> =>
  mayAnyInFileContext(ctx, context, ['read_as_admin', ...MANAGE_FILES]);
