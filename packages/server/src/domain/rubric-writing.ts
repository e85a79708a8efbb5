/** Makes, changes and copies rubrics. Source: Canvas's Rubric#update_with_association. */
import { anyOf } from '../db/any-of.ts';
import type { JsonValue } from '../db/json-columns.ts';
import type { Context } from '../http/context.ts';
import { followCriteria } from './rubric-associating.ts';
import {
  type MeasuredOutcome,
  outcomeIdsOf,
  outcomeIdsSent,
  type RubricCriterion,
  readCriteria,
  sameCriteria,
  totalPoints,
} from './rubric-criteria.ts';
import { recountedTitle } from './rubric-titles.ts';
import { type RubricContext, type RubricRow, rubricContextOf } from './rubrics.ts';

/** As a request says them. What it doesn't say of criteria and title isn't kept, but made anew. */
export interface RubricFields {
  readonly title?: string | null | undefined;
  readonly criteria?: JsonValue | undefined;
  /** Only `1` is yes. */
  readonly free_form_criterion_comments?: string | null | undefined;
  readonly hide_score_total?: boolean | undefined;
  readonly hide_points?: boolean | undefined;
  readonly rating_order?: string | null | undefined;
  readonly button_display?: string | null | undefined;
  readonly workflow_state?: string | null | undefined;
}

/** Before there is a row of it. */
export type RubricDraft = Pick<
  RubricRow,
  'rubric_id' | 'user_id' | 'context_type' | 'context_id' | 'rubric_import_id'
> &
  Partial<RubricRow>;

/** What is wrong with a rubric, in the words of Canvas's full messages. */
export class InvalidRubric extends Error {
  override readonly name = 'InvalidRubric';
  readonly messages: readonly string[];

  constructor(messages: readonly string[]) {
    super(messages.join('; '));
    this.messages = messages;
  }
}

const MAX_TITLE = 255;
const RATING_ORDERS = ['ascending', 'descending'] as const;
const BUTTON_DISPLAYS = ['numeric', 'emoji', 'letter', 'points'] as const;
const STATES = ['active', 'archived', 'draft'] as const;

/**
 * A new rubric of a context, or the one that is given changed.
 *
 * @param options.keepsPoints leaves the points of the assignments that are graded with it as they are
 * @throws InvalidRubric; InvalidRecord for criteria that can't be read
 */
export async function saveRubric(
  ctx: Context,
  before: RubricRow | RubricDraft,
  fields: RubricFields,
  options: { readonly keepsPoints?: boolean } = {},
): Promise<RubricRow> {
  const kept = isStored(before) ? before : await insertEmpty(ctx, before);
  const context = await rubricContextOf(ctx, kept);
  const data = await criteriaOf(ctx, kept, fields);
  const title = fields.title ?? defaultTitle(context);
  await refuseInvalid(ctx, kept, data, title, fields);
  const changed = await ctx.db
    .updateTable('rubrics')
    .set({
      title: await recountedTitle(ctx, kept, title),
      data: JSON.stringify(data),
      points_possible: totalPoints(data),
      hide_points: fields.hide_points ?? false,
      ...flagsOf(kept, fields),
      updated_at: ctx.now,
    })
    .where('id', '=', kept.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (!sameCriteria(kept.data, data)) await followCriteria(ctx, changed, options.keepsPoints ?? false);
  return changed;
}

/** Whether saving would change what is graded with the rubric. Source: Canvas's Rubric#will_change_with_update? */
export async function wouldChange(ctx: Context, rubric: RubricRow, fields: RubricFields): Promise<boolean> {
  const { free_form_criterion_comments: comments, title } = fields;
  if (comments && (rubric.free_form_criterion_comments ?? false) !== (comments === '1')) return true;
  if ((title ?? defaultTitle(await rubricContextOf(ctx, rubric))) !== rubric.title) return true;
  const data = await criteriaOf(ctx, rubric, fields);
  return totalPoints(data) !== rubric.points_possible || !sameCriteria(rubric.data, data);
}

/** The same rubric in another course. */
export async function copyRubric(
  ctx: Context,
  rubric: RubricRow,
  context: RubricContext,
): Promise<RubricRow> {
  const { id, data, association_count: _, read_only: __, ...columns } = rubric;
  const draft = {
    ...columns,
    rubric_id: id,
    user_id: ctx.me.id,
    context_type: context.type,
    context_id: context.id,
  };
  const copy = await ctx.db
    .insertInto('rubrics')
    .values({
      ...draft,
      title: await recountedTitle(ctx, { ...draft, id: 0 }, rubric.title),
      data: JSON.stringify(data),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await followCriteria(ctx, copy, false);
  return copy;
}

const isStored = (rubric: RubricRow | RubricDraft): rubric is RubricRow => rubric.id !== undefined;

const defaultTitle = (context: RubricContext): string =>
  `${context.type === 'Course' ? context.course.name : context.account.name} Rubric`;

/** First, since the ids of its criteria begin with its own. */
const insertEmpty = (ctx: Context, { data: _, ...draft }: RubricDraft): Promise<RubricRow> =>
  ctx.db
    .insertInto('rubrics')
    .values({ ...draft, title: '', created_at: ctx.now, updated_at: ctx.now })
    .returningAll()
    .executeTakeFirstOrThrow();

async function criteriaOf(
  ctx: Context,
  { id, rubric_id }: RubricRow,
  { criteria }: RubricFields,
): Promise<RubricCriterion[]> {
  const ids = outcomeIdsSent(criteria);
  const outcomes: MeasuredOutcome[] =
    ids.length === 0
      ? []
      : await ctx.db
          .selectFrom('learning_outcomes')
          .select(['id', 'description', 'mastery_points'])
          .where('id', '=', anyOf(ids))
          .execute();
  return readCriteria(criteria, new Map(outcomes.map((outcome) => [outcome.id, outcome])), rubric_id ?? id);
}

function flagsOf(before: RubricRow, fields: RubricFields) {
  const { free_form_criterion_comments: comments, hide_score_total } = fields;
  const settles = before.hide_score_total === null || before.association_count < 2;
  const rating_order = RATING_ORDERS.find((each) => each === fields.rating_order);
  const button_display = BUTTON_DISPLAYS.find((each) => each === fields.button_display);
  const workflow_state = STATES.find((each) => each === fields.workflow_state);
  return {
    ...(typeof comments === 'string' && { free_form_criterion_comments: comments === '1' }),
    ...(settles && { hide_score_total: hide_score_total ?? null }),
    ...(rating_order && { rating_order }),
    ...(button_display && { button_display }),
    ...(workflow_state && { workflow_state }),
  };
}

async function refuseInvalid(
  ctx: Context,
  rubric: RubricRow,
  data: readonly RubricCriterion[],
  title: string,
  fields: RubricFields,
): Promise<void> {
  const isOf = (value: string | null | undefined, values: readonly string[]) =>
    value === undefined || value === null || values.includes(value);
  const measured = data.flatMap(({ learning_outcome_id }) => learning_outcome_id ?? []);
  const messages = [
    title.length > MAX_TITLE && `Title is too long (maximum is ${MAX_TITLE} characters)`,
    !isOf(fields.button_display, BUTTON_DISPLAYS) && 'Button display is not included in the list',
    !isOf(fields.rating_order, RATING_ORDERS) && 'Rating order is not included in the list',
    new Set(measured).size < measured.length && 'This rubric has Outcomes aligned more than once',
    (await losesResults(ctx, rubric, measured)) &&
      'This rubric removes criterions that have learning outcome results',
  ].filter((message) => message !== false);
  if (messages.length > 0) throw new InvalidRubric(messages);
}

/** Whether an outcome of which students have results by this rubric would no longer be in it. */
async function losesResults(ctx: Context, rubric: RubricRow, kept: readonly number[]): Promise<boolean> {
  if (outcomeIdsOf(rubric.data).every((id) => kept.includes(id))) return false;
  const lost = await ctx.db
    .selectFrom('learning_outcome_results as result')
    .innerJoin('rubric_associations as association', 'association.id', 'result.association_id')
    .select('result.id')
    .where('result.association_type', '=', 'RubricAssociation')
    .where('association.rubric_id', '=', rubric.id)
    .where('association.workflow_state', '=', 'active')
    .where((eb) => eb.not(eb('result.learning_outcome_id', '=', anyOf(kept))))
    .limit(1)
    .executeTakeFirst();
  return lost !== undefined;
}
