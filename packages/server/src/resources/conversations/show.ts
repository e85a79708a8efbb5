import { operation } from '../../http/operation.ts';
import { conversation } from './load.ts';
import { messagesOf } from './messages.ts';
import { Conversation } from './schema.ts';
import { serializeConversation, viewOf } from './serialize.ts';
import { change } from './view.ts';

export default operation('GET /api/v1/conversations/{id}', {
  summary: 'One of one’s conversations, with its messages; what was unread is read from now on',
  load: { held: conversation('id') },
  requires: 'user',
  returns: Conversation,
  async handle({ ctx, held, params }) {
    // Asked for, it is read: Canvas writes in a GET too.
    const reads = params.auto_mark_as_read !== false && held.participant.workflow_state === 'unread';
    const seen = reads ? await ctx.transaction((ctx) => change(ctx, held, { workflow_state: 'read' })) : held;
    return await serializeConversation(ctx, seen, {
      ...viewOf(params),
      messages: await messagesOf(ctx, held.conversation.id).execute(),
      submissions: true,
      contexts: params.include_participant_contexts !== false,
      indirect: true,
      visible: params,
      contextName: 'inside',
      replyCheck: true,
      beta: Boolean(params.include_beta),
    });
  },
});
