import { Unauthorized } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { expiryOf } from './expiry.ts';
import { mayHandleTokens, stateFor, tokenOwner } from './load.ts';
import { Token } from './schema.ts';
import { serializeToken } from './serialize.ts';
import {
  checkedPurpose,
  makeSecret,
  narrowingColumns,
  refuseNarrowed,
  tokenParams,
  tokenRefusal,
} from './write.ts';

export default operation('POST /api/v1/users/{user_id}/tokens', {
  summary: 'Make an access token, for oneself or for a user who then activates it',
  load: { owner: tokenOwner('user_id') },
  // Asked of the one who really signed in, after the parameters.
  requires: 'user',
  returns: Token,
  async handle({ ctx, owner, params }) {
    refuseNarrowed(ctx);
    const { purpose, expires_at: expiry, ...narrowing } = tokenParams(ctx, params.token);
    if (purpose === undefined) throw tokenRefusal('token[purpose] is missing');
    const expires_at = await expiryOf(ctx, expiry);
    if (!(await mayHandleTokens(ctx, owner, 'create_access_tokens'))) throw new Unauthorized();
    const { secret, columns } = makeSecret(ctx);
    const token = await ctx.db
      .insertInto('access_tokens')
      .values({
        ...columns,
        user_id: owner.id,
        purpose: checkedPurpose(purpose),
        expires_at,
        ...(await narrowingColumns(ctx, narrowing)),
        workflow_state: stateFor(ctx, owner),
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return serializeToken(ctx, token, secret);
  },
});
