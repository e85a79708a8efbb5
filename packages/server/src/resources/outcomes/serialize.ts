import { anyOf } from '../../db/any-of.ts';
import { managedAmong } from '../../domain/outcome-contexts.ts';
import type { OutcomeRow } from '../../domain/outcome-groups.ts';
import { withRatingDefaults } from '../../domain/outcome-ratings.ts';
import { outcomesWithUpdateableRubrics } from '../../domain/outcome-rubrics.ts';
import type { Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { Outcome } from './schema.ts';

export interface OutcomeView {
  style: 'abbrev' | 'full';
  /** Lists say what an account's friendly words for an outcome are, a single outcome doesn't. */
  friendly?: boolean | undefined;
  /** Which rating is mastery, and the colors of the ratings. */
  addDefaults?: boolean | undefined;
  /** Those that count as assessed where the answer is given, unless they are an account's. */
  assessedHere?: ReadonlySet<number> | undefined;
  /** How the students are spread over the ratings, in percent. */
  percents?: ReadonlyMap<number, readonly number[]> | undefined;
}

/** Outcomes as the caller may see them, in a number of queries that doesn't grow with the list. */
export async function serializeOutcomes(
  ctx: Context,
  outcomes: readonly OutcomeRow[],
  view: OutcomeView,
): Promise<Outcome[]> {
  const ids = outcomes.map(({ id }) => id);
  const [isManaged, updateable, assessed] = await Promise.all([
    managedAmong(ctx, outcomes),
    outcomesWithUpdateableRubrics(ctx, ids),
    view.style === 'full' ? assessedOutcomes(ctx, ids) : new Set<number>(),
  ]);
  const isAssessed = ({ id, context_type }: OutcomeRow) =>
    (context_type === 'Account' ? assessed : (view.assessedHere ?? assessed)).has(id);
  return outcomes.map((outcome) =>
    inOrderOf(Outcome, {
      id: outcome.id,
      context_id: outcome.context_id,
      context_type: outcome.context_type,
      vendor_guid: outcome.vendor_guid,
      display_name: outcome.display_name,
      title: outcome.title,
      url: `/api/v1/outcomes/${outcome.id}`,
      can_edit: isManaged(outcome),
      has_updateable_rubrics: updateable.has(outcome.id),
      ...(view.style === 'full' && { ...fullFields(outcome, view), assessed: isAssessed(outcome) }),
    }),
  );
}

export async function serializeOutcome(
  ctx: Context,
  outcome: OutcomeRow,
  view: Partial<OutcomeView> = {},
): Promise<Outcome> {
  const [json] = await serializeOutcomes(ctx, [outcome], { style: 'full', ...view });
  return json as Outcome;
}

/** Those of some outcomes that any student was ever assessed with. */
async function assessedOutcomes(ctx: Context, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await ctx.db
    .selectFrom('learning_outcome_results')
    .select('learning_outcome_id')
    .distinct()
    .where('learning_outcome_id', '=', anyOf(ids))
    .execute();
  return new Set(rows.map(({ learning_outcome_id }) => learning_outcome_id));
}

const WITH_VALUE = new Set([
  'decaying_average',
  'n_mastery',
  'standard_decaying_average',
  'weighted_average',
]);

function fullFields(outcome: OutcomeRow, view: OutcomeView): Partial<Outcome> {
  const ratings = view.addDefaults ? withRatingDefaults(outcome) : outcome.ratings;
  const percents = view.percents?.get(outcome.id);
  return {
    description: outcome.description,
    friendly_description: view.friendly ? outcome.friendly_description : null,
    points_possible: outcome.points_possible,
    mastery_points: outcome.mastery_points,
    ratings: percents
      ? ratings.map((rating, index) => ({ ...rating, percent: percents[index] as number }))
      : [...ratings],
    calculation_method: outcome.calculation_method,
    ...(WITH_VALUE.has(outcome.calculation_method) && { calculation_int: outcome.calculation_int }),
  };
}
