import { operation } from '../../http/operation.ts';
import { group } from '../groups/load.ts';
import { addFavorites } from './queries.ts';
import { Favorite } from './schema.ts';

export default operation('POST /api/v1/users/self/favorites/groups/{id}', {
  summary: 'Make a group a favorite of mine',
  load: { group: group('id') },
  requires: 'user',
  returns: Favorite,
  async handle({ ctx, group }) {
    await addFavorites(ctx, 'Group', [group.id]);
    return { context_id: group.id, context_type: 'Group' };
  },
});
