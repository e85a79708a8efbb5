import { sql } from 'kysely';
import { Refusal, Unauthorized } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { Shape, Text } from '../../http/schema.ts';
import { account } from '../accounts/load.ts';
import { within } from './find.ts';
import { settingsOf } from './serialize.ts';

const refuse = (errors: string) => new Refusal(400, { errors });

export default operation('PUT /api/v1/accounts/{account_id}/account_calendars', {
  summary: 'Show and hide the calendars of several accounts',
  load: { account: account('account_id') },
  requires: { account: 'manage_account_calendar_visibility' },
  returns: Shape({ message: Text }),
  async handle({ ctx, account, params: { _json: given } }) {
    if (!given?.length) throw refuse('Expected array of objects');
    if (given.some(({ id }) => !id)) throw refuse('Missing key(s)');
    const ids = given.map(({ id }) => parseNumber(id ?? '') ?? 0);
    if (new Set(ids).size < ids.length) throw refuse('Duplicate IDs');
    const below = await ctx.db.selectFrom('accounts').select('id').where(within(account.id)).execute();
    const allowed = new Set(below.map(({ id }) => id));
    if (!ids.every((id) => allowed.has(id))) throw new Unauthorized();
    for (const [index, { visible, auto_subscribe }] of given.entries()) {
      await ctx.db
        .updateTable('accounts')
        .set({ settings: sql`settings || ${JSON.stringify(settingsOf(visible, auto_subscribe))}::jsonb` })
        .where('id', '=', ids[index] as number)
        .where('workflow_state', '=', 'active')
        .execute();
    }
    return { message: ids.length === 1 ? 'Updated 1 account' : `Updated ${ids.length} accounts` };
  },
});
