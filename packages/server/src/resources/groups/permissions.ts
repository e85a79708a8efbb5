import { groupAccess } from '../../domain/group-access.ts';
import { type GroupRight, groupGrants, groupRightNames } from '../../domain/group-rights.ts';
import { operation } from '../../http/operation.ts';
import { Flag, MapOf } from '../../http/schema.ts';
import { group } from './load.ts';

const known = new Set<string>(groupRightNames);

export default operation('GET /api/v1/groups/{group_id}/permissions', {
  summary: 'What the caller may do in a group',
  load: { group: group('group_id') },
  requires: { group: 'read' },
  returns: MapOf(Flag),
  async handle({ ctx, group, params }) {
    const access = await groupAccess(ctx, group);
    const asked = params.permissions?.length ? params.permissions : groupRightNames;
    return Object.fromEntries(
      asked.map((name) => [name, known.has(name) && groupGrants(name as GroupRight, access)]),
    );
  },
});
