import type { PlacedEvent } from '../../domain/calendar-access.ts';
import { type Calendar, codeOf } from '../../domain/calendar-contexts.ts';
import { placed } from '../../domain/calendar-events.ts';
import { activeCalendarsOf } from '../../domain/calendar-feeds.ts';
import { withAbsoluteLinks } from '../../domain/html.ts';
import { calendarText, type FeedEntry } from '../../domain/ical-feed.ts';
import { NotFound } from '../../errors.ts';
import { anonymous, Context } from '../../http/context.ts';
import { operation, Reply } from '../../http/operation.ts';
import { Text } from '../../http/schema.ts';
import type { DatedAssignment } from './assignment-events.ts';
import { feedAssignments, feedEvents } from './find-feed.ts';

export default operation('GET /feeds/calendars/{feed_code}', {
  summary: 'A calendar for calendar programs; its secret address is the key',
  requires: 'public',
  returns: Text,
  async handle({ ctx, path: { feed_code } }) {
    const { calendar, reader } = await ownerOf(ctx, feed_code);
    const calendars = reader.user ? await activeCalendarsOf(reader) : [calendar];
    const events = await placed(reader, await feedEvents(reader, calendars));
    const assignments = await feedAssignments(reader, calendars);
    const entries = [
      ...events.map((event) => eventEntry(ctx, event)),
      ...assignments.map((row) => assignmentEntry(ctx, row)),
    ].sort((a, b) => ((a.start_at ?? '~') < (b.start_at ?? '~') ? -1 : 1));
    const name = nameOf(calendar);
    const text = calendarText(`${name} Calendar (Canvas)`, descriptionOf(calendar, name), entries);
    return new Reply(200, text, { 'content-type': 'text/calendar; charset=utf-8' });
  },
});

/** `user_<uuid>.ics`: that user's calendars; `course_<uuid>.ics`: one calendar, whoever reads it. */
async function ownerOf(ctx: Context, code: string): Promise<{ calendar: Calendar; reader: Context }> {
  const [, type, uuid] = /^(user|course|group)_([^.]+)\.ics$/.exec(code) ?? [];
  if (!type || !uuid) throw new NotFound();
  const nobody = () => new Context({ ...ctx, caller: anonymous });
  if (type === 'user') {
    const user = await ctx.db
      .selectFrom('users')
      .selectAll()
      .where('uuid', '=', uuid)
      .where('workflow_state', '<>', 'deleted')
      .executeTakeFirst();
    if (!user) throw new NotFound();
    const reader = new Context({ ...ctx, caller: { ...anonymous, user } });
    return { calendar: { type: 'User', id: user.id, user }, reader };
  }
  if (type === 'course') {
    const course = await ctx.db
      .selectFrom('courses')
      .selectAll()
      .where('uuid', '=', uuid)
      .where('workflow_state', '<>', 'deleted')
      .executeTakeFirst();
    if (!course) throw new NotFound();
    return { calendar: { type: 'Course', id: course.id, course }, reader: nobody() };
  }
  const group = await ctx.db
    .selectFrom('groups')
    .selectAll()
    .where('uuid', '=', uuid)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  if (!group) throw new NotFound();
  return { calendar: { type: 'Group', id: group.id, group }, reader: nobody() };
}

function nameOf(calendar: Calendar): string {
  if (calendar.type === 'Course') return calendar.course.name;
  if (calendar.type === 'Group') return calendar.group.name;
  return calendar.type === 'User' ? calendar.user.name : '';
}

const descriptionOf = ({ type }: Calendar, name: string): string =>
  `Calendar events for the ${type.toLowerCase()}, ${name}`;

function eventEntry(ctx: Context, { row, calendar, parent }: PlacedEvent): FeedEntry {
  const code = row.effective_context_codes[0] ?? codeOf(calendar);
  const title =
    calendar.type === 'CourseSection' && parent ? `${row.title} (${calendar.section.name})` : row.title;
  return {
    uid: `event-calendar-event-${row.id}`,
    title: withCode(title, calendar),
    start_at: row.start_at,
    end_at: row.end_at,
    all_day_date: row.all_day ? row.all_day_date : null,
    description: absolute(ctx, row.description),
    location: [row.location_name, row.location_address].filter(Boolean).join(', '),
    updated_at: row.updated_at,
    url: ctx.url(`/calendar?include_contexts=${code}&month=${month(row.start_at)}#calendar_event_${row.id}`),
  };
}

function assignmentEntry(
  ctx: Context,
  { assignment, course, due_at, overrides }: DatedAssignment,
): FeedEntry {
  const [override] = overrides;
  return {
    uid: override ? `event-assignment-override-${override.id}` : `event-assignment-${assignment.id}`,
    title: `${assignment.name} [${course.course_code}]`,
    start_at: due_at,
    end_at: due_at,
    all_day_date: null,
    description: absolute(ctx, assignment.description),
    location: '',
    updated_at: assignment.updated_at,
    url: ctx.url(
      `/calendar?include_contexts=course_${course.id}&month=${month(due_at)}#assignment_${assignment.id}`,
    ),
  };
}

const withCode = (title: string, calendar: Calendar): string =>
  'course' in calendar ? `${title} [${calendar.course.course_code}]` : title;

const absolute = (ctx: Context, html: string | null) =>
  html && withAbsoluteLinks(html, (path) => ctx.url(path));

/** `09&year=2026` */
const month = (time: string | null): string => (time ? `${time.slice(5, 7)}&year=${time.slice(0, 4)}` : '');
