import { mayInCourse } from '../../domain/course-access.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation, type Params, Reply } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { createBatch, deliver, type NewBatch } from './batch.ts';
import { batchJob } from './batch-job.ts';
import { beginConversation, type Place } from './begin.ts';
import { findHeld, heldByMe, inboxOwner } from './load.ts';
import { checkSubject, draftMessage, type MessageDraft } from './message-draft.ts';
import { findPlace } from './place.ts';
import { findRecipients, listed, MOST_IN_GROUP } from './recipients.ts';
import { ConversationRefusal } from './refusals.ts';
import { say } from './say.ts';
import { Conversation } from './schema.ts';
import { conversationsIn } from './scope.ts';
import { serializeConversation, serializeConversations, viewOf } from './serialize.ts';
import { tagsOf } from './tags.ts';

type CreateParams = Params<'POST /api/v1/conversations'>;
type Answer = Reply<Conversation[]>;

export default operation('POST /api/v1/conversations', {
  summary: 'Write to people, courses, sections or groups: to all together, or to each alone',
  requires: 'user',
  returns: List(Conversation),
  async handle({ ctx, params }) {
    const me = inboxOwner(ctx);
    await conversationsIn(ctx, params);
    const named = listed(ctx, 'recipients', params.recipients);
    if (named.length === 0) throw new ConversationRefusal('recipients', 'blank');
    const people = await findRecipients(ctx, named, {
      contextCode: params.context_code,
      conversationId: parseNumber(params.from_conversation_id ?? ''),
    });
    if (people.length === 0) throw new ConversationRefusal('recipients', 'invalid');
    if (!params.body?.trim()) throw new ConversationRefusal('body', 'blank');
    const place = params.context_code ? await findPlace(ctx, params.context_code, people) : undefined;
    await refuseWholeCourses(ctx, named);
    const forGroups = (params.group_conversation && params.bulk_message) || params.force_new || false;
    const alone = !params.group_conversation && people.length > 1;
    if (!forGroups && people.length > MOST_IN_GROUP) {
      throw new ConversationRefusal('recipients', 'too many for group conversation');
    }
    checkSubject(params.subject);
    const draft = await draftMessage(ctx, params);
    const tags = await tagsOf(ctx, [
      ...(params.tags ?? []),
      ...named,
      ...(params.context_code ? [params.context_code] : []),
    ]);
    const recipientIds = people.map(({ id }) => id);
    if (alone || forGroups) {
      const batch = { draft, recipientIds, subject: params.subject ?? null, place, tags, forGroups };
      return params.mode === 'async' ? await sendLater(ctx, batch) : await sendToEach(ctx, params, batch);
    }
    return await sendTogether(ctx, params, { draft, place, tags, userIds: [me.id, ...recipientIds] });
  },
});

/** Whole classes are written to by those who may; teachers and TAs of a course by everybody. */
async function refuseWholeCourses(ctx: Context, named: readonly string[]): Promise<void> {
  for (const code of named) {
    const [, id] = /^course_(\d{1,15})(?:_(?:students|observers))?$/.exec(code) ?? [];
    if (!id) continue;
    const course = await ctx.db
      .selectFrom('courses')
      .selectAll()
      .where('id', '=', Number(id))
      .executeTakeFirst();
    if (course && (await mayInCourse(ctx, course, 'send_messages_all'))) continue;
    throw new ConversationRefusal('recipients', 'restricted by role');
  }
}

async function sendLater(ctx: Context, batch: NewBatch): Promise<Answer> {
  const { id, recipient_ids } = await createBatch(ctx, batch);
  await enqueue(
    ctx,
    batchJob,
    { batch_id: id, left: recipient_ids },
    { progress: { context: { type: 'User', id: ctx.me.id }, tag: 'conversation_batch' } },
  );
  return new Reply(202, [], { 'x-conversation-batch-id': String(id) });
}

async function sendToEach(ctx: Context, params: CreateParams, batch: NewBatch): Promise<Answer> {
  const created = await createBatch(ctx, batch);
  const ids = await deliver(ctx, created, batch.recipientIds);
  await ctx.db
    .updateTable('conversation_batches')
    .set({ workflow_state: 'sent', sent: ids.length })
    .where('id', '=', created.id)
    .execute();
  const helds = await heldByMe(ctx, [...new Set(ids)]);
  // Those that the author has received nothing in come first, as nulls do in Canvas's order.
  const receivedAt = ({ participant }: (typeof helds)[number]) => participant.last_message_at ?? '~';
  helds.sort((a, b) => receivedAt(b).localeCompare(receivedAt(a)) || b.conversation.id - a.conversation.id);
  const answer = await serializeConversations(ctx, helds, {
    ...viewOf(params),
    contexts: false,
    avatars: false,
    visible: params,
  });
  return new Reply(201, answer);
}

interface Together {
  draft: MessageDraft;
  place: Place | undefined;
  tags: readonly string[];
  userIds: readonly number[];
}

async function sendTogether(
  ctx: Context,
  params: CreateParams,
  { draft, place, tags, userIds }: Together,
): Promise<Answer> {
  const conversation = await beginConversation(ctx, userIds, {
    subject: params.subject,
    place,
    isPrivate: !params.group_conversation,
  });
  const message = await say(ctx, conversation.id, draft, { tags });
  const answer = await serializeConversation(ctx, await findHeld(ctx, String(conversation.id)), {
    ...viewOf(params),
    messages: [message],
    indirect: true,
    visible: params,
  });
  return new Reply(201, [answer]);
}
