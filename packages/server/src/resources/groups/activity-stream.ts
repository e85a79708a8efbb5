import { emptyPage } from '../../domain/empty-page.ts';
import { operation } from '../../http/operation.ts';
import { Anything, List } from '../../http/schema.ts';
import { group } from './load.ts';

/** Pages of streams hold 21 items unless asked otherwise. */
export const listStream = operation('GET /api/v1/groups/{group_id}/activity_stream', {
  summary: 'What happened in a group, newest first',
  load: { group: group('group_id') },
  requires: { group: 'read' },
  returns: List(Anything),
  handle: ({ ctx }) => emptyPage(ctx, 'total', { default: 21, most: 100 }),
});

export const summarizeStream = operation('GET /api/v1/groups/{group_id}/activity_stream/summary', {
  summary: 'How many items of each type my stream has of a group',
  load: { group: group('group_id') },
  requires: { group: 'read' },
  returns: List(Anything),
  handle: async () => [],
});
