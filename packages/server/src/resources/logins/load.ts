import type { LoginRow } from '../../domain/logins.ts';
import { NotFound, Refusal } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';

/** A login that isn't deleted. Throws NotFound. */
export async function findLogin(ctx: Context, text: string): Promise<LoginRow> {
  const id = parseNumber(text);
  if (id === undefined) throw new NotFound();
  const login = await ctx.db
    .selectFrom('pseudonyms')
    .selectAll()
    .where('id', '=', id)
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  if (!login) throw new NotFound();
  return login;
}

/** Logins belong to institutions, not to their departments. */
export function refuseSubAccount(account: Account): void {
  if (account.parent_account_id === null) return;
  throw new Refusal(400, { message: 'Action must be called on a root account.' });
}
