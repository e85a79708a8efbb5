/** The events of some calendars that somebody finds there. Source: for_user_and_context_codes of Canvas's CalendarEvent. */
import { type SelectQueryBuilder, sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Tables } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import { baseRoleOf } from './base-roles.ts';
import type { EventRow } from './calendar-access.ts';
import { mayManageAppointments, withPlaces } from './calendar-appointments.ts';
import { type Calendar, codeOf } from './calendar-contexts.ts';
import { courseAccess } from './course-access.ts';
import { visibleSections } from './section-rights.ts';

/** Two moments, both included. */
export interface Range {
  start: string;
  end: string;
}

type Events = SelectQueryBuilder<Tables, 'calendar_events', EventRow>;

/** @param reader whose sections and reservations count */
export async function eventsIn(
  ctx: Context,
  reader: Context,
  calendars: readonly Calendar[],
  range: Range | 'undated' | 'all',
): Promise<Events> {
  const slots = [
    ...calendars.filter(({ type }) => type === 'AppointmentGroup'),
    ...(typeof range === 'object' ? await manageable(reader, calendars, range) : []),
  ];
  const explicit = calendars.filter(({ type }) => type !== 'AppointmentGroup');
  const codes = explicit.map(codeOf);
  const sections = await sectionsIn(reader, explicit);
  const places = (list: readonly { type: string; id: number }[]) =>
    sql`(calendar_events.context_type, calendar_events.context_id) in (${sql.join(
      list.map(({ type, id }) => sql`(${type}, ${id}::bigint)`),
    )})`;
  const conditions = [
    // A section that is asked for by name shows what is its own.
    ...(explicit.length > 0
      ? [
          sql`(${places(explicit)} and (calendar_events.effective_context_codes = '{}'
          or calendar_events.context_type = 'CourseSection'))`,
        ]
      : []),
    ...(slots.length > 0 ? [places(slots)] : []),
    sql`(calendar_events.effective_context_codes && ${codes}::text[] and (
      (calendar_events.context_type = 'User' and calendar_events.context_id = ${reader.user?.id ?? 0})
      or (calendar_events.context_type = 'CourseSection' and calendar_events.context_id = ${anyOf(sections)})))`,
  ];
  const events = ctx.db
    .selectFrom('calendar_events')
    .selectAll('calendar_events')
    .where('calendar_events.workflow_state', '<>', 'deleted')
    .where(sql<boolean>`(${sql.join(conditions, sql` or `)})`);
  if (range === 'all') return events;
  if (range === 'undated') return events.where('start_at', 'is', null).where('end_at', 'is', null);
  return events.where('start_at', '<=', range.end).where('end_at', '>=', range.start);
}

/** The sections whose times the reader goes by: those that a student is in, all of them for staff. */
async function sectionsIn(reader: Context, calendars: readonly Calendar[]): Promise<number[]> {
  const ids: number[] = [];
  const whole: number[] = [];
  for (const calendar of calendars) {
    if (calendar.type !== 'Course' || !reader.user) continue;
    const access = await courseAccess(reader, calendar.course);
    const takesPart = access.enrollments.filter(({ type }) =>
      ['StudentEnrollment', 'ObserverEnrollment'].includes(baseRoleOf(type)),
    );
    const isTaught = access.enrollments.length > 0 && takesPart.length === access.enrollments.length;
    const visible = isTaught
      ? takesPart.map(({ course_section_id }) => course_section_id)
      : visibleSections(access);
    if (visible === 'all') whole.push(calendar.id);
    else ids.push(...visible);
  }
  if (whole.length === 0) return ids;
  const sections = await reader.db
    .selectFrom('course_sections')
    .select('id')
    .where('course_id', '=', anyOf(whole))
    .where('workflow_state', '=', 'active')
    .execute();
  return [...ids, ...sections.map(({ id }) => id)];
}

/** The slots that the reader manages in the courses stand among the events. */
async function manageable(reader: Context, calendars: readonly Calendar[], { start, end }: Range) {
  const courses = calendars.flatMap(({ type, id }) => (type === 'Course' ? [id] : []));
  if (!reader.user || courses.length === 0) return [];
  const rows = await reader.db
    .selectFrom('appointment_groups')
    .selectAll()
    .where('workflow_state', '<>', 'deleted')
    .where('start_at', '<', end)
    .where('end_at', '>', start)
    .where(
      sql<boolean>`exists (select 1 from appointment_group_courses
        where appointment_group_id = appointment_groups.id and course_id = ${anyOf(courses)})`,
    )
    .execute();
  const managed: { type: string; id: number }[] = [];
  for (const group of await withPlaces(reader, rows)) {
    if (await mayManageAppointments(reader, group)) managed.push({ type: 'AppointmentGroup', id: group.id });
  }
  return managed;
}
