import { knownIncludes } from '../../http/includes.ts';
import { operation } from '../../http/operation.ts';
import { group } from './load.ts';
import { Group } from './schema.ts';
import { groupIncludes, serializeGroup } from './serialize.ts';

export default operation('GET /api/v1/groups/{group_id}', {
  summary: 'One group',
  load: { group: group('group_id') },
  requires: { group: 'read' },
  returns: Group,
  handle: ({ ctx, group, params }) =>
    serializeGroup(ctx, group, { includes: knownIncludes(params.include, groupIncludes) }),
});
