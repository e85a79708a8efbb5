import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { Tabs } from './schema.ts';

export default operation('GET /api/v1/groups/{group_id}/tabs', {
  summary: 'The navigation of a group',
  requires: 'user',
  returns: Tabs,
  // There are no groups yet, so no id is one's.
  async handle() {
    throw new NotFound();
  },
});
