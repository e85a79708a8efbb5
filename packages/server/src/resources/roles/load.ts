import type { Selectable } from 'kysely';
import type { RolesTable } from '../../db/tables/index.ts';
import { Refusal } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

export type RoleRow = Selectable<RolesTable>;

/** The roles that an account knows: the built-in ones, its own and those of the accounts above it. */
export const rolesKnownIn = (ctx: Context, account: Account) =>
  ctx.db
    .selectFrom('roles')
    .selectAll()
    .where('root_account_id', '=', account.root_account_id)
    .where('workflow_state', '<>', 'deleted')
    .where((eb) => eb.or([eb('workflow_state', '=', 'built_in'), eb('account_id', 'in', [...account.path])]));

/** By id, or by the name as long ago. A name means the built-in role before the nearest custom one. */
async function findRole(ctx: Context, account: Account, text: string): Promise<RoleRow | undefined> {
  const id = parseNumber(text);
  const known = rolesKnownIn(ctx, account);
  const byId = id === undefined ? undefined : await known.where('id', '=', id).executeTakeFirst();
  return byId ?? (await findRoleNamed(ctx, account, text));
}

export async function findRoleNamed(
  ctx: Context,
  account: Account,
  name: string,
): Promise<RoleRow | undefined> {
  const roles = await rolesKnownIn(ctx, account).where('name', '=', name).orderBy('id').execute();
  const distance = ({ account_id }: RoleRow) =>
    account_id === null ? -1 : account.path.length - account.path.indexOf(account_id);
  return roles.sort((a, b) => distance(a) - distance(b))[0];
}

/** `load: { account: account('account_id'), role: role('id') }`: what may be done with it is the account's. */
export const role = loads<RoleRow, never>({
  async find(ctx, id, { account }) {
    const found = await findRole(ctx, account as Account, id);
    if (!found) throw new Refusal(404, { message: 'role not found' });
    return found;
  },
  grants: async () => false,
});
