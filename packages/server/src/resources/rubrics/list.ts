import { inContexts } from '../../http/in-contexts.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { rubricContexts } from './load.ts';
import { Rubric } from './schema.ts';
import { serializeRubric } from './serialize.ts';

/** Only those that belong to it; `include` is for a single one. */
export default inContexts(rubricContexts, 'GET /api/v1/{context}/rubrics', {
  summary: 'The rubrics of an account or a course',
  requires: { context: 'manage_rubrics' },
  returns: List(Rubric),
  async handle({ ctx, context }) {
    const rubrics = ctx.db
      .selectFrom('rubrics')
      .selectAll()
      .where('context_type', '=', context.type)
      .where('context_id', '=', context.id)
      .where('workflow_state', '=', 'active');
    const page = await paginate(ctx, rubrics, { key: 'rubrics.id', kind: 'total' });
    return page.map((rubric) => serializeRubric(rubric));
  },
});
