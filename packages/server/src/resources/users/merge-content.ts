/** Moves what a user wrote, belongs to and has done to another. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { privateHash } from '../../domain/conversation-hash.ts';
import type { Context } from '../../http/context.ts';
import { type MergeRecord, type Movable, move } from './merge-record.ts';

/** What is the user's own without anything that could stand against it. */
const simply = [
  'discussion_topics.user_id',
  'discussion_entries.user_id',
  'submission_comments.author_id',
  'calendar_events.user_id',
  'rubric_assessments.user_id',
  'wiki_pages.user_id',
  'attachments.user_id',
] as const satisfies readonly Movable[];

export async function mergeContent(
  ctx: Context,
  record: MergeRecord,
  fromId: number,
  intoId: number,
): Promise<void> {
  for (const column of simply) await move(ctx, record, column, await idsWith(ctx, column, fromId), intoId);
  await moveOwnEvents(ctx, record, fromId, intoId);
  await mergeOverrides(ctx, record, fromId, intoId);
  await mergeProgressions(ctx, record, fromId, intoId);
  await mergeMemberships(ctx, record, fromId, intoId);
  await mergeConversations(ctx, record, fromId, intoId);
}

async function idsWith(ctx: Context, column: Movable, userId: number): Promise<number[]> {
  const [table, name] = column.split('.') as [string, string];
  const { rows } = await sql<{ id: number }>`
    select id from ${sql.table(table)} where ${sql.ref(name)} = ${userId} order by id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Those in his own calendar. */
async function moveOwnEvents(ctx: Context, record: MergeRecord, fromId: number, intoId: number) {
  const events = await ctx.db
    .selectFrom('calendar_events')
    .select('id')
    .where('context_type', '=', 'User')
    .where('context_id', '=', fromId)
    .execute();
  const ids = events.map(({ id }) => id);
  await move(ctx, record, 'calendar_events.context_id', ids, intoId);
  await recodeEvents(ctx, ids, fromId, intoId);
}

/** The calendars in which events are found, after they changed hands. */
export const recodeEvents = (ctx: Context, ids: readonly number[], fromId: number, toId: number) =>
  sql`update calendar_events
    set effective_context_codes = array_replace(effective_context_codes, ${`user_${fromId}`}, ${`user_${toId}`})
    where id = any(${[...ids]}::bigint[])`.execute(ctx.db);

/** Dates of his own; by their overrides, since the rows have no ids. */
async function mergeOverrides(ctx: Context, record: MergeRecord, fromId: number, intoId: number) {
  const { rows } = await sql<{ id: number }>`
    update assignment_override_students own set user_id = ${intoId} where own.user_id = ${fromId}
      and not exists (select 1 from assignment_override_students theirs where theirs.user_id = ${intoId}
        and (theirs.assignment_override_id = own.assignment_override_id or theirs.assignment_id = own.assignment_id))
    returning assignment_override_id as id`.execute(ctx.db);
  record.note(
    'overrides for',
    rows.map(({ id }) => id),
  );
}

const STEPS = sql`array['locked', 'unlocked', 'started', 'completed']`;

/** Of two who are in one module the one who is farther counts. */
async function mergeProgressions(ctx: Context, record: MergeRecord, fromId: number, intoId: number) {
  await sql`delete from context_module_progressions lesser
    using context_module_progressions other
    where other.context_module_id = lesser.context_module_id and other.id <> lesser.id
      and lesser.user_id in (${fromId}, ${intoId}) and other.user_id in (${fromId}, ${intoId})
      and (array_position(${STEPS}, lesser.workflow_state) < array_position(${STEPS}, other.workflow_state)
        or (lesser.workflow_state = other.workflow_state and lesser.user_id = ${fromId}))`.execute(ctx.db);
  const column = 'context_module_progressions.user_id';
  await move(ctx, record, column, await idsWith(ctx, column, fromId), intoId);
}

/** Where both are members, each stays what he is. */
async function mergeMemberships(ctx: Context, record: MergeRecord, fromId: number, intoId: number) {
  const { rows } = await sql<{ id: number }>`
    select own.id from group_memberships own where own.user_id = ${fromId} and own.workflow_state <> 'deleted'
      and not exists (select 1 from group_memberships theirs where theirs.user_id = ${intoId}
        and theirs.group_id = own.group_id and theirs.workflow_state <> 'deleted')`.execute(ctx.db);
  const ids = rows.map(({ id }) => id);
  await move(ctx, record, 'group_memberships.user_id', ids, intoId);
  const led = await idsWith(ctx, 'groups.leader_id', fromId);
  await move(ctx, record, 'groups.leader_id', led, intoId);
}

/** Where both take part, the other's view stays, unread if either had it unread. */
async function mergeConversations(ctx: Context, record: MergeRecord, fromId: number, intoId: number) {
  const column = 'conversation_messages.author_id';
  await move(ctx, record, column, await idsWith(ctx, column, fromId), intoId);
  await sql`update conversation_participants theirs set workflow_state = own.workflow_state
    from conversation_participants own
    where own.user_id = ${fromId} and theirs.user_id = ${intoId}
      and theirs.conversation_id = own.conversation_id
      and (own.workflow_state = 'unread' or theirs.workflow_state = 'archived')`.execute(ctx.db);
  const moved = await passConversations(ctx, fromId, intoId);
  record.note('conversations of', moved);
}

/**
 * Gives one user's part in conversations to another who takes no part in them.
 * @param ids all unless given
 * @returns which these were
 */
export async function passConversations(
  ctx: Context,
  fromId: number,
  toId: number,
  ids?: readonly number[],
): Promise<number[]> {
  const named = ids ? sql`and own.conversation_id = ${anyOf(ids)}` : sql``;
  const { rows } = await sql<{ id: number }>`
    update conversation_participants own set user_id = ${toId}
    where own.user_id = ${fromId} ${named} and not exists (select 1 from conversation_participants theirs
      where theirs.conversation_id = own.conversation_id and theirs.user_id = ${toId})
    returning conversation_id as id`.execute(ctx.db);
  const passed = rows.map(({ id }) => id);
  await sql`update conversation_message_participants own set user_id = ${toId}
    from conversation_messages m
    where m.id = own.conversation_message_id and m.conversation_id = ${anyOf(passed)} and own.user_id = ${fromId}
      and not exists (select 1 from conversation_message_participants theirs
        where theirs.conversation_message_id = m.id and theirs.user_id = ${toId})`.execute(ctx.db);
  await rehash(ctx, passed);
  return passed;
}

/** A private conversation is found by who takes part. */
async function rehash(ctx: Context, ids: readonly number[]): Promise<void> {
  const conversations = await ctx.db
    .selectFrom('conversations')
    .select([
      'id',
      'context_type',
      'context_id',
      sql<number[]>`array(select user_id from conversation_participants p
        where p.conversation_id = conversations.id)`.as('people'),
    ])
    .where('id', '=', anyOf(ids))
    .where('private_hash', 'is not', null)
    .execute();
  for (const { id, people, context_type, context_id } of conversations) {
    const place = context_type && context_id ? { context_type, context_id } : undefined;
    const private_hash = privateHash(people, place);
    await ctx.db.updateTable('conversations').set({ private_hash }).where('id', '=', id).execute();
  }
}
