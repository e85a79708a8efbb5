/** What being late costs, and what nothing handed in is worth: Canvas's `LatePolicy`. */
import {
  dividedBy,
  exact,
  HUNDRED,
  isLess,
  isPositive,
  larger,
  minus,
  plus,
  smaller,
  times,
  toFloat,
  toHundredths,
  ZERO,
} from './exact.ts';
import type { GradingType } from './show-grade.ts';
import { expectsSubmission, isLate, isMissing, secondsLate, type Timed } from './tardiness.ts';

/** Percentages of the points possible. */
export interface LatePolicy {
  readonly missing_submission_deduction_enabled: boolean;
  readonly missing_submission_deduction: number;
  readonly late_submission_deduction_enabled: boolean;
  readonly late_submission_deduction: number;
  readonly late_submission_interval: 'day' | 'hour';
  readonly late_submission_minimum_percent_enabled: boolean;
  readonly late_submission_minimum_percent: number;
}

interface Worth {
  readonly points_possible: number | null;
  readonly grading_type: GradingType;
}

const SECONDS = { day: 86_400, hour: 3_600 } as const;
const WITHOUT_DEDUCTIONS: readonly GradingType[] = ['pass_fail', 'not_graded'];

/**
 * The points that a score loses, to hundredths: so many percent for every interval that has begun, and never below the
 * least percentage that the policy leaves.
 */
export function pointsDeducted(policy: LatePolicy, score: number, of: Worth, seconds: number): number {
  if (!policy.late_submission_deduction_enabled || seconds <= 0) return 0;
  if (!of.points_possible || of.points_possible < 0 || WITHOUT_DEDUCTIONS.includes(of.grading_type)) return 0;
  const possible = exact(of.points_possible);
  const intervals = Math.ceil(seconds / SECONDS[policy.late_submission_interval]);
  const least = policy.late_submission_minimum_percent_enabled ? policy.late_submission_minimum_percent : 0;
  const percent = dividedBy(times(exact(score), HUNDRED), possible);
  const most = larger(minus(percent, exact(least)), ZERO);
  const due = times(exact(policy.late_submission_deduction), exact(intervals));
  return toHundredths(dividedBy(times(possible, smaller(due, most)), HUNDRED));
}

/** The score of a student who handed nothing in. */
export function pointsForMissing(policy: LatePolicy, { points_possible, grading_type }: Worth): number {
  if (grading_type === 'pass_fail') return 0;
  const possible = exact(points_possible ?? 0);
  const kept = minus(HUNDRED, exact(policy.missing_submission_deduction));
  return toFloat(dividedBy(times(possible, kept), HUNDRED));
}

export interface Deducted {
  readonly score: number | null;
  readonly points_deducted: number | null;
}

/** What was entered, before anything was taken off. */
export function enteredScore({ score, points_deducted }: Deducted): number | null {
  return score === null ? null : toFloat(plus(exact(score), exact(points_deducted ?? 0)));
}

export interface PolicyOutcome extends Deducted {
  /** Nothing was handed in, and the policy gave the score. */
  readonly scoredMissing: boolean;
}

export interface PolicySubject extends Timed {
  /** As entered: `enteredScore` of what is stored, or what is being entered now. */
  readonly entered: number | null;
  /** Somebody is just setting or taking away `late_policy_status`. */
  readonly statusChanged?: boolean;
}

/**
 * Applies the policy of a course to a submission. Not for those in closed grading periods.
 *
 * @param submissionTypes the assignment's
 * @returns the score after deductions; undefined where the policy has nothing to say
 */
export function applyLatePolicy(
  policy: LatePolicy | null,
  submission: PolicySubject,
  assignment: Worth & { readonly submission_types: readonly string[] },
  now: string,
): PolicyOutcome | undefined {
  const { submission_types: types } = assignment;
  const byHand =
    submission.statusChanged || ['missing', 'late', 'extended'].includes(submission.late_policy_status ?? '');
  const toTool = submission.submitted_at !== null && types.length === 1 && types[0] === 'external_tool';
  if (!byHand && !toTool && !expectsSubmission(types)) return undefined;

  if (isMissing(submission, types, now)) {
    const scored = submission.entered === null && policy?.missing_submission_deduction_enabled;
    return {
      score: scored ? pointsForMissing(policy, assignment) : submission.entered,
      points_deducted: null,
      scoredMissing: Boolean(scored),
    };
  }
  const late = isLate(submission, now);
  const { entered } = submission;
  const deducted =
    late && policy && entered !== null
      ? pointsDeducted(policy, entered, assignment, secondsLate(submission, now))
      : 0;
  return {
    score: entered === null ? null : after(entered, deducted),
    points_deducted: late ? deducted : null,
    scoredMissing: false,
  };
}

/** A deduction takes nobody below 0 who wasn't there. */
function after(entered: number, deducted: number): number {
  const left = minus(exact(entered), exact(deducted));
  if (isLess(left, ZERO)) return Math.min(0, entered);
  return isPositive(left) ? toFloat(left) : 0;
}
