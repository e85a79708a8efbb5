/** What an administrator can read later of who did what (resources/audit). */
import type { Insertable } from 'kysely';
import type { AuditEventsTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import type { Site } from '../http/site.ts';

export type AuditCategory =
  | 'authentication'
  | 'course'
  | 'developer_key'
  | 'enrollment'
  | 'grade_change'
  | 'permission'
  | 'role'
  | 'token';

type Subject = 'account_id' | 'course_id' | 'user_id' | 'pseudonym_id' | 'access_token_id';
type Origin = 'actor_id' | 'real_actor_id' | 'request_id' | 'address';

export type AuditEvent = {
  category: AuditCategory;
  event_type: string;
  /** Canvas says `manual`, `api` or `sis`. */
  event_source?: 'api' | 'manual';
  event_data?: object;
} & { [Name in Subject | Origin]?: AuditEventsTable[Name] | undefined };

/** Writes what a request does, in its transaction, as done by its caller. */
export async function recordEvents(ctx: Context, events: readonly AuditEvent[]): Promise<void> {
  if (events.length === 0) return;
  const { user, realUser } = ctx.caller;
  const origin = {
    actor_id: user?.id ?? null,
    real_actor_id: realUser?.id ?? null,
    request_id: ctx.request.id ?? null,
    address: ctx.request.address ?? null,
  };
  const rows = events.map((event) => ({ ...origin, ...rowOf(event, ctx.now) }));
  await ctx.db.insertInto('audit_events').values(rows).execute();
}

/** Writes beside the request what mustn't wait for it, or what is true although the request failed. */
export function noteEvent(site: Site, event: AuditEvent): void {
  site.database.kysely
    .insertInto('audit_events')
    .values(rowOf(event, site.clock.now()))
    .execute()
    .catch((error) => site.log.warn({ err: error }, 'could not write an audit event'));
}

function rowOf({ event_data = {}, event_source = 'api', ...event }: AuditEvent, now: string) {
  return {
    ...event,
    event_source,
    event_data: JSON.stringify(event_data),
    created_at: now,
  } as Insertable<AuditEventsTable>;
}
