import { operation } from '../../http/operation.ts';
import { user } from './load.ts';
import { mergeUsers } from './merge-users.ts';
import { User } from './schema.ts';
import { serializeUser } from './serialize.ts';

export default operation('PUT /api/v1/users/{id}/merge_into/{destination_user_id}', {
  summary: 'Make one user of two',
  load: { from: user('id'), into: user('destination_user_id') },
  requires: { from: 'merge', into: 'merge' },
  returns: User,
  async handle({ ctx, from, into }) {
    const merged = await mergeUsers(ctx, from, into);
    return await serializeUser(ctx, merged, {
      context: { account: ctx.rootAccount },
      includes: ['locale'],
    });
  },
});
