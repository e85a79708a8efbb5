import { belongsTo } from '../../domain/outcome-contexts.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { accountsAndCourses } from './load.ts';
import { OutcomeLink } from './schema.ts';
import { serializeOutcomeLinks, styleOf } from './serialize.ts';

export default inContexts(accountsAndCourses, 'GET /api/v1/{context}/outcome_group_links', {
  summary: 'All outcomes in the groups of an account or a course',
  requires: { context: 'read_outcomes' },
  returns: List(OutcomeLink),
  async handle({ ctx, context, params }) {
    const query = ctx.db
      .selectFrom('learning_outcome_links')
      .selectAll()
      .where(belongsTo(context, 'learning_outcome_links'));
    const links = await paginate(ctx, query, { key: 'learning_outcome_links.id', kind: 'total' });
    return await serializeOutcomeLinks(ctx, links, {
      outcomeStyle: styleOf(params.outcome_style),
      groupStyle: styleOf(params.outcome_group_style),
      friendly: true,
    });
  },
});
