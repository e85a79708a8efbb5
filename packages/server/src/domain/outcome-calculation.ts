/**
 * A student's one score for an outcome, out of what several assessments said. Pure: rounding and sums are Ruby's, so that
 * a score that falls on the half comes out as Canvas's does. Source: Canvas's RollupScore.
 */
import { roundFloat } from './grading/exact.ts';

export const calculationMethods = [
  'decaying_average',
  'weighted_average',
  'standard_decaying_average',
  'n_mastery',
  'highest',
  'latest',
  'average',
] as const;
export type CalculationMethod = (typeof calculationMethods)[number];

export const isCalculationMethod = (text: string): text is CalculationMethod =>
  (calculationMethods as readonly string[]).includes(text);

/** What `calculation_int` may be; null for methods that have none. */
export const calculationInts: Readonly<
  Record<CalculationMethod, { readonly least: number; readonly most: number; readonly usual: number } | null>
> = {
  decaying_average: { least: 1, most: 99, usual: 65 },
  weighted_average: { least: 1, most: 99, usual: 65 },
  standard_decaying_average: { least: 50, most: 99, usual: 65 },
  n_mastery: { least: 1, most: 10, usual: 5 },
  highest: null,
  latest: null,
  average: null,
};

export interface Calculation {
  readonly calculation_method: CalculationMethod;
  readonly calculation_int: number | null;
  readonly mastery_points: number;
}

/** One assessment's word: points on the outcome's scale, and when (any number that grows with time). */
export interface Scored {
  readonly score: number;
  readonly at: number;
}

export interface Calculated<T> {
  /** To two places. */
  readonly score: number;
  /** The results that the score rests on. */
  readonly used: readonly T[];
}

/**
 * @param results at least one; of equal age they count in the order given
 * @returns null where the method has no score yet: n_mastery before there are enough at mastery
 */
export function calculateScore<T extends Scored>(
  { calculation_method, calculation_int, mastery_points }: Calculation,
  results: readonly T[],
): Calculated<T> | null {
  const int = calculation_int ?? calculationInts[calculation_method]?.usual ?? 0;
  return methods[calculation_method](results, { int, mastery_points });
}

type Method = <T extends Scored>(
  results: readonly T[],
  about: { int: number; mastery_points: number },
) => Calculated<T> | null;

const byAge = <T extends Scored>(results: readonly T[]): T[] => results.toSorted((a, b) => a.at - b.at);
const scoresOf = (results: readonly Scored[]): number[] => results.map(({ score }) => score);

/** The newest counts `int` percent, the mean of all the older ones the rest. */
const weightedAverage: Method = (results, { int }) => {
  const sorted = byAge(results);
  const newest = (sorted.at(-1) as Scored).score;
  const older = scoresOf(sorted.slice(0, -1));
  if (older.length === 0) return { score: roundFloat(newest), used: sorted };
  const score = newest * (0.01 * int) + (sum(older) / older.length) * (0.01 * (100 - int));
  return { score: roundFloat(score), used: sorted };
};

/** From the oldest to the newest, each counts `int` percent and what stood before it the rest. */
const decayingAverage: Method = (results, { int }) => {
  const sorted = byAge(results);
  const score = scoresOf(sorted).reduce(
    (before, each) => before * (0.01 * (100 - int)) + each * (0.01 * int),
  );
  return { score: roundFloat(score), used: sorted };
};

const methods: Readonly<Record<CalculationMethod, Method>> = {
  decaying_average: weightedAverage,
  weighted_average: weightedAverage,
  standard_decaying_average: decayingAverage,
  /** The mean of those at mastery, once there are `int` of them. */
  n_mastery: (results, { int, mastery_points }) => {
    const mastered = results.filter(({ score }) => score >= mastery_points);
    return mastered.length < int ? null : { score: mean(scoresOf(mastered)), used: mastered };
  },
  highest: (results) => {
    const best = results.reduce((one, other) => (other.score > one.score ? other : one));
    return { score: roundFloat(best.score), used: [best] };
  },
  latest: (results) => {
    const sorted = byAge(results);
    const newest = sorted.at(-1) as (typeof sorted)[number];
    return { score: roundFloat(newest.score), used: [newest] };
  },
  average: (results) => ({ score: mean(scoresOf(results)), used: results }),
};

/** To two places; `scores` isn't empty. */
export const mean = (scores: readonly number[]): number => roundFloat(sum(scores) / scores.length);

/** As it comes, unrounded; `scores` isn't empty. */
export function median(scores: readonly number[]): number {
  const sorted = scores.toSorted((a, b) => a - b);
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] as number;
  const upper = sorted[Math.floor(sorted.length / 2)] as number;
  return (lower + upper) / 2;
}

/** Ruby adds floats up with Kahan's and Babuška's correction. */
function sum(numbers: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const number of numbers) {
    const next = total + number;
    lost += Math.abs(total) >= Math.abs(number) ? total - next + number : number - next + total;
    total = next;
  }
  return total + lost;
}
