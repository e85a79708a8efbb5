import { MissingParameter } from '../../errors.ts';
import type { Account as AccountRow, Context } from '../../http/context.ts';
import { knownIncludes } from '../../http/includes.ts';
import { operation } from '../../http/operation.ts';
import { allowedChanges } from './allowed-changes.ts';
import { accountIncludes } from './includes.ts';
import { account } from './load.ts';
import { moveAccount } from './move.ts';
import { spreadQuotas } from './quotas.ts';
import { Account } from './schema.ts';
import { serializeAccount } from './serialize.ts';
import type { AccountChanges, AccountParams } from './write.ts';

export default operation('PUT /api/v1/accounts/{id}', {
  summary: 'Change an account',
  load: { account: account('id') },
  requires: { account: ['manage_account_settings', 'manage_storage_quotas'] },
  returns: Account,
  async handle({ ctx, account, params }) {
    if (!params.account) throw new MissingParameter('account');
    const asked = withoutSticky(account, params.account, params.override_sis_stickiness);
    const changes = await allowedChanges(ctx, account, asked);
    if (asked.parent_account_id) await moveAccount(ctx, account, asked.parent_account_id);
    const changed = await save(ctx, account, changes);
    const includes = knownIncludes(params.includes, accountIncludes);
    return await serializeAccount(ctx, changed, asked.services ? [...includes, 'services'] : includes);
  },
});

/** `override_sis_stickiness=false` leaves alone what people have changed by hand before. */
function withoutSticky(account: AccountRow, params: AccountParams, override = true): AccountParams {
  if (override || !account.stuck_sis_fields.includes('name')) return params;
  const { name: _, ...rest } = params;
  return rest;
}

async function save(ctx: Context, account: AccountRow, changes: AccountChanges): Promise<AccountRow> {
  const renamed = changes.name !== undefined && changes.name !== account.name;
  const saved = await ctx.db
    .updateTable('accounts')
    .set({
      ...changes,
      ...(renamed && { stuck_sis_fields: [...new Set([...account.stuck_sis_fields, 'name'])] }),
      updated_at: ctx.now,
    })
    .where('id', '=', account.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await spreadQuotas(ctx, account, saved);
  return saved;
}
