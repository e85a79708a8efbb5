import { operation } from '../../http/operation.ts';
import { outcome } from './load.ts';
import { Outcome } from './schema.ts';
import { serializeOutcome } from './serialize.ts';

export default operation('GET /api/v1/outcomes/{id}', {
  summary: 'One outcome',
  load: { outcome: outcome('id') },
  requires: { outcome: 'read' },
  returns: Outcome,
  handle: ({ ctx, outcome, params }) => serializeOutcome(ctx, outcome, { addDefaults: params.add_defaults }),
});
