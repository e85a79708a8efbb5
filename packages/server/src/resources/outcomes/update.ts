import { sanitizeHtml } from '../../domain/html.ts';
import { changedCalculation, outcomeColumns, outcomeErrors } from '../../domain/outcome-changes.ts';
import type { OutcomeRow } from '../../domain/outcome-groups.ts';
import { type Scale, scaleOf } from '../../domain/outcome-ratings.ts';
import { updateRubricsOf } from '../../domain/outcome-rubrics.ts';
import { plainText } from '../../domain/outcome-text.ts';
import { InvalidRecord } from '../../errors.ts';
import { operation, type Params } from '../../http/operation.ts';
import { outcome } from './load.ts';
import { Outcome } from './schema.ts';
import { serializeOutcome } from './serialize.ts';

type UpdateParams = Params<'PUT /api/v1/outcomes/{id}'>;

export default operation('PUT /api/v1/outcomes/{id}', {
  summary: 'Change an outcome',
  load: { outcome: outcome('id') },
  requires: { outcome: 'update' },
  returns: Outcome,
  async handle({ ctx, outcome, params }) {
    const fields = {
      title: plain(params.title, outcome.title),
      display_name: plain(params.display_name, outcome.display_name),
      description:
        params.description === undefined
          ? outcome.description
          : params.description && sanitizeHtml(params.description),
      vendor_guid: plain(params.vendor_guid, outcome.vendor_guid),
      ...changedCalculation(outcome, params.calculation_method, params.calculation_int),
    };
    const errors = outcomeErrors(fields);
    if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
    const saved = await ctx.db
      .updateTable('learning_outcomes')
      .set({ ...outcomeColumns(fields, changedScale(outcome, params)), updated_at: ctx.now })
      .where('id', '=', outcome.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await updateRubricsOf(ctx, saved);
    return await serializeOutcome(ctx, saved, { addDefaults: params.add_defaults });
  },
});

const plain = (given: string | null | undefined, before: string | null) =>
  given === undefined ? before : given && plainText(given);

/** Ratings replace those there were; whichever is sent alone, mastery falls back to the highest rating unless it is sent. */
function changedScale(outcome: OutcomeRow, { ratings, mastery_points }: UpdateParams): Scale {
  const replaced = ratings?.length ? ratings : undefined;
  if (!replaced && (mastery_points === undefined || mastery_points === null)) return outcome;
  return scaleOf(replaced ?? outcome.ratings, mastery_points);
}
