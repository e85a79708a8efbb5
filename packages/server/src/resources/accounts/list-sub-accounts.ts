import { sql } from 'kysely';
import type { Account as AccountRow, Context } from '../../http/context.ts';
import { knownIncludes } from '../../http/includes.ts';
import { operation } from '../../http/operation.ts';
import { paginate, type SortKey } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { accountIncludes } from './includes.ts';
import { account } from './load.ts';
import { liveAccounts, nameKey, tier } from './queries.ts';
import { Account } from './schema.ts';
import { serializeAccounts } from './serialize.ts';

export default operation('GET /api/v1/accounts/{account_id}/sub_accounts', {
  summary: 'The accounts directly below an account, or all below it',
  load: { account: account('account_id') },
  requires: { account: 'read' },
  returns: List(Account),
  async handle({ ctx, account, params }) {
    const order: SortKey[] = params.order === 'name' ? [{ by: nameKey }] : [];
    const accounts = params.recursive
      ? await allBelow(ctx, account, order)
      : await directlyBelow(ctx, account, order);
    return await serializeAccounts(ctx, accounts, knownIncludes(params.include, accountIncludes));
  },
});

function directlyBelow(ctx: Context, account: AccountRow, order: SortKey[]): Promise<AccountRow[]> {
  const query = ctx.db
    .selectFrom('accounts')
    .selectAll()
    .where('parent_account_id', '=', account.id)
    .where('workflow_state', '<>', 'deleted');
  return paginate(ctx, query, { key: 'accounts.id', kind: 'total', order });
}

/** Tier by tier; Canvas doesn't count these. */
function allBelow(ctx: Context, account: AccountRow, order: SortKey[]): Promise<AccountRow[]> {
  const query = liveAccounts(ctx)
    .selectAll('accounts')
    .where(sql<boolean>`accounts.path @> array[${account.id}]::bigint[]`)
    .where('accounts.id', '<>', account.id);
  return paginate(ctx, query, { key: 'accounts.id', kind: 'bookmarks', order: [{ by: tier }, ...order] });
}
