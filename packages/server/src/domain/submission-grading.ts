/**
 * Grades, excuses and states of submissions, as graders give them. The rules are in `graded` and `withStatus`, on rows;
 * `saveGrading` stores what came of them with all that hangs on it. Source: Canvas's Assignment#grade_student and the
 * callbacks of its Submission.
 */
import type { Context } from '../http/context.ts';
import type { AssignmentRow } from './assignment-access.ts';
import type { CourseRow } from './course-access.ts';
import { latePolicyOf } from './grading/course-policies.ts';
import { gradeEntry } from './grading/grade-entry.ts';
import { applyLatePolicy, enteredScore, type LatePolicy } from './grading/late-policy.ts';
import { recomputeScores } from './grading/recompute-scores.ts';
import { gradableOf } from './grading/schemes.ts';
import { type Gradable, showGrade } from './grading/show-grade.ts';
import { noteModuleAction } from './module-progress.ts';
import { showHiddenComments } from './submission-comments.ts';
import { recordGradeChanges } from './submission-grade-changes.ts';
import { setReadState } from './submission-read-states.ts';
import type { SubmissionRow } from './submission-state.ts';
import { storeGrading } from './submission-store.ts';
import { addVersions, amendVersions, everGraded } from './submission-versions.ts';

/** All that grades of one assignment rest on, loaded once. */
export interface Grading {
  readonly course: CourseRow;
  readonly assignment: AssignmentRow;
  readonly gradable: Gradable;
  readonly policy: LatePolicy | null;
  readonly graderId: number;
}

export async function gradingOf(
  ctx: Context,
  course: CourseRow,
  assignment: AssignmentRow,
): Promise<Grading> {
  const [gradable, policy] = await Promise.all([
    gradableOf(ctx, course, assignment),
    latePolicyOf(ctx, course.id),
  ]);
  return { course, assignment, gradable, policy: policy ?? null, graderId: ctx.me.id };
}

export interface Entry {
  /** As it was entered; a blank takes the grade away. */
  readonly posted_grade?: string | null | undefined;
  /** In the place of a posted grade: points, whatever the grading type; null takes the grade away. */
  readonly score?: number | null | undefined;
  readonly excuse?: boolean | undefined;
  readonly prefer_points_over_scheme?: boolean | undefined;
  /** A tool's launch that is handed in with the grade. */
  readonly launch?: { readonly url: string | null } | undefined;
}

export interface Status {
  readonly late_policy_status?: SubmissionRow['late_policy_status'] | undefined;
  readonly seconds_late_override?: number | null | undefined;
  readonly sticker?: string | null | undefined;
}

/** The row with the grade. */
export function graded(grading: Grading, row: SubmissionRow, entry: Entry, now: string): SubmissionRow {
  const { assignment, gradable, graderId } = grading;
  const { posted_grade = null, excuse, prefer_points_over_scheme } = entry;
  const entered =
    entry.score === undefined
      ? gradeEntry(posted_grade, gradable, { prefer_points_over_scheme })
      : { score: entry.score, grade: entry.score === null ? null : showGrade(entry.score, gradable) };
  const excused = excuse === true && entered.score === null;
  const submitted: SubmissionRow = { ...row, ...(entry.launch && launched(row, entry.launch, now)) };
  const base: SubmissionRow = {
    ...submitted,
    grader_id: graderId,
    excused,
    score: entered.score,
    grade: entered.grade,
    points_deducted: null,
    ...(excused && { late_policy_status: null, custom_grade_status_id: null, seconds_late_override: null }),
  };
  const deducted = deductedFrom(grading, base, entered.grade, now);
  if (entered.score === null && !excused) return cleared(deducted);
  return {
    ...deducted,
    workflow_state: 'graded',
    graded_attempt: submitted.attempt ?? 0,
    graded_at: now,
    posted_at: deducted.posted_at ?? (assignment.post_manually ? null : now),
  };
}

/** What was handed in goes on waiting for a grade. */
const cleared = (row: SubmissionRow): SubmissionRow => ({
  ...row,
  workflow_state: row.attempt === null && row.score === null ? 'unsubmitted' : row.workflow_state,
});

const launched = (
  row: SubmissionRow,
  { url }: { url: string | null },
  now: string,
): Partial<SubmissionRow> => ({
  submission_type: 'basic_lti_launch',
  url,
  submitted_at: row.submitted_at ?? now,
  attempt: row.attempt ?? 1,
});

/** The row after the late policy; its score is what was entered. */
function deductedFrom(
  { policy, assignment, gradable }: Grading,
  row: SubmissionRow,
  given: string | null,
  now: string,
  statusChanged = false,
): SubmissionRow {
  const outcome = applyLatePolicy(policy, { ...row, entered: row.score, statusChanged }, assignment, now);
  if (!outcome) return row;
  const { score, points_deducted, scoredMissing } = outcome;
  return {
    ...row,
    score,
    points_deducted,
    grade: score === null ? null : score === row.score ? row.grade : showGrade(score, gradable, given),
    ...(scoredMissing && {
      workflow_state: 'graded',
      graded_attempt: row.attempt ?? 0,
      posted_at: row.posted_at ?? (assignment.post_manually ? null : now),
    }),
  };
}

/** The row with another state of lateness, and another sticker. */
export function withStatus(
  grading: Grading,
  row: SubmissionRow,
  { late_policy_status, seconds_late_override, sticker }: Status,
  now: string,
): SubmissionRow {
  const stickered = sticker === undefined ? row : { ...row, sticker };
  if (late_policy_status === undefined && seconds_late_override === undefined) return stickered;
  const status = late_policy_status === undefined ? row.late_policy_status : late_policy_status;
  const changed = status !== row.late_policy_status;
  const named: SubmissionRow = {
    ...stickered,
    grader_id: grading.graderId,
    late_policy_status: status,
    seconds_late_override: status === 'late' ? (seconds_late_override ?? row.seconds_late_override) : null,
    ...(changed && status !== null && { excused: false, custom_grade_status_id: null }),
    ...(changed && { graded_at: now }),
    score: enteredScore(row),
    points_deducted: null,
  };
  return deductedFrom(grading, named, row.grade, now, changed);
}

export interface Change {
  readonly before: SubmissionRow;
  readonly after: SubmissionRow;
  /** Another version in any case, not only where there was a grade before. */
  readonly versioned?: boolean;
  /** Without knowing whose work it was: the log says so. */
  readonly anonymous?: boolean;
}

/**
 * Stores changes of one assignment, with versions, the log, comments that are shown from now on, scores of the course
 * and progress through modules.
 *
 * @returns the rows as they are now
 */
export async function saveGrading(
  ctx: Context,
  { course, assignment }: Grading,
  changes: readonly Change[],
): Promise<SubmissionRow[]> {
  if (changes.length === 0) return [];
  const rows = await storeGrading(
    ctx,
    changes.map(({ after }) => after),
  );
  await keepVersions(ctx, changes, rows);
  await recordGradeChanges(ctx, course, assignment, changes);
  const posted = changes.filter(({ before, after }) => before.posted_at === null && after.posted_at !== null);
  await showHiddenComments(
    ctx,
    posted.map(({ after }) => after.id),
  );
  const regraded = changes.filter(isRegraded).map(({ after }) => after);
  await setReadState(
    ctx,
    regraded.map(({ id, user_id }) => ({ submission_id: id, user_id, item: 'grade' as const })),
    'unread',
  );
  const users = [...regraded, ...posted.map(({ after }) => after)].map(({ user_id }) => user_id);
  if (users.length === 0) return rows;
  await noteModuleAction(ctx, {
    user: users,
    type: 'score',
    content: { type: 'Assignment', id: assignment.id },
  });
  await recomputeScores(ctx, course.id, [...new Set(users)]);
  return rows;
}

/** Whether there is anything in it that a student would ask about. */
export const isRegraded = ({ before, after }: Change): boolean =>
  before.score !== after.score || before.grade !== after.grade || before.excused !== after.excused;

/** The first grade of an attempt belongs to its version; every other makes one of its own. */
async function keepVersions(
  ctx: Context,
  changes: readonly Change[],
  rows: readonly SubmissionRow[],
): Promise<void> {
  const graded = await everGraded(
    ctx,
    rows.map(({ id }) => id),
  );
  const isNew = changes.map(
    ({ before, versioned }) => versioned || before.grade !== null || before.excused || graded.has(before.id),
  );
  await addVersions(
    ctx,
    rows.filter((_, index) => isNew[index]),
  );
  await amendVersions(
    ctx,
    rows.filter((_, index) => !isNew[index]),
  );
}
