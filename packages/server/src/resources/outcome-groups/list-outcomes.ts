import { inContexts } from '../../http/in-contexts.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { anywhere, outcomeGroup } from './load.ts';
import { OutcomeLink } from './schema.ts';
import { serializeOutcomeLinks, styleOf } from './serialize.ts';

export default inContexts(anywhere, 'GET /api/v1/{context}/outcome_groups/{id}/outcomes', {
  summary: 'The outcomes in a group, by their titles',
  load: { group: outcomeGroup('id') },
  requires: { context: 'read_outcomes' },
  returns: List(OutcomeLink),
  async handle({ ctx, group, params }) {
    const query = ctx.db
      .selectFrom('learning_outcome_links')
      .innerJoin('learning_outcomes', 'learning_outcomes.id', 'learning_outcome_links.learning_outcome_id')
      .selectAll('learning_outcome_links')
      .where('learning_outcome_links.learning_outcome_group_id', '=', group.id);
    const links = await paginate(ctx, query, {
      order: [{ by: 'learning_outcomes.title_key' }],
      key: 'learning_outcome_links.id',
      kind: 'total',
    });
    return await serializeOutcomeLinks(ctx, links, {
      outcomeStyle: styleOf(params.outcome_style),
      friendly: true,
    });
  },
});
