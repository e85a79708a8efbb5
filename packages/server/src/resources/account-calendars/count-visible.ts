import { sql } from 'kysely';
import { operation } from '../../http/operation.ts';
import { Count, Shape } from '../../http/schema.ts';
import { account } from '../accounts/load.ts';
import { accountsNamed, isVisible, within } from './find.ts';

export default operation('GET /api/v1/accounts/{account_id}/visible_calendars_count', {
  summary: 'How many calendars of an account and below it are visible',
  load: { account: account('account_id') },
  requires: { account: 'manage_account_calendar_visibility' },
  returns: Shape({ count: Count }),
  async handle({ ctx, account }) {
    return await accountsNamed(ctx, undefined)
      .clearSelect()
      .select(sql<number>`count(*)`.as('count'))
      .where(within(account.id))
      .where(isVisible)
      .executeTakeFirstOrThrow();
  },
});
