/** What a merge moved and changed, so that a split can move and change it back. */
import { sql } from 'kysely';
import type { Context } from '../../http/context.ts';

/** Where a user is named: the columns that a merge rewrites. */
export const movable = [
  'pseudonyms.user_id',
  'communication_channels.user_id',
  'enrollments.user_id',
  'enrollments.associated_user_id',
  'account_users.user_id',
  'access_tokens.user_id',
  'user_observation_links.user_id',
  'user_observation_links.observer_id',
  'discussion_topics.user_id',
  'discussion_entries.user_id',
  'submission_comments.author_id',
  'calendar_events.user_id',
  'calendar_events.context_id',
  'rubric_assessments.user_id',
  'wiki_pages.user_id',
  'attachments.user_id',
  'context_module_progressions.user_id',
  'group_memberships.user_id',
  'groups.leader_id',
  'conversation_messages.author_id',
] as const;
export type Movable = (typeof movable)[number];

/** What has a state that a merge may change. */
export type Stateful = 'enrollments' | 'communication_channels' | 'account_users' | 'user_observation_links';

/**
 * Stored as `user_merges.moved`: `{"enrollments.user_id": [ids], "enrollments is active": [ids], …}`, the second kind
 * with the state that rows had before.
 */
export class MergeRecord {
  readonly #entries = new Map<string, number[]>();

  note(key: string, ids: readonly number[]): void {
    if (ids.length > 0) this.#entries.set(key, [...(this.#entries.get(key) ?? []), ...ids]);
  }

  toJson(): string {
    return JSON.stringify(Object.fromEntries(this.#entries));
  }
}

/** These change hands without having changed: what was said stays unedited. */
const untouched: ReadonlySet<Movable> = new Set([
  'discussion_entries.user_id',
  'submission_comments.author_id',
  'calendar_events.user_id',
  'calendar_events.context_id',
  'rubric_assessments.user_id',
  'wiki_pages.user_id',
  'attachments.user_id',
  'context_module_progressions.user_id',
  'groups.leader_id',
  'conversation_messages.author_id',
]);

/** What else of the row changes with its user. */
export const touching = (ctx: Context, column: Movable) =>
  untouched.has(column) ? sql`` : sql`, updated_at = ${ctx.now}`;

const split = (column: Movable) => column.split('.') as [table: string, column: string];

/** Moves the rows with these ids from one user to the other and notes it. */
export async function move(
  ctx: Context,
  record: MergeRecord,
  column: Movable,
  ids: readonly number[],
  toUserId: number,
): Promise<void> {
  if (ids.length === 0) return;
  record.note(column, ids);
  const [table, name] = split(column);
  await sql`update ${sql.table(table)} set ${sql.ref(name)} = ${toUserId} ${touching(ctx, column)}
    where id = any(${ids}::bigint[])`.execute(ctx.db);
}

/** Gives rows another state and notes which one they had. */
export async function restate(
  ctx: Context,
  record: MergeRecord,
  table: Stateful,
  rows: readonly { id: number; workflow_state: string }[],
  state: string,
): Promise<void> {
  const changing = rows.filter(({ workflow_state }) => workflow_state !== state);
  for (const [before, same] of Map.groupBy(changing, ({ workflow_state }) => workflow_state)) {
    record.note(
      `${table} is ${before}`,
      same.map(({ id }) => id),
    );
  }
  if (changing.length === 0) return;
  await sql`update ${sql.table(table)} set workflow_state = ${state}, updated_at = ${ctx.now}
    where id = any(${changing.map(({ id }) => id)}::bigint[])`.execute(ctx.db);
}
