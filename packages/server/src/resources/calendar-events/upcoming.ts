import { sql } from 'kysely';
import { placed } from '../../domain/calendar-events.ts';
import { activeCalendarsOf } from '../../domain/calendar-feeds.ts';
import { eventsIn } from '../../domain/calendar-listing.ts';
import { operation } from '../../http/operation.ts';
import { Either, List } from '../../http/schema.ts';
import { serializeAssignmentEvents } from './assignment-events.ts';
import { assignmentsIn } from './find-assignments.ts';
import { AssignmentEvent, CalendarEvent } from './schema.ts';
import { serializeEvents } from './serialize.ts';

const WEEK_MS = 7 * 86_400_000;
const MOST = 20;

export default operation('GET /api/v1/users/self/upcoming_events', {
  summary: 'My events and assignments of the next week, in the order in which they come',
  requires: 'user',
  returns: List(Either(CalendarEvent, AssignmentEvent)),
  async handle({ ctx }) {
    const calendars = await activeCalendarsOf(ctx);
    const end = `${new Date(Date.parse(ctx.now) + WEEK_MS).toISOString().slice(0, 19)}Z`;
    const range = { start: ctx.now, end };
    const rows = await (await eventsIn(ctx, ctx, calendars, range))
      .orderBy(sql`calendar_events.start_at`)
      .orderBy('calendar_events.id')
      .limit(MOST)
      .execute();
    const assignments = await assignmentsIn(ctx, calendars, range, {});
    const both = [
      ...(await serializeEvents(ctx, await placed(ctx, rows))),
      ...(await serializeAssignmentEvents(ctx, assignments.slice(0, MOST))),
    ];
    return both.sort((a, b) => ((a.start_at ?? '') < (b.start_at ?? '') ? -1 : 1)).slice(0, MOST);
  },
});
