import { anyOf } from '../../db/any-of.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import { Unauthorized } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { refuseTooMany } from './capacity.ts';
import { type ConversationRow, conversationOrDeleted, findHeld, type MessageRow } from './load.ts';
import { draftMessage } from './message-draft.ts';
import { findRecipients, listed } from './recipients.ts';
import { ConversationRefusal } from './refusals.ts';
import { repliesAreLocked } from './replies.ts';
import { letIn, passOn, say } from './say.ts';
import { Conversation } from './schema.ts';
import { conversationsIn } from './scope.ts';
import { serializeConversation, viewOf } from './serialize.ts';
import { tagsOf } from './tags.ts';

export default operation('POST /api/v1/conversations/{id}/add_message', {
  summary: 'Say something in a conversation',
  load: { held: conversationOrDeleted('id') },
  requires: 'user',
  returns: Conversation,
  async handle({ ctx, held, path, params }) {
    const { conversation } = held;
    // Refused for a wrong filter_mode before anything is said.
    await conversationsIn(ctx, params);
    const named = params.recipients && listed(ctx, 'recipients', params.recipients);
    await refuseWhereOver(ctx, conversation, named ?? []);
    if (!params.body?.trim()) {
      throw new ConversationRefusal('empty_message', 'Unable to create message without a body');
    }
    const people = named && (await recipientsIn(ctx, conversation, named, params.context_code));
    const included = await includedMessages(ctx, conversation, params.included_messages);
    const draft = await draftMessage(ctx, params);
    const only = people?.map(({ id }) => id);
    if (only && conversation.private_hash === null) await letIn(ctx, conversation.id, only);
    await passOn(ctx, included, only ?? (await everybodyIn(ctx, conversation)));
    const message = await say(ctx, conversation.id, draft, {
      only,
      tags: params.context_code ? await tagsOf(ctx, [params.context_code]) : [],
    });
    return await serializeConversation(ctx, await findHeld(ctx, path.id), {
      ...viewOf(params),
      messages: [message],
      visible: params,
    });
  },
});

async function refuseWhereOver(
  ctx: Context,
  conversation: ConversationRow,
  named: readonly string[],
): Promise<void> {
  const ids = named.flatMap((text) => parseNumber(text) ?? []);
  if (await repliesAreLocked(ctx, conversation, ids)) throw new Unauthorized();
  const course = await courseOf(ctx, conversation);
  if (course?.workflow_state === 'completed' && !(await mayInCourse(ctx, course, 'read_as_admin'))) {
    throw new ConversationRefusal('workflow_state', 'Course concluded, unable to send messages', 401);
  }
}

const courseOf = async (ctx: Context, { context_type, context_id }: ConversationRow) =>
  context_type === 'Course'
    ? await ctx.db.selectFrom('courses').selectAll().where('id', '=', context_id).executeTakeFirst()
    : undefined;

async function recipientsIn(
  ctx: Context,
  conversation: ConversationRow,
  named: readonly string[],
  contextCode: string | null | undefined,
): Promise<User[]> {
  const people = await findRecipients(ctx, named, { contextCode, conversationId: conversation.id });
  await refuseTooMany(
    ctx,
    conversation,
    people.map(({ id }) => id),
    'Too many participants for group conversation',
  );
  await refuseStrangers(ctx, conversation, people);
  return people;
}

/** A student writes in a course's conversation only to those who are in the course. */
async function refuseStrangers(ctx: Context, conversation: ConversationRow, people: readonly User[]) {
  const course = await courseOf(ctx, conversation);
  if (course?.workflow_state !== 'available' || (await mayInCourse(ctx, course, 'read_as_admin'))) return;
  if (!(await mayInCourse(ctx, course, 'participate_as_student'))) return;
  const present = await ctx.db
    .selectFrom('enrollments')
    .select('user_id')
    .where('course_id', '=', course.id)
    .where('workflow_state', '=', 'active')
    .where('user_id', '=', anyOf(people.map(({ id }) => id)))
    .execute();
  const inside = new Set(present.map(({ user_id }) => user_id));
  const strangers = people.filter(({ id }) => !inside.has(id)).map(({ name }) => name);
  if (strangers.length === 0) return;
  throw new ConversationRefusal(
    'recipients',
    `The following recipients have no active enrollment in the course, ${JSON.stringify(strangers)}, unable to send messages`,
    401,
  );
}

/** Messages of this conversation that the author has himself. */
async function includedMessages(
  ctx: Context,
  { id }: ConversationRow,
  texts: readonly string[] = [],
): Promise<MessageRow[]> {
  if (texts.length === 0) return [];
  const ids = [...new Set(texts.flatMap((text) => parseNumber(text) ?? []))];
  const messages = await ctx.db
    .selectFrom('conversation_messages')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .where('conversation_id', '=', id)
    .orderBy('id')
    .execute();
  if (messages.length < new Set(texts).size) {
    throw new ConversationRefusal('included_messages', 'not for this conversation');
  }
  const { own } = await ctx.db
    .selectFrom('conversation_message_participants')
    .select((eb) => eb.fn.countAll<number>().as('own'))
    .where('conversation_message_id', '=', anyOf(ids))
    .where('user_id', '=', ctx.me.id)
    .executeTakeFirstOrThrow();
  if (own < ids.length) throw new ConversationRefusal('included_messages', 'not a participant');
  return messages;
}

async function everybodyIn(ctx: Context, { id }: ConversationRow): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('conversation_participants')
    .select('user_id')
    .where('conversation_id', '=', id)
    .execute();
  return rows.map(({ user_id }) => user_id);
}
