import { sql } from 'kysely';
import { Refusal } from '../../errors.ts';
import type { Account as AccountRow, Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { account, accountBelow } from './load.ts';
import { Account } from './schema.ts';
import { serializeAccount } from './serialize.ts';

export default operation('DELETE /api/v1/accounts/{account_id}/sub_accounts/{id}', {
  summary: 'Delete an account that nothing hangs below any more',
  load: { account: account('account_id'), subAccount: accountBelow('id') },
  requires: { account: 'manage_account_settings' },
  returns: Account,
  async handle({ ctx, subAccount }) {
    if (await hasCourses(ctx, subAccount)) {
      throw new Refusal(409, { message: "You can't delete a sub-account that has courses in it." });
    }
    if (await hasSubAccounts(ctx, subAccount)) {
      throw new Refusal(409, { message: "You can't delete a sub-account that has sub-accounts in it." });
    }
    if (subAccount.parent_account_id === null) {
      throw new Refusal(401, { message: "You can't delete a root_account." });
    }
    await ctx.db
      .updateTable('account_users')
      .set({ workflow_state: 'deleted', updated_at: ctx.now })
      .where('account_id', '=', subAccount.id)
      .where('workflow_state', '<>', 'deleted')
      .execute();
    const deleted = await ctx.db
      .updateTable('accounts')
      .set({ workflow_state: 'deleted', updated_at: ctx.now })
      .where('id', '=', subAccount.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return await serializeAccount(ctx, deleted);
  },
});

/** Also those of the accounts below. */
async function hasCourses(ctx: Context, { id }: AccountRow): Promise<boolean> {
  const course = await ctx.db
    .selectFrom('courses')
    .innerJoin('accounts', 'accounts.id', 'courses.account_id')
    .select('courses.id')
    .where(sql<boolean>`accounts.path @> array[${id}]::bigint[]`)
    .where('courses.workflow_state', '<>', 'deleted')
    .limit(1)
    .executeTakeFirst();
  return course !== undefined;
}

async function hasSubAccounts(ctx: Context, { id }: AccountRow): Promise<boolean> {
  const child = await ctx.db
    .selectFrom('accounts')
    .select('id')
    .where('parent_account_id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .limit(1)
    .executeTakeFirst();
  return child !== undefined;
}
