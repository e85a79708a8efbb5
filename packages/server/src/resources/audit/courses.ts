/** What happened to courses, as the two lists of the course audit log give it. All its ids are texts. */
import { anyOf } from '../../db/any-of.ts';
import { mayInAccount } from '../../domain/account-access.ts';
import type { Context } from '../../http/context.ts';
import { Anything, List, MapOf, Nullable, Shape, type Static, Text, Timestamp } from '../../http/schema.ts';
import { stringifyIds } from '../../http/string-ids.ts';
import { serializeCourses } from '../courses/serialize.ts';
import { type EventQuery, type EventRow, idsOf, linkedUsers, pageOfEvents, type Span } from './events.ts';

export const CourseEvents = Shape({
  links: Shape({ 'events.course': Text, 'events.user': Nullable(Text), 'events.sis_batch': Nullable(Text) }),
  events: List(
    Shape({
      id: Text,
      created_at: Timestamp,
      event_type: Text,
      event_source: Text,
      event_data: MapOf(Anything),
      links: MapOf(Anything),
    }),
  ),
  linked: Shape({ page_views: List(Anything), courses: List(Anything), users: List(Anything) }),
});
type CourseEvents = Static<typeof CourseEvents>;

export const seesCourseChanges = (ctx: Context) => mayInAccount(ctx, ctx.rootAccount, 'view_course_changes');

export async function courseEvents(ctx: Context, query: EventQuery, span: Span): Promise<CourseEvents> {
  const events = await pageOfEvents(ctx, query, span);
  return {
    links: {
      'events.course': ctx.url('/api/v1/courses/{events.course}'),
      'events.user': null,
      'events.sis_batch': null,
    },
    events: events.map(eventJson),
    linked: await linkedTo(ctx, events),
  };
}

/** Events about a second course, which stands among the links instead of in the data. */
const ABOUT_ANOTHER = new Set(['copied_to', 'copied_from', 'reset_to', 'reset_from']);

function eventJson(event: EventRow): CourseEvents['events'][number] {
  const isAboutAnother = ABOUT_ANOTHER.has(event.event_type);
  return {
    id: event.uuid,
    created_at: event.created_at,
    event_type: event.event_type,
    event_source: event.event_source,
    event_data: isAboutAnother ? {} : event.event_data,
    links: {
      ...(isAboutAnother && event.event_data),
      course: String(event.course_id),
      page_view: '',
      user: event.actor_id === null ? '' : String(event.actor_id),
      sis_batch: '',
    },
  };
}

async function linkedTo(ctx: Context, events: readonly EventRow[]): Promise<CourseEvents['linked']> {
  const others = events.map(({ event_type, event_data }) =>
    ABOUT_ANOTHER.has(event_type) ? Number(event_data[event_type]) : null,
  );
  const courses = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', anyOf(idsOf([...events.map(({ course_id }) => course_id), ...others])))
    .orderBy('id')
    .execute();
  return stringifyIds({
    page_views: [],
    courses: await serializeCourses(ctx, courses),
    users: await linkedUsers(
      ctx,
      events.map(({ actor_id }) => actor_id),
    ),
  }) as CourseEvents['linked'];
}
