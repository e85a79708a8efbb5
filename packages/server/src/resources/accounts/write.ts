/** The parameters of `account[…]` → columns (accounts file 1.4). */
import type { Updateable } from 'kysely';
import type { AccountsTable } from '../../db/tables/index.ts';
import { changedSettings, isChangeable } from '../../domain/account-settings.ts';
import { microsoftSyncFault, microsoftSyncOf } from '../../domain/microsoft-sync.ts';
import { isTimeZone, toIana } from '../../domain/time-zones.ts';
import type { FieldErrors } from '../../errors.ts';
import { INT4_MAX, toBoolean } from '../../http/coerce.ts';
import type { Account, Context } from '../../http/context.ts';
import type { Params } from '../../http/operation.ts';
import { changedServices } from './services.ts';

export type AccountParams = NonNullable<Params<'PUT /api/v1/accounts/{id}'>['account']>;
export type AccountChanges = Updateable<AccountsTable>;

/** What a request changes, or why it can't. */
export interface Outcome {
  changes: AccountChanges;
  errors: Record<string, FieldErrors[string]>;
}

export const quotas = [
  'default_storage_quota_mb',
  'default_user_storage_quota_mb',
  'default_group_storage_quota_mb',
] as const;
export type Quota = (typeof quotas)[number];

/** Where neither the account nor one above it says anything. */
const QUOTA_MB: Record<Quota, number> = {
  default_storage_quota_mb: 500,
  default_user_storage_quota_mb: 50,
  default_group_storage_quota_mb: 50,
};

const MAX_NAME = 255;
export const tooLong = ['too_long', 'is too long (maximum is 255 characters)'] as const;
export const isTooLong = (name: string) => name.length > MAX_NAME;

/** Name, time zone and settings. */
export function settingChanges(ctx: Context, account: Account, params: AccountParams): Outcome {
  const outcome: Outcome = { changes: {}, errors: {} };
  const { name, default_time_zone: zone } = params;
  if (name !== undefined) {
    if (!name?.trim()) outcome.errors['name'] = ['The account name cannot be blank'];
    else if (isTooLong(name)) outcome.errors['name'] = [tooLong];
    else outcome.changes.name = name;
  }
  if (zone !== undefined) {
    if (zone && isTimeZone(zone)) outcome.changes.default_time_zone = toIana(zone);
    else outcome.errors['default_time_zone'] = [`'${zone ?? ''}' is not a recognized time zone`];
  }
  if (params.settings) changeSettings(ctx, account, params.settings, outcome);
  return outcome;
}

function changeSettings(
  ctx: Context,
  account: Account,
  asked: Readonly<Record<string, unknown>>,
  { changes, errors }: Outcome,
): void {
  const sync = microsoftSyncOf(asked);
  const fault = Object.keys(sync).length > 0 ? microsoftSyncFault(sync) : undefined;
  if (fault) errors['bad_request'] = [fault];
  const ignored = Object.keys(asked).filter((name) => !isChangeable(name) && !(name in sync));
  // Into a header goes only what looks like a setting.
  const named = ignored.filter((name) => /^\w{1,60}$/.test(name)).slice(0, 5);
  if (named.length > 0) ctx.hint(`Not changed through the API: ${named.join(', ')}`);
  const settings = changedSettings(account.settings, asked, (value) => toBoolean(value as string));
  changes.settings = JSON.stringify({ ...settings, ...sync });
}

/** Storage quotas, which come as text so that what is no number can be told. */
export function quotaChanges(parent: Account | undefined, params: AccountParams): Outcome {
  const outcome: Outcome = { changes: {}, errors: {} };
  for (const quota of quotas) {
    if (params[quota] === undefined) continue;
    const text = (params[quota] ?? '').trim();
    const value = Number(text);
    if (!/^[+-]?\d+$/.test(text)) outcome.errors[quota] = ['An integer value is required'];
    else if (value < 0) outcome.errors[quota] = ['Value must be positive'];
    else if (value > INT4_MAX) outcome.errors[quota] = ['Value too large'];
    else outcome.changes[quota] = value || inheritedQuota(parent, quota);
  }
  return outcome;
}

/** What an account has that sets no quota of its own. Users belong to the institution, so theirs isn't inherited. */
export function inheritedQuota(parent: Account | undefined, quota: Quota): number {
  return quota === 'default_user_storage_quota_mb' ? QUOTA_MB[quota] : (parent?.[quota] ?? QUOTA_MB[quota]);
}

export function serviceChanges(account: Account, params: AccountParams): AccountChanges {
  return params.services ? { services: JSON.stringify(changedServices(account, params.services)) } : {};
}

/** @returns the error where another account of the institution has or had the SIS id */
export async function takenSisId(
  ctx: Context,
  sisId: string | null | undefined,
  accountId?: number,
): Promise<Outcome['errors']> {
  if (!sisId) return {};
  const holder = await ctx.db
    .selectFrom('accounts')
    .select('id')
    .where('root_account_id', '=', ctx.rootAccount.id)
    .where('sis_account_id', '=', sisId)
    .$if(accountId !== undefined, (query) => query.where('id', '<>', accountId as number))
    .limit(1)
    .executeTakeFirst();
  return holder ? { sis_source_id: [`SIS ID "${sisId}" is already in use`] } : {};
}
