import type { Selectable } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { AccountUsersTable } from '../../db/tables/index.ts';
import type { Account, Context } from '../../http/context.ts';
import { knownUserIncludes, serializeUsers } from '../users/serialize.ts';
import type { Admin } from './schema.ts';

export type AdminRow = Selectable<AccountUsersTable>;

/** People with the role that each has in the account, as far as the caller may see them there. */
export async function serializeAdmins(
  ctx: Context,
  account: Account,
  admins: readonly AdminRow[],
  includes?: readonly string[],
): Promise<Admin[]> {
  const [users, roles] = await Promise.all([
    ctx.db
      .selectFrom('users')
      .selectAll()
      .where('id', '=', anyOf(admins.map(({ user_id }) => user_id)))
      .execute(),
    ctx.db
      .selectFrom('roles')
      .select(['id', 'name'])
      .where('id', '=', anyOf(admins.map(({ role_id }) => role_id)))
      .execute(),
  ]);
  const shown = await serializeUsers(ctx, users, {
    context: { account },
    includes: knownUserIncludes(includes),
  });
  const userById = new Map(shown.map((user) => [user.id, user]));
  const nameById = new Map(roles.map(({ id, name }) => [id, name]));
  return admins.flatMap(({ id, user_id, role_id, workflow_state }) => {
    const [user, role] = [userById.get(user_id), nameById.get(role_id)];
    return user && role ? [{ id, role, role_id, user, workflow_state }] : [];
  });
}

export async function serializeAdmin(ctx: Context, account: Account, admin: AdminRow): Promise<Admin> {
  const [json] = await serializeAdmins(ctx, account, [admin]);
  return json as Admin;
}
