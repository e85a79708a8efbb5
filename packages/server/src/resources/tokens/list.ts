import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { tokenOwner, tokensOf } from './load.ts';
import { Token } from './schema.ts';
import { serializeToken } from './serialize.ts';

export default operation('GET /api/v1/users/{user_id}/user_generated_tokens', {
  summary: 'The tokens that a user, or somebody for him, made by hand',
  load: { owner: tokenOwner('user_id') },
  requires: { owner: 'read_access_tokens' },
  returns: List(Token),
  async handle({ ctx, owner }) {
    const tokens = await paginate(ctx, tokensOf(ctx, owner), {
      key: 'access_tokens.id',
      order: [{ by: 'access_tokens.created_at' }],
      kind: 'bookmarks',
    });
    return tokens.map((token) => serializeToken(ctx, token));
  },
});
