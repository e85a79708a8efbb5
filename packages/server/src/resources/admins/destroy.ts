import { NotFound, Unauthorized } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { userInAnyState } from '../users/load.ts';
import { askedRole, holdsAllOf } from './role.ts';
import { Admin } from './schema.ts';
import { serializeAdmin } from './serialize.ts';

export default operation('DELETE /api/v1/accounts/{account_id}/admins/{user_id}', {
  summary: "Take somebody's role in an account away",
  load: { account: account('account_id'), user: userInAnyState('user_id') },
  requires: { account: 'manage_account_memberships' },
  returns: Admin,
  async handle({ ctx, account, user, params }) {
    const role = await askedRole(ctx, account, params);
    const admin = await ctx.db
      .selectFrom('account_users')
      .select('id')
      .where('account_id', '=', account.id)
      .where('user_id', '=', user.id)
      .where('role_id', '=', role.id)
      .executeTakeFirst();
    if (!admin) throw new NotFound();
    if (!(await holdsAllOf(ctx, account, role))) throw new Unauthorized();
    const taken = await ctx.db
      .updateTable('account_users')
      .set({ workflow_state: 'deleted', updated_at: ctx.now })
      .where('id', '=', admin.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return await serializeAdmin(ctx, account, taken);
  },
});
