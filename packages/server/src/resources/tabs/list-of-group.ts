import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { group } from '../groups/load.ts';
import { Tabs } from './schema.ts';
import { serializeTabs, tabsOfGroup } from './serialize.ts';

export default operation('GET /api/v1/groups/{group_id}/tabs', {
  summary: 'The navigation of a group',
  load: { group: group('group_id') },
  requires: { group: 'read' },
  denied: NotFound,
  returns: Tabs,
  handle: async ({ ctx, group }) => serializeTabs(ctx, tabsOfGroup(group)),
});
