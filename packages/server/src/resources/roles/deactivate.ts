import { NotFound, Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { role } from './load.ts';
import { moveRole } from './move.ts';
import { Role } from './schema.ts';
import { serializeRole } from './serialize.ts';

export default operation('DELETE /api/v1/accounts/{account_id}/roles/{id}', {
  summary: 'Deactivate a role: nobody gets it any more, and those who have it keep it',
  load: { account: account('account_id'), role: role('id') },
  requires: { account: 'manage_role_overrides' },
  returns: Role,
  async handle({ ctx, account, role }) {
    if (role.workflow_state === 'inactive') {
      throw new Refusal(400, { message: 'Cannot deactivate an already inactive role' });
    }
    if (role.workflow_state === 'built_in') {
      throw new Refusal(400, { message: 'Cannot remove a built-in role' });
    }
    if (role.account_id !== account.id) throw new NotFound();
    return await serializeRole(ctx, account, await moveRole(ctx, role, 'inactive'));
  },
});
