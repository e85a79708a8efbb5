import { operation } from '../../http/operation.ts';
import { conversation } from './load.ts';
import { Conversation } from './schema.ts';
import { serializeConversation, viewOf } from './serialize.ts';
import { removeMessages } from './view.ts';

export default operation('DELETE /api/v1/conversations/{id}', {
  summary: 'Delete a conversation for oneself; the others keep it',
  load: { held: conversation('id') },
  requires: 'user',
  returns: Conversation,
  async handle({ ctx, held, params }) {
    const emptied = await removeMessages(ctx, held);
    return await serializeConversation(ctx, emptied, { ...viewOf(params), visible: false });
  },
});
