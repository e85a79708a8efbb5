import { parseNumber } from '../../http/ids.ts';
import { NoContent, noContent } from '../../http/no-content.ts';
import { operation } from '../../http/operation.ts';
import { Either } from '../../http/schema.ts';
import { conversation } from './load.ts';
import { Conversation } from './schema.ts';
import { serializeConversation, viewOf } from './serialize.ts';
import { removeMessages } from './view.ts';

export default operation('POST /api/v1/conversations/{id}/remove_messages', {
  summary: 'Delete messages of a conversation for oneself',
  load: { held: conversation('id') },
  requires: 'user',
  returns: Either(Conversation, NoContent),
  async handle({ ctx, held, params }) {
    if (!params.remove) return noContent();
    const ids = params.remove.flatMap((text) => parseNumber(text) ?? []);
    const left = await removeMessages(ctx, held, ids);
    return await serializeConversation(ctx, left, { ...viewOf(params), visible: params });
  },
});
