import { operation } from '../../http/operation.ts';
import { resetFavorites } from './queries.ts';
import { Reset } from './schema.ts';

export default operation('DELETE /api/v1/users/self/favorites/groups', {
  summary: 'Forget my favorite groups',
  requires: 'user',
  returns: Reset,
  async handle({ ctx }) {
    await resetFavorites(ctx, 'Group');
    return { status: 'ok' };
  },
});
