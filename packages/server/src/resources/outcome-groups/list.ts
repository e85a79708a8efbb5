import { belongsTo } from '../../domain/outcome-contexts.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { accountsAndCourses } from './load.ts';
import { OutcomeGroup } from './schema.ts';
import { serializeOutcomeGroups } from './serialize.ts';

export default inContexts(accountsAndCourses, 'GET /api/v1/{context}/outcome_groups', {
  summary: 'All groups of outcomes of an account or a course',
  requires: { context: 'read_outcomes' },
  returns: List(OutcomeGroup),
  async handle({ ctx, context }) {
    const query = ctx.db
      .selectFrom('learning_outcome_groups')
      .selectAll()
      .where(belongsTo(context, 'learning_outcome_groups'))
      .where('workflow_state', '=', 'active');
    const groups = await paginate(ctx, query, { key: 'learning_outcome_groups.id', kind: 'total' });
    return await serializeOutcomeGroups(ctx, groups, 'full');
  },
});
