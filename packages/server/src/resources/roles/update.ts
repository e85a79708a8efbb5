import { Refusal } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { labelOf } from './labels.ts';
import { type RoleRow, role } from './load.ts';
import { refuseRoleName } from './names.ts';
import { Role } from './schema.ts';
import { serializeRole } from './serialize.ts';
import { setPermissions } from './set-permissions.ts';

export default operation('PUT /api/v1/accounts/{account_id}/roles/{id}', {
  summary: "Change a role's name, or what it may in the account and below",
  load: { account: account('account_id'), role: role('id') },
  requires: { account: 'manage_role_overrides' },
  returns: Role,
  async handle({ ctx, account, role, params: { label, permissions } }) {
    const renamed = label && label !== labelOf(role) ? await rename(ctx, account, role, label) : role;
    await setPermissions(ctx, account, renamed, permissions);
    return await serializeRole(ctx, account, renamed);
  },
});

async function rename(ctx: Context, account: Account, role: RoleRow, name: string): Promise<RoleRow> {
  if (role.workflow_state === 'built_in') {
    throw new Refusal(400, { message: "cannot update the 'label' for a built-in role" });
  }
  if (role.account_id !== account.id) {
    throw new Refusal(400, { message: "cannot update the 'label' for an inherited role" });
  }
  await refuseRoleName(ctx, name, { accountId: account.id, roleId: role.id });
  return await ctx.db
    .updateTable('roles')
    .set({ name, updated_at: ctx.now })
    .where('id', '=', role.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
