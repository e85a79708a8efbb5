import { anyOf } from '../../db/any-of.ts';
import { linkOutcomes, type OutcomeGroupRow } from '../../domain/outcome-groups.ts';
import { idsOfTree } from '../../domain/outcome-tree.ts';
import type { Context } from '../../http/context.ts';

/**
 * Copies a group with all groups below it under another; the outcomes in them are linked, not copied. What the source holds
 * is read before anything is made, so that a group can be copied into itself.
 */
export async function copyGroup(
  ctx: Context,
  source: OutcomeGroupRow,
  target: OutcomeGroupRow,
): Promise<OutcomeGroupRow> {
  const ids = await idsOfTree(ctx, source.id);
  const [groups, links] = await Promise.all([
    ctx.db
      .selectFrom('learning_outcome_groups')
      .selectAll()
      .where('id', '=', anyOf(ids))
      .orderBy('id')
      .execute(),
    ctx.db
      .selectFrom('learning_outcome_links')
      .select(['learning_outcome_group_id', 'learning_outcome_id'])
      .where('learning_outcome_group_id', '=', anyOf(ids))
      .orderBy('id')
      .execute(),
  ]);
  const children = Map.groupBy(groups, ({ learning_outcome_group_id }) => learning_outcome_group_id);
  const linked = Map.groupBy(links, ({ learning_outcome_group_id }) => learning_outcome_group_id);

  const copyUnder = async (original: OutcomeGroupRow, parentId: number): Promise<OutcomeGroupRow> => {
    const copy = await ctx.db
      .insertInto('learning_outcome_groups')
      .values({
        title: original.title,
        title_key: original.title_key,
        description: original.description,
        vendor_guid: original.vendor_guid,
        context_type: target.context_type,
        context_id: target.context_id,
        learning_outcome_group_id: parentId,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    for (const child of children.get(original.id) ?? []) await copyUnder(child, copy.id);
    const outcomes = linked.get(original.id) ?? [];
    await linkOutcomes(
      ctx,
      copy,
      outcomes.map(({ learning_outcome_id }) => learning_outcome_id),
    );
    return copy;
  };
  return await copyUnder(source, target.id);
}
