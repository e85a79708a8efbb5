/** Lists of events, said once for the caller's own and for those of somebody whom he looks after. */
import { sql } from 'kysely';
import { placed } from '../../domain/calendar-events.ts';
import { eventsIn } from '../../domain/calendar-listing.ts';
import type { Context } from '../../http/context.ts';
import { paginate, paginateArray } from '../../http/page.ts';
import { askedCalendars, askedCodes, askedIncludes, askedRange, type ListParams } from './asked.ts';
import { serializeAssignmentEvents } from './assignment-events.ts';
import { assignmentsIn } from './find-assignments.ts';
import { serializeEvents } from './serialize.ts';

/** @param reader the context of whoever's calendars they are; the caller's own for his */
export async function listEvents(ctx: Context, reader: Context, params: ListParams) {
  const codes = askedCodes(ctx, params, reader.user?.id);
  const range = askedRange(ctx, params);
  const calendars = await askedCalendars(ctx, reader, codes);
  const view = { include: askedIncludes(params), excludes: params.excludes };
  if (params.type === 'assignment') {
    const rows = await assignmentsIn(reader, calendars, range, params);
    return await serializeAssignmentEvents(ctx, paginateArray(ctx, rows), view);
  }
  const events = (await eventsIn(ctx, reader, calendars, range))
    .$if(params.important_dates === true, (query) => query.where('important_dates', '=', true))
    .$if(params.blackout_date === true, (query) => query.where('blackout_date', '=', true));
  const rows = await paginate(ctx, events, {
    kind: 'bookmarks',
    order: [{ by: sql`coalesce(calendar_events.start_at, 'infinity')` }],
    key: 'calendar_events.id',
  });
  return await serializeEvents(ctx, await placed(ctx, rows), view);
}
