/** Messages as Canvas sends them. */
import type { Selectable } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { AttachmentsTable } from '../../db/tables/index.ts';
import { mediaComment } from '../../domain/media-comments.ts';
import type { Context } from '../../http/context.ts';
import { serializeHandedIn } from '../files/serialize.ts';
import type { MessageRow } from './load.ts';
import type { Message } from './schema.ts';

/** With their files and all that they forward, in a number of queries that grows only with how deep that goes. */
export async function serializeMessages(ctx: Context, messages: readonly MessageRow[]): Promise<Message[]> {
  const known = await withForwarded(ctx, messages);
  const all = [...known.values()];
  const [fileOf, participantsOf, nameOf] = await Promise.all([
    filesOf(ctx, all),
    holdersOf(ctx, all),
    namesOf(ctx, all),
  ]);
  const serialize = (message: MessageRow): Message => ({
    id: message.id,
    author_id: message.author_id,
    created_at: message.created_at,
    generated: message.generated,
    body: message.generated ? arrival(message, nameOf) : message.body,
    forwarded_messages: message.forwarded_message_ids
      .flatMap((id) => known.get(id) ?? [])
      .sort((a, b) => b.created_at.localeCompare(a.created_at) || b.id - a.id)
      .map(serialize),
    attachments: serializeHandedIn(
      ctx,
      message.attachment_ids.flatMap((id) => fileOf.get(id) ?? []),
    ),
    media_comment: mediaComment(ctx, message, message.author_id) ?? null,
    participating_user_ids: participantsOf(message.id),
  });
  return messages.map(serialize);
}

/** The messages and all that they forward, by their ids. */
export async function withForwarded(
  ctx: Context,
  messages: readonly MessageRow[],
): Promise<Map<number, MessageRow>> {
  const known = new Map(messages.map((message) => [message.id, message]));
  for (let level = messages; level.length > 0; ) {
    const ids = level.flatMap((message) => message.forwarded_message_ids).filter((id) => !known.has(id));
    level =
      ids.length === 0
        ? []
        : await ctx.db.selectFrom('conversation_messages').selectAll().where('id', '=', anyOf(ids)).execute();
    for (const message of level) known.set(message.id, message);
  }
  return known;
}

async function filesOf(
  ctx: Context,
  messages: readonly MessageRow[],
): Promise<Map<number, Selectable<AttachmentsTable>>> {
  const ids = messages.flatMap(({ attachment_ids }) => attachment_ids);
  const rows =
    ids.length === 0
      ? []
      : await ctx.db.selectFrom('attachments').selectAll().where('id', '=', anyOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function holdersOf(ctx: Context, messages: readonly MessageRow[]): Promise<(id: number) => number[]> {
  const rows = await ctx.db
    .selectFrom('conversation_message_participants')
    .select(['conversation_message_id', 'user_id'])
    .where('conversation_message_id', '=', anyOf(messages.map(({ id }) => id)))
    .orderBy('user_id')
    .execute();
  const byMessage = Map.groupBy(rows, ({ conversation_message_id }) => conversation_message_id);
  return (id) => (byMessage.get(id) ?? []).map(({ user_id }) => user_id);
}

async function namesOf(ctx: Context, messages: readonly MessageRow[]): Promise<(id: number) => string> {
  const ids = messages
    .filter(({ generated }) => generated)
    .flatMap(({ author_id, added_user_ids }) => [author_id, ...added_user_ids]);
  const rows =
    ids.length === 0
      ? []
      : await ctx.db.selectFrom('users').select(['id', 'short_name']).where('id', '=', anyOf(ids)).execute();
  const names = new Map(rows.map(({ id, short_name }) => [id, short_name]));
  return (id) => names.get(id) ?? '';
}

const sentence = new Intl.ListFormat('en-US', { type: 'conjunction' });

/** In Canvas's words. */
function arrival({ author_id, added_user_ids }: MessageRow, nameOf: (id: number) => string): string {
  const added = [...added_user_ids].sort((a, b) => a - b).map(nameOf);
  const verb = added.length === 1 ? 'was' : 'were';
  return `${sentence.format(added)} ${verb} added to the conversation by ${nameOf(author_id)}`;
}

/** The messages of a conversation that the acting user has, the newest first. */
export const messagesOf = (ctx: Context, conversationId: number) =>
  ctx.db
    .selectFrom('conversation_messages')
    .innerJoin(
      'conversation_message_participants as mine',
      'mine.conversation_message_id',
      'conversation_messages.id',
    )
    .selectAll('conversation_messages')
    .where('conversation_messages.conversation_id', '=', conversationId)
    .where('mine.user_id', '=', ctx.me.id)
    .where('mine.workflow_state', '<>', 'deleted')
    .orderBy('conversation_messages.created_at', 'desc')
    .orderBy('conversation_messages.id', 'desc');
