import type { BaseRoleType } from '../../domain/base-roles.ts';
import { featuresOf } from '../../domain/features.ts';
import { enabledPermissions } from '../../domain/role-permissions.ts';
import { adminPermissions, overridesOf } from '../../domain/roles-held.ts';
import type { Account, Context } from '../../http/context.ts';
import { findRoleNamed, type RoleRow } from '../roles/load.ts';
import { isAccountRole } from '../roles/serialize.ts';

/**
 * The role that a request names by id, or by name as long ago; AccountAdmin where it names none. As in Canvas, where it
 * names one that doesn't exist, too.
 */
export async function askedRole(
  ctx: Context,
  account: Account,
  { role_id, role }: { role_id?: number | null; role?: string | null },
): Promise<RoleRow> {
  const found =
    (role_id ? await roleById(ctx, role_id) : undefined) ??
    (role ? await accountRoleNamed(ctx, account, role) : undefined);
  if (found) return found;
  if (role_id || role)
    ctx.hint(`There is no account role ${role_id ?? role}: AccountAdmin is meant instead.`);
  return await ctx.db
    .selectFrom('roles')
    .selectAll()
    .where('root_account_id', '=', account.root_account_id)
    .where('name', '=', 'AccountAdmin')
    .where('workflow_state', '=', 'built_in')
    .executeTakeFirstOrThrow();
}

async function roleById(ctx: Context, id: number): Promise<RoleRow | undefined> {
  return await ctx.db
    .selectFrom('roles')
    .selectAll()
    .where('id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
}

async function accountRoleNamed(ctx: Context, account: Account, name: string): Promise<RoleRow | undefined> {
  const role = await findRoleNamed(ctx, account, name);
  return role && isAccountRole(role) ? role : undefined;
}

/** Whether the caller himself may all that the role allows here and below: nobody gives or takes more than he has. */
export async function holdsAllOf(ctx: Context, account: Account, role: RoleRow): Promise<boolean> {
  const overrides = await overridesOf(ctx, [role.id]);
  for (const where of ['account', 'course'] as const) {
    const needed = enabledPermissions(
      { id: role.id, base_role_type: role.base_role_type as BaseRoleType },
      overrides,
      { accountChain: account.path, features: featuresOf(ctx.rootAccount) },
      account.id,
      where,
    );
    const { permissions } = await adminPermissions(ctx, account.path, where);
    if (!needed.isSubsetOf(permissions)) return false;
  }
  return true;
}
