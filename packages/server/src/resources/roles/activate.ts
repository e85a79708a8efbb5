import { NotFound, Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { role } from './load.ts';
import { moveRole } from './move.ts';
import { activeRolesNamed } from './names.ts';
import { Role } from './schema.ts';
import { serializeRole } from './serialize.ts';

export default operation('POST /api/v1/accounts/{account_id}/roles/{id}/activate', {
  summary: 'Activate a role that was deactivated',
  load: { account: account('account_id'), role: role('id') },
  requires: { account: 'manage_role_overrides' },
  returns: Role,
  async handle({ ctx, account, role }) {
    if (role.workflow_state === 'built_in') {
      throw new Refusal(400, { message: 'Cannot activate a built-in role' });
    }
    if (role.account_id !== account.id) throw new NotFound();
    // The role itself, where it is active already.
    if (await activeRolesNamed(ctx, role.name, account.id).executeTakeFirst()) {
      throw new Refusal(400, { message: 'An active role already exists with that name' });
    }
    return await serializeRole(ctx, account, await moveRole(ctx, role, 'active'));
  },
});
