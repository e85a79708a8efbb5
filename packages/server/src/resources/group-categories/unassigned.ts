/** Who of a course or account is in no group of a category. */
import { type Expression, type SqlBool, sql } from 'kysely';
import { contextOf } from '../../domain/contexts.ts';
import type { GroupCategoryRow } from '../../domain/group-access.ts';
import { allowsSeveral } from '../../domain/group-members.ts';
import { belongsTo } from '../../domain/membership.ts';
import type { Context } from '../../http/context.ts';

/** Of a query over `users`: those in no group of a category that isn't deleted. */
export const inNoGroupOf = ({ id }: Pick<GroupCategoryRow, 'id'>): Expression<SqlBool> =>
  sql<SqlBool>`not exists (select 1 from group_memberships
    join groups on groups.id = group_memberships.group_id
    where group_memberships.user_id = users.id and group_memberships.workflow_state <> 'deleted'
      and groups.group_category_id = ${id} and groups.workflow_state <> 'deleted')`;

/** Students of the course, or people of the account. Where one can be in several groups, all are as good as in none. */
export async function unassignedUsers(ctx: Context, category: GroupCategoryRow) {
  const context = await contextOf(ctx, category);
  const around =
    context.type === 'Account'
      ? belongsTo(context.account)
      : sql<boolean>`exists (select 1 from enrollments where enrollments.user_id = users.id
          and enrollments.course_id = ${context.id} and enrollments.type = 'StudentEnrollment'
          and enrollments.workflow_state not in ('rejected', 'completed', 'deleted', 'inactive'))`;
  return ctx.db
    .selectFrom('users')
    .where('users.workflow_state', '<>', 'deleted')
    .where(around)
    .$if(!allowsSeveral(category), (query) => query.where(inNoGroupOf(category)));
}
