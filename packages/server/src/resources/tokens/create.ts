import { operation } from '../../http/operation.ts';
import { tokenOwner } from './load.ts';
import { makeToken } from './make.ts';
import { Token } from './schema.ts';
import { serializeToken } from './serialize.ts';
import { tokenParams } from './write.ts';

export default operation('POST /api/v1/users/{user_id}/tokens', {
  summary: 'Make an access token, for oneself or for a user who then activates it',
  load: { owner: tokenOwner('user_id') },
  // Asked of the one who really signed in, after the parameters.
  requires: 'user',
  returns: Token,
  async handle({ ctx, owner, params }) {
    const { token, secret } = await makeToken(ctx, owner, tokenParams(ctx, params.token));
    return serializeToken(ctx, token, secret);
  },
});
