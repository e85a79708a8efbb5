import { operation } from '../../http/operation.ts';
import { Flag, Shape } from '../../http/schema.ts';

export default operation('DELETE /api/v1/users/self/activity_stream', {
  summary: 'Hide all items of my stream',
  requires: 'user',
  returns: Shape({ hidden: Flag }),
  handle: async () => ({ hidden: true }),
});
