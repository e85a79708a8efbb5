import { type Expression, type SqlBool, sql } from 'kysely';
import { mayInAccount } from '../../domain/account-access.ts';
import { courseAccess, mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { belongsTo } from '../../domain/membership.ts';
import type { Permission } from '../../domain/permissions.ts';
import { usersMatching } from '../../domain/user-search.ts';
import { enrollmentsVisibleTo } from '../../domain/visible-enrollments.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { User } from '../users/schema.ts';
import { knownUserIncludes, serializeUsers } from '../users/serialize.ts';
import { groupCategory } from './load.ts';
import { categoryGrants, contextOfCategory, type GroupsContext } from './rules.ts';
import { inNoGroupOf } from './unassigned.ts';

export default operation('GET /api/v1/group_categories/{group_category_id}/users', {
  summary: 'The people who are or could be in the groups of a set',
  load: { category: groupCategory('group_category_id') },
  // It takes the roster of a course, and more for tags.
  requires: 'user',
  returns: List(User),
  async handle({ ctx, category, params }) {
    const context = await contextOfCategory(ctx, category);
    await demand(ctx, may(ctx, context, context.type === 'Course' ? 'read_roster' : 'read'));
    if (category.non_collaborative) await demand(ctx, categoryGrants(ctx, category, 'manage'));
    const conditions = [
      await around(ctx, context),
      ...(params.unassigned ? [inNoGroupOf(category)] : []),
      ...(params.search_term ? [await matching(ctx, context, params.search_term)] : []),
    ];
    const query = conditions.reduce(
      (base, condition) => base.where(condition),
      ctx.db.selectFrom('users').selectAll('users').where('users.workflow_state', '<>', 'deleted'),
    );
    const users = await paginate(ctx, query, {
      key: 'users.id',
      order: [{ by: 'users.sortable_name_key' }],
      kind: 'total',
    });
    return await serializeUsers(ctx, users, {
      context: context.type === 'Course' ? { course: context.course } : { account: context.account },
      includes: knownUserIncludes(params.include),
    });
  },
});

const may = (ctx: Context, context: GroupsContext, right: Permission | 'read'): Promise<boolean> =>
  context.type === 'Course'
    ? mayInCourse(ctx, context.course, right)
    : mayInAccount(ctx, context.account, right);

/** The students of a course whom the caller sees, or the people of an account. */
async function around(ctx: Context, context: GroupsContext): Promise<Expression<SqlBool>> {
  if (context.type === 'Account') return belongsTo(context.account);
  const conditions = [
    sql<SqlBool>`enrollments.course_id = ${context.id}`,
    sql<SqlBool>`enrollments.type = 'StudentEnrollment'`,
    sql<SqlBool>`enrollments.workflow_state not in ('rejected', 'completed', 'deleted', 'inactive')`,
    ...enrollmentsVisibleTo(await courseAccess(ctx, context.course)),
  ];
  return sql<SqlBool>`exists (select 1 from enrollments where enrollments.user_id = users.id
    and ${sql.join(conditions, sql` and `)})`;
}

async function matching(ctx: Context, context: GroupsContext, term: string): Promise<Expression<SqlBool>> {
  return usersMatching(term, ctx.rootAccount, {
    logins: await may(ctx, context, 'view_user_logins'),
    sis: (await may(ctx, context, 'read_sis')) || (await may(ctx, context, 'manage_sis')),
    emails: await may(ctx, context, 'read_email_addresses'),
  });
}
