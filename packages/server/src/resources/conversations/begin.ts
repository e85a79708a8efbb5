/** Conversations that begin, and the private ones that are taken up again. Source: Canvas's Conversation.initiate. */
import { sql } from 'kysely';
import { type ConversationPlace, privateHash } from '../../domain/conversation-hash.ts';
import type { Context } from '../../http/context.ts';
import type { ConversationRow } from './load.ts';
import { checkSubject } from './message-draft.ts';

/** The account, course or group that a conversation is begun in. */
export type Place = ConversationPlace;

export interface Beginning {
  readonly subject?: string | null | undefined;
  readonly place?: Place | undefined;
  /** Of two people, or with oneself: nobody can be added, and there is one in each context. */
  readonly isPrivate: boolean;
}

/** The conversation of these people: a new one unless it is private and they have it already. */
export async function beginConversation(
  ctx: Context,
  userIds: readonly number[],
  { subject, place, isPrivate }: Beginning,
): Promise<ConversationRow> {
  const people = [...new Set(userIds)];
  if (isPrivate) {
    const existing = await findPrivate(ctx, people, place);
    if (existing) return existing;
  }
  checkSubject(subject);
  const conversation = await ctx.db
    .insertInto('conversations')
    .values({
      subject: subject ?? null,
      context_type: place?.context_type ?? null,
      context_id: place?.context_id ?? null,
      private_hash: isPrivate ? privateHash(people, place) : null,
      tags: await tagsOfPlace(ctx, place),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await insertParticipants(ctx, conversation, people, {});
  return conversation;
}

export async function insertParticipants(
  ctx: Context,
  { id, has_attachments, has_media_objects }: ConversationRow,
  userIds: readonly number[],
  values: { workflow_state?: 'unread'; last_message_at?: string; message_count?: number },
): Promise<void> {
  await ctx.db
    .insertInto('conversation_participants')
    .values(
      userIds.map((user_id) => ({
        conversation_id: id,
        user_id,
        has_attachments,
        has_media_objects,
        ...values,
      })),
    )
    .execute();
}

/** By the context's own hash, or else by the people's alone where the conversation is in the context. */
async function findPrivate(
  ctx: Context,
  people: readonly number[],
  place: Place | undefined,
): Promise<ConversationRow | undefined> {
  const own = privateHash(people, place);
  // Two who begin the same conversation at once wait for each other, so that there is one.
  await sql`select pg_advisory_xact_lock(hashtextextended(${own}, 0))`.execute(ctx.db);
  const rows = await ctx.db
    .selectFrom('conversations')
    .selectAll()
    .where('private_hash', 'in', [own, privateHash(people, undefined)])
    // One that was taken away from all is nobody's.
    .where('id', 'in', (theirs) =>
      theirs
        .selectFrom('conversation_participants')
        .select('conversation_id')
        .where('user_id', '=', people[0] as number),
    )
    .orderBy('id')
    .execute();
  return (
    rows.find(({ private_hash }) => private_hash === own) ??
    rows.find((row) => row.context_type === place?.context_type && row.context_id === place?.context_id)
  );
}

/** A group's conversation is one of its course as well. */
async function tagsOfPlace(ctx: Context, place: Place | undefined): Promise<string[]> {
  if (!place) return [];
  const own = `${place.context_type.toLowerCase()}_${place.context_id}`;
  if (place.context_type !== 'Group') return [own];
  const group = await ctx.db
    .selectFrom('groups')
    .select(['context_type', 'context_id'])
    .where('id', '=', place.context_id)
    .executeTakeFirstOrThrow();
  return [own, `${group.context_type.toLowerCase()}_${group.context_id}`];
}
