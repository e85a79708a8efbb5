/** The late policy of a course, and what happens to what is graded already when it changes. */
import { type Selectable, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { LatePoliciesTable } from '../../db/tables/index.ts';
import type { Context } from '../../http/context.ts';
import type { AssignmentRow } from '../assignment-dates.ts';
import type { CourseRow } from '../course-access.ts';
import { recordGradeChanges } from '../submission-grade-changes.ts';
import type { SubmissionRow } from '../submission-state.ts';
import { storeGrading } from '../submission-store.ts';
import { addVersions, amendVersions } from '../submission-versions.ts';
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
  const changes = submissions.flatMap((before) => {
    const assignment = assignments.get(before.assignment_id) as AssignmentRow;
    if (!isConcerned(policy, before, assignment, ctx.now)) return [];
    const subject = { ...before, entered: enteredScore(before) };
    const outcome = applyLatePolicy(policy, subject, assignment, ctx.now);
    if (!outcome || !differs(before, outcome)) return [];
    return [{ before, after: changed(before, assignment, outcome, gradable(assignment), ctx.now) }];
  });
  if (changes.length === 0) return;
  await save(ctx, course, assignments, changes);
  await recomputeScores(ctx, course.id, [...new Set(changes.map(({ after }) => after.user_id))]);
}

async function publishedAssignments(
  ctx: Context,
  { id }: CourseRow,
  assignmentIds: readonly number[] | undefined,
): Promise<Map<number, AssignmentRow>> {
  const rows = await ctx.db
    .selectFrom('assignments')
    .selectAll()
    .where('course_id', '=', id)
    .where('workflow_state', '=', 'published')
    .$if(assignmentIds !== undefined, (query) => query.where('id', '=', anyOf(assignmentIds ?? [])))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function openSubmissions(ctx: Context, assignmentIds: readonly number[]): Promise<SubmissionRow[]> {
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
  submission: SubmissionRow,
  assignment: AssignmentRow,
  now: string,
): boolean {
  const late = isLate(submission, now);
  if (policy.late_submission_deduction_enabled) {
    if (late ? submission.score !== null : (submission.points_deducted ?? 0) > 0) return true;
  }
  if (!policy.missing_submission_deduction_enabled || submission.score !== null) return false;
  return submission.grade === null && isMissing(submission, assignment.submission_types, now);
}

const differs = (before: SubmissionRow, after: PolicyOutcome): boolean =>
  before.score !== after.score || before.points_deducted !== after.points_deducted;

function changed(
  before: SubmissionRow,
  { post_manually }: AssignmentRow,
  { score, points_deducted, scoredMissing }: PolicyOutcome,
  gradable: Gradable,
  now: string,
): SubmissionRow {
  return {
    ...before,
    score,
    points_deducted,
    grade: score === null ? null : showGrade(score, gradable, before.grade),
    ...(scoredMissing && {
      workflow_state: 'graded',
      graded_at: now,
      graded_attempt: before.attempt ?? 0,
      posted_at: before.posted_at ?? (post_manually ? null : now),
    }),
  };
}

interface Change {
  readonly before: SubmissionRow;
  readonly after: SubmissionRow;
}

/** With another version of what had a grade already, and in the log. */
async function save(
  ctx: Context,
  course: CourseRow,
  assignments: ReadonlyMap<number, AssignmentRow>,
  changes: readonly Change[],
): Promise<void> {
  const rows = await storeGrading(
    ctx,
    changes.map(({ after }) => after),
  );
  await addVersions(
    ctx,
    rows.filter((_, at) => changes[at]?.before.grade !== null),
  );
  await amendVersions(
    ctx,
    rows.filter((_, at) => changes[at]?.before.grade === null),
  );
  for (const [id, group] of Map.groupBy(changes, ({ after }) => after.assignment_id)) {
    await recordGradeChanges(ctx, course, assignments.get(id) as AssignmentRow, group);
  }
}
