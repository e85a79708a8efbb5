/** `include[]` of lists, `includes[]` of single accounts. */
import { sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import { globalId } from '../../domain/global-id.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import type { Account as AccountRow, Context } from '../../http/context.ts';
import type { IncludeLoader, IncludeLoaders } from '../../http/includes.ts';
import { findTermsOfService } from './load.ts';
import type { Account } from './schema.ts';
import { servicesOf } from './services.ts';

export type AccountInclude =
  | 'course_count'
  | 'global_id'
  | 'lti_guid'
  | 'registration_settings'
  | 'services'
  | 'sub_account_count';

type Loader = IncludeLoader<AccountRow, Partial<Account>>;

/** An include that needs nothing but the row. */
const ofRow =
  (fields: (account: AccountRow) => Partial<Account>): Loader =>
  async () =>
    fields;

const registrationSettings: Loader = async (ctx, accounts) => {
  const root = accounts.find(({ parent_account_id }) => parent_account_id === null);
  const policy = root ? await institutionPolicy(ctx, root) : {};
  return (account) => {
    const handle = account.settings['login_handle_name'];
    return {
      registration_settings: {
        login_handle_name: typeof handle === 'string' && handle ? handle : 'Email',
        require_email: account.settings['require_email_for_registration'] === true,
      },
      ...(account.parent_account_id === null && policy),
    };
  };
};

async function institutionPolicy(ctx: Context, root: AccountRow): Promise<Partial<Account>> {
  const { terms_type, passive } = await findTermsOfService(ctx, root.id);
  return {
    terms_required: terms_type !== 'no_terms' && !passive,
    terms_of_use_url: ctx.url('/terms_of_use'),
    privacy_policy_url: ctx.url('/privacy_policy'),
    recaptcha_key: null,
  };
}

/** Only for whoever manages the account's settings. */
const services: Loader = async (ctx, accounts) => {
  const managed = new Set<number>();
  for (const { id, path } of accounts) {
    const { permissions } = await adminPermissions(ctx, path, 'account');
    if (permissions.has('manage_account_settings')) managed.add(id);
  }
  return (account) => (managed.has(account.id) ? { services: servicesOf(account) } : {});
};

/** The courses directly in the account. */
const courseCount: Loader = async (ctx, accounts) => {
  const rows = await ctx.db
    .selectFrom('courses')
    .select(['account_id', sql<number>`count(*)`.as('courses')])
    .where('account_id', '=', anyOf(accounts.map(({ id }) => id)))
    .where('workflow_state', '<>', 'deleted')
    .groupBy('account_id')
    .execute();
  const counts = new Map(rows.map(({ account_id, courses }) => [account_id, courses]));
  return ({ id }) => ({ course_count: counts.get(id) ?? 0 });
};

/** The accounts directly below the account. */
const subAccountCount: Loader = async (ctx, accounts) => {
  const rows = await ctx.db
    .selectFrom('accounts')
    .select(['parent_account_id', sql<number>`count(*)`.as('children')])
    .where('parent_account_id', '=', anyOf(accounts.map(({ id }) => id)))
    .where('workflow_state', '<>', 'deleted')
    .groupBy('parent_account_id')
    .execute();
  const counts = new Map(rows.map(({ parent_account_id, children }) => [parent_account_id, children]));
  return ({ id }) => ({ sub_account_count: counts.get(id) ?? 0 });
};

export const accountIncludes: IncludeLoaders<AccountInclude, AccountRow, Partial<Account>> = {
  course_count: courseCount,
  global_id: ofRow(({ id }) => ({ global_id: globalId(id) })),
  lti_guid: ofRow(({ lti_guid }) => ({ lti_guid })),
  registration_settings: registrationSettings,
  services,
  sub_account_count: subAccountCount,
};
