import { deleteGroups } from '../../domain/group-making.ts';
import { operation } from '../../http/operation.ts';
import { group } from './load.ts';
import { Group } from './schema.ts';
import { serializeGroup } from './serialize.ts';

export default operation('DELETE /api/v1/groups/{group_id}', {
  summary: 'Delete a group',
  load: { group: group('group_id') },
  requires: { group: 'delete' },
  returns: Group,
  async handle({ ctx, group }) {
    await deleteGroups(ctx, [group.id]);
    return await serializeGroup(ctx, group);
  },
});
