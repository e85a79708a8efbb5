import { operation } from '../../http/operation.ts';
import { Text } from '../../http/schema.ts';
import { user } from './load.ts';

export default operation('DELETE /api/v1/users/{id}/sessions', {
  summary: 'Sign a user out everywhere: every token of his ends now, and every browser’s session',
  load: { user: user('id') },
  requires: { user: 'terminate_sessions' },
  returns: Text,
  async handle({ ctx, user }) {
    await ctx.db
      .updateTable('access_tokens')
      .set({ expires_at: ctx.now, updated_at: ctx.now })
      .where('user_id', '=', user.id)
      .where('workflow_state', '=', 'active')
      .execute();
    await ctx.db.deleteFrom('sessions').where('user_id', '=', user.id).execute();
    return 'ok';
  },
});
