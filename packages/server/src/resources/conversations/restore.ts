import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { rootAdministrator } from './administrator.ts';
import type { Held } from './load.ts';
import { serializeMessages } from './messages.ts';
import { ConversationRefusal } from './refusals.ts';
import { Message } from './schema.ts';
import { recount } from './view.ts';

export default operation('PUT /api/v1/conversations/restore', {
  summary: 'Give a message back to a user who has deleted it for himself',
  requires: 'user',
  returns: List(Message),
  async handle({ ctx, params }) {
    await rootAdministrator(ctx);
    const [messageId, userId, conversationId] = (['message_id', 'user_id', 'conversation_id'] as const).map(
      (name) => {
        if (!params[name]) throw new ConversationRefusal(name, 'required');
        return parseNumber(params[name]) ?? 0;
      },
    ) as [number, number, number];
    const held = await heldBy(ctx, conversationId, userId);
    await ctx.db
      .updateTable('conversation_message_participants')
      .set({ workflow_state: 'active', deleted_at: null })
      .where('user_id', '=', userId)
      .where('conversation_message_id', '=', messageId)
      .execute();
    const messages = await ctx.db
      .selectFrom('conversation_messages')
      .selectAll()
      .where('id', '=', messageId)
      .where('conversation_id', '=', conversationId)
      .execute();
    // From now on it is in his inbox, whoever wrote it.
    const received = { ...held.participant, last_message_at: messages[0]?.created_at ?? null };
    await recount(ctx, { ...held, participant: received });
    return await serializeMessages(ctx, messages);
  },
});

async function heldBy(ctx: Context, conversationId: number, userId: number): Promise<Held> {
  const conversation = await ctx.db
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', conversationId)
    .executeTakeFirst();
  const participant = await ctx.db
    .selectFrom('conversation_participants')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (!conversation || !participant) throw new NotFound();
  return { conversation, participant };
}
