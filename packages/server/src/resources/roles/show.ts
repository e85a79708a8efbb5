import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { role } from './load.ts';
import { Role } from './schema.ts';
import { serializeRole } from './serialize.ts';

export default operation('GET /api/v1/accounts/{account_id}/roles/{id}', {
  summary: 'One role, as it stands in the account',
  load: { account: account('account_id'), role: role('id') },
  requires: { account: 'manage_role_overrides' },
  returns: Role,
  handle: ({ ctx, account, role }) => serializeRole(ctx, account, role),
});
