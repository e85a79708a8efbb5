import { sql } from 'kysely';
import { mayInAccount } from '../../domain/account-access.ts';
import { InvalidRecord, Unauthorized } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { findAccount } from './load.ts';

/**
 * Hangs an account with all below it under another account of the institution. It takes the right to manage both the
 * old and the new account above.
 */
export async function moveAccount(ctx: Context, account: Account, parentId: number): Promise<void> {
  if (parentId === account.parent_account_id) return;
  const parent = await findAccount(ctx, String(parentId));
  if (account.parent_account_id === null) throw new Unauthorized();
  const old = await findAccount(ctx, String(account.parent_account_id));
  for (const above of [old, parent]) {
    if (!(await mayInAccount(ctx, above, 'manage_account_settings'))) throw new Unauthorized();
  }
  if (parent.path.includes(account.id)) {
    throw new InvalidRecord({
      parent_account_id: [
        `Setting account ${account.sis_account_id ?? account.id}'s parent to ${parent.sis_account_id ?? parent.id} would create a loop`,
      ],
    });
  }
  await ctx.db
    .updateTable('accounts')
    .set({ parent_account_id: parent.id })
    .where('id', '=', account.id)
    .execute();
  await sql`
    update accounts set path = ${parent.path}::bigint[] || path[array_position(path, ${account.id}::bigint):]
    where path @> array[${account.id}]::bigint[]`.execute(ctx.db);
}
