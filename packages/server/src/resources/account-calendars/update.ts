import { sql } from 'kysely';
import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { AccountCalendar } from './schema.ts';
import { serializeCalendar, settingsOf } from './serialize.ts';

export default operation('PUT /api/v1/account_calendars/{account_id}', {
  summary: 'Show or hide the calendar of an account',
  load: { account: account('account_id') },
  requires: { account: 'manage_account_calendar_visibility' },
  returns: AccountCalendar,
  async handle({ ctx, account, params: { visible, auto_subscribe } }) {
    const changed = await ctx.db
      .updateTable('accounts')
      .set({
        settings: sql`settings || ${JSON.stringify(settingsOf(visible, auto_subscribe))}::jsonb`,
        updated_at: ctx.now,
      })
      .where('id', '=', account.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    return await serializeCalendar(ctx, changed);
  },
});
