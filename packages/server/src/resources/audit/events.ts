/** What the lists of events have in common: their span of time, newest first, and whom they name. */
import type { Selectable, SelectQueryBuilder } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { AuditEventsTable, Tables } from '../../db/tables/index.ts';
import type { AuditCategory } from '../../domain/audit.ts';
import type { Context, User } from '../../http/context.ts';
import { paginate } from '../../http/page.ts';
import { serializeUsers } from '../users/serialize.ts';

export type EventRow = Selectable<AuditEventsTable>;
export type EventQuery = SelectQueryBuilder<Tables, 'audit_events', EventRow>;

export interface Span {
  start_time?: string | null;
  end_time?: string | null;
}

export const eventsOf = (ctx: Context, category: AuditCategory): EventQuery =>
  ctx.db.selectFrom('audit_events').selectAll().where('category', '=', category);

/** One page, newest first; a time that can't be read is no bound. */
export async function pageOfEvents(
  ctx: Context,
  query: EventQuery,
  { start_time, end_time }: Span,
): Promise<EventRow[]> {
  let within = query;
  if (start_time) within = within.where('created_at', '>=', start_time);
  if (end_time) within = within.where('created_at', '<=', end_time);
  return await paginate(ctx, within, {
    key: 'audit_events.id',
    direction: 'desc',
    order: [{ by: 'audit_events.created_at', direction: 'desc' }],
    kind: 'bookmarks',
  });
}

export const idsOf = (values: readonly (number | null)[]): number[] => [
  ...new Set(values.filter((value) => value !== null)),
];

/** The users whom events name, as the caller may see them. */
export async function linkedUsers(ctx: Context, ids: readonly (number | null)[]) {
  const users: User[] = await ctx.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', anyOf(idsOf(ids)))
    .orderBy('id')
    .execute();
  return await serializeUsers(ctx, users, { context: { account: ctx.rootAccount } });
}
