/** A grade as it stands in a file, and whether a submission has it already. */
import type { GradedAssignment, GradedSubmission } from './gradebook.ts';

export type WantedGrade =
  | { readonly kind: 'excuse' }
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'percent'; readonly percent: number }
  /** A letter, a grade of a scheme, complete or incomplete. */
  | { readonly kind: 'mark'; readonly mark: string };

/** Points that differ by less are the same: Canvas keeps them as floating numbers. */
const SAME = 0.000_5;

/** Undefined for what is no grade of such an assignment. */
export function readGrade(text: string, { grading_type }: GradedAssignment): WantedGrade | undefined {
  if (/^(ex|excused)$/i.test(text)) return { kind: 'excuse' };
  const [, digits, percent] = /^([+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+))\s*(%?)$/.exec(text) ?? [];
  if (digits !== undefined) {
    // 1,234 may be a thousand or a little more than one.
    if (/^[+-]?\d{1,3},\d{3}$/.test(digits)) return undefined;
    const value = Number(digits.replace(',', '.'));
    return percent ? { kind: 'percent', percent: value } : { kind: 'points', points: value };
  }
  if (grading_type === 'pass_fail') {
    const mark = PASS_FAIL[text.toLowerCase()];
    return mark === undefined ? undefined : { kind: 'mark', mark };
  }
  return grading_type === 'letter_grade' || grading_type === 'gpa_scale'
    ? { kind: 'mark', mark: text }
    : undefined;
}

const PASS_FAIL: Readonly<Record<string, string>> = {
  complete: 'complete',
  pass: 'complete',
  incomplete: 'incomplete',
  fail: 'incomplete',
};

/** Below nothing, or above what there is to get. */
export function isOutOfRange(wanted: WantedGrade, { points_possible }: GradedAssignment): boolean {
  if (wanted.kind === 'percent') return wanted.percent < 0 || wanted.percent > 100;
  if (wanted.kind !== 'points') return false;
  return wanted.points < 0 || (points_possible !== null && wanted.points > points_possible);
}

/**
 * Before a late penalty or after it: exports hold what is left, people enter what there was. What was handed in again
 * since it was graded isn't graded.
 */
export function hasGrade(
  { excused, score, entered_score, grade, entered_grade, grade_matches_current_submission }: GradedSubmission,
  wanted: WantedGrade,
  { points_possible }: GradedAssignment,
): boolean {
  if (wanted.kind === 'excuse') return excused === true;
  if (excused === true || grade_matches_current_submission === false) return false;
  if (wanted.kind === 'mark') {
    return [grade, entered_grade].some((each) => each?.toLowerCase() === wanted.mark.toLowerCase());
  }
  const points = wanted.kind === 'points' ? wanted.points : ((points_possible ?? 0) * wanted.percent) / 100;
  return [score, entered_score].some((each) => typeof each === 'number' && Math.abs(each - points) < SAME);
}

/** What `update_grades` takes. */
export function gradeParams(wanted: WantedGrade): { excuse: true } | { posted_grade: string } {
  switch (wanted.kind) {
    case 'excuse':
      return { excuse: true };
    case 'points':
      return { posted_grade: String(wanted.points) };
    case 'percent':
      return { posted_grade: `${wanted.percent}%` };
    case 'mark':
      return { posted_grade: wanted.mark };
  }
}

export const gradeText = (wanted: WantedGrade): string => {
  const params = gradeParams(wanted);
  return 'excuse' in params ? 'EX' : params.posted_grade;
};

/** What a submission has now, as people enter it. */
export function textOfNow({ excused, entered_grade, grade, entered_score, score }: GradedSubmission): string {
  if (excused) return 'EX';
  const now = entered_grade ?? grade ?? entered_score ?? score;
  return now === undefined || now === null ? '–' : String(now);
}
