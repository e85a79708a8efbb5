/** Events that another system provides: made where they aren't there yet, changed where they differ. */
import { sql } from 'kysely';
import type { EventRow } from '../../domain/calendar-access.ts';
import type { Calendar } from '../../domain/calendar-contexts.ts';
import { draftEvent, type EventFields, placed, updateEvent } from '../../domain/calendar-events.ts';
import type { Context } from '../../http/context.ts';

export interface Put {
  row: EventRow;
  outcome: 'created' | 'updated' | 'unchanged';
}

/** @param fields with `provided_by` and `external_id` */
export async function putProvided(ctx: Context, calendar: Calendar, fields: EventFields): Promise<Put> {
  const made = await ctx.db
    .insertInto('calendar_events')
    .values(draftEvent(ctx, calendar, fields))
    // Another request may make it at this moment: then this one changes what that has made.
    .onConflict((conflict) =>
      conflict
        .columns(['context_type', 'context_id', 'provided_by', 'external_id'])
        .where('provided_by', 'is not', null)
        // As a parameter it wouldn't name the index any more once PostgreSQL keeps the plan of the statement.
        .where(sql<boolean>`workflow_state <> 'deleted'`)
        .doNothing(),
    )
    .returningAll()
    .executeTakeFirst();
  if (made) return { row: made, outcome: 'created' };
  const present = await ctx.db
    .selectFrom('calendar_events')
    .selectAll()
    .where('context_type', '=', calendar.type)
    .where('context_id', '=', calendar.id)
    .where('provided_by', '=', fields.provided_by as string)
    .where('external_id', '=', fields.external_id as string)
    .where('workflow_state', '<>', 'deleted')
    .forUpdate()
    .executeTakeFirstOrThrow();
  return await changeProvided(ctx, present, fields);
}

/** Writes only what differs. */
export async function changeProvided(ctx: Context, present: EventRow, fields: EventFields): Promise<Put> {
  const names = Object.keys(fields) as (keyof EventFields)[];
  if (names.every((name) => fields[name] === present[name])) return { row: present, outcome: 'unchanged' };
  const [event] = await placed(ctx, [present]);
  if (!event) return { row: present, outcome: 'unchanged' };
  return { row: await updateEvent(ctx, event, fields), outcome: 'updated' };
}
