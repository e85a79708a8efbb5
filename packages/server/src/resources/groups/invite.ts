import { addMember, type MembershipRow } from '../../domain/group-members.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { peopleAt } from './invitees.ts';
import { group } from './load.ts';
import { GroupMembership } from './schema.ts';
import { serializeMemberships } from './serialize.ts';

export default operation('POST /api/v1/groups/{group_id}/invite', {
  summary: 'Invite people to a group by their addresses',
  load: { group: group('group_id') },
  requires: { group: 'manage' },
  returns: List(GroupMembership),
  async handle({ ctx, group, params }) {
    const memberships: MembershipRow[] = [];
    for (const user of await peopleAt(ctx, params.invitees ?? [])) {
      memberships.push((await addMember(ctx, group, user, { state: 'invited' })).membership);
    }
    return await serializeMemberships(ctx, group, memberships);
  },
});
