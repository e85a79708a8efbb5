import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { Either, Id, List, Shape } from '../../http/schema.ts';
import { heldByMe } from './load.ts';
import { Conversation } from './schema.ts';
import { conversationsIn, orderIn } from './scope.ts';
import { serializeConversations, viewOf } from './serialize.ts';

export default operation('GET /api/v1/conversations', {
  summary: 'One’s conversations',
  requires: 'user',
  returns: Either(
    List(Conversation),
    Shape({ conversations: List(Conversation), conversation_ids: List(Id) }),
  ),
  async handle({ ctx, params }) {
    const query = (await conversationsIn(ctx, params)).where('message_count', '>', 0);
    const newestFirst = { by: orderIn(params.scope), direction: 'desc' } as const;
    const page = await paginate(ctx, query.select('conversation_id'), {
      key: 'conversation_participants.conversation_id',
      direction: 'desc',
      order: [newestFirst],
      kind: 'total',
    });
    const helds = await heldByMe(
      ctx,
      page.map(({ conversation_id }) => conversation_id),
    );
    const conversations = await serializeConversations(ctx, helds, {
      ...viewOf(params),
      contexts: false,
      avatars: params.include?.includes('participant_avatars') ?? false,
      visible: true,
      contextName: 'last',
      beta: Boolean(params.include_beta),
    });
    if (!params.include_all_conversation_ids) return conversations;
    const all = await query
      .select('conversation_id')
      .orderBy(newestFirst.by, 'desc')
      .orderBy('conversation_id', 'desc')
      .execute();
    return { conversations, conversation_ids: all.map(({ conversation_id }) => conversation_id) };
  },
});
