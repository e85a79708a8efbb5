/** The criteria of a rubric, as they are sent and as they are kept. Source: Canvas's Rubric#generate_criteria. */
import { randomInt } from 'node:crypto';
import type { JsonValue, RubricCriterion, RubricRating } from '../db/json-columns.ts';
import { InvalidRecord } from '../errors.ts';
import { exact, plus, toFloat, ZERO } from './grading/exact.ts';
import { messageHtml } from './message-html.ts';

export type { RubricCriterion, RubricRating } from '../db/json-columns.ts';

/** What of an outcome goes into its criterion. */
export interface MeasuredOutcome {
  readonly id: number;
  /** HTML. */
  readonly description: string | null;
  readonly mastery_points: number;
}

type Sent = { readonly [key: string]: JsonValue };

const NO_DESCRIPTION = 'No Description';

/**
 * Criteria and ratings are hashes keyed by index, in JSON too: `{"0": {"description": …, "ratings": {"0": …}}}`. They
 * stand in the order of these numbers, ratings from the most points to the fewest. Ids that are sent are kept; where
 * one is missing or used twice, it is made of `prefix` and chance.
 *
 * @param prefix the rubric's id, or that of the one that it was made from
 * @throws InvalidRecord for what is no such hash
 */
export function readCriteria(
  sent: JsonValue | undefined,
  outcomes: ReadonlyMap<number, MeasuredOutcome>,
  prefix: number,
): RubricCriterion[] {
  const itemId = itemIds(prefix);
  return hashOf(sent, 'criteria')
    .map(([index, value]) => ({
      index: Math.trunc(numberOf(index)),
      criterion: readCriterion(value, outcomes, itemId),
    }))
    .sort((a, b) => a.index - b.index)
    .map(({ criterion }) => criterion);
}

/** A criterion in the words and ratings that its outcome has now. */
export function criterionOfOutcome(
  criterion: RubricCriterion,
  outcome: {
    readonly title: string;
    readonly description: string | null;
    readonly mastery_points: number;
    readonly points_possible: number;
    readonly ratings: readonly { readonly description: string; readonly points: number }[];
  },
): RubricCriterion {
  const itemId = itemIds(Number.parseInt(criterion.id, 10) || outcome.points_possible);
  return {
    ...criterion,
    description: outcome.title,
    long_description: outcome.description ?? '',
    points: outcome.points_possible,
    mastery_points: outcome.mastery_points,
    ratings: outcome.ratings.map((rating) => readRating({ ...rating }, criterion.id, itemId)),
  };
}

/** The outcomes that criteria name, in no order; some may not exist. */
export const outcomeIdsSent = (sent: JsonValue | undefined): number[] =>
  hashOf(sent, 'criteria').flatMap(([, value]) => outcomeIdOf(value) ?? []);

/** The outcomes that criteria measure, each once. */
export const outcomeIdsOf = (criteria: readonly RubricCriterion[]): number[] => [
  ...new Set(criteria.flatMap(({ learning_outcome_id }) => learning_outcome_id ?? [])),
];

/** Of those that count, to four digits. */
export function totalPoints(criteria: readonly RubricCriterion[]): number {
  const counted = criteria.filter(({ ignore_for_scoring }) => !ignore_for_scoring);
  return roundPoints(toFloat(counted.reduce((sum, { points }) => plus(sum, exact(points)), ZERO)));
}

export const roundPoints = (points: number): number => Number(points.toFixed(4));

/** Whether two lists say the same; what is blank says nothing. Source: Canvas's Rubric.normalize. */
export const sameCriteria = (a: readonly RubricCriterion[], b: readonly RubricCriterion[]): boolean =>
  normalized(a) === normalized(b);

function normalized(criteria: readonly RubricCriterion[]): string {
  return JSON.stringify(criteria, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const said = Object.entries(value).filter(([, each]) => each !== '' && each !== null && each !== false);
    return Object.fromEntries(said.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

function readCriterion(
  sent: Sent,
  outcomes: ReadonlyMap<number, MeasuredOutcome>,
  itemId: ItemIds,
): RubricCriterion {
  const id = itemId(textOf(sent['id']).trim());
  const outcomeId = outcomeIdOf(sent);
  const outcome = outcomeId === undefined ? undefined : outcomes.get(outcomeId);
  const ratings = hashOf(sent['ratings'], 'ratings').map(([, rating]) => readRating(rating, id, itemId));
  const mastery = sent['mastery_points'];
  return {
    description: textOf(sent['description']).trim() || NO_DESCRIPTION,
    // An outcome speaks for itself.
    long_description:
      outcomeId === undefined
        ? messageHtml(textOf(sent['long_description']).trim())
        : (outcome?.description ?? ''),
    points: ratings.length === 0 ? 0 : Math.max(...ratings.map(({ points }) => points)),
    id,
    criterion_use_range: sent['criterion_use_range'] === true || sent['criterion_use_range'] === 'true',
    ...(outcome && {
      learning_outcome_id: outcome.id,
      mastery_points: isGiven(mastery) ? numberOf(mastery) : outcome.mastery_points,
      ignore_for_scoring: ['true', '1'].includes(textOf(sent['ignore_for_scoring'])),
    }),
    ratings: ratings.sort((a, b) => b.points - a.points || compared(a.description, b.description)),
  };
}

const readRating = (sent: Sent, criterionId: string, itemId: ItemIds): RubricRating => ({
  description: textOf(sent['description']).trim() || NO_DESCRIPTION,
  long_description: textOf(sent['long_description']).trim(),
  points: numberOf(sent['points']),
  criterion_id: criterionId,
  id: itemId(textOf(sent['id']).trim()),
});

type ItemIds = (wanted: string) => string;

/** Ids of one rubric, of its criteria and ratings together. */
function itemIds(prefix: number): ItemIds {
  const used = new Set<string>();
  return (wanted) => {
    let id = wanted;
    // Beyond what 10,000 numbers can keep apart they grow longer.
    for (let most = 10_000; id === '' || used.has(id); most += 100) id = `${prefix}_${randomInt(most)}`;
    used.add(id);
    return id;
  };
}

const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const isGiven = (value: JsonValue | undefined): value is Exclude<JsonValue, null> =>
  value !== undefined && value !== null;

function hashOf(sent: JsonValue | undefined, name: string): [index: string, value: Sent][] {
  if (!isGiven(sent) || sent === '') return [];
  const entries = typeof sent === 'object' && !Array.isArray(sent) ? Object.entries(sent) : undefined;
  if (!entries?.every(([, value]) => typeof value === 'object' && value !== null && !Array.isArray(value))) {
    throw new InvalidRecord({ [name]: [['invalid', `send ${name} as {"0": {…}, "1": {…}}, also in JSON`]] });
  }
  return entries as [string, Sent][];
}

function textOf(value: JsonValue | undefined): string {
  if (!isGiven(value)) return '';
  if (typeof value === 'object') throw new InvalidRecord({ criteria: [['invalid', 'a text is expected']] });
  return String(value);
}

/** As Ruby reads one: what a text begins with. */
function numberOf(value: JsonValue | undefined): number {
  if (typeof value === 'number') return value;
  const number = Number(/^\s*[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?/i.exec(textOf(value))?.[0] ?? 0);
  if (!Number.isFinite(number)) {
    throw new InvalidRecord({ criteria: [['invalid', 'a number is out of range']] });
  }
  return number;
}

function outcomeIdOf(sent: Sent): number | undefined {
  const value = sent['learning_outcome_id'];
  if (!isGiven(value) || textOf(value).trim() === '') return undefined;
  const id = Math.trunc(numberOf(value));
  return Number.isSafeInteger(id) ? id : 0;
}
