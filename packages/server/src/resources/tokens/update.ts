import { Refusal } from '../../errors.ts';
import type { AccessToken, Context, User } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { demandForToken, stateFor, token, tokenOwner } from './load.ts';
import { Token } from './schema.ts';
import { isExpired, serializeToken } from './serialize.ts';
import { checkedPurpose, makeSecret, narrowingColumns, refuseNarrowed, tokenParams } from './write.ts';

export default operation('PUT /api/v1/users/{user_id}/tokens/{id}', {
  summary: 'Change an access token, or give it a new secret',
  load: { owner: tokenOwner('user_id'), token: token('id') },
  // Asked of the one who really signed in, and refused as 404 for another's token.
  requires: 'user',
  returns: Token,
  async handle({ ctx, owner, token, params }) {
    await demandForToken(ctx, owner, 'create_access_tokens');
    refuseNarrowed(ctx);
    const { purpose, expires_at, regenerate, ...narrowing } = tokenParams(ctx, params.token);
    if (regenerate && isExpired(ctx, token) && expires_at === undefined) {
      throw new Refusal(400, {
        errors: { message: 'cannot regenerate an expired token without a new expiration date' },
      });
    }
    const made = regenerate ? makeSecret(ctx) : undefined;
    const changes = {
      ...(made && { ...made.columns, workflow_state: renewedState(ctx, owner, token) }),
      ...(purpose !== undefined && { purpose: checkedPurpose(purpose) }),
      ...(expires_at !== undefined && { expires_at }),
      ...(await narrowingColumns(ctx, narrowing)),
    };
    if (Object.keys(changes).length === 0) return serializeToken(ctx, token);
    const changed = await ctx.db
      .updateTable('access_tokens')
      .set({ ...changes, updated_at: ctx.now })
      .where('id', '=', token.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return serializeToken(ctx, changed, made?.secret);
  },
});

/** Another's new secret waits again; one's own leaves the token as it was, waiting or not. */
function renewedState(ctx: Context, owner: User, { workflow_state }: AccessToken) {
  return stateFor(ctx, owner) === 'pending' ? 'pending' : workflow_state;
}
