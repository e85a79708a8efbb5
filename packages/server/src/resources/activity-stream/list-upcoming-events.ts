import { operation } from '../../http/operation.ts';
import { Anything, List } from '../../http/schema.ts';

export default operation('GET /api/v1/users/self/upcoming_events', {
  summary: 'My events and assignments of the next days',
  requires: 'user',
  returns: List(Anything),
  handle: async () => [],
});
