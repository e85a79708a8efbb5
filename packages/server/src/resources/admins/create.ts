import { InvalidRecord, NotFound, Unauthorized } from '../../errors.ts';
import type { Account, Context, User } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import type { RoleRow } from '../roles/load.ts';
import { isAccountRole } from '../roles/serialize.ts';
import { findUser } from '../users/load.ts';
import { askedRole, holdsAllOf } from './role.ts';
import { Admin } from './schema.ts';
import { type AdminRow, serializeAdmin } from './serialize.ts';

export default operation('POST /api/v1/accounts/{account_id}/admins', {
  summary: 'Give somebody a role in an account',
  load: { account: account('account_id') },
  requires: { account: 'manage_account_memberships' },
  returns: Admin,
  // No mail is sent yet, whatever send_confirmation says.
  async handle({ ctx, account, params }) {
    const user = await findUser(ctx, params.user_id ?? '');
    if (!(await hasLogin(ctx, user))) throw new NotFound();
    const role = await askedRole(ctx, account, params);
    if (!(await holdsAllOf(ctx, account, role))) throw new Unauthorized();
    return await serializeAdmin(ctx, account, await giveRole(ctx, account, user, role));
  },
});

async function hasLogin(ctx: Context, { id }: User): Promise<boolean> {
  const login = await ctx.db
    .selectFrom('pseudonyms')
    .select('id')
    .where('user_id', '=', id)
    .where('account_id', '=', ctx.rootAccount.id)
    .where('workflow_state', '=', 'active')
    .limit(1)
    .executeTakeFirst();
  return login !== undefined;
}

/** Who had the role before gets the same row back. */
async function giveRole(ctx: Context, account: Account, user: User, role: RoleRow): Promise<AdminRow> {
  refuseForeignRole(account, role);
  const key = { account_id: account.id, user_id: user.id, role_id: role.id };
  const given = await ctx.db
    .insertInto('account_users')
    .values({ ...key, created_at: ctx.now, updated_at: ctx.now })
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'user_id', 'role_id'])
        .doUpdateSet({ workflow_state: 'active', updated_at: ctx.now })
        .where('account_users.workflow_state', '=', 'deleted'),
    )
    .returningAll()
    .executeTakeFirst();
  if (given) return given;
  return await ctx.db
    .selectFrom('account_users')
    .selectAll()
    .where((eb) => eb.and(key))
    .executeTakeFirstOrThrow();
}

function refuseForeignRole(account: Account, role: RoleRow): void {
  if (!isAccountRole(role)) throw new InvalidRecord({ role_id: ['is not a valid account role'] });
  if (role.account_id !== null && !account.path.includes(role.account_id)) {
    throw new InvalidRecord({ role_id: ['is not an available role for this account'] });
  }
}
