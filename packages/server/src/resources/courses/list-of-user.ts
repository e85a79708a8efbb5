import { sql } from 'kysely';
import { mayInAccount } from '../../domain/account-access.ts';
import { mayToUser } from '../../domain/user-access.ts';
import { Unauthorized } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { Either, List } from '../../http/schema.ts';
import { user } from '../users/load.ts';
import { Course, RestrictedCourse } from './schema.ts';
import { userCourses } from './user-courses.ts';

export default operation('GET /api/v1/users/{user_id}/courses', {
  summary: 'The courses in which a user is enrolled',
  load: { user: user('user_id') },
  // Either of two rights will do, on different things: see below.
  requires: 'user',
  returns: List(Either(Course, RestrictedCourse)),
  async handle({ ctx, user, params }) {
    if (!(await mayToUser(ctx, user, 'read')) && !(await readsAnAccountOf(ctx, user)))
      throw new Unauthorized();
    return await userCourses(ctx, user, params);
  },
});

/** Whether the caller may read any account that the user belongs to, by login or enrollment, or one above it. */
async function readsAnAccountOf(ctx: Context, user: User): Promise<boolean> {
  const accounts = await ctx.db
    .selectFrom('accounts')
    .selectAll()
    .where(
      sql<boolean>`id in (select unnest(holder.path) from accounts holder where holder.id in (
        select account_id from pseudonyms where user_id = ${user.id} and workflow_state <> 'deleted'
        union select courses.account_id from enrollments join courses on courses.id = enrollments.course_id
          where enrollments.user_id = ${user.id} and enrollments.workflow_state <> 'deleted'))`,
    )
    .orderBy('id')
    .execute();
  for (const account of accounts) if (await mayInAccount(ctx, account, 'read')) return true;
  return false;
}
