/** What content belongs to: a course, a group, a user or an account. */
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Tables } from '../db/tables/index.ts';
import type { Account, Context, User } from '../http/context.ts';
import type { CourseRow } from './course-access.ts';
import type { GroupRow } from './group-access.ts';

export type CourseContext = { readonly type: 'Course'; readonly id: number; readonly course: CourseRow };
export type GroupContext = { readonly type: 'Group'; readonly id: number; readonly group: GroupRow };
export type UserContext = { readonly type: 'User'; readonly id: number; readonly user: User };
export type AccountContext = { readonly type: 'Account'; readonly id: number; readonly account: Account };
export type AnyContext = CourseContext | GroupContext | UserContext | AccountContext;

/** What rows say of it. */
export interface InAnyContext {
  readonly context_type: 'Course' | 'User' | 'Group' | 'Account';
  readonly context_id: number;
}

export const ofCourse = (course: CourseRow): CourseContext => ({ type: 'Course', id: course.id, course });
export const ofGroup = (group: GroupRow): GroupContext => ({ type: 'Group', id: group.id, group });
export const ofUser = (user: User): UserContext => ({ type: 'User', id: user.id, user });
export const ofAccount = (account: Account): AccountContext => ({ type: 'Account', id: account.id, account });

/** Columns of whatever belongs to a context. */
export const inContext = <C extends AnyContext>({ type, id }: C) => ({
  context_type: type as C['type'],
  context_id: id,
});

/** `course_42` */
export const assetString = ({ type, id }: AnyContext): string => `${type.toLowerCase()}_${id}`;

/** `/courses/42` */
export const contextPath = ({ type, id }: AnyContext): string => `/${type.toLowerCase()}s/${id}`;

/** The context of a row, in whatever state; looked up once a request. */
export function contextOf(ctx: Context, { context_type, context_id }: InAnyContext): Promise<AnyContext> {
  return ctx.once(`context:${context_type}:${context_id}`, async () => {
    if (context_type === 'Course') {
      return ofCourse(await byId(ctx.db.selectFrom('courses').selectAll(), context_id));
    }
    if (context_type === 'User') {
      return ofUser(await byId(ctx.db.selectFrom('users').selectAll(), context_id));
    }
    if (context_type === 'Group') {
      return ofGroup(await byId(ctx.db.selectFrom('groups').selectAll(), context_id));
    }
    return ofAccount(await byId(ctx.db.selectFrom('accounts').selectAll(), context_id));
  });
}

const byId = <TB extends keyof Tables, Row>(query: SelectQueryBuilder<Tables, TB, Row>, id: number) =>
  query.where(sql.ref('id'), '=', id).executeTakeFirstOrThrow();
