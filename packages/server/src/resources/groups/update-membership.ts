import { changeMembership } from '../../domain/group-members.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { group } from './load.ts';
import { type MembershipInGroup, membership, membershipOfUser } from './memberships.ts';
import { GroupMembership } from './schema.ts';
import { serializeMembership } from './serialize.ts';

type UpdateParams = Params<'PUT /api/v1/groups/{group_id}/users/{user_id}'>;

/** Any other state is ignored: one can only be let in. */
async function update(ctx: Context, { group, ...row }: MembershipInGroup, params: UpdateParams) {
  const changed = await changeMembership(ctx, group, row, {
    ...(params.workflow_state === 'accepted' && { workflow_state: 'accepted' as const }),
    ...(params.moderator !== undefined && { moderator: params.moderator }),
  });
  return await serializeMembership(ctx, group, changed);
}

const definition = {
  summary: 'Let somebody into a group, or make him a moderator',
  requires: { membership: 'update' },
  returns: GroupMembership,
} as const;

export default [
  operation('PUT /api/v1/groups/{group_id}/memberships/{membership_id}', {
    ...definition,
    load: { group: group('group_id'), membership: membership('membership_id') },
    handle: ({ ctx, membership, params }) => update(ctx, membership, params),
  }),
  operation('PUT /api/v1/groups/{group_id}/users/{user_id}', {
    ...definition,
    load: { group: group('group_id'), membership: membershipOfUser('user_id') },
    handle: ({ ctx, membership, params }) => update(ctx, membership, params),
  }),
];
