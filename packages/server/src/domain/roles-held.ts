/** The roles of the acting user, as far as one request needs them. Loaded once a request. */
import type { Context } from '../http/context.ts';
import type { BaseRoleType } from './base-roles.ts';
import { enabledFeatures } from './features.ts';
import type { Permission } from './permissions.ts';
import { enabledPermissions, type Role, type RoleOverride } from './role-permissions.ts';

export interface RoleHeld extends Role {
  /** Where the account role was given. */
  readonly account_id: number;
}

/** The user's account roles, in whatever account. Empty for nobody. */
export function adminRoles(ctx: Context): Promise<RoleHeld[]> {
  const { user } = ctx;
  if (!user) return Promise.resolve([]);
  return ctx.once('adminRoles', () => adminRolesOf(ctx, user.id));
}

/** Anybody's account roles. */
export async function adminRolesOf(ctx: Context, userId: number): Promise<RoleHeld[]> {
  const rows = await ctx.db
    .selectFrom('account_users')
    .innerJoin('roles', 'roles.id', 'account_users.role_id')
    .innerJoin('accounts', 'accounts.id', 'account_users.account_id')
    .select(['account_users.account_id', 'roles.id', 'roles.base_role_type'])
    .where('account_users.user_id', '=', userId)
    .where('account_users.workflow_state', '=', 'active')
    .where('accounts.workflow_state', '=', 'active')
    .execute();
  return rows as RoleHeld[];
}

/** Every override of these roles, in whatever account. */
export async function overridesOf(ctx: Context, roleIds: readonly number[]): Promise<RoleOverride[]> {
  const ids = [...new Set(roleIds)].sort((a, b) => a - b);
  if (ids.length === 0) return [];
  return await ctx.once(`overrides:${ids}`, () =>
    ctx.db
      .selectFrom('role_overrides')
      .select([
        'account_id',
        'role_id',
        'permission',
        'enabled',
        'locked',
        'applies_to_self',
        'applies_to_descendants',
      ])
      .where('role_id', 'in', ids)
      .execute(),
  );
}

/** The ids from the root account down to the account itself, as `accounts.path` has them. */
export type AccountChain = readonly number[];

/** What the user's account roles allow at the end of a chain: in that account, or in its courses. */
export async function adminPermissions(
  ctx: Context,
  chain: AccountChain,
  where: 'account' | 'course',
): Promise<{ permissions: ReadonlySet<Permission>; isAdmin: boolean }> {
  const held = await adminRoles(ctx);
  const roles = held.filter(({ account_id }) => chain.includes(account_id));
  if (roles.length === 0) return { permissions: nothing, isAdmin: false };
  return await ctx.once(`adminPermissions:${where}:${chain}`, async () => {
    const overrides = await overridesOf(
      ctx,
      held.map(({ id }) => id),
    );
    const sets = roles.map((role) => {
      return enabledPermissions(role, overrides, institution(chain), role.account_id, where);
    });
    return { permissions: sets.reduce((all, set) => all.union(set)), isAdmin: true };
  });
}

const nothing: ReadonlySet<Permission> = new Set();

/** What a course role allows in the courses of an account. */
export async function courseRolePermissions(
  ctx: Context,
  role: { id: number; base_role_type: string },
  chain: AccountChain,
  overrides: readonly RoleOverride[],
): Promise<ReadonlySet<Permission>> {
  return await ctx.once(`rolePermissions:${role.id}:${chain}`, async () =>
    enabledPermissions(
      { id: role.id, base_role_type: role.base_role_type as BaseRoleType },
      overrides,
      institution(chain),
      null,
      'course',
    ),
  );
}

const institution = (accountChain: AccountChain) => ({ accountChain, features: enabledFeatures });
