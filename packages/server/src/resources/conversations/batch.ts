/** One message to many people, to each in a conversation of his own. Source: Canvas's ConversationBatch. */
import type { Selectable } from 'kysely';
import type { ConversationBatchesTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';
import { beginConversation, type Place } from './begin.ts';
import type { MessageRow } from './load.ts';
import type { MessageDraft } from './message-draft.ts';
import { say } from './say.ts';
import { codesOf } from './tags.ts';

export type BatchRow = Selectable<ConversationBatchesTable>;

export interface NewBatch {
  readonly draft: MessageDraft;
  readonly recipientIds: readonly number[];
  readonly subject: string | null;
  readonly place: Place | undefined;
  readonly tags: readonly string[];
  /** Conversations that others can be added to, instead of private ones. */
  readonly forGroups: boolean;
}

export async function createBatch(ctx: Context, batch: NewBatch): Promise<BatchRow> {
  const root = await ctx.db
    .insertInto('conversation_messages')
    .values(batch.draft)
    .returning('id')
    .executeTakeFirstOrThrow();
  return await ctx.db
    .insertInto('conversation_batches')
    .values({
      user_id: ctx.me.id,
      root_message_id: root.id,
      recipient_ids: [...batch.recipientIds],
      subject: batch.subject,
      context_type: batch.place?.context_type ?? null,
      context_id: batch.place?.context_id ?? null,
      tags: [...batch.tags],
      for_groups: batch.forGroups,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Sends the message to some of the batch's recipients. @returns the ids of the conversations */
export async function deliver(
  ctx: Context,
  batch: BatchRow,
  recipientIds: readonly number[],
): Promise<number[]> {
  const { subject, tags, context_type, context_id } = batch;
  const place = context_type !== null && context_id !== null ? { context_type, context_id } : undefined;
  const draft = await draftOf(ctx, batch);
  const codes = await codesOf(ctx, [batch.user_id, ...recipientIds]);
  const conversations: number[] = [];
  for (const id of recipientIds) {
    const beginning = { subject, place, isPrivate: !batch.for_groups };
    const conversation = await beginConversation(ctx, [batch.user_id, id], beginning);
    await say(ctx, conversation.id, draft, { tags, codes });
    conversations.push(conversation.id);
  }
  return conversations;
}

/** The message that all get a copy of. */
export const rootMessage = (ctx: Context, { root_message_id }: BatchRow): Promise<MessageRow> =>
  ctx.db
    .selectFrom('conversation_messages')
    .selectAll()
    .where('id', '=', root_message_id)
    .executeTakeFirstOrThrow();

async function draftOf(ctx: Context, batch: BatchRow): Promise<MessageDraft> {
  const { id: _, conversation_id: __, ...draft } = await rootMessage(ctx, batch);
  return { ...draft, created_at: ctx.now };
}

/** Twenty recipients are reckoned for the wait until it begins. */
const WAIT = 20;

/** How much of it is done, from 0 to 1, as Canvas guesses: half of what remains of the wait passes in a minute. */
export function completionOf(
  { workflow_state, recipient_ids, sent, created_at }: BatchRow,
  now: string,
): number {
  const wait = WAIT / (recipient_ids.length + WAIT);
  if (workflow_state === 'sent') return 1;
  if (workflow_state !== 'created') return wait + ((1 - wait) * sent) / recipient_ids.length;
  const minutes = (Date.parse(now) - Date.parse(created_at)) / 60_000;
  return wait * (1 - 1 / 2 ** minutes);
}
