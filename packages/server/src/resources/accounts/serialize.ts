import { mayInAccount } from '../../domain/account-access.ts';
import { globalId } from '../../domain/global-id.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import type { Account as AccountRow, Context } from '../../http/context.ts';
import type { Account, AccountInclude } from './schema.ts';

/**
 * An account as the caller may see it: the full form for those who manage it, the short one for the rest
 * (accounts file 1.2).
 */
export async function serializeAccount(
  ctx: Context,
  account: AccountRow,
  includes: readonly AccountInclude[] = [],
): Promise<Account> {
  const isRoot = account.parent_account_id === null;
  const manages = await mayInAccount(ctx, account, 'manage');
  const { permissions } = await adminPermissions(ctx, [account.root_account_id], 'account');
  const managesSis = permissions.has('manage_sis');
  const wants = new Set(includes);
  return {
    ...shortForm(account),
    ...(manages && {
      default_storage_quota_mb: account.default_storage_quota_mb,
      default_user_storage_quota_mb: account.default_user_storage_quota_mb,
      default_group_storage_quota_mb: account.default_group_storage_quota_mb,
    }),
    default_time_zone: timeZoneOf(ctx, account),
    ...(!isRoot &&
      manages &&
      (managesSis || permissions.has('read_sis')) && {
        sis_account_id: account.sis_account_id,
        integration_id: account.integration_id,
      }),
    ...(!isRoot && manages && managesSis && { sis_import_id: account.sis_import_id }),
    ...(wants.has('lti_guid') && { lti_guid: account.lti_guid }),
    ...(wants.has('registration_settings') && registrationSettings(ctx, account, isRoot)),
    ...(wants.has('services') &&
      (await mayInAccount(ctx, account, 'manage_account_settings')) && { services: account.services }),
    ...(wants.has('global_id') && { global_id: globalId(account.id) }),
  };
}

/** What anybody learns who may see the account at all. */
export function serializeAccountReadOnly(ctx: Context, account: AccountRow): Account {
  return { ...shortForm(account), default_time_zone: timeZoneOf(ctx, account) };
}

function shortForm(account: AccountRow) {
  return {
    id: account.id,
    name: account.name,
    workflow_state: account.workflow_state,
    parent_account_id: account.parent_account_id,
    root_account_id: account.parent_account_id === null ? null : account.root_account_id,
    uuid: account.uuid,
  };
}

function timeZoneOf(ctx: Context, account: AccountRow): string {
  return account.default_time_zone ?? ctx.rootAccount.default_time_zone ?? 'America/Denver';
}

function registrationSettings(ctx: Context, account: AccountRow, isRoot: boolean) {
  const loginHandle = account.settings['login_handle_name'];
  return {
    registration_settings: {
      login_handle_name: typeof loginHandle === 'string' ? loginHandle : null,
      require_email: account.settings['require_email_for_registration'] === true,
    },
    ...(isRoot && {
      terms_required: account.settings['terms_required'] !== false,
      terms_of_use_url: ctx.url('/terms_of_use'),
      privacy_policy_url: ctx.url('/privacy_policy'),
      recaptcha_key: null,
    }),
  };
}
