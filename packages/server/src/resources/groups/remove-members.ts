import { anyOf } from '../../db/any-of.ts';
import { endMemberships } from '../../domain/group-members.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { Id, List, Shape, Text } from '../../http/schema.ts';
import { group } from './load.ts';
import { membershipGrants } from './memberships.ts';

export default operation('DELETE /api/v1/groups/{group_id}/users', {
  summary: 'Take several people out of a group',
  load: { group: group('group_id') },
  // Each membership is asked about by itself: what the caller may not end stays, and is named.
  requires: 'user',
  returns: Shape({ message: Text, deleted_user_ids: List(Id), unauthorized_user_ids: List(Id) }),
  async handle({ ctx, group, params }) {
    const ids = (params.user_ids ?? []).flatMap((text) => parseNumber(text) ?? []);
    const memberships = await ctx.db
      .selectFrom('group_memberships')
      .selectAll()
      .where('group_id', '=', group.id)
      .where('user_id', '=', anyOf(ids))
      .where('workflow_state', '<>', 'deleted')
      .orderBy('id')
      .execute();
    const allowed = await Promise.all(
      memberships.map(({ user_id }) => membershipGrants(ctx, { user_id, group }, 'delete')),
    );
    const deleted = memberships.filter((_, index) => allowed[index]);
    await endMemberships(
      ctx,
      deleted.map(({ id }) => id),
    );
    return {
      message: 'Bulk delete completed',
      deleted_user_ids: deleted.map(({ user_id }) => user_id),
      unauthorized_user_ids: memberships.filter((_, index) => !allowed[index]).map(({ user_id }) => user_id),
    };
  },
});
