import { operation } from '../../http/operation.ts';
import { group } from '../groups/load.ts';
import { Favorite } from './schema.ts';

export default operation('DELETE /api/v1/users/self/favorites/groups/{id}', {
  summary: 'Take a group out of my favorites',
  load: { group: group('id') },
  requires: 'user',
  returns: Favorite,
  async handle({ ctx, group }) {
    const removed = await ctx.db
      .deleteFrom('favorites')
      .where('user_id', '=', ctx.me.id)
      .where('context_type', '=', 'Group')
      .where('context_id', '=', group.id)
      .returning(['context_id', 'context_type'])
      .executeTakeFirst();
    return removed ?? {};
  },
});
