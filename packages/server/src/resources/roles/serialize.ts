import { anyOf } from '../../db/any-of.ts';
import { type BaseRoleType, enrollmentTypes } from '../../domain/base-roles.ts';
import { featuresOf } from '../../domain/features.ts';
import { permissionsListedAt } from '../../domain/permissions.ts';
import {
  type Institution,
  permissionJson,
  type RoleOverride,
  resolvePermission,
} from '../../domain/role-permissions.ts';
import { overridesOf } from '../../domain/roles-held.ts';
import type { Account, Context } from '../../http/context.ts';
import { serializeAccount } from '../accounts/serialize.ts';
import { labelOf } from './labels.ts';
import type { RoleRow } from './load.ts';
import type { Role } from './schema.ts';

/** Roles as they stand in an account, which may be below the one that they were made in. */
export async function serializeRoles(
  ctx: Context,
  account: Account,
  roles: readonly RoleRow[],
): Promise<Role[]> {
  const [overrides, accounts] = await Promise.all([
    overridesOf(
      ctx,
      roles.map(({ id }) => id),
    ),
    accountsOf(ctx, roles),
  ]);
  return roles.map((role) => {
    const made = role.account_id === null ? undefined : accounts.get(role.account_id);
    return {
      id: role.id,
      role: role.name,
      label: labelOf(role),
      last_updated_at: role.updated_at,
      base_role_type: shownBaseRole(role),
      workflow_state: role.workflow_state as Role['workflow_state'],
      created_at: role.created_at,
      permissions: permissionsOf(account, role, overrides, featuresOf(ctx.rootAccount)),
      is_account_role: isAccountRole(role),
      ...(made && { account: made }),
    };
  });
}

export async function serializeRole(ctx: Context, account: Account, role: RoleRow): Promise<Role> {
  const [json] = await serializeRoles(ctx, account, [role]);
  return json as Role;
}

export const isAccountRole = ({ base_role_type }: RoleRow): boolean =>
  !(enrollmentTypes as readonly string[]).includes(base_role_type);

/** The built-in administrator's base is his own, which nobody is shown. */
const shownBaseRole = ({ base_role_type, workflow_state }: RoleRow): string =>
  workflow_state === 'built_in' && base_role_type === 'AccountAdmin' ? 'AccountMembership' : base_role_type;

function permissionsOf(
  account: Account,
  role: RoleRow,
  overrides: readonly RoleOverride[],
  features: Institution['features'],
): Role['permissions'] {
  const isRoot = account.parent_account_id === null;
  const institution: Institution = { accountChain: account.path, features };
  const held = { id: role.id, base_role_type: role.base_role_type as BaseRoleType };
  return Object.fromEntries(
    permissionsListedAt(isRoot ? 'root account' : 'sub-account', features)
      .filter((key) => isRoot || key !== 'manage_developer_keys')
      .map((key) => [key, permissionJson(resolvePermission(key, held, overrides, institution, account.id))]),
  );
}

async function accountsOf(ctx: Context, roles: readonly RoleRow[]) {
  const ids = roles.flatMap(({ account_id }) => account_id ?? []);
  const rows = await ctx.db.selectFrom('accounts').selectAll().where('id', '=', anyOf(ids)).execute();
  return new Map(
    await Promise.all(rows.map(async (row) => [row.id, await serializeAccount(ctx, row)] as const)),
  );
}
