/** Groups of outcomes, and what is linked into them. */
import type { Selectable } from 'kysely';
import type {
  LearningOutcomeGroupsTable,
  LearningOutcomeLinksTable,
  LearningOutcomesTable,
} from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import { belongsTo, inOutcomeContext, type OutcomeContext, outcomeContextName } from './outcome-contexts.ts';
import { sortKey } from './sort-key.ts';

export type OutcomeRow = Selectable<LearningOutcomesTable>;
export type OutcomeGroupRow = Selectable<LearningOutcomeGroupsTable>;
export type OutcomeLinkRow = Selectable<LearningOutcomeLinksTable>;

/**
 * The group that holds all others of a context, made with the first question for it. Two requests may ask at once and
 * outside a transaction: an index keeps it the only one.
 */
export async function rootOutcomeGroup(ctx: Context, context: OutcomeContext): Promise<OutcomeGroupRow> {
  const existing = () =>
    ctx.db
      .selectFrom('learning_outcome_groups')
      .selectAll()
      .where(belongsTo(context, 'learning_outcome_groups'))
      .where('learning_outcome_group_id', 'is', null)
      .where('workflow_state', '=', 'active')
      .executeTakeFirst();
  const found = await existing();
  if (found) return found;
  const title = outcomeContextName(context);
  const made = await ctx.db
    .insertInto('learning_outcome_groups')
    .values({
      ...inOutcomeContext(context),
      title,
      title_key: sortKey(title),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  return made ?? ((await existing()) as OutcomeGroupRow);
}

/** Links outcomes into a group; those that are in it already stay as they are. */
export async function linkOutcomes(
  ctx: Context,
  { id, context_type, context_id }: Pick<OutcomeGroupRow, 'id' | 'context_type' | 'context_id'>,
  outcomeIds: readonly number[],
): Promise<void> {
  if (outcomeIds.length === 0) return;
  await ctx.db
    .insertInto('learning_outcome_links')
    .values(
      outcomeIds.map((outcomeId) => ({
        learning_outcome_id: outcomeId,
        learning_outcome_group_id: id,
        context_type,
        context_id,
        created_at: ctx.now,
        updated_at: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The link of an outcome in a group; undefined where it isn't in it. */
export async function findLink(
  ctx: Context,
  groupId: number,
  outcomeId: number,
): Promise<OutcomeLinkRow | undefined> {
  return await ctx.db
    .selectFrom('learning_outcome_links')
    .selectAll()
    .where('learning_outcome_group_id', '=', groupId)
    .where('learning_outcome_id', '=', outcomeId)
    .executeTakeFirst();
}
