import { operation } from '../../http/operation.ts';
import { group } from './load.ts';
import { membership, membershipOfUser } from './memberships.ts';
import { GroupMembership } from './schema.ts';
import { serializeMembership } from './serialize.ts';

const definition = {
  summary: 'One membership of a group',
  requires: { membership: 'read' },
  returns: GroupMembership,
} as const;

export default [
  operation('GET /api/v1/groups/{group_id}/memberships/{membership_id}', {
    ...definition,
    load: { group: group('group_id'), membership: membership('membership_id') },
    handle: ({ ctx, group, membership }) => serializeMembership(ctx, group, membership),
  }),
  operation('GET /api/v1/groups/{group_id}/users/{user_id}', {
    ...definition,
    load: { group: group('group_id'), membership: membershipOfUser('user_id') },
    handle: ({ ctx, group, membership }) => serializeMembership(ctx, group, membership),
  }),
];
