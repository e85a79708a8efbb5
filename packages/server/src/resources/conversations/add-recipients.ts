import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { refuseTooMany } from './capacity.ts';
import { conversation, findHeld } from './load.ts';
import { messagesOf } from './messages.ts';
import { findRecipients, listed } from './recipients.ts';
import { addPeople } from './say.ts';
import { Conversation } from './schema.ts';
import { serializeConversation, viewOf } from './serialize.ts';

export default operation('POST /api/v1/conversations/{id}/add_recipients', {
  summary: 'Let more people take part in a conversation of a group',
  load: { held: conversation('id') },
  requires: 'user',
  returns: Conversation,
  async handle({ ctx, held, path, params }) {
    const named = listed(ctx, 'recipients', params.recipients);
    const people = await findRecipients(ctx, named, { contextCode: params.context_code });
    if (people.length === 0) throw new Refusal(400, {});
    const ids = people.map(({ id }) => id);
    await refuseTooMany(ctx, held.conversation, ids, 'too many participants for group conversation');
    await addPeople(ctx, held.conversation.id, ids);
    return await serializeConversation(ctx, await findHeld(ctx, path.id), {
      ...viewOf(params),
      messages: await messagesOf(ctx, held.conversation.id).limit(1).execute(),
      visible: params,
    });
  },
});
