import { demand } from '../../domain/demand.ts';
import { loginErrors, updateLogin } from '../../domain/logins.ts';
import { outranksUser } from '../../domain/user-access.ts';
import { InvalidRecord, NotFound, Refusal } from '../../errors.ts';
import type { Account, Context, User as UserRow } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { rootAccount } from './in-root-account.ts';
import { userInAnyState } from './load.ts';
import { User } from './schema.ts';
import { serializeUser } from './serialize.ts';

export default operation('PUT /api/v1/accounts/{account_id}/users/{user_id}/restore', {
  summary: 'Bring a deleted user back, with the login that was deleted last',
  load: { account: rootAccount('account_id'), user: userInAnyState('user_id') },
  requires: { account: 'manage_user_logins' },
  returns: User,
  async handle({ ctx, account, user }) {
    const logins = await loginsOf(ctx, account, user);
    const last = logins[0];
    if (!last) throw new NotFound();
    await demand(ctx, outranksUser(ctx, user.id));
    if (
      user.workflow_state !== 'deleted' &&
      logins.some(({ workflow_state }) => workflow_state !== 'deleted')
    ) {
      throw new Refusal(400, { errors: 'User not deleted' });
    }
    const errors = await loginErrors(ctx, { unique_id: last.unique_id }, { loginId: last.id });
    if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
    await updateLogin(ctx, last.id, { workflow_state: 'active' });
    return await serializeUser(ctx, await revive(ctx, user), { context: { account } });
  },
});

/** All that the user has or had in the account, the one that was deleted last first. */
function loginsOf(ctx: Context, account: Account, user: UserRow) {
  return ctx.db
    .selectFrom('pseudonyms')
    .select(['id', 'unique_id', 'workflow_state'])
    .where('user_id', '=', user.id)
    .where('account_id', '=', account.id)
    .orderBy('deleted_at', (order) => order.desc().nullsLast())
    .orderBy('id', 'desc')
    .execute();
}

async function revive(ctx: Context, user: UserRow): Promise<UserRow> {
  if (user.workflow_state !== 'deleted') return user;
  return await ctx.db
    .updateTable('users')
    .set({ workflow_state: 'registered', deleted_at: null, updated_at: ctx.now })
    .where('id', '=', user.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
