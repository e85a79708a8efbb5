import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { AssignmentRow } from '../../domain/assignment-access.ts';
import type { CourseRow } from '../../domain/course-access.ts';
import { isCurrent, periodsOfCourses } from '../../domain/grading/periods.ts';
import { onlyNotFound, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List, Nullable, Optional, Shape, Text } from '../../http/schema.ts';
import { Assignment } from '../assignments/schema.ts';
import { serializeAssignments } from '../assignments/serialize.ts';
import { findCourse } from '../courses/load.ts';
import { Course } from '../courses/schema.ts';
import { serializeCourses } from '../courses/serialize.ts';
import { findUser, user } from './load.ts';

const MissingAssignment = Shape({
  ...Assignment.properties,
  course: Optional(Course),
  planner_override: Optional(Nullable(Text)),
});

export default operation('GET /api/v1/users/{user_id}/missing_submissions', {
  summary: 'The assignments that are past due and not handed in',
  load: { user: user('user_id') },
  requires: { user: 'read' },
  returns: List(MissingAssignment),
  async handle({ ctx, user, params }) {
    const { observed_user_id, course_ids = [], filter = [], include = [] } = params;
    if (observed_user_id !== undefined) await refuseUnlessObserved(ctx, observed_user_id ?? '', course_ids);
    const student = observed_user_id ? await findUser(ctx, observed_user_id) : user;
    const courses = await coursesOf(ctx, student.id, course_ids);
    const missing = ctx.db
      .selectFrom('assignments')
      .innerJoin('submissions', 'submissions.assignment_id', 'assignments.id')
      .selectAll('assignments')
      .where('submissions.user_id', '=', student.id)
      .where('assignments.course_id', '=', anyOf(courses.map(({ id }) => id)))
      .where('assignments.workflow_state', '=', 'published')
      .where(isMissing(ctx.now))
      .$if(filter.includes('submittable'), (query) => query.where(isOpen(ctx.now, student.id)));
    const periods = filter.includes('current_grading_period')
      ? await currentPeriods(ctx, courses)
      : undefined;
    const rows: AssignmentRow[] = await paginate(ctx, periods ? missing.where(periods) : missing, {
      key: 'assignments.id',
      order: [{ by: sql`coalesce(submissions.cached_due_date, 'infinity'::timestamptz)` }],
      kind: 'total',
    });
    return await shownWithCourses(ctx, courses, rows, include);
  },
});

/** Where the student is at work. */
async function coursesOf(ctx: Context, userId: number, named: readonly string[]): Promise<CourseRow[]> {
  return await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('workflow_state', '=', 'available')
    .$if(named.length > 0, (query) =>
      query.where('id', '=', anyOf(named.flatMap((id) => parseNumber(id) ?? []))),
    )
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('enrollments')
          .select('enrollments.id')
          .whereRef('enrollments.course_id', '=', 'courses.id')
          .where('enrollments.user_id', '=', userId)
          .where('enrollments.type', 'in', ['StudentEnrollment', 'StudentViewEnrollment'])
          .where('enrollments.workflow_state', '=', 'active'),
      ),
    )
    .execute();
}

/** As `isMissing` of domain/grading/tardiness.ts tells it of a row. */
const isMissing = (now: string): RawBuilder<boolean> => sql<boolean>`(submissions.workflow_state <> 'deleted'
  and not submissions.excused and submissions.custom_grade_status_id is null
  and case when submissions.late_policy_status is not null then submissions.late_policy_status = 'missing'
    else submissions.submitted_at is null and submissions.grader_id is null
      and submissions.cached_due_date < ${now}::timestamptz
      and cardinality(assignments.submission_types) > 0
      and assignments.submission_types not in
        ('{on_paper}', '{external_tool}', '{none}', '{not_graded}', '{wiki_page}', '{""}') end)`;

/** Not locked by the dates of everybody, unless the student has others of his own. */
const isOpen = (now: string, userId: number): RawBuilder<boolean> => sql<boolean>`(
  (assignments.lock_at is null or assignments.lock_at > ${now}::timestamptz
    or exists (select 1 from assignment_overrides o
      join assignment_override_students s on s.assignment_override_id = o.id
      where o.assignment_id = assignments.id and o.workflow_state = 'active' and s.user_id = ${userId}
        and o.lock_at_overridden and (o.lock_at is null or o.lock_at > ${now}::timestamptz)))
  and (assignments.unlock_at is null or assignments.unlock_at <= ${now}::timestamptz))`;

/** In a course without periods everything is in the current one. */
async function currentPeriods(ctx: Context, courses: readonly CourseRow[]): Promise<RawBuilder<boolean>> {
  const periodsOf = await periodsOfCourses(ctx, courses);
  const current = [...periodsOf.values()].flatMap(({ periods }) =>
    periods.filter((period) => isCurrent(period, ctx.now)).map(({ id }) => id),
  );
  return sql<boolean>`(submissions.grading_period_id = ${anyOf(current)}
    or assignments.course_id <> all(${[...periodsOf.keys()]}::bigint[]))`;
}

async function shownWithCourses(
  ctx: Context,
  courses: readonly CourseRow[],
  rows: readonly AssignmentRow[],
  include: readonly string[],
) {
  const shown = new Map<number, Assignment>();
  const here = courses.filter(({ id }) => rows.some(({ course_id }) => course_id === id));
  for (const course of here) {
    const own = rows.filter(({ course_id }) => course_id === course.id);
    for (const each of await serializeAssignments(ctx, course, own)) shown.set(each.id, each);
  }
  const shownCourses = include.includes('course') ? await serializeCourses(ctx, here) : [];
  const byId = new Map(shownCourses.map((course) => [course.id, course]));
  return rows.map((row) => ({
    ...(shown.get(row.id) as Assignment),
    ...(include.includes('course') && { course: byId.get(row.course_id) as Course }),
    // Nobody plans otherwise.
    ...(include.includes('planner_overrides') && { planner_override: null }),
  }));
}

/** The caller must observe that user in every course that he names, and name at least one. */
async function refuseUnlessObserved(ctx: Context, userId: string, courseIds: readonly string[]) {
  const found = await Promise.all(courseIds.map((id) => findCourse(ctx, id).catch(onlyNotFound)));
  const asked = new Set(found.flatMap((course) => (course ? [course.id] : [])));
  if (asked.size === 0) throw new Unauthorized();
  const observed = await findUser(ctx, userId);
  const rows = await ctx.db
    .selectFrom('enrollments')
    .select('course_id')
    .where('user_id', '=', ctx.me.id)
    .where('type', '=', 'ObserverEnrollment')
    .where('associated_user_id', '=', observed.id)
    .where('workflow_state', '=', 'active')
    .execute();
  if (!asked.isSubsetOf(new Set(rows.map(({ course_id }) => course_id)))) throw new Unauthorized();
}
