/** The roles of the acting user, as far as one request needs them. Loaded once a request. */
import { CompiledQuery } from 'kysely';
import type { Context } from '../http/context.ts';
import type { BaseRoleType } from './base-roles.ts';
import { featuresOf } from './features.ts';
import type { Permission } from './permissions.ts';
import { enabledPermissions, type Role, type RoleOverride } from './role-permissions.ts';

export interface RoleHeld extends Role {
  /** Where the account role was given. */
  readonly account_id: number;
}

/** As `rolesHeldBy` gives it. */
export interface RoleWithOverrides extends RoleHeld {
  readonly overrides: readonly RoleOverride[];
}

/** SQL for a user's account roles with their overrides as JSON, given SQL for his id. */
export const rolesHeldBy = (userId: string): string => `(
  select coalesce(json_agg(json_build_object(
    'account_id', held.account_id, 'id', roles.id, 'base_role_type', roles.base_role_type,
    'overrides', (select coalesce(json_agg(json_build_object(
      'account_id', account_id, 'role_id', role_id, 'permission', permission, 'enabled', enabled, 'locked', locked,
      'applies_to_self', applies_to_self, 'applies_to_descendants', applies_to_descendants)), '[]')
      from role_overrides where role_id = roles.id))), '[]')
  from account_users held
  join roles on roles.id = held.role_id
  join accounts on accounts.id = held.account_id
  where held.user_id = ${userId} and held.workflow_state = 'active' and accounts.workflow_state = 'active')`;

/** The acting user's account roles, in whatever account. None for nobody. */
export async function adminRoles(ctx: Context): Promise<readonly RoleWithOverrides[]> {
  const { user, rolesHeld } = ctx.caller;
  if (!user) return [];
  if (rolesHeld?.userId === user.id) return rolesHeld.roles;
  return await ctx.once('adminRoles', () => adminRolesOf(ctx, user.id));
}

/** Anybody's account roles. */
export async function adminRolesOf(ctx: Context, userId: number): Promise<readonly RoleWithOverrides[]> {
  const query = CompiledQuery.raw(`select ${rolesHeldBy('$1')} as roles`, [userId]);
  const { rows } = await ctx.db.executeQuery<{ roles: RoleWithOverrides[] }>(query);
  return rows[0]?.roles ?? [];
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

export interface AdminPermissions {
  permissions: ReadonlySet<Permission>;
  /** Holds any account role along the chain, be it without permissions. */
  isAdmin: boolean;
}

/** What the user's account roles allow at the end of a chain: in that account, or in its courses. */
export async function adminPermissions(
  ctx: Context,
  chain: AccountChain,
  where: 'account' | 'course',
): Promise<AdminPermissions> {
  const held = await adminRoles(ctx);
  const roles = held.filter(({ account_id }) => chain.includes(account_id));
  if (roles.length === 0) return { permissions: nothing, isAdmin: false };
  return await ctx.once(`adminPermissions:${where}:${chain}`, async () => {
    const sets = roles.map((role) => {
      return enabledPermissions(role, role.overrides, institution(ctx, chain), role.account_id, where);
    });
    return { permissions: sets.reduce((all, set) => all.union(set)), isAdmin: true };
  });
}

const nothing: ReadonlySet<Permission> = new Set();

/** What a course role allows in the courses of an account. */
export function courseRolePermissions(
  ctx: Context,
  role: { id: number; base_role_type: string },
  chain: AccountChain,
  overrides: readonly RoleOverride[],
): ReadonlySet<Permission> {
  const { id, base_role_type } = role;
  const held = { id, base_role_type: base_role_type as BaseRoleType };
  return enabledPermissions(held, overrides, institution(ctx, chain), null, 'course');
}

const institution = (ctx: Context, accountChain: AccountChain) => ({
  accountChain,
  features: featuresOf(ctx.rootAccount),
});
