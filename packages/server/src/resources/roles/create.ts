import { enrollmentTypes } from '../../domain/base-roles.ts';
import { type FieldErrors, Refusal } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { builtInLabels } from './labels.ts';
import { type RoleRow, rolesKnownIn } from './load.ts';
import { refuseRoleName } from './names.ts';
import { Role } from './schema.ts';
import { serializeRole } from './serialize.ts';
import { setPermissions } from './set-permissions.ts';

const BASES: readonly string[] = ['AccountMembership', 'AccountAdmin', ...enrollmentTypes];

export default operation('POST /api/v1/accounts/{account_id}/roles', {
  summary: 'Make a role for accounts or for courses',
  load: { account: account('account_id') },
  requires: { account: 'manage_role_overrides' },
  returns: Role,
  async handle({ ctx, account, params: { label, role: name, base_role_type, permissions } }) {
    const role = await insertRole(ctx, account, label || name, base_role_type ?? 'AccountMembership');
    await setPermissions(ctx, account, role, permissions);
    const baseLabel = enrollmentTypes.find((type) => type === role.base_role_type);
    return {
      ...(await serializeRole(ctx, account, role)),
      ...(baseLabel && { base_role_type_label: builtInLabels[baseLabel] }),
    };
  },
});

async function insertRole(
  ctx: Context,
  account: Account,
  name: string | null | undefined,
  base: string,
): Promise<RoleRow> {
  if (!name?.trim()) throw new Refusal(400, { message: "missing required parameter 'role'" });
  const taken = await rolesKnownIn(ctx, account)
    .where('name', '=', name)
    .where('workflow_state', '<>', 'inactive')
    .executeTakeFirst();
  if (taken) throw new Refusal(400, { message: `role name ${name} already in use` });
  const errors: FieldErrors = BASES.includes(base) ? {} : { base_role_type: ['is invalid'] };
  await refuseRoleName(ctx, name, { accountId: account.id, errors });
  return await ctx.db
    .insertInto('roles')
    .values({
      root_account_id: account.root_account_id,
      account_id: account.id,
      name,
      base_role_type: base,
      workflow_state: 'active',
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
