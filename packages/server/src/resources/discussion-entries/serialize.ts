/** Entries as Canvas sends them, in a number of queries that doesn't grow with them. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { contextOf, contextPath } from '../../domain/contexts.ts';
import type { EntryRow } from '../../domain/discussion-topics.ts';
import type { ForumContext } from '../../domain/forum-access.ts';
import { withAbsoluteLinks } from '../../domain/html.ts';
import type { Context, User } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import type { File } from '../files/schema.ts';
import { serializeFiles } from '../files/serialize.ts';
import { displayUser } from '../users/display.ts';
import { DiscussionEntry } from './schema.ts';

export interface EntryView {
  withUser?: boolean;
  withUserName?: boolean;
  /** Each with the newest below it. */
  withReplies?: boolean;
}

const MOST_REPLIES = 10;

export async function serializeEntries(
  ctx: Context,
  context: ForumContext,
  entries: readonly EntryRow[],
  view: EntryView,
): Promise<DiscussionEntry[]> {
  const repliesOf = view.withReplies ? await newestReplies(ctx, entries) : () => [];
  const all = [...entries, ...entries.flatMap(repliesOf)];
  const [userOf, filesOf, stateOf] = await Promise.all([
    usersOf(ctx, all),
    attachedFiles(ctx, all),
    readStates(ctx, all),
  ]);
  const serialize = (entry: EntryRow): DiscussionEntry => {
    const isDeleted = entry.workflow_state === 'deleted';
    const user = userOf(entry);
    return inOrderOf(DiscussionEntry, {
      ...sharedFields(entry, (path) => ctx.url(path)),
      ...(view.withUserName && !isDeleted && { user_name: user?.name ?? 'User Name' }),
      ...(view.withUser && { user: user ? displayUser(ctx, user, contextPath(context)) : null }),
      ...filesOf(entry),
      ...stateOf(entry),
    });
  };
  return entries.map((entry) => {
    const replies = repliesOf(entry);
    if (replies.length === 0) return serialize(entry);
    return {
      ...serialize(entry),
      recent_replies: replies.slice(0, MOST_REPLIES).map(serialize),
      has_more_replies: replies.length > MOST_REPLIES,
    };
  });
}

export async function serializeEntry(
  ctx: Context,
  context: ForumContext,
  entry: EntryRow,
  view: EntryView,
): Promise<DiscussionEntry> {
  return (await serializeEntries(ctx, context, [entry], view))[0] as DiscussionEntry;
}

export type SharedColumns = Pick<
  EntryRow,
  | 'id'
  | 'user_id'
  | 'parent_id'
  | 'created_at'
  | 'updated_at'
  | 'editor_id'
  | 'rating_count'
  | 'rating_sum'
  | 'message'
  | 'workflow_state'
>;

/**
 * What an entry is to whoever reads it; of a deleted one that it was there. Written out, since a topic's view has
 * thousands: spreading parts together costs more than reading them from the database.
 */
export function sharedFields(entry: SharedColumns, url: (path: string) => string): SharedFields {
  const { id, user_id, parent_id, created_at, updated_at, editor_id, rating_count, rating_sum } = entry;
  if (entry.workflow_state === 'deleted') {
    return { id, parent_id, created_at, updated_at, editor_id, rating_count, rating_sum, deleted: true };
  }
  const message = withAbsoluteLinks(entry.message, url);
  if (editor_id === null) {
    return { id, user_id, parent_id, created_at, updated_at, rating_count, rating_sum, message };
  }
  return { id, user_id, parent_id, created_at, updated_at, editor_id, rating_count, rating_sum, message };
}

type SharedFields = Pick<
  DiscussionEntry,
  | 'id'
  | 'user_id'
  | 'parent_id'
  | 'created_at'
  | 'updated_at'
  | 'editor_id'
  | 'rating_count'
  | 'rating_sum'
  | 'message'
  | 'deleted'
>;

/** The newest eleven of all that is below each top-level entry, of which ten are shown. */
async function newestReplies(ctx: Context, entries: readonly EntryRow[]) {
  const tops = entries.filter(({ root_entry_id }) => root_entry_id === null).map(({ id }) => id);
  if (tops.length === 0) return () => [];
  const rows = await ctx.db
    .selectFrom(sql<{ id: number }>`unnest(${tops}::bigint[])`.as<'top'>(sql`top(id)`))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('discussion_entries')
          .selectAll()
          .whereRef('root_entry_id', '=', 'top.id')
          .where('workflow_state', '=', 'active')
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(MOST_REPLIES + 1)
          .as('reply'),
      (join) => join.onTrue(),
    )
    .selectAll('reply')
    .execute();
  const byTop = Map.groupBy(rows, ({ root_entry_id }) => root_entry_id);
  return ({ id }: EntryRow): EntryRow[] => byTop.get(id) ?? [];
}

async function usersOf(ctx: Context, entries: readonly EntryRow[]) {
  const ids = [...new Set(entries.flatMap(({ user_id }) => user_id ?? []))];
  const rows = await ctx.db.selectFrom('users').selectAll().where('id', '=', anyOf(ids)).execute();
  const byId = new Map<number, User>(rows.map((row) => [row.id, row]));
  return ({ user_id }: EntryRow) => byId.get(user_id ?? 0);
}

/** The file of each that has one, twice, as Canvas sends it. */
export async function attachedFiles(ctx: Context, entries: readonly Pick<EntryRow, 'attachment_id'>[]) {
  const ids = entries.flatMap(({ attachment_id }) => attachment_id ?? []);
  if (ids.length === 0) return () => ({});
  const rows = await ctx.db.selectFrom('attachments').selectAll().where('id', '=', anyOf(ids)).execute();
  const files = (await serializeFiles(ctx, rows)) as File[];
  const byId = new Map(files.map((file) => [file.id, file]));
  return ({ attachment_id }: Pick<EntryRow, 'attachment_id'>) => {
    const file = byId.get(attachment_id ?? 0);
    return file ? { attachment: file, attachments: [file] } : {};
  };
}

async function readStates(ctx: Context, entries: readonly EntryRow[]) {
  if (!ctx.user) return () => ({});
  const rows = await ctx.db
    .selectFrom('discussion_entry_participants')
    .select(['discussion_entry_id', 'workflow_state', 'forced_read_state'])
    .where('user_id', '=', ctx.user.id)
    .where('discussion_entry_id', '=', anyOf(entries.map(({ id }) => id)))
    .execute();
  const byEntry = new Map(rows.map((row) => [row.discussion_entry_id, row]));
  return ({ id }: EntryRow) => {
    const row = byEntry.get(id);
    return {
      read_state: row?.workflow_state ?? ('unread' as const),
      forced_read_state: row?.forced_read_state ?? false,
    };
  };
}

/** What some students said in the topics that they handed in by, by submission: oldest first. */
export async function entriesHandedIn(
  ctx: Context,
  submissions: readonly {
    id: number;
    assignment_id: number;
    user_id: number;
    submission_type: string | null;
  }[],
): Promise<(submissionId: number) => DiscussionEntry[] | undefined> {
  const discussed = submissions.filter(({ submission_type }) => submission_type === 'discussion_topic');
  if (discussed.length === 0) return () => undefined;
  const rows = await ctx.db
    .selectFrom('discussion_entries')
    .innerJoin('discussion_topics', 'discussion_topics.id', 'discussion_entries.discussion_topic_id')
    .selectAll('discussion_entries')
    .select([
      'discussion_topics.assignment_id',
      'discussion_topics.context_type',
      'discussion_topics.context_id',
    ])
    .where('discussion_topics.assignment_id', '=', anyOf(discussed.map(({ assignment_id }) => assignment_id)))
    .where('discussion_topics.workflow_state', '<>', 'deleted')
    .where('discussion_entries.user_id', '=', anyOf(discussed.map(({ user_id }) => user_id)))
    .where('discussion_entries.workflow_state', '=', 'active')
    .orderBy('discussion_entries.created_at')
    .orderBy('discussion_entries.id')
    .execute();
  const entries = new Map<number, DiscussionEntry>();
  for (const inContext of Map.groupBy(rows, (row) => `${row.context_type}:${row.context_id}`).values()) {
    const context = (await contextOf(ctx, inContext[0] as (typeof rows)[number])) as ForumContext;
    const view = { withUser: true, withUserName: true, withReplies: true };
    for (const entry of await serializeEntries(ctx, context, inContext, view)) entries.set(entry.id, entry);
  }
  const said = Map.groupBy(rows, (row) => `${row.assignment_id}:${row.user_id}`);
  const keys = new Map(discussed.map((row) => [row.id, `${row.assignment_id}:${row.user_id}`]));
  return (id) => {
    const key = keys.get(id);
    return key === undefined ? undefined : (said.get(key) ?? []).flatMap((row) => entries.get(row.id) ?? []);
  };
}
