/** What a student has on an assignment, and what can be told of it from the row alone. Source: Canvas's Submission. */
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { SubmissionsTable } from '../db/tables/index.ts';

export type SubmissionRow = Selectable<SubmissionsTable>;

/** False once a student has handed in again what was graded. */
export function gradeMatches({ score, graded_attempt, attempt }: SubmissionRow): boolean {
  return score === null || graded_attempt === null || graded_attempt === (attempt ?? 0);
}

export const hasSubmission = ({ submission_type }: SubmissionRow): boolean => submission_type !== null;

export const isGraded = ({ excused, score, workflow_state }: SubmissionRow): boolean =>
  excused || (score !== null && workflow_state === 'graded');

export function needsGrading(submission: SubmissionRow): boolean {
  const { workflow_state, score } = submission;
  if (!hasSubmission(submission)) return false;
  if (workflow_state === 'pending_review') return true;
  return (
    (workflow_state === 'submitted' || workflow_state === 'graded') &&
    (score === null || !gradeMatches(submission))
  );
}

/** `needsGrading` of what isn't excused, as a condition of a query over `submissions`. */
export const needsGradingCondition: RawBuilder<boolean> = sql<boolean>`(submissions.submission_type is not null
  and not submissions.excused
  and (submissions.workflow_state = 'pending_review'
    or submissions.workflow_state in ('submitted', 'graded')
      and (submissions.score is null
        or submissions.graded_attempt <> coalesce(submissions.attempt, 0))))`;

export const isResubmitted = (submission: SubmissionRow): boolean =>
  needsGrading(submission) && !gradeMatches(submission);

/** Whether the student doesn't see his grade yet. */
export function hidesGrade(
  submission: SubmissionRow,
  { post_manually }: { readonly post_manually: boolean },
): boolean {
  if (submission.posted_at !== null) return false;
  return post_manually || isGraded(submission) || isResubmitted(submission);
}
