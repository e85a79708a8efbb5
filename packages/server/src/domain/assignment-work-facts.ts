/** What has been handed in and graded of assignments, counted in the database. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import { type CourseAccess, courseGrants } from './course-rights.ts';
import { visibleSections } from './section-rights.ts';
import { needsGradingCondition } from './submission-state.ts';

export interface WorkFacts {
  submitted: boolean;
  graded: boolean;
  posted: boolean;
  /** Of a student who is in the course now. */
  unposted: boolean;
}

const nothing: WorkFacts = { submitted: false, graded: false, posted: false, unposted: false };

/** Of each of some assignments, in one query. */
export async function workFacts(
  ctx: Context,
  assignmentIds: readonly number[],
): Promise<(assignmentId: number) => WorkFacts> {
  const rows = await ctx.db
    .selectFrom('submissions')
    .select([
      'assignment_id',
      sql<boolean>`bool_or(submission_type is not null)`.as('submitted'),
      sql<boolean>`bool_or(workflow_state = 'graded' and (score is not null or excused))`.as('graded'),
      sql<boolean>`bool_or(posted_at is not null)`.as('posted'),
      sql<boolean>`bool_or(posted_at is null and exists (select 1 from enrollments
        where enrollments.user_id = submissions.user_id and enrollments.course_id = submissions.course_id
          and enrollments.type = 'StudentEnrollment' and enrollments.workflow_state = 'active'))`.as(
        'unposted',
      ),
    ])
    .where('assignment_id', '=', anyOf(assignmentIds))
    .where('workflow_state', '<>', 'deleted')
    .groupBy('assignment_id')
    .execute();
  const byId = new Map(rows.map((row) => [row.assignment_id, row]));
  return (id) => byId.get(id) ?? nothing;
}

export interface SectionCount {
  section_id: number;
  needs_grading_count: number;
}

/** How much waits for the caller to grade it, in the sections that he sees. Source: NeedsGradingCountQuery of Canvas. */
export async function needsGradingCounts(
  ctx: Context,
  access: CourseAccess,
  assignmentIds: readonly number[],
): Promise<(assignmentId: number) => { total: number; bySection: SectionCount[] }> {
  const rows = await waiting(
    ctx,
    sql<SqlBool>`submissions.assignment_id = ${anyOf(assignmentIds)} and ${seenBy(access)}`,
  );
  const byAssignment = Map.groupBy(rows, ({ assignment_id }) => assignment_id);
  return (id) => {
    const work = byAssignment.get(id) ?? [];
    const bySection = Map.groupBy(work, ({ section_id }) => section_id);
    return {
      total: studentsIn(work),
      bySection: [...bySection].map(([section_id, list]) => ({
        section_id,
        needs_grading_count: list.length,
      })),
    };
  };
}

/** The same in all courses in which he grades: assignment → how much. */
export async function gradingBacklog(
  ctx: Context,
  accesses: ReadonlyMap<number, CourseAccess>,
): Promise<Map<number, number>> {
  const grading = [...accesses].filter(([, access]) => courseGrants('manage_grades', access));
  if (grading.length === 0) return new Map();
  const conditions = grading.map(
    ([courseId, access]) => sql`(submissions.course_id = ${courseId} and ${seenBy(access)})`,
  );
  const rows = await waiting(
    ctx,
    sql<SqlBool>`(${sql.join(conditions, sql` or `)}) and exists (select 1 from assignments
      where assignments.id = submissions.assignment_id and assignments.workflow_state = 'published')`,
  );
  const byAssignment = Map.groupBy(rows, ({ assignment_id }) => assignment_id);
  return new Map([...byAssignment].map(([id, work]) => [id, studentsIn(work)]));
}

const studentsIn = (work: readonly { user_id: number }[]): number =>
  new Set(work.map(({ user_id }) => user_id)).size;

function seenBy(access: CourseAccess): RawBuilder<SqlBool> {
  const sections = visibleSections(access);
  return sections === 'all'
    ? sql<SqlBool>`true`
    : sql<SqlBool>`enrollments.course_section_id = any(${[...sections]}::bigint[])`;
}

/** Work of students who are in the course, once for each of their sections. */
async function waiting(ctx: Context, where: RawBuilder<SqlBool>) {
  return await ctx.db
    .selectFrom('submissions')
    .innerJoin('enrollments', (join) =>
      join
        .onRef('enrollments.user_id', '=', 'submissions.user_id')
        .onRef('enrollments.course_id', '=', 'submissions.course_id'),
    )
    .select([
      'submissions.assignment_id',
      'enrollments.course_section_id as section_id',
      'submissions.user_id',
    ])
    .where('enrollments.type', 'in', ['StudentEnrollment', 'StudentViewEnrollment'])
    .where('enrollments.workflow_state', '=', 'active')
    .where(needsGradingCondition)
    .where(where)
    .distinct()
    .orderBy('section_id')
    .execute();
}

export interface Statistics {
  count: number;
  min: number;
  max: number;
  mean: number;
  upper_q: number;
  median: number;
  lower_q: number;
}

/** Of the scores of students who are in the course, each rounded to a tenth. */
export async function scoreStatistics(
  ctx: Context,
  assignmentIds: readonly number[],
): Promise<Map<number, Statistics>> {
  const tenth = (expression: ReturnType<typeof sql>) =>
    sql<number>`round((${expression})::numeric, 1)::double precision`;
  const quartile = (share: number) =>
    tenth(sql`percentile_cont(${share}::double precision) within group (order by score)`);
  const rows = await ctx.db
    .selectFrom('submissions')
    .select([
      'assignment_id',
      sql<number>`count(*)`.as('count'),
      tenth(sql`min(score)`).as('min'),
      tenth(sql`max(score)`).as('max'),
      tenth(sql`avg(score)`).as('mean'),
      quartile(0.75).as('upper_q'),
      quartile(0.5).as('median'),
      quartile(0.25).as('lower_q'),
    ])
    .where('assignment_id', '=', anyOf(assignmentIds))
    .where('workflow_state', '=', 'graded')
    .where('excused', '=', false)
    .where('score', 'is not', null)
    .where(
      sql<SqlBool>`exists (select 1 from enrollments where enrollments.user_id = submissions.user_id
        and enrollments.course_id = submissions.course_id and enrollments.type = 'StudentEnrollment'
        and enrollments.workflow_state not in ('rejected', 'deleted', 'inactive'))`,
    )
    .groupBy('assignment_id')
    .execute();
  return new Map(rows.map(({ assignment_id, ...statistics }) => [assignment_id, statistics]));
}
