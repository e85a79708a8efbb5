import { mayInAccount } from '../../domain/account-access.ts';
import { InvalidRecord, MissingParameter, Unauthorized } from '../../errors.ts';
import type { Account as AccountRow, Context } from '../../http/context.ts';
import { knownIncludes } from '../../http/includes.ts';
import { operation } from '../../http/operation.ts';
import { chosenTemplate } from './course-template.ts';
import { accountIncludes } from './includes.ts';
import { account } from './load.ts';
import { moveAccount } from './move.ts';
import { spreadQuotas } from './quotas.ts';
import { Account } from './schema.ts';
import { serializeAccount } from './serialize.ts';
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

/**
 * Everything that is asked for, checked by the right that each part takes.
 * @throws InvalidRecord of 401 with all that isn't allowed, else of 400 with all that is wrong
 */
async function allowedChanges(
  ctx: Context,
  account: AccountRow,
  params: AccountParams,
): Promise<AccountChanges> {
  const manages = await mayInAccount(ctx, account, 'manage_account_settings');
  if (params.services && !manages) throw new Unauthorized();
  const refused = await refusals(ctx, account, params, manages);
  const template = await chosenTemplate(ctx, account, params.course_template_id);
  if (template === 'unauthorized' || Object.keys(refused).length > 0) throw new InvalidRecord(refused, 401);

  const parent = await parentOf(ctx, account);
  const settings = settingChanges(ctx, account, params);
  const storage = quotaChanges(parent, params);
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
  account: AccountRow,
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
  const asksQuotas = quotas.filter((quota) => params[quota] !== undefined);
  if (asksQuotas.length > 0 && !(await mayInAccount(ctx, account, 'manage_storage_quotas'))) {
    for (const quota of asksQuotas) errors[quota] = ['You are not allowed to manage quota settings'];
  }
  return errors;
}

async function parentOf(ctx: Context, account: AccountRow): Promise<AccountRow | undefined> {
  return await ctx.db
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', account.parent_account_id)
    .executeTakeFirst();
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
