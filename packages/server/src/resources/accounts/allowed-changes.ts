import { mayInAccount } from '../../domain/account-access.ts';
import { InvalidRecord, Unauthorized } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import { chosenTemplate } from './course-template.ts';
import {
  type AccountChanges,
  type AccountParams,
  type Outcome,
  quotaChanges,
  quotas,
  serviceChanges,
  settingChanges,
  takenSisId,
} from './write.ts';

/**
 * Everything that is asked for, checked by the right that each part takes.
 * @throws InvalidRecord of 401 with all that isn't allowed, else of 400 with all that is wrong
 */
export async function allowedChanges(
  ctx: Context,
  account: Account,
  params: AccountParams,
): Promise<AccountChanges> {
  const manages = await mayInAccount(ctx, account, 'manage_account_settings');
  if (params.services && !manages) throw new Unauthorized();
  const refused = await refusals(ctx, account, params, manages);
  const template = await chosenTemplate(ctx, account, params.course_template_id);
  if (template === 'unauthorized' || Object.keys(refused).length > 0) throw new InvalidRecord(refused, 401);

  const settings = settingChanges(ctx, account, params);
  const storage = quotaChanges(await parentOf(ctx, account), params);
  const errors = {
    ...settings.errors,
    ...storage.errors,
    ...(await takenSisId(ctx, params.sis_account_id, account.id)),
  };
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
  return {
    ...settings.changes,
    ...storage.changes,
    ...serviceChanges(account, params),
    ...(params.sis_account_id !== undefined && { sis_account_id: params.sis_account_id || null }),
    ...(template !== undefined && { course_template_id: template }),
  };
}

async function refusals(
  ctx: Context,
  account: Account,
  params: AccountParams,
  manages: boolean,
): Promise<Outcome['errors']> {
  const errors: Outcome['errors'] = {};
  if (params.sis_account_id !== undefined) {
    if (account.parent_account_id === null) {
      errors['unauthorized'] = ['Cannot set sis_account_id on a root_account.'];
    } else if (!(await mayInAccount(ctx, ctx.rootAccount, 'manage_sis'))) {
      errors['unauthorized'] = ['To change sis_account_id the user must have manage_sis permission.'];
    }
  }
  for (const key of ['name', 'default_time_zone', 'settings'] as const) {
    if (params[key] !== undefined && !manages) {
      errors[key] = ['You are not allowed to manage account settings'];
    }
  }
  const asked = quotas.filter((quota) => params[quota] !== undefined);
  if (asked.length > 0 && !(await mayInAccount(ctx, account, 'manage_storage_quotas'))) {
    for (const quota of asked) errors[quota] = ['You are not allowed to manage quota settings'];
  }
  return errors;
}

async function parentOf(ctx: Context, account: Account): Promise<Account | undefined> {
  return await ctx.db
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', account.parent_account_id)
    .executeTakeFirst();
}
