import { anyOf } from '../../db/any-of.ts';
import type { Context } from '../../http/context.ts';
import type { ConversationRow } from './load.ts';
import { MOST_IN_GROUP } from './recipients.ts';
import { ConversationRefusal } from './refusals.ts';

/** @throws ConversationRefusal where with these people there would be more than a hundred beside the author */
export async function refuseTooMany(
  ctx: Context,
  { id }: ConversationRow,
  userIds: readonly number[],
  message: string,
): Promise<void> {
  const { others } = await ctx.db
    .selectFrom('conversation_participants')
    .select((eb) => eb.fn.countAll<number>().as('others'))
    .where('conversation_id', '=', id)
    .where((eb) => eb.not(eb('user_id', '=', anyOf(userIds))))
    .executeTakeFirstOrThrow();
  if (others + userIds.length > MOST_IN_GROUP + 1) throw new ConversationRefusal('recipients', message);
}
