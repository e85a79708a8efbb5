/** Keeps `scores` in step with what they are made of. */
import { type Selectable, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { CoursesTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';
import { type CourseRules, courseScores, type Scores, type Work } from './course-scores.ts';
import { periodsOfCourse } from './periods.ts';

/** How many students are reckoned at once: a large course has millions of submissions. */
const BATCH = 500;

/**
 * Reckons the scores of a course and of its grading periods anew, for some students or for all. Call it last, after
 * whatever changes grades, assignments, groups, weights, periods or enrollments, and once for all students of a
 * transaction: until its end nobody else reckons in the course, so that of two graders the later one sees what the
 * earlier one did.
 */
export async function recomputeScores(
  ctx: Context,
  courseId: number,
  userIds?: readonly number[],
): Promise<void> {
  if (userIds?.length === 0) return;
  await sql`select pg_advisory_xact_lock(hashtextextended('scores', ${courseId}))`.execute(ctx.db);
  const course = await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', courseId)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  if (!course) return;
  const rules = await rulesOf(ctx, course);
  const students = await loadStudents(ctx, courseId, userIds);
  for (let at = 0; at < students.length; at += BATCH) {
    await recomputeBatch(ctx, courseId, rules, students.slice(at, at + BATCH));
  }
}

interface Student {
  user_id: number;
  enrollment_ids: number[];
  completed: boolean;
}

async function rulesOf(ctx: Context, course: Selectable<CoursesTable>): Promise<CourseRules> {
  const periods = await periodsOfCourse(ctx, course);
  const groups = await ctx.db
    .selectFrom('assignment_groups')
    .select(['id', 'group_weight', 'rules'])
    .where('course_id', '=', course.id)
    .where('workflow_state', '=', 'available')
    .orderBy('position')
    .orderBy('id')
    .execute();
  return {
    groups,
    apply_assignment_group_weights: course.apply_assignment_group_weights,
    periods: periods?.periods ?? [],
    weightedPeriods: periods?.set.weighted ?? false,
  };
}

/** Whoever is or was a student of the course, with his enrollments. */
async function loadStudents(
  ctx: Context,
  courseId: number,
  userIds: readonly number[] | undefined,
): Promise<Student[]> {
  return await ctx.db
    .selectFrom('enrollments')
    .select((eb) => [
      'user_id',
      sql<number[]>`array_agg(id order by id)`.as('enrollment_ids'),
      eb.fn<boolean>('bool_and', [eb('workflow_state', '=', 'completed')]).as('completed'),
    ])
    .where('course_id', '=', courseId)
    .where('type', 'in', ['StudentEnrollment', 'StudentViewEnrollment'])
    .where('workflow_state', '<>', 'deleted')
    .$if(userIds !== undefined, (query) => query.where('user_id', '=', anyOf(userIds ?? [])))
    .groupBy('user_id')
    .orderBy('user_id')
    .execute();
}

async function recomputeBatch(
  ctx: Context,
  courseId: number,
  rules: CourseRules,
  students: readonly Student[],
): Promise<void> {
  const workOf = await loadWork(ctx, courseId, students);
  const rows = students.flatMap(({ user_id, enrollment_ids, completed }) => {
    const { course, periods } = courseScores({ work: workOf.get(user_id) ?? [], completed }, rules);
    return enrollment_ids.flatMap((enrollment_id) => [
      scoreRow(enrollment_id, 0, course),
      ...[...periods].map(([id, scores]) => scoreRow(enrollment_id, id, scores)),
    ]);
  });
  await save(ctx, courseId, rows);
}

interface LoadedWork extends Work {
  user_id: number;
}

/** Published assignments that are graded at all. */
async function loadWork(
  ctx: Context,
  courseId: number,
  students: readonly Student[],
): Promise<Map<number, LoadedWork[]>> {
  const rows = await ctx.db
    .selectFrom('submissions')
    .innerJoin('assignments', 'assignments.id', 'submissions.assignment_id')
    .select((eb) => [
      'submissions.user_id',
      'assignments.id as assignmentId',
      'assignments.assignment_group_id as groupId',
      'submissions.grading_period_id as gradingPeriodId',
      'assignments.points_possible',
      'assignments.omit_from_final_grade',
      'submissions.score',
      'submissions.excused',
      eb('submissions.posted_at', 'is not', null).$castTo<boolean>().as('posted'),
      eb('submissions.workflow_state', '=', 'pending_review').$castTo<boolean>().as('pendingReview'),
    ])
    .where('submissions.course_id', '=', courseId)
    .where('submissions.user_id', '=', anyOf(students.map(({ user_id }) => user_id)))
    .where('submissions.workflow_state', '<>', 'deleted')
    .where('assignments.workflow_state', '=', 'published')
    .where(sql<boolean>`assignments.submission_types not in ('{not_graded}', '{wiki_page}')`)
    .execute();
  return Map.groupBy(rows, ({ user_id }) => user_id);
}

const columns = [
  'current_score',
  'final_score',
  'unposted_current_score',
  'unposted_final_score',
  'current_points',
  'final_points',
  'unposted_current_points',
  'unposted_final_points',
] as const satisfies (keyof Scores)[];

type ScoreRow = readonly [enrollmentId: number, periodId: number, ...scores: (number | null)[]];

const scoreRow = (enrollmentId: number, periodId: number, scores: Scores): ScoreRow => [
  enrollmentId,
  periodId,
  ...columns.map((column) => scores[column]),
];

/** What an instructor put in the place of a score stays, but not that of a period that is gone. */
async function save(ctx: Context, courseId: number, rows: readonly ScoreRow[]): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql.join(columns.map((_, at) => sql`(row->>${sql.lit(at + 2)})::float8`));
  const replaced = sql.join(
    columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
  );
  const json = JSON.stringify(rows);
  await sql`
    with given as materialized (select row from jsonb_array_elements(${json}::jsonb) as row),
    gone as (
      delete from scores
      where enrollment_id in (select (row->>0)::bigint from given)
        and grading_period_id not in (select (row->>1)::bigint from given)
    )
    insert into scores (enrollment_id, grading_period_id, course_id, ${names}, updated_at)
    select (row->>0)::bigint, (row->>1)::bigint, ${courseId}, ${values}, ${ctx.now} from given
    order by 1, 2
    on conflict (enrollment_id, grading_period_id) do update set ${replaced}, updated_at = excluded.updated_at`.execute(
    ctx.db,
  );
}
