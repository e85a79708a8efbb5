import { sql } from 'kysely';
import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { account } from '../accounts/load.ts';
import { accountsNamed, byName, isVisible, within } from './find.ts';
import { AccountCalendars } from './schema.ts';
import { serializeCalendars } from './serialize.ts';

export default operation('GET /api/v1/accounts/{account_id}/account_calendars', {
  summary:
    'The calendars of an account and of those in it, hidden ones too; of all below it where something is sought',
  load: { account: account('account_id') },
  requires: { account: 'manage_account_calendar_visibility' },
  returns: AccountCalendars,
  async handle({ ctx, account, params: { search_term, filter } }) {
    if (filter && filter !== 'visible' && filter !== 'hidden') {
      throw new Refusal(400, { errors: 'Expected filter param to be one of: visible, hidden' });
    }
    const seeks = Boolean(search_term || filter);
    const query = accountsNamed(ctx, search_term)
      .where(
        seeks ? within(account.id) : sql<boolean>`${account.id} in (accounts.id, accounts.parent_account_id)`,
      )
      .$if(filter === 'visible', (all) => all.where(isVisible))
      .$if(filter === 'hidden', (all) => all.where(sql<boolean>`not ${isVisible}`));
    const itselfFirst = { by: sql<number>`(accounts.id <> ${account.id})::int` };
    const accounts = await paginate(ctx, query, {
      kind: 'total',
      order: seeks ? [byName] : [itselfFirst, byName],
      key: 'accounts.id',
    });
    return await serializeCalendars(ctx, accounts, { countsSubAccounts: true });
  },
});
