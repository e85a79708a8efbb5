import type { ProficiencyRating } from '../../db/json-columns.ts';
import { Refusal } from '../../errors.ts';
import { inContexts } from '../../http/in-contexts.ts';
import type { Params } from '../../http/operation.ts';
import { accountsAndCourses } from '../outcome-groups/load.ts';
import { ownProficiency } from './load.ts';
import { Proficiency } from './schema.ts';

type GivenRating = NonNullable<
  Params<'POST /api/v1/accounts/{account_id}/outcome_proficiency'>['ratings']
>[number];
/** A rating before it is found in order. */
type Draft = { [Key in keyof ProficiencyRating]: ProficiencyRating[Key] | null };

export default inContexts(accountsAndCourses, 'POST /api/v1/{context}/outcome_proficiency', {
  summary: 'Give an account or a course a mastery scale of its own, or change it',
  requires: { context: 'manage_proficiency_scales' },
  returns: Proficiency,
  async handle({ ctx, context, params }) {
    const before = await ownProficiency(ctx, context);
    const drafts = (params.ratings ?? []).map((given, index) => draft(given, before?.ratings[index]));
    const ratings = checked(drafts).toSorted((a, b) => b.points - a.points);
    await ctx.db
      .insertInto('outcome_proficiencies')
      .values({
        context_type: context.type,
        context_id: context.id,
        ratings: JSON.stringify(ratings),
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['context_type', 'context_id'])
          .doUpdateSet(({ ref }) => ({ ratings: ref('excluded.ratings'), updated_at: ctx.now })),
      )
      .execute();
    return { ratings };
  },
});

/** What isn't sent stays as it was in the rating of the same place. */
function draft(given: GivenRating, before: ProficiencyRating | undefined): Draft {
  const { description, points, mastery, color } = given;
  return {
    description: description === undefined ? (before?.description ?? null) : description,
    points: points === undefined ? (before?.points ?? null) : points,
    mastery: mastery ?? before?.mastery ?? false,
    color: color === undefined ? (before?.color ?? null) : color,
  };
}

const FIELD = 'outcome_proficiency_ratings';

/** Throws all that is wrong, in the form of a save that fails. Source: OutcomeProficiency, OutcomeProficiencyRating. */
function checked(drafts: readonly Draft[]): ProficiencyRating[] {
  const errors: { field: string; message: string; error_code: string }[] = [];
  const add = (field: string, message: string, error_code = message) =>
    errors.push({ field, message, error_code });
  for (const { description, points, color } of drafts) {
    if (!description?.trim()) add(`${FIELD}.description`, 'blank');
    if (points === null) add(`${FIELD}.points`, 'blank');
    else if (points < 0) {
      add(`${FIELD}.points`, 'must be greater than or equal to 0', 'greater_than_or_equal_to');
    }
    if (!color?.trim()) add(`${FIELD}.color`, 'blank');
    else if (!/^[0-9a-f]{6}$/i.test(color)) add(`${FIELD}.color`, 'invalid');
  }
  if (drafts.length === 0) add(FIELD, 'Missing required ratings', 'blank');
  if (drafts.filter(({ mastery }) => mastery).length !== 1) add(FIELD, 'Exactly one rating can have mastery');
  for (const [index, { points }] of drafts.entries()) {
    const next = drafts[index + 1]?.points;
    if (points === null || next === undefined || next === null || points > next) continue;
    add(FIELD, `Points should be strictly decreasing: ${asFloat(points)} <= ${asFloat(next)}`);
  }
  if (errors.length > 0) throw new Refusal(422, { errors });
  return drafts as ProficiencyRating[];
}

const asFloat = (number: number) => (Number.isInteger(number) ? `${number}.0` : String(number));
