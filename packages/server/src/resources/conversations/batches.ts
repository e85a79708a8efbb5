import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { completionOf } from './batch.ts';
import { inboxOwner } from './load.ts';
import { serializeMessages } from './messages.ts';
import { Batch } from './schema.ts';

export default operation('GET /api/v1/conversations/batches', {
  summary: 'Messages to many people that are being sent',
  requires: 'user',
  returns: List(Batch),
  async handle({ ctx }) {
    const batches = await paginate(
      ctx,
      ctx.db
        .selectFrom('conversation_batches')
        .selectAll()
        .where('user_id', '=', inboxOwner(ctx).id)
        .where('workflow_state', 'in', ['created', 'sending']),
      { key: 'conversation_batches.id', kind: 'total' },
    );
    const ids = batches.map(({ root_message_id }) => root_message_id);
    const roots =
      ids.length === 0
        ? []
        : await ctx.db.selectFrom('conversation_messages').selectAll().where('id', 'in', ids).execute();
    const messages = new Map((await serializeMessages(ctx, roots)).map((message) => [message.id, message]));
    return batches.flatMap((batch) => {
      const message = messages.get(batch.root_message_id);
      if (!message) return [];
      const { id, workflow_state, recipient_ids, tags } = batch;
      const completion = completionOf(batch, ctx.now);
      return [{ id, workflow_state, completion, recipient_count: recipient_ids.length, message, tags }];
    });
  },
});
