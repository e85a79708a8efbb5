import { sql } from 'kysely';
import { knownIncludes } from '../../http/includes.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { Group } from './schema.ts';
import { groupIncludes, serializeGroups } from './serialize.ts';

export default operation('GET /api/v1/users/self/groups', {
  summary: 'My groups, wherever they are',
  requires: 'user',
  returns: List(Group),
  async handle({ ctx, params: { context_type, include } }) {
    const query = ctx.db
      .selectFrom('groups')
      .selectAll('groups')
      .where('workflow_state', '<>', 'deleted')
      .where('non_collaborative', '=', false)
      .where(
        sql<boolean>`exists (select 1 from group_memberships where group_memberships.group_id = groups.id
          and group_memberships.user_id = ${ctx.me.id} and group_memberships.workflow_state = 'accepted')`,
      )
      .$if(Boolean(context_type), (q) => q.where(sql<boolean>`context_type = ${context_type}`));
    const groups = await paginate(ctx, query, {
      key: 'groups.id',
      order: [{ by: 'groups.name_key' }],
      kind: 'bookmarks',
    });
    return await serializeGroups(ctx, groups, { includes: knownIncludes(include, groupIncludes) });
  },
});
