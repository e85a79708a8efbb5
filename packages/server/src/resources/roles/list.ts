import { operation } from '../../http/operation.ts';
import { paginateArray } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { account } from '../accounts/load.ts';
import { rolesKnownIn } from './load.ts';
import { Role } from './schema.ts';
import { serializeRoles } from './serialize.ts';

export default operation('GET /api/v1/accounts/{account_id}/roles', {
  summary: 'The roles of an account',
  load: { account: account('account_id') },
  requires: { account: 'manage_role_overrides' },
  returns: List(Role),
  async handle({ ctx, account, params: { state = [], show_inherited } }) {
    const asked = state.filter((name) => name === 'active' || name === 'inactive');
    const states = asked.length > 0 ? asked : ['active'];
    const known = await rolesKnownIn(ctx, account)
      .orderBy((eb) => eb('workflow_state', '<>', 'built_in'))
      .orderBy('id')
      .execute();
    const roles = known.filter(({ workflow_state, account_id }) => {
      if (workflow_state === 'built_in') return states.includes('active');
      return states.includes(workflow_state) && (show_inherited || account_id === account.id);
    });
    return await serializeRoles(ctx, account, paginateArray(ctx, roles));
  },
});
