import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { Group } from '../groups/schema.ts';
import { serializeGroups } from '../groups/serialize.ts';
import { favoriteIds } from './queries.ts';

export default operation('GET /api/v1/users/self/favorites/groups', {
  summary: 'My favorite groups, or all of mine until I choose',
  requires: 'user',
  returns: List(Group),
  async handle({ ctx }) {
    const chosen = await favoriteIds(ctx, 'Group');
    const mine = ctx.db
      .selectFrom('groups')
      .selectAll('groups')
      .where('workflow_state', '<>', 'deleted')
      .where('non_collaborative', '=', false)
      .where(
        sql<boolean>`exists (select 1 from group_memberships where group_memberships.group_id = groups.id
          and group_memberships.user_id = ${ctx.me.id} and group_memberships.workflow_state <> 'deleted')`,
      )
      .orderBy('name_key')
      .orderBy('id');
    // A choice that holds none of mine any more is none.
    const favorites = chosen.size > 0 ? await mine.where('id', '=', anyOf(chosen)).execute() : [];
    return await serializeGroups(ctx, favorites.length > 0 ? favorites : await mine.execute());
  },
});
