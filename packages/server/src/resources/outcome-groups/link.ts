import { anyOf } from '../../db/any-of.ts';
import { sanitizeHtml } from '../../domain/html.ts';
import { newCalculation, outcomeColumns, outcomeErrors } from '../../domain/outcome-changes.ts';
import {
  accountsAround,
  belongsTo,
  inOutcomeContext,
  type OutcomeContext,
} from '../../domain/outcome-contexts.ts';
import {
  findLink,
  linkOutcomes,
  type OutcomeGroupRow,
  type OutcomeLinkRow,
} from '../../domain/outcome-groups.ts';
import { scaleOf, usualScale } from '../../domain/outcome-ratings.ts';
import { plainText } from '../../domain/outcome-text.ts';
import { InvalidRecord } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { inContexts } from '../../http/in-contexts.ts';
import type { Params } from '../../http/operation.ts';
import { anywhere, findOutcomeGroup, outcomeGroup } from './load.ts';
import { refused } from './refusal.ts';
import { OutcomeLink } from './schema.ts';
import { serializeOutcomeLink } from './serialize.ts';

type NewOutcome = Params<'POST /api/v1/courses/{course_id}/outcome_groups/{id}/outcomes'>;

const linkExisting = inContexts(anywhere, 'PUT /api/v1/{context}/outcome_groups/{id}/outcomes/{outcome_id}', {
  summary: 'Link an outcome into a group, or move it there',
  load: { group: outcomeGroup('id') },
  requires: { context: 'manage_outcomes' },
  returns: OutcomeLink,
  async handle({ ctx, context, group, path, params }) {
    const outcomeId = parseNumber(path.outcome_id) ?? 0;
    const link = await linkOrMove(ctx, context, group, outcomeId, params.move_from);
    return await serializeOutcomeLink(ctx, link);
  },
});

const create = inContexts(anywhere, 'POST /api/v1/{context}/outcome_groups/{id}/outcomes', {
  summary: 'Create an outcome in a group, link one into it, or move one there',
  load: { group: outcomeGroup('id') },
  requires: { context: 'manage_outcomes' },
  returns: OutcomeLink,
  async handle({ ctx, context, group, params }) {
    const { outcome_id, move_from } = params;
    const link = outcome_id
      ? await linkOrMove(ctx, context, group, outcome_id, move_from)
      : await linked(ctx, group, await createOutcome(ctx, context, params));
    return await serializeOutcomeLink(ctx, link);
  },
});

export default [...linkExisting, ...create];

async function linkOrMove(
  ctx: Context,
  context: OutcomeContext,
  group: OutcomeGroupRow,
  outcomeId: number,
  moveFrom: number | null | undefined,
): Promise<OutcomeLinkRow> {
  if (moveFrom) return await moved(ctx, await findOutcomeGroup(ctx, context, moveFrom), group, outcomeId);
  if (!(await isAvailable(ctx, context, outcomeId))) throw refused();
  return await linked(ctx, group, outcomeId);
}

async function linked(ctx: Context, group: OutcomeGroupRow, outcomeId: number): Promise<OutcomeLinkRow> {
  await linkOutcomes(ctx, group, [outcomeId]);
  return (await findLink(ctx, group.id, outcomeId)) as OutcomeLinkRow;
}

/** Where the group has the outcome already, the old link only goes. */
async function moved(
  ctx: Context,
  from: OutcomeGroupRow,
  to: OutcomeGroupRow,
  outcomeId: number,
): Promise<OutcomeLinkRow> {
  const link = await findLink(ctx, from.id, outcomeId);
  if (!link) throw refused();
  const there = await findLink(ctx, to.id, outcomeId);
  if (there) {
    if (there.id !== link.id) {
      await ctx.db.deleteFrom('learning_outcome_links').where('id', '=', link.id).execute();
    }
    return there;
  }
  return await ctx.db
    .updateTable('learning_outcome_links')
    .set({ learning_outcome_group_id: to.id, updated_at: ctx.now })
    .where('id', '=', link.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Global, made or linked in the context, or in an account above it. Source: LearningOutcomeContext#available_outcome */
async function isAvailable(ctx: Context, context: OutcomeContext, outcomeId: number): Promise<boolean> {
  const outcome = await ctx.db
    .selectFrom('learning_outcomes')
    .select(['context_type', 'context_id'])
    .where('id', '=', outcomeId)
    .where('workflow_state', '=', 'active')
    .executeTakeFirst();
  if (!outcome) return false;
  const accounts = await accountsAround(ctx, context);
  const { context_type, context_id } = outcome;
  if (context_type === null || context_id === null) return true;
  if (context_type === context.type && context_id === context.id) return true;
  if (context_type === 'Account' && accounts.includes(context_id)) return true;
  const link = await ctx.db
    .selectFrom('learning_outcome_links')
    .select('id')
    .where('learning_outcome_id', '=', outcomeId)
    .where(({ or, and, eb }) =>
      or([
        eb(belongsTo(context, 'learning_outcome_links'), '=', true),
        and([eb('context_type', '=', 'Account'), eb('context_id', '=', anyOf(accounts))]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return link !== undefined;
}

async function createOutcome(ctx: Context, context: OutcomeContext, params: NewOutcome): Promise<number> {
  const plain = (text: string | null | undefined) => (text ? plainText(text) : null);
  const fields = {
    title: plain(params.title),
    display_name: plain(params.display_name),
    description: params.description ? sanitizeHtml(params.description) : null,
    vendor_guid: plain(params.vendor_guid),
    ...newCalculation(params.calculation_method, params.calculation_int),
  };
  const errors = outcomeErrors(fields);
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
  const scale = params.ratings?.length ? scaleOf(params.ratings, params.mastery_points) : usualScale;
  const { id } = await ctx.db
    .insertInto('learning_outcomes')
    .values({
      ...outcomeColumns(fields, scale),
      ...inOutcomeContext(context),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
