import { type SqlBool, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { type AccountContext, type CourseContext, contextOf } from '../../domain/contexts.ts';
import { standingsOf } from '../../domain/enrollment-standing.ts';
import { type GroupRow, groupAccess } from '../../domain/group-access.ts';
import { groupGrants } from '../../domain/group-rights.ts';
import { usersMatching } from '../../domain/user-search.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { User } from '../users/schema.ts';
import { knownUserIncludes, serializeUsers } from '../users/serialize.ts';
import { sectionRestriction } from './group-facts.ts';
import { group } from './load.ts';

export default operation('GET /api/v1/groups/{group_id}/users', {
  summary: 'The people in a group',
  load: { group: group('group_id') },
  requires: { group: 'read' },
  returns: List(User),
  async handle({ ctx, group, params }) {
    const restriction = await sectionRestriction(ctx, [group]);
    const joined = [
      sql<SqlBool>`group_memberships.group_id = ${group.id}`,
      ...(params.exclude_inactive === true
        ? [sql<SqlBool>`group_memberships.user_id = ${anyOf(await activeMembers(ctx, group))}`]
        : []),
      ...(restriction ? [restriction] : []),
    ];
    const query = ctx.db
      .selectFrom('users')
      .selectAll('users')
      .where('users.workflow_state', '<>', 'deleted')
      .where(
        sql<boolean>`exists (select 1 from group_memberships
          join groups on groups.id = group_memberships.group_id
          where group_memberships.user_id = users.id and group_memberships.workflow_state <> 'deleted'
            and ${sql.join(joined, sql` and `)})`,
      );
    const found = params.search_term ? query.where(await matching(ctx, group, params.search_term)) : query;
    const users = await paginate(ctx, found, {
      key: 'users.id',
      order: [{ by: 'users.sortable_name_key' }],
      kind: 'total',
    });
    const context = (await contextOf(ctx, group)) as CourseContext | AccountContext;
    return await serializeUsers(ctx, users, {
      context: context.type === 'Course' ? { course: context.course } : { account: context.account },
      includes: knownUserIncludes(params.include),
    });
  },
});

async function matching(ctx: Context, group: GroupRow, term: string) {
  const access = await groupAccess(ctx, group);
  return usersMatching(term, ctx.rootAccount, {
    logins: groupGrants('view_user_logins', access),
    sis: groupGrants('read_sis', access),
    emails: groupGrants('read_email_addresses', access),
  });
}

/** Those who have accepted, and of a course who are at work in it now. */
async function activeMembers(ctx: Context, { id, context_type, context_id }: GroupRow): Promise<number[]> {
  const members = await ctx.db
    .selectFrom('group_memberships')
    .select('user_id')
    .where('group_id', '=', id)
    .where('workflow_state', '=', 'accepted')
    .execute();
  const ids = members.map(({ user_id }) => user_id);
  if (context_type === 'Account') return ids;
  const enrollments = await ctx.db
    .selectFrom('enrollments')
    .select(['id', 'course_id', 'user_id'])
    .where('course_id', '=', context_id)
    .where('user_id', '=', anyOf(ids))
    .where('workflow_state', '=', 'active')
    .execute();
  const standings = await standingsOf(ctx, enrollments);
  return enrollments.filter((each) => standings.get(each.id)?.state === 'active').map((each) => each.user_id);
}
