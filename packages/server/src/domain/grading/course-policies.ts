/** The late policy of a course, and what happens to what is graded already when it changes. */
import { type Selectable, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { AssignmentsTable, LatePoliciesTable, SubmissionsTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';
import type { CourseRow } from '../course-access.ts';
import { applyLatePolicy, enteredScore, type LatePolicy, type PolicyOutcome } from './late-policy.ts';
import { recomputeScores } from './recompute-scores.ts';
import { gradablesOf } from './schemes.ts';
import { type Gradable, showGrade } from './show-grade.ts';
import { isLate, isMissing } from './tardiness.ts';

export type LatePolicyRow = Selectable<LatePoliciesTable>;

export async function latePolicyOf(ctx: Context, courseId: number): Promise<LatePolicyRow | undefined> {
  return await ctx.db
    .selectFrom('late_policies')
    .selectAll()
    .where('course_id', '=', courseId)
    .executeTakeFirst();
}

type Submission = Selectable<SubmissionsTable>;
type Assignment = Selectable<AssignmentsTable>;

/**
 * Applies the policy to what is late or missing in a published course, outside of closed grading periods, and to what
 * is late no longer. Scores of the course follow. As in Canvas a policy that is switched off leaves what it took.
 *
 * @param assignmentIds all unless given, as after a change of one's points or due date
 */
export async function enforceLatePolicy(
  ctx: Context,
  course: CourseRow,
  assignmentIds?: readonly number[],
): Promise<void> {
  const policy = await latePolicyOf(ctx, course.id);
  if (!policy || course.workflow_state !== 'available') return;
  if (!policy.late_submission_deduction_enabled && !policy.missing_submission_deduction_enabled) return;
  const assignments = await publishedAssignments(ctx, course, assignmentIds);
  if (assignments.size === 0) return;
  const gradable = await gradablesOf(ctx, [course], [...assignments.values()]);
  const submissions = await openSubmissions(ctx, [...assignments.keys()]);
  const changes = submissions.flatMap((submission) => {
    const assignment = assignments.get(submission.assignment_id) as Assignment;
    if (!isConcerned(policy, submission, assignment, ctx.now)) return [];
    const subject = { ...submission, entered: enteredScore(submission) };
    const outcome = applyLatePolicy(policy, subject, assignment, ctx.now);
    return outcome && differs(submission, outcome)
      ? [changeOf(submission, assignment, outcome, gradable(assignment))]
      : [];
  });
  if (changes.length === 0) return;
  await save(ctx, changes);
  await recomputeScores(ctx, course.id, [...new Set(changes.map(({ user_id }) => user_id))]);
}

async function publishedAssignments(
  ctx: Context,
  { id }: CourseRow,
  assignmentIds: readonly number[] | undefined,
): Promise<Map<number, Assignment>> {
  const rows = await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('course_id', '=', id)
    .where('workflow_state', '=', 'published')
    .$if(assignmentIds !== undefined, (query) => query.where('id', '=', anyOf(assignmentIds ?? [])))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function openSubmissions(ctx: Context, assignmentIds: readonly number[]): Promise<Submission[]> {
  return await ctx.db
    .selectFrom('submissions')
    .selectAll()
    .where('assignment_id', '=', anyOf(assignmentIds))
    .where('workflow_state', '<>', 'deleted')
    .where(
      sql<boolean>`not exists (select 1 from grading_periods where grading_periods.id = submissions.grading_period_id
        and grading_periods.workflow_state = 'active' and grading_periods.close_date < ${ctx.now})`,
    )
    .orderBy('id')
    .execute();
}

function isConcerned(
  policy: LatePolicy,
  submission: Submission,
  assignment: Assignment,
  now: string,
): boolean {
  const late = isLate(submission, now);
  if (policy.late_submission_deduction_enabled) {
    if (late ? submission.score !== null : (submission.points_deducted ?? 0) > 0) return true;
  }
  if (!policy.missing_submission_deduction_enabled || submission.score !== null) return false;
  return submission.grade === null && isMissing(submission, assignment.submission_types, now);
}

const differs = (before: Submission, after: PolicyOutcome): boolean =>
  before.score !== after.score || before.points_deducted !== after.points_deducted;

function changeOf(
  { id, user_id, grade, posted_at }: Submission,
  { post_manually }: Assignment,
  { score, points_deducted, scoredMissing }: PolicyOutcome,
  gradable: Gradable,
) {
  return {
    id,
    user_id,
    score,
    points_deducted,
    grade: score === null ? null : showGrade(score, gradable, grade),
    graded: scoredMissing,
    posts: scoredMissing && posted_at === null && !post_manually,
  };
}

async function save(ctx: Context, changes: readonly object[]): Promise<void> {
  await sql`
    update submissions set
      score = change.score, points_deducted = change.points_deducted, grade = change.grade,
      workflow_state = case when change.graded then 'graded' else submissions.workflow_state end,
      graded_at = case when change.graded then ${ctx.now}::timestamptz else submissions.graded_at end,
      graded_attempt = case when change.graded then coalesce(submissions.attempt, 0)
        else submissions.graded_attempt end,
      posted_at = case when change.posts then ${ctx.now}::timestamptz else submissions.posted_at end,
      updated_at = ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as change(id bigint, score float8, points_deducted float8, grade text, graded boolean, posts boolean)
    where submissions.id = change.id`.execute(ctx.db);
}
