import { operation } from '../../http/operation.ts';
import { tokenOrApps, tokenOwner } from './load.ts';
import { Token } from './schema.ts';
import { serializeToken } from './serialize.ts';

export default operation('GET /api/v1/users/{user_id}/tokens/{id}', {
  summary: 'One access token, without its secret',
  load: { owner: tokenOwner('user_id'), token: tokenOrApps('id') },
  requires: { owner: 'read_access_tokens' },
  returns: Token,
  handle: async ({ ctx, token }) => serializeToken(ctx, token),
});
