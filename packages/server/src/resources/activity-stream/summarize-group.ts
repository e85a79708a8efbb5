import { operation } from '../../http/operation.ts';
import { Anything, List } from '../../http/schema.ts';
import { group } from '../groups/load.ts';
import { summarizeStream } from './stream.ts';

export default operation('GET /api/v1/groups/{group_id}/activity_stream/summary', {
  summary: 'How many items of each type my stream has of a group',
  load: { group: group('group_id') },
  requires: { group: 'read' },
  returns: List(Anything),
  handle: ({ ctx, group }) => summarizeStream(ctx, { context: { type: 'Group', id: group.id } }),
});
