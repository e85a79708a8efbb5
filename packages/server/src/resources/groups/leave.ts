import { endMemberships } from '../../domain/group-members.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { Flag, Shape } from '../../http/schema.ts';
import { group } from './load.ts';
import { type MembershipInGroup, membership, membershipOfUser } from './memberships.ts';

async function leave(ctx: Context, { id }: MembershipInGroup) {
  await endMemberships(ctx, [id]);
  return { ok: true };
}

const definition = {
  summary: 'Leave a group, or take somebody out of it',
  requires: { membership: 'delete' },
  returns: Shape({ ok: Flag }),
} as const;

export default [
  operation('DELETE /api/v1/groups/{group_id}/memberships/{membership_id}', {
    ...definition,
    load: { group: group('group_id'), membership: membership('membership_id') },
    handle: ({ ctx, membership }) => leave(ctx, membership),
  }),
  operation('DELETE /api/v1/groups/{group_id}/users/{user_id}', {
    ...definition,
    load: { group: group('group_id'), membership: membershipOfUser('user_id') },
    handle: ({ ctx, membership }) => leave(ctx, membership),
  }),
];
