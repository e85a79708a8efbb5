/** What a conversation is to one of those who take part, after he has deleted some of it. Source: ConversationParticipant. */
import type { Updateable } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { ConversationParticipantsTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';
import type { Held, MessageRow, ParticipantRow } from './load.ts';
import { union } from './tags.ts';

/**
 * Takes messages out of the acting user's view. Once nothing is left that somebody wrote, all of it goes.
 *
 * @param messageIds all where not given
 */
export async function removeMessages(
  ctx: Context,
  held: Held,
  messageIds?: readonly number[],
): Promise<Held> {
  await markDeleted(ctx, held, messageIds);
  const left = await messagesLeft(ctx, held.participant);
  if (left.every(({ generated }) => generated)) await markDeleted(ctx, held);
  return { ...held, participant: await recount(ctx, held) };
}

async function markDeleted(
  ctx: Context,
  { conversation, participant }: Held,
  messageIds?: readonly number[],
) {
  let query = ctx.db
    .updateTable('conversation_message_participants')
    .set({ workflow_state: 'deleted', deleted_at: ctx.now })
    .where('user_id', '=', participant.user_id)
    .where('workflow_state', '<>', 'deleted')
    .where(
      'conversation_message_id',
      'in',
      ctx.db.selectFrom('conversation_messages').select('id').where('conversation_id', '=', conversation.id),
    );
  if (messageIds) query = query.where('conversation_message_id', '=', anyOf(messageIds));
  await query.execute();
}

type Left = MessageRow & { tags: string[] };

/** What somebody has of a conversation, the newest first. */
const messagesLeft = (ctx: Context, { conversation_id, user_id }: ParticipantRow): Promise<Left[]> =>
  ctx.db
    .selectFrom('conversation_messages')
    .innerJoin(
      'conversation_message_participants as own',
      'own.conversation_message_id',
      'conversation_messages.id',
    )
    .selectAll('conversation_messages')
    .select('own.tags')
    .where('conversation_messages.conversation_id', '=', conversation_id)
    .where('own.user_id', '=', user_id)
    .where('own.workflow_state', '<>', 'deleted')
    .orderBy('conversation_messages.created_at', 'desc')
    .orderBy('conversation_messages.id', 'desc')
    .execute();

/** Works out anew what is kept with whoever takes part. */
export async function recount(ctx: Context, { conversation, participant }: Held): Promise<ParticipantRow> {
  const left = await messagesLeft(ctx, participant);
  const written = left.filter(({ generated }) => !generated);
  const values =
    written.length === 0
      ? nothingLeft(participant)
      : {
          tags:
            conversation.private_hash === null ? participant.tags : union(...left.map(({ tags }) => tags)),
          message_count: written.length,
          last_message_at: lastReceived(participant, left, written),
          has_attachments: left.some((each) => each.has_attachments),
          has_media_objects: left.some((each) => each.has_media_objects),
          visible_last_authored_at:
            written.find(({ author_id }) => author_id === participant.user_id)?.created_at ?? null,
        };
  return (await change(ctx, { conversation, participant }, values)).participant;
}

/** Changes what somebody has of a conversation. */
export async function change(
  ctx: Context,
  { conversation, participant: { conversation_id, user_id } }: Held,
  values: Updateable<ConversationParticipantsTable>,
): Promise<Held> {
  const participant = await ctx.db
    .updateTable('conversation_participants')
    .set(values)
    .where('conversation_id', '=', conversation_id)
    .where('user_id', '=', user_id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { conversation, participant };
}

const nothingLeft = ({ workflow_state }: ParticipantRow) => ({
  tags: [],
  message_count: 0,
  last_message_at: null,
  has_attachments: false,
  has_media_objects: false,
  visible_last_authored_at: null,
  starred: false,
  workflow_state: workflow_state === 'unread' ? ('read' as const) : workflow_state,
});

/** Of whoever doesn't follow it, the message that he saw last stays the last, or the nearest that is left. */
function lastReceived({ last_message_at, subscribed }: ParticipantRow, left: Left[], written: Left[]) {
  if (last_message_at === null) return null;
  if (subscribed) return written[0]?.created_at ?? null;
  const older = left.find(({ created_at }) => created_at <= last_message_at);
  return (older ?? left.at(-1))?.created_at ?? null;
}
