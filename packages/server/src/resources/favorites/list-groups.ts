import { operation } from '../../http/operation.ts';
import { Anything, List } from '../../http/schema.ts';

export default operation('GET /api/v1/users/self/favorites/groups', {
  summary: 'My favorite groups, or all of mine until I choose',
  requires: 'user',
  returns: List(Anything),
  handle: async () => [],
});
