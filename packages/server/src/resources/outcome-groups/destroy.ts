import { anyOf } from '../../db/any-of.ts';
import { LastLinkToAlignedOutcome, removeLinks } from '../../domain/outcome-links.ts';
import { idsOfTree } from '../../domain/outcome-tree.ts';
import { Refusal } from '../../errors.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { anywhere, outcomeGroup } from './load.ts';
import { refused } from './refusal.ts';
import { OutcomeGroup } from './schema.ts';
import { serializeOutcomeGroup } from './serialize.ts';

export default inContexts(anywhere, 'DELETE /api/v1/{context}/outcome_groups/{id}', {
  summary: 'Delete a group of outcomes with everything under it',
  load: { group: outcomeGroup('id') },
  requires: { context: 'manage_outcomes' },
  returns: OutcomeGroup,
  async handle({ ctx, group }) {
    if (group.learning_outcome_group_id === null) throw refused();
    const groupIds = await idsOfTree(ctx, group.id);
    const links = await ctx.db
      .selectFrom('learning_outcome_links')
      .select('id')
      .where('learning_outcome_group_id', '=', anyOf(groupIds))
      .execute();
    try {
      await removeLinks(
        ctx,
        links.map(({ id }) => id),
      );
    } catch (error) {
      if (error instanceof LastLinkToAlignedOutcome) throw new Refusal(400, error.message);
      throw error;
    }
    await ctx.db
      .updateTable('learning_outcome_groups')
      .set({ workflow_state: 'deleted', updated_at: ctx.now })
      .where('id', '=', anyOf(groupIds))
      .execute();
    return await serializeOutcomeGroup(ctx, group);
  },
});
