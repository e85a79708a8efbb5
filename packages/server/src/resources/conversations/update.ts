import { InvalidRecord, MissingParameter } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { conversation, type Held, type ParticipantRow } from './load.ts';
import { messagesOf } from './messages.ts';
import { Conversation } from './schema.ts';
import { serializeConversation, viewOf } from './serialize.ts';
import { change } from './view.ts';

const STATES = ['read', 'unread', 'archived'] as const;
const isState = (text: string): text is ParticipantRow['workflow_state'] =>
  (STATES as readonly string[]).includes(text);

export default operation('PUT /api/v1/conversations/{id}', {
  summary: 'Mark a conversation as read or unread, archive it, star it, follow it or not',
  load: { held: conversation('id') },
  requires: 'user',
  returns: Conversation,
  async handle({ ctx, held, params }) {
    if (!params.conversation) throw new MissingParameter('conversation');
    const changed = await change(ctx, held, await changes(ctx, held, params.conversation));
    return await serializeConversation(ctx, changed, { ...viewOf(params), visible: params });
  },
});

type Asked = NonNullable<Params<'PUT /api/v1/conversations/{id}'>['conversation']>;

async function changes(ctx: Context, held: Held, { workflow_state, starred, subscribed }: Asked) {
  if (workflow_state !== undefined && !isState(workflow_state ?? '')) {
    throw new InvalidRecord({ workflow_state: [['inclusion', 'is not included in the list']] });
  }
  return {
    // Always something to set, so that a request that asks for nothing is answered as well.
    starred: starred ?? held.participant.starred,
    ...(subscribed !== undefined && (await following(ctx, held, subscribed))),
    ...(workflow_state && isState(workflow_state) && { workflow_state }),
  };
}

/** Whoever follows it again learns of what he missed; a private conversation one always follows. */
async function following(ctx: Context, { conversation, participant }: Held, subscribed: boolean) {
  if (conversation.private_hash !== null || subscribed === participant.subscribed) return {};
  if (!subscribed) {
    return {
      subscribed,
      ...(participant.workflow_state === 'unread' && { workflow_state: 'read' as const }),
    };
  }
  const latest = await messagesOf(ctx, conversation.id)
    .where('generated', '=', false)
    .limit(1)
    .executeTakeFirst();
  const { last_message_at } = participant;
  const missed = latest && last_message_at !== null && latest.created_at > last_message_at;
  return {
    subscribed,
    ...(missed && { last_message_at: latest.created_at, workflow_state: 'unread' as const }),
  };
}
