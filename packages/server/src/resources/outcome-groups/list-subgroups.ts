import { inContexts } from '../../http/in-contexts.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { anywhere, outcomeGroup } from './load.ts';
import { OutcomeGroup } from './schema.ts';
import { serializeOutcomeGroups } from './serialize.ts';

export default inContexts(anywhere, 'GET /api/v1/{context}/outcome_groups/{id}/subgroups', {
  summary: 'The groups directly under a group of outcomes, by their titles',
  load: { group: outcomeGroup('id') },
  requires: { context: 'read_outcomes' },
  returns: List(OutcomeGroup),
  async handle({ ctx, group }) {
    const query = ctx.db
      .selectFrom('learning_outcome_groups')
      .selectAll()
      .where('learning_outcome_group_id', '=', group.id)
      .where('workflow_state', '=', 'active');
    const groups = await paginate(ctx, query, {
      order: [{ by: 'title_key' }],
      key: 'learning_outcome_groups.id',
      kind: 'total',
    });
    return await serializeOutcomeGroups(ctx, groups, 'abbrev');
  },
});
