import type { Selectable } from 'kysely';
import type { DeveloperKeysTable } from '../../db/tables/index.ts';
import { mayInAccount } from '../../domain/account-access.ts';
import type { AccountRight } from '../../domain/account-rights.ts';
import { localId } from '../../domain/global-id.ts';
import { NotFound } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { parseNumber } from '../../http/ids.ts';
import { loads } from '../../http/operation.ts';

export type DeveloperKeyRow = Selectable<DeveloperKeysTable>;

/** A key that isn't deleted, by either form of its id. Throws NotFound. */
export async function findDeveloperKey(ctx: Context, text: string): Promise<DeveloperKeyRow> {
  const id = parseNumber(text);
  if (id === undefined) throw new NotFound();
  const key = await ctx.db
    .selectFrom('developer_keys')
    .selectAll()
    .where('id', '=', localId(id))
    .where('workflow_state', '<>', 'deleted')
    .executeTakeFirst();
  if (!key) throw new NotFound();
  return key;
}

/** `load: { key: developerKey('id') }`; what may be done with it is its account's matter. */
export const developerKey = loads<DeveloperKeyRow, AccountRight>({
  find: findDeveloperKey,
  async grants(ctx, key, right) {
    const account = await ctx.db
      .selectFrom('accounts')
      .selectAll()
      .where('id', '=', key.account_id)
      .executeTakeFirstOrThrow();
    return await mayInAccount(ctx, account, right);
  },
});

/** Keys belong to institutions. Asked after the rights. */
export function demandRootAccount(account: Account): void {
  if (account.parent_account_id !== null) throw new NotFound();
}
