import { operation } from '../../http/operation.ts';
import { Anything, List } from '../../http/schema.ts';
import { group } from '../groups/load.ts';
import { listStream } from './stream.ts';

export default operation('GET /api/v1/groups/{group_id}/activity_stream', {
  summary: 'What happened in a group, newest first',
  load: { group: group('group_id') },
  requires: { group: 'read' },
  returns: List(Anything),
  handle: ({ ctx, group }) => listStream(ctx, { context: { type: 'Group', id: group.id } }),
});
