import { anyOf } from '../../db/any-of.ts';
import { mayManageCalendar } from '../../domain/calendar-access.ts';
import { ofAccount } from '../../domain/contexts.ts';
import type { Account, Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { AccountCalendar } from './schema.ts';

/** How an account's settings say what everybody may see, and sees without choosing it. */
export const settingsOf = (visible?: boolean, autoSubscribe?: boolean) => ({
  ...(visible !== undefined && { account_calendar_visible: visible }),
  ...(autoSubscribe !== undefined && {
    account_calendar_subscription_type: autoSubscribe ? 'auto' : 'manual',
  }),
});

export async function serializeCalendars(
  ctx: Context,
  accounts: readonly Account[],
  { countsSubAccounts = false } = {},
): Promise<AccountCalendar[]> {
  const counts = countsSubAccounts ? await subAccountCounts(ctx, accounts) : undefined;
  return await Promise.all(
    accounts.map(async (account) => {
      const url = (path: string) => ctx.url(`/accounts/${account.id}/calendar_events${path}`);
      return inOrderOf(AccountCalendar, {
        id: account.id,
        name: account.name,
        parent_account_id: account.parent_account_id,
        root_account_id: account.parent_account_id === null ? null : account.root_account_id,
        visible: account.settings['account_calendar_visible'] === true,
        auto_subscribe: account.settings['account_calendar_subscription_type'] === 'auto',
        asset_string: `account_${account.id}`,
        type: 'account',
        ...(counts && { sub_account_count: counts.get(account.id) ?? 0 }),
        calendar_event_url: url(`/${encodeURIComponent('{{ id }}')}`),
        can_create_calendar_events: await mayManageCalendar(ctx, ofAccount(account)),
        create_calendar_event_url: url(''),
        new_calendar_event_url: url('/new'),
      });
    }),
  );
}

export async function serializeCalendar(ctx: Context, account: Account): Promise<AccountCalendar> {
  return (await serializeCalendars(ctx, [account]))[0] as AccountCalendar;
}

async function subAccountCounts(ctx: Context, accounts: readonly Account[]): Promise<Map<number, number>> {
  const rows = await ctx.db
    .selectFrom('accounts')
    .select(({ fn }) => ['parent_account_id', fn.countAll<number>().as('count')])
    .where('parent_account_id', '=', anyOf(accounts.map(({ id }) => id)))
    .where('workflow_state', '<>', 'deleted')
    .groupBy('parent_account_id')
    .execute();
  return new Map(rows.map(({ parent_account_id, count }) => [parent_account_id ?? 0, count]));
}
