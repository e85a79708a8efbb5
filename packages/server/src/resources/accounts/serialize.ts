import { adminPermissions } from '../../domain/roles-held.ts';
import { toIana } from '../../domain/time-zones.ts';
import type { Account as AccountRow, Context } from '../../http/context.ts';
import { loadIncludes } from '../../http/includes.ts';
import { inOrderOf } from '../../http/schema.ts';
import { type AccountInclude, accountIncludes } from './includes.ts';
import { Account } from './schema.ts';

/** Accounts in full, for those who manage them (accounts file 1.2). */
export async function serializeAccounts(
  ctx: Context,
  accounts: readonly AccountRow[],
  includes: readonly AccountInclude[] = [],
): Promise<Account[]> {
  if (accounts.length === 0) return [];
  const included = await loadIncludes(ctx, accounts, includes, accountIncludes, undefined);
  const { permissions } = await adminPermissions(ctx, [ctx.rootAccount.id], 'account');
  const managesSis = permissions.has('manage_sis');
  const readsSis = managesSis || permissions.has('read_sis');
  return accounts.map((account) => {
    const isRoot = account.parent_account_id === null;
    return inOrderOf(Account, {
      ...serializeAccountReadOnly(ctx, account),
      default_storage_quota_mb: account.default_storage_quota_mb,
      default_user_storage_quota_mb: account.default_user_storage_quota_mb,
      default_group_storage_quota_mb: account.default_group_storage_quota_mb,
      ...(!isRoot &&
        readsSis && {
          sis_account_id: account.sis_account_id,
          integration_id: account.integration_id,
        }),
      ...(!isRoot && managesSis && { sis_import_id: account.sis_import_id }),
      ...included(account),
    });
  });
}

export async function serializeAccount(
  ctx: Context,
  account: AccountRow,
  includes?: readonly AccountInclude[],
): Promise<Account> {
  const [json] = await serializeAccounts(ctx, [account], includes);
  return json as Account;
}

/** What anybody learns who may see the account at all. */
export function serializeAccountReadOnly(ctx: Context, account: AccountRow): Account {
  return {
    id: account.id,
    name: account.name,
    workflow_state: account.workflow_state,
    parent_account_id: account.parent_account_id,
    root_account_id: account.parent_account_id === null ? null : account.root_account_id,
    uuid: account.uuid,
    default_time_zone: toIana(
      account.default_time_zone ?? ctx.rootAccount.default_time_zone ?? 'America/Denver',
    ),
  };
}
