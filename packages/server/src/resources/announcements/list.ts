import { type SelectQueryBuilder, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { Tables } from '../../db/tables/index.ts';
import { type CourseRow, courseAccesses, type OwnCourseAccess } from '../../domain/course-access.ts';
import { type CourseRight, courseGrants } from '../../domain/course-rights.ts';
import { isVisible } from '../../domain/discussion-rights.ts';
import { topicStandings } from '../../domain/discussion-standing.ts';
import { postedAt, type TopicRow } from '../../domain/discussion-topics.ts';
import { Refusal, Unauthenticated, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { findCourse } from '../courses/load.ts';
import { DiscussionTopic } from '../discussion-topics/schema.ts';
import { serializeTopics } from '../discussion-topics/serialize.ts';
import { dateRange } from './date-range.ts';

export default operation('GET /api/v1/announcements', {
  summary: 'The announcements of some courses',
  requires: 'public',
  returns: List(DiscussionTopic),
  async handle({ ctx, params }) {
    const courses = await coursesOf(ctx, params.context_codes ?? []);
    const range = dateRange(ctx, params);
    const accessOf = await courseAccesses(ctx, courses);
    const accesses = courses.map(({ id }) => accessOf.get(id) as OwnCourseAccess);
    if (!accesses.every((access) => courseGrants('read_announcements', access))) {
      throw ctx.user ? new Unauthorized() : new Unauthenticated();
    }
    const everywhere = (...rights: CourseRight[]) =>
      accesses.every((access) => rights.some((right) => courseGrants(right, access)));

    let query = announcementsOf(ctx, courses).where(
      sql<boolean>`${postedAt} between ${range.start} and ${range.end}`,
    );
    if (!everywhere('view_unpublished_items') || params.active_only) query = query.where(postedBy(ctx.now));
    if (params.available_after && !everywhere('moderate_forum')) {
      query = query.where((eb) =>
        eb.or([eb('lock_at', 'is', null), eb('lock_at', '>', params.available_after as string)]),
      );
    }
    const rows = await paginate(ctx, params.latest_only ? latestOfEach(query) : query, {
      kind: 'total',
      key: 'discussion_topics.id',
      direction: 'desc',
      order: params.latest_only
        ? [{ by: 'discussion_topics.context_id' }, { by: postedAt, direction: 'desc' }]
        : [{ by: postedAt, direction: 'desc' }],
    });
    const standingOf = await topicStandings(ctx, rows);
    return await serializeTopics(
      ctx,
      rows.map(standingOf).filter(({ access }) => isVisible(access)),
      { include: params.include, withoutAssignment: true, withContextCode: true },
    );
  },
});

/** @throws Refusal for what is no course's code, NotFound for a course that isn't there */
async function coursesOf(ctx: Context, codes: readonly string[]): Promise<CourseRow[]> {
  if (codes.length === 0) throw new Refusal(400, { message: 'Missing context_codes' });
  const ids = codes.map((code) => {
    const id = /^course_(\d+)$/.exec(code)?.[1];
    if (id) return id;
    throw new Refusal(400, { message: 'Invalid context_codes; only `course` codes are supported' });
  });
  const courses = new Map<number, CourseRow>();
  for (const id of new Set(ids)) {
    const course = await findCourse(ctx, id);
    courses.set(course.id, course);
  }
  return [...courses.values()];
}

type Announcements = SelectQueryBuilder<Tables, 'discussion_topics', TopicRow>;

const announcementsOf = (ctx: Context, courses: readonly CourseRow[]): Announcements =>
  ctx.db
    .selectFrom('discussion_topics')
    .selectAll('discussion_topics')
    .where('is_announcement', '=', true)
    .where('context_type', '=', 'Course')
    .where('context_id', '=', anyOf(courses.map(({ id }) => id)))
    .where('workflow_state', '<>', 'deleted');

/** Of each course the one that was posted last. */
const latestOfEach = (query: Announcements): Announcements =>
  query.where(
    'discussion_topics.id',
    'in',
    query
      .clearSelect()
      .select('discussion_topics.id')
      .distinctOn('discussion_topics.context_id')
      .orderBy('discussion_topics.context_id')
      .orderBy(postedAt, 'desc')
      .orderBy('discussion_topics.id', 'desc'),
  );

const postedBy = (now: string) => sql<boolean>`(discussion_topics.workflow_state in ('active', 'post_delayed')
  and (discussion_topics.delayed_post_at is null or discussion_topics.delayed_post_at <= ${now}::timestamptz))`;
