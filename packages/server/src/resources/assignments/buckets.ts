/** `bucket`: assignments by how far students are with them. Source: SortsAssignments of Canvas. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { datesOfStudents, lockOf, observedStudents } from '../../domain/assignment-dates.ts';
import { type CourseRow, courseAccess } from '../../domain/course-access.ts';
import { courseGrants } from '../../domain/course-rights.ts';
import { needsGradingCondition } from '../../domain/submission-state.ts';
import { studentIds } from '../../domain/submission-students.ts';
import { InvalidRecord } from '../../errors.ts';
import type { Context } from '../../http/context.ts';

const BUCKETS = ['past', 'overdue', 'undated', 'ungraded', 'unsubmitted', 'upcoming', 'future'] as const;
type Bucket = (typeof BUCKETS)[number];

type Condition = RawBuilder<SqlBool>;

/**
 * A condition on `assignments`: that it is so for any of the students whom the caller looks at.
 *
 * @throws InvalidRecord for a bucket that is none
 */
export async function inBucket(ctx: Context, course: CourseRow, name: string): Promise<Condition> {
  const bucket = BUCKETS.find((known) => known === name);
  if (!bucket) {
    throw new InvalidRecord({ bucket: [`bucket name must be one of the following: ${BUCKETS.join(', ')}`] });
  }
  const students = await studentsLookedAt(ctx, course);
  const matching = sql`select submissions.assignment_id from submissions
    join assignments on assignments.id = submissions.assignment_id
    where submissions.course_id = ${course.id} and submissions.workflow_state <> 'deleted'
      and submissions.user_id in ${students} and ${conditions(ctx)[bucket]}`;
  if (bucket !== 'overdue') return sql<SqlBool>`assignments.id in (${matching})`;
  return sql<SqlBool>`assignments.id = ${anyOf(await stillOpen(ctx, course, students))}`;
}

/** All that staff see, those whom an observer watches, or whoever asks. */
async function studentsLookedAt(ctx: Context, course: CourseRow): Promise<RawBuilder<unknown>> {
  const access = await courseAccess(ctx, course);
  if (courseGrants('read_as_admin', access)) {
    return studentIds(access, { courseId: course.id, sectionId: null, scope: 'current' });
  }
  const observed = observedStudents(access);
  const own = access.enrollments.some(({ type }) => type === 'ObserverEnrollment')
    ? observed
    : [ctx.user?.id ?? 0];
  return sql`(select unnest(${own}::bigint[]))`;
}

const due = sql`submissions.cached_due_date`;

function conditions({ now }: Context): Record<Bucket, Condition> {
  const past = sql<SqlBool>`${due} < ${now}`;
  const untouched = sql<SqlBool>`(submissions.submission_type is null and not submissions.excused
    and (submissions.score is null or submissions.workflow_state <> 'graded'))`;
  return {
    past,
    overdue: sql<SqlBool>`(${past} and ${expects('external_tool', 'online_quiz', 'attendance')} and ${untouched})`,
    undated: sql<SqlBool>`${due} is null`,
    ungraded: sql<SqlBool>`(${expects('external_tool')} and ${needsGradingCondition})`,
    unsubmitted: sql<SqlBool>`(${expects('external_tool')} and ${untouched})`,
    upcoming: sql<SqlBool>`(${due} >= ${now} and ${due} <= ${now}::timestamptz + interval '1 week')`,
    future: sql<SqlBool>`(${due} is null or ${due} >= ${now})`,
  };
}

const expects = (...except: string[]): Condition =>
  sql<SqlBool>`array_to_string(assignments.submission_types, ',') <> all(${[
    '',
    'none',
    'not_graded',
    'on_paper',
    'wiki_page',
    ...except,
  ]})`;

/** The overdue ones that at least one of those whose they are could still hand in: by his own dates. */
async function stillOpen(ctx: Context, course: CourseRow, students: RawBuilder<unknown>): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('submissions')
    .innerJoin('assignments', 'assignments.id', 'submissions.assignment_id')
    .selectAll('assignments')
    .select('submissions.user_id')
    .where('submissions.course_id', '=', course.id)
    .where('submissions.workflow_state', '<>', 'deleted')
    .where('assignments.workflow_state', '=', 'published')
    .where(sql<SqlBool>`submissions.user_id in ${students}`)
    .where(conditions(ctx).overdue)
    .where(
      sql<SqlBool>`exists (select 1 from enrollments where enrollments.user_id = submissions.user_id
        and enrollments.course_id = submissions.course_id and enrollments.workflow_state = 'active')`,
    )
    .execute();
  const assignments = [...new Map(rows.map((row) => [row.id, row])).values()];
  const userIds = [...new Set(rows.map(({ user_id }) => user_id))];
  const datesFor = await datesOfStudents(ctx, course.id, assignments, userIds);
  const open = rows.filter((row) => lockOf(datesFor(row, row.user_id), ctx.now) === undefined);
  return [...new Set(open.map(({ id }) => id))];
}
