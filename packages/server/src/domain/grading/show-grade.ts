/** A score as the grade that is shown: Canvas's `Assignment#score_to_grade`. */
import { dividedBy, exact, HUNDRED, roundFloat, times, toFloat } from './exact.ts';
import { letterOf, type Scheme } from './scheme.ts';

export type GradingType = 'points' | 'percent' | 'pass_fail' | 'letter_grade' | 'gpa_scale' | 'not_graded';

/** What a grade of an assignment rests on. */
export interface Gradable {
  readonly grading_type: GradingType;
  readonly points_possible: number | null;
  /** The assignment's, else the course's, else the default one. */
  readonly scheme: Scheme;
}

/**
 * @param given the grade as it was entered, which alone decides where an assignment has no points
 * @returns '8.5', '85%', 'complete', 'B+'
 */
export function showGrade(score: number, of: Gradable, given: string | null = null): string {
  switch (of.grading_type) {
    case 'percent':
      return `${numberText(percentOfPoints(score, of.points_possible))}%`;
    case 'pass_fail':
      return passes(score, of, given) ? 'complete' : 'incomplete';
    case 'letter_grade':
    case 'gpa_scale':
      return letter(score, of, given);
    default:
      return numberText(score);
  }
}

/** To hundredths. Without points any percentage is as good as any other, and the score stands for it. */
function percentOfPoints(score: number, points: number | null): number {
  return points !== null && points > 0 ? roundFloat((score / points) * 100) : score;
}

function passes(score: number, { points_possible }: Gradable, given: string | null): boolean {
  if (points_possible !== null && points_possible > 0) return score > 0;
  return given === 'complete' || given === 'pass';
}

function letter(score: number, { points_possible, scheme }: Gradable, given: string | null): string {
  if (points_possible !== null && points_possible > 0) {
    return letterOf(scheme, toFloat(times(dividedBy(exact(score), exact(points_possible)), HUNDRED)));
  }
  return given ?? letterOf(scheme, score);
}

/** A number as Canvas writes it into a text: whole ones without a fraction, tiny ones with a power of ten. */
export function numberText(value: number): string {
  if (value === 0 || Math.abs(value) >= 1e-4) {
    return Number.isInteger(value) ? BigInt(value).toString() : String(value);
  }
  const [mantissa = '', power = ''] = value.toExponential().split('e-');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e-${power.padStart(2, '0')}`;
}
