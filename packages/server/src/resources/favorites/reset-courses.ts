import { operation } from '../../http/operation.ts';
import { resetFavorites } from './queries.ts';
import { Reset } from './schema.ts';

export default operation('DELETE /api/v1/users/self/favorites/courses', {
  summary: 'Forget my favorite courses',
  requires: 'user',
  returns: Reset,
  async handle({ ctx }) {
    await resetFavorites(ctx, 'Course');
    return { status: 'ok' };
  },
});
