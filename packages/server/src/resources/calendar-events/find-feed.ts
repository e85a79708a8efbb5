/** What stands in a feed: a month back and a year ahead for somebody in particular, all of it for a calendar by itself. */
import { sql } from 'kysely';
import type { EventRow } from '../../domain/calendar-access.ts';
import type { Calendar } from '../../domain/calendar-contexts.ts';
import type { Range } from '../../domain/calendar-listing.ts';
import { eventsIn } from '../../domain/calendar-listing.ts';
import type { Context } from '../../http/context.ts';
import type { DatedAssignment } from './assignment-events.ts';
import { assignmentsIn } from './find-assignments.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST = 1000;

export async function feedEvents(reader: Context, calendars: readonly Calendar[]): Promise<EventRow[]> {
  const events = await eventsIn(reader, reader, calendars, rangeFor(reader));
  return await events
    .$if(reader.user !== null, (query) =>
      // What all sections have at their own times stands there at these, and a slot only where somebody has it.
      query
        .where(
          sql<boolean>`((calendar_events.context_type = 'AppointmentGroup') = exists (
            select 1 from calendar_events as children
            where children.parent_calendar_event_id = calendar_events.id and children.workflow_state <> 'deleted'))`,
        )
        .limit(MOST),
    )
    .orderBy('start_at')
    .orderBy('id')
    .execute();
}

export async function feedAssignments(
  reader: Context,
  calendars: readonly Calendar[],
): Promise<DatedAssignment[]> {
  if (reader.user) return await assignmentsIn(reader, calendars, rangeFor(reader), {});
  const [calendar] = calendars;
  if (calendar?.type !== 'Course') return [];
  const { course } = calendar;
  const rows = await reader.db
    .selectFrom('assignments')
    .selectAll()
    .where('course_id', '=', course.id)
    .where('workflow_state', '=', 'published')
    .orderBy('due_at')
    .orderBy('id')
    .execute();
  return rows.map((assignment) => ({ assignment, course, due_at: assignment.due_at, overrides: [] }));
}

function rangeFor({ user, now }: Context): Range | 'all' {
  if (!user) return 'all';
  const day = (days: number) => `${new Date(Date.parse(now) + days * DAY_MS).toISOString().slice(0, 19)}Z`;
  return { start: day(-30), end: day(366) };
}
