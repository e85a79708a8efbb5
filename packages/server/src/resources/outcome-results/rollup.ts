/** One score for each outcome out of a student's results, or out of all students'. Source: Canvas's RollupScore. */
import { calculateScore, isCalculationMethod, mean, median } from '../../domain/outcome-calculation.ts';
import type { OutcomeRow } from '../../domain/outcome-groups.ts';
import type { ResultRow } from './results.ts';
import type { RollupScore } from './schema.ts';

export interface Rolled extends Omit<RollupScore, 'links'> {
  readonly outcomeId: number;
  readonly results: readonly ResultRow[];
}

/** The scores of each student who has any result, each student's by outcome. */
export function rollUp(
  results: readonly ResultRow[],
  outcomes: readonly OutcomeRow[],
): Map<number, Rolled[]> {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const scored = results.filter(({ score }) => score !== null);
  const byUser = Map.groupBy(scored, ({ user_id }) => user_id);
  const rolled = new Map<number, Rolled[]>();
  // Results without a score make a row without scores.
  for (const { user_id } of results) {
    if (rolled.has(user_id)) continue;
    const byOutcome = Map.groupBy(byUser.get(user_id) ?? [], (result) => result.learning_outcome_id);
    rolled.set(
      user_id,
      [...byOutcome].flatMap(([id, group]) => {
        const outcome = byId.get(id);
        return outcome ? [rollUpOne(outcome, group)] : [];
      }),
    );
  }
  return rolled;
}

function rollUpOne(outcome: OutcomeRow, results: readonly ResultRow[]): Rolled {
  const method = isCalculationMethod(outcome.calculation_method) ? outcome.calculation_method : 'highest';
  const { calculation_int, mastery_points } = outcome;
  const calculated = calculateScore(
    { calculation_method: method, calculation_int, mastery_points },
    results.map((result) => ({ score: onScaleOf(outcome, result), at: timeOf(result), result })),
  );
  const latest = results.reduce((one, other) => (timeOf(other) > timeOf(one) ? other : one));
  return {
    outcomeId: outcome.id,
    score: calculated?.score ?? null,
    // `Student, Assignment`: Canvas takes what stands after the first comma.
    title: latest.title.split(', ')[1] ?? null,
    submitted_at: latest.submitted_at ?? latest.assessed_at,
    count: results.length,
    hide_points: calculated ? calculated.used.every(({ result }) => result.hide_points) : null,
    results,
  };
}

/** A criterion may be worth other points than the outcome is. */
function onScaleOf({ points_possible, mastery_points }: OutcomeRow, { score, percent }: ResultRow): number {
  if (percent === null) return score ?? 0;
  return percent * (points_possible > 0 ? points_possible : mastery_points);
}

const timeOf = ({ submitted_at, assessed_at }: ResultRow) => Date.parse(submitted_at ?? assessed_at);

/** Of all students together, by outcome. */
export function aggregate(rolled: Iterable<readonly Rolled[]>, statistic: 'mean' | 'median'): Rolled[] {
  const byOutcome = Map.groupBy([...rolled].flat(), ({ outcomeId }) => outcomeId);
  return [...byOutcome].map(([outcomeId, scores]) => {
    const present = scores.flatMap(({ score }) => (score === null ? [] : [score]));
    return {
      outcomeId,
      score: present.length === 0 ? null : (statistic === 'median' ? median : mean)(present),
      title: null,
      submitted_at: null,
      count: scores.length,
      hide_points: scores.every(({ hide_points }) => hide_points === true),
      results: scores.flatMap(({ results }) => results),
    };
  });
}

/** How the students are spread over the ratings of each outcome, in percent. */
export function ratingPercents(
  rolled: Iterable<readonly Rolled[]>,
  outcomes: readonly OutcomeRow[],
): Map<number, number[]> {
  const scores = Map.groupBy([...rolled].flat(), ({ outcomeId }) => outcomeId);
  return new Map(
    outcomes.flatMap(({ id, ratings }) => {
      const present = (scores.get(id) ?? []).flatMap(({ score }) => (score === null ? [] : [score]));
      if (present.length === 0) return [];
      const counts = ratings.map(() => 0);
      for (const score of present) {
        const index = ratings.findIndex(({ points }) => points <= score);
        if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
      }
      const total = counts.reduce((sum, count) => sum + count, 0);
      return [[id, total === 0 ? counts : counts.map((count) => Math.round((100 * count) / total))] as const];
    }),
  );
}
