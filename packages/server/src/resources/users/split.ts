import { demand } from '../../domain/demand.ts';
import { mayToUser } from '../../domain/user-access.ts';
import { Refusal } from '../../errors.ts';
import type { Context, User as UserRow } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { findUser, user } from './load.ts';
import { User } from './schema.ts';
import { serializeUsers } from './serialize.ts';
import { splitOff } from './split-users.ts';

const DAYS = 180;

export default operation('POST /api/v1/users/{id}/split', {
  summary: 'Make the users again who were merged into one',
  load: { user: user('id') },
  // Canvas says that there is nothing to split before it asks who wants to know.
  requires: 'user',
  returns: List(User),
  async handle({ ctx, user }) {
    const merges = await recentMerges(ctx, user);
    if (merges.length === 0) throw new Refusal(400, { message: 'Nothing to split off of this user' });
    await demand(ctx, mayToUser(ctx, user, 'merge'));
    const users: UserRow[] = [];
    // The last merge first, so that each finds what it left.
    for (const merge of merges) users.push(await splitOff(ctx, merge));
    users.push(await findUser(ctx, String(user.id)));
    users.sort((a, b) => (a.short_name < b.short_name ? -1 : a.short_name > b.short_name ? 1 : a.id - b.id));
    return await serializeUsers(ctx, users);
  },
});

function recentMerges(ctx: Context, { id }: UserRow) {
  const since = new Date(Date.parse(ctx.now) - DAYS * 86_400_000).toISOString();
  return ctx.db
    .selectFrom('user_merges')
    .selectAll()
    .where('into_user_id', '=', id)
    .where('workflow_state', '=', 'active')
    .where('created_at', '>', since)
    .orderBy('id', 'desc')
    .execute();
}
