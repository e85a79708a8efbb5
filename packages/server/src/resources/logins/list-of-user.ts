import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { user } from '../users/load.ts';
import { Logins } from './schema.ts';
import { serializeLogins } from './serialize.ts';

export default operation('GET /api/v1/users/{user_id}/logins', {
  summary: 'The logins of a user',
  load: { user: user('user_id') },
  requires: { user: 'read' },
  returns: Logins,
  async handle({ ctx, user }) {
    const query = ctx.db
      .selectFrom('pseudonyms')
      .selectAll()
      .where('user_id', '=', user.id)
      .where('workflow_state', '<>', 'deleted');
    return await serializeLogins(ctx, await paginate(ctx, query, { key: 'id', kind: 'bookmarks' }));
  },
});
