import { operation } from '../../http/operation.ts';
import { demandForToken, tokenOrApps, tokenOwner } from './load.ts';
import { Token } from './schema.ts';
import { serializeToken } from './serialize.ts';

export default operation('DELETE /api/v1/users/{user_id}/tokens/{id}', {
  summary: 'Revoke an access token',
  load: { owner: tokenOwner('user_id'), token: tokenOrApps('id') },
  // Asked of the one who really signed in, and refused as 404 for another's token.
  requires: 'user',
  returns: Token,
  async handle({ ctx, owner, token }) {
    await demandForToken(ctx, owner, 'delete_access_tokens');
    const deleted = await ctx.db
      .updateTable('access_tokens')
      .set({ workflow_state: 'deleted', deleted_at: ctx.now, updated_at: ctx.now })
      .where('id', '=', token.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return serializeToken(ctx, { ...token, ...deleted });
  },
});
