import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { group } from './load.ts';
import { GroupMembership } from './schema.ts';
import { serializeMemberships } from './serialize.ts';

const STATES = ['accepted', 'invited', 'requested'] as const;

export default operation('GET /api/v1/groups/{group_id}/memberships', {
  summary: 'The memberships of a group',
  load: { group: group('group_id') },
  requires: { group: 'read_roster' },
  returns: List(GroupMembership),
  async handle({ ctx, group, params: { filter_states } }) {
    const states = filter_states ? STATES.filter((state) => filter_states.includes(state)) : STATES;
    const query = ctx.db
      .selectFrom('group_memberships')
      .selectAll()
      .where('group_id', '=', group.id)
      .where((eb) => (states.length > 0 ? eb('workflow_state', 'in', states) : eb.val(false)));
    const page = await paginate(ctx, query, { key: 'group_memberships.id', kind: 'total' });
    return await serializeMemberships(ctx, group, page);
  },
});
