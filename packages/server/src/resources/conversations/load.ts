import type { Selectable } from 'kysely';
import type {
  ConversationMessagesTable,
  ConversationParticipantsTable,
  ConversationsTable,
} from '../../db/tables/index.ts';
import { NotFound, Unauthorized } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

export type ConversationRow = Selectable<ConversationsTable>;
export type ParticipantRow = Selectable<ConversationParticipantsTable>;
export type MessageRow = Selectable<ConversationMessagesTable>;

/** A conversation with what one of those who take part has of it. */
export interface Held {
  readonly conversation: ConversationRow;
  readonly participant: ParticipantRow;
}

/** The acting user, unless he is a Test Student, who has no inbox. */
export function inboxOwner(ctx: Context): User {
  if (ctx.me.fake_student) throw new Unauthorized();
  return ctx.me;
}

/** What the acting user has of some conversations, in the order of their ids as given. */
export async function heldByMe(ctx: Context, ids: readonly number[]): Promise<Held[]> {
  if (ids.length === 0) return [];
  const [participants, conversations] = await Promise.all([
    ctx.db
      .selectFrom('conversation_participants')
      .selectAll()
      .where('user_id', '=', inboxOwner(ctx).id)
      .where('conversation_id', 'in', ids)
      .execute(),
    ctx.db.selectFrom('conversations').selectAll().where('id', 'in', ids).execute(),
  ]);
  const conversationOf = new Map(conversations.map((row) => [row.id, row]));
  const participantOf = new Map(participants.map((row) => [row.conversation_id, row]));
  return ids.flatMap((id) => {
    const conversation = conversationOf.get(id);
    const participant = participantOf.get(id);
    return conversation && participant ? { conversation, participant } : [];
  });
}

/** One of the acting user's conversations; deleted ones are those of which he has no message. Throws NotFound. */
export async function findHeld(ctx: Context, text: string, { deletedToo = false } = {}): Promise<Held> {
  const id = parseNumber(text);
  const [held] = id === undefined ? [] : await heldByMe(ctx, [id]);
  if (!held || (held.participant.message_count === 0 && !deletedToo)) throw new NotFound();
  return held;
}

/** `load: { held: conversation('id') }` */
export const conversation = loads<Held, never>({ find: findHeld, grants: async () => true });

/** One that the acting user may have deleted. */
export const conversationOrDeleted = loads<Held, never>({
  find: (ctx, id) => findHeld(ctx, id, { deletedToo: true }),
  grants: async () => true,
});
