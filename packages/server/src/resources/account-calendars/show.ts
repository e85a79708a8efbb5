import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { AccountCalendar } from './schema.ts';
import { serializeCalendar } from './serialize.ts';

export default operation('GET /api/v1/account_calendars/{account_id}', {
  summary: 'The calendar of an account',
  load: { account: account('account_id') },
  requires: { account: 'view_account_calendar_details' },
  returns: AccountCalendar,
  handle: ({ ctx, account }) => serializeCalendar(ctx, account),
});
