/** Late, missing, extended: Canvas's `Submission::Tardiness`. */

export interface Timed {
  readonly excused: boolean | null;
  readonly late_policy_status: 'late' | 'missing' | 'extended' | 'none' | null;
  readonly custom_grade_status_id: number | null;
  readonly seconds_late_override: number | null;
  readonly submitted_at: string | null;
  readonly submission_type: string | null;
  readonly cached_due_date: string | null;
  readonly grader_id: number | null;
}

/** What a quiz that ends by itself gets on top. */
const QUIZ_GRACE = 60;

/** How late it was handed in; of what wasn't, how late it would be now. */
export function secondsLate(submission: Timed, now: string): number {
  if (submission.late_policy_status === 'late') return submission.seconds_late_override ?? 0;
  if (submission.cached_due_date === null) return 0;
  const grace = submission.submission_type === 'online_quiz' ? QUIZ_GRACE : 0;
  const late = (Date.parse(submission.submitted_at ?? now) - Date.parse(submission.cached_due_date)) / 1000;
  return Math.max(0, Math.trunc(late - grace));
}

export function isLate(submission: Timed, now: string): boolean {
  if (submission.excused || submission.custom_grade_status_id !== null) return false;
  if (submission.late_policy_status !== null) return submission.late_policy_status === 'late';
  return submission.submitted_at !== null && secondsLate(submission, now) > 0;
}

/** @param submissionTypes the assignment's */
export function isMissing(submission: Timed, submissionTypes: readonly string[], now: string): boolean {
  if (submission.excused || submission.custom_grade_status_id !== null) return false;
  if (submission.late_policy_status !== null) return submission.late_policy_status === 'missing';
  if (submission.grader_id !== null || submission.submitted_at !== null) return false;
  return secondsLate(submission, now) > 0 && expectsSubmission(submissionTypes);
}

const NOTHING_ONLINE = ['on_paper', 'external_tool', 'none', 'not_graded', 'wiki_page'];

/** Whether students hand something in here, and so can miss to. */
export function expectsSubmission(types: readonly string[]): boolean {
  const [only = ''] = types;
  return only !== '' && !(types.length === 1 && NOTHING_ONLINE.includes(only));
}
