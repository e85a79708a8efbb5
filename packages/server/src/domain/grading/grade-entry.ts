/** A grade as somebody enters it: Canvas's `Assignment#grade_to_score`. */
import { dividedBy, type Exact, exact, HUNDRED, times, toFloat } from './exact.ts';
import { percentOf } from './scheme.ts';
import { type Gradable, showGrade } from './show-grade.ts';

export type Entered =
  | { readonly score: number; readonly grade: string }
  /** Nothing was entered, or nothing that the assignment takes for a grade. */
  | { readonly score: null; readonly grade: null };

export interface EntryOptions {
  /** A number is points even where the scheme has a band of that name. */
  prefer_points_over_scheme?: boolean | undefined;
}

const NO_GRADE: Entered = { score: null, grade: null };

/**
 * `'8.5'` or a number: points, which may exceed the possible ones or be negative; `'85%'`: of the points;
 * `'B+'`: the top of its band, where the assignment is graded by a scheme; `'pass'`, `'complete'`, `'fail'`,
 * `'incomplete'`. A blank takes the grade away, and so does what none of these is: `'8,5'` among others.
 */
export function gradeEntry(
  posted: string | number | null,
  of: Gradable,
  options: EntryOptions = {},
): Entered {
  const text = posted === null ? '' : String(posted);
  if (text.trim() === '') return NO_GRADE;
  const score = scoreOf(text, of, options);
  if (score === null) return NO_GRADE;
  return { score, grade: showGrade(score, of, text) };
}

function scoreOf(text: string, of: Gradable, options: EntryOptions): number | null {
  if (of.grading_type === 'not_graded') return null;
  const meant = interpret(text, of, options);
  if (of.grading_type !== 'pass_fail') return meant;
  // All or nothing; what can't be read counts as nothing.
  const points = meant ?? 0;
  return points === of.points_possible || points === 0 ? points : null;
}

const PERCENT = /^[+-]?\d*\.?\d+%$/;
const NUMBER = /^[+-]?\d*\.?\d+$/;

function interpret(text: string, of: Gradable, { prefer_points_over_scheme }: EntryOptions): number | null {
  const points = exact(of.points_possible ?? 0);
  if (PERCENT.test(text)) return shareOf(points, exact(Number(text.slice(0, -1))));
  const isNumber = NUMBER.test(text);
  if (!isNumber && (text === 'pass' || text === 'complete')) return of.points_possible ?? 0;
  if (!isNumber && (text === 'fail' || text === 'incomplete')) return 0;

  const usesScheme = of.grading_type === 'letter_grade' || of.grading_type === 'gpa_scale';
  const percent =
    usesScheme && !(isNumber && prefer_points_over_scheme) ? percentOf(of.scheme, text) : undefined;
  if (percent) return shareOf(points, percent);
  return isNumber ? finite(Number(text)) : null;
}

const shareOf = (points: Exact, percent: Exact): number =>
  toFloat(dividedBy(times(points, percent), HUNDRED));

/** A row of digits may be longer than any number. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value + 0 : null);
