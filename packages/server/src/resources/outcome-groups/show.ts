import { inContexts } from '../../http/in-contexts.ts';
import { anywhere, outcomeGroup } from './load.ts';
import { OutcomeGroup } from './schema.ts';
import { serializeOutcomeGroup } from './serialize.ts';

export default inContexts(anywhere, 'GET /api/v1/{context}/outcome_groups/{id}', {
  summary: 'One group of outcomes',
  load: { group: outcomeGroup('id') },
  requires: { context: 'read_outcomes' },
  returns: OutcomeGroup,
  handle: ({ ctx, group }) => serializeOutcomeGroup(ctx, group),
});
