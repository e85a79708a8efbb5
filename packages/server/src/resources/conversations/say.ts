/** A message into a conversation, and what it changes for those who take part. Source: Canvas's Conversation. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { Context } from '../../http/context.ts';
import { insertParticipants } from './begin.ts';
import type { ConversationRow, MessageRow, ParticipantRow } from './load.ts';
import type { MessageDraft } from './message-draft.ts';
import { ConversationRefusal } from './refusals.ts';
import { type CodesOf, codesOf, common, sharedCodes, union } from './tags.ts';

export interface Saying {
  /** The contexts that it is said in. */
  readonly tags?: readonly string[];
  /** Besides the author; everybody unless given. */
  readonly only?: readonly number[] | undefined;
  /** As they were looked up for many conversations at once. */
  readonly codes?: CodesOf;
}

/** What is said reaches the inboxes of the others, as unread; the author's own inbox stays as it is. */
export async function say(
  ctx: Context,
  conversationId: number,
  draft: MessageDraft,
  { tags = [], only, codes }: Saying = {},
): Promise<MessageRow> {
  const conversation = await lock(ctx, conversationId);
  const participants = await participantsOf(ctx, conversation.id);
  const message = await ctx.db
    .insertInto('conversation_messages')
    .values({ ...draft, conversation_id: conversation.id })
    .returningAll()
    .executeTakeFirstOrThrow();
  const receivers = only
    ? participants.filter(({ user_id }) => user_id === draft.author_id || only.includes(user_id))
    : participants;
  const userIds = participants.map(({ user_id }) => user_id);
  await give(ctx, conversation, message, receivers, {
    tags,
    userIds,
    codes: codes ?? (await codesOf(ctx, userIds)),
  });
  await arrive(ctx, message, receivers);
  return message;
}

/** Who comes late gets messages that were said before, unless he has them. */
export async function passOn(ctx: Context, messages: readonly MessageRow[], to: readonly number[]) {
  for (const message of messages) {
    const { rows } = await sql<{ user_id: number }>`
      insert into conversation_message_participants as mine (conversation_message_id, user_id)
      select ${message.id}, user_id from conversation_participants
        where conversation_id = ${message.conversation_id} and user_id = ${anyOf([...to, message.author_id])}
      on conflict (conversation_message_id, user_id) do update set workflow_state = 'active', deleted_at = null
        where mine.workflow_state = 'deleted'
      returning user_id`.execute(ctx.db);
    await countOneMore(
      ctx,
      message,
      rows.map(({ user_id }) => user_id),
    );
  }
}

/** The row, held until the transaction ends: two messages at once are said one after the other. */
const lock = (ctx: Context, id: number): Promise<ConversationRow> =>
  ctx.db.selectFrom('conversations').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();

const participantsOf = (ctx: Context, id: number): Promise<ParticipantRow[]> =>
  ctx.db
    .selectFrom('conversation_participants')
    .selectAll()
    .where('conversation_id', '=', id)
    .orderBy('user_id')
    .execute();

interface Telling {
  readonly tags: readonly string[];
  readonly userIds: readonly number[];
  readonly codes: CodesOf;
}

/** Every receiver gets the message, told by those contexts that he himself is in. */
async function give(
  ctx: Context,
  conversation: ConversationRow,
  message: MessageRow,
  receivers: readonly ParticipantRow[],
  { tags, userIds, codes }: Telling,
): Promise<void> {
  const isMonologue = conversation.private_hash !== null && userIds.length === 1;
  const shared = (threshold: number) => (isMonologue ? [] : sharedCodes(codes, userIds, threshold));
  const byMost = shared(Math.trunc(userIds.length / 2));
  const said = common(tags, shared(1));
  // The first message tells what the conversation is about, where nobody said so.
  const fresh = said.length === 0 && conversation.tags.length === 0 ? byMost : said;
  if (fresh.some((tag) => !conversation.tags.includes(tag))) {
    await ctx.db
      .updateTable('conversations')
      .set({ tags: union(conversation.tags, fresh) })
      .where('id', '=', conversation.id)
      .execute();
  }
  const rows = receivers.map((receiver) => {
    const { present, all } = codes(receiver.user_id);
    const seen = present.length > 0 ? present : all;
    const own = common(fresh, seen).length > 0 ? common(fresh, seen) : common(byMost, seen);
    const grown = union(receiver.tags, own);
    return {
      user_id: receiver.user_id,
      tags: own.length === 0 ? receiver.tags : present.length > 0 ? common(grown, present) : grown,
      said: conversation.private_hash === null ? [] : own,
    };
  });
  const given = sql`json_to_recordset(${JSON.stringify(rows)}::json) as given (user_id bigint, tags text[], said text[])`;
  await sql`insert into conversation_message_participants (conversation_message_id, user_id, tags)
    select ${message.id}, user_id, said from ${given}`.execute(ctx.db);
  await sql`update conversation_participants set tags = given.tags from ${given}
    where conversation_participants.conversation_id = ${conversation.id}
      and conversation_participants.user_id = given.user_id`.execute(ctx.db);
}

async function countOneMore(
  ctx: Context,
  { conversation_id, ...message }: MessageRow,
  userIds: readonly number[],
) {
  if (userIds.length === 0 || message.generated) return;
  await sql`update conversation_participants set message_count = message_count + 1,
      has_attachments = has_attachments or ${message.has_attachments},
      has_media_objects = has_media_objects or ${message.has_media_objects}
    where conversation_id = ${conversation_id} and user_id = ${anyOf(userIds)}`.execute(ctx.db);
}

async function arrive(
  ctx: Context,
  message: MessageRow,
  receivers: readonly ParticipantRow[],
): Promise<void> {
  const { conversation_id, author_id, created_at } = message;
  await countOneMore(
    ctx,
    message,
    receivers.map(({ user_id }) => user_id),
  );
  await ctx.db
    .updateTable('conversation_participants')
    .set({ last_message_at: created_at, workflow_state: 'unread' })
    .where('conversation_id', '=', conversation_id)
    .where('user_id', '=', anyOf(receivers.map(({ user_id }) => user_id).filter((id) => id !== author_id)))
    .where((eb) => eb.or([eb('last_message_at', 'is', null), eb('subscribed', '=', true)]))
    .execute();
  await ctx.db
    .updateTable('conversation_participants')
    .set({ last_authored_at: created_at, visible_last_authored_at: created_at })
    .where('conversation_id', '=', conversation_id)
    .where('user_id', '=', author_id)
    .execute();
  await sql`update conversations set updated_at = ${ctx.now},
      has_attachments = has_attachments or ${message.has_attachments},
      has_media_objects = has_media_objects or ${message.has_media_objects}
    where id = ${conversation_id}`.execute(ctx.db);
}

/** @throws ConversationRefusal where the conversation is private */
function refuseToAdd({ private_hash }: ConversationRow): void {
  if (private_hash === null) return;
  throw new ConversationRefusal('recipients', "can't add participants to a private conversation");
}

/** People who aren't in it yet take part from now on, with nothing of what was said. @returns who they are */
export async function letIn(
  ctx: Context,
  conversationId: number,
  userIds: readonly number[],
): Promise<number[]> {
  const conversation = await lock(ctx, conversationId);
  const inside = new Set((await participantsOf(ctx, conversation.id)).map(({ user_id }) => user_id));
  const added = userIds.filter((id) => !inside.has(id));
  if (added.length > 0) await insertParticipants(ctx, conversation, added, { workflow_state: 'unread' });
  return added;
}

/**
 * People who aren't in it yet take part from now on, with all that the acting user has of it, and everybody is told.
 *
 * @throws ConversationRefusal where the conversation is private
 */
export async function addPeople(
  ctx: Context,
  conversationId: number,
  userIds: readonly number[],
): Promise<void> {
  const conversation = await lock(ctx, conversationId);
  refuseToAdd(conversation);
  const participants = await participantsOf(ctx, conversation.id);
  const inside = new Set(participants.map(({ user_id }) => user_id));
  const added = userIds.filter((id) => !inside.has(id));
  if (added.length === 0) return;
  const { count, last } = await ctx.db
    .selectFrom('conversation_messages')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('created_at').as('last')])
    .where('conversation_id', '=', conversation.id)
    .where('generated', '=', false)
    .executeTakeFirstOrThrow();
  await insertParticipants(ctx, conversation, added, {
    workflow_state: 'unread',
    ...(last && { last_message_at: last }),
    message_count: count,
  });
  await sql`insert into conversation_message_participants (conversation_message_id, user_id)
    select conversation_messages.id, conversation_participants.user_id
    from conversation_messages
    join conversation_message_participants mine on mine.conversation_message_id = conversation_messages.id
      and mine.user_id = ${ctx.me.id}
    join conversation_participants on conversation_participants.conversation_id = conversation_messages.conversation_id
      and conversation_participants.user_id = ${anyOf(added)}
    where conversation_messages.conversation_id = ${conversation.id}`.execute(ctx.db);
  await announce(ctx, conversation, added);
}

/** "… was added to the conversation by …", which counts as no message of anybody's. */
async function announce(
  ctx: Context,
  conversation: ConversationRow,
  added: readonly number[],
): Promise<void> {
  const message = await ctx.db
    .insertInto('conversation_messages')
    .values({
      conversation_id: conversation.id,
      author_id: ctx.me.id,
      body: '',
      generated: true,
      added_user_ids: [...added],
      created_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const everybody = await participantsOf(ctx, conversation.id);
  const userIds = everybody.map(({ user_id }) => user_id);
  await give(ctx, conversation, message, everybody, {
    tags: [],
    userIds,
    codes: await codesOf(ctx, userIds),
  });
}
