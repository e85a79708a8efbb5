import { operation } from '../../http/operation.ts';
import { rootAccount, termInAnyState } from './load.ts';
import { Term } from './schema.ts';
import { serializeTerm } from './serialize.ts';

export default operation('GET /api/v1/accounts/{account_id}/terms/{id}', {
  summary: 'One term',
  load: { account: rootAccount('account_id'), term: termInAnyState('id') },
  requires: { account: 'read_terms' },
  returns: Term,
  handle: ({ ctx, term }) => serializeTerm(ctx, term, ['course_count', 'overrides']),
});
