import { mayInAccount } from '../../domain/account-access.ts';
import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { accountTabs } from './account-tabs.ts';
import { Tabs } from './schema.ts';
import { serializeTabs } from './serialize.ts';

export default operation('GET /api/v1/accounts/{account_id}/tabs', {
  summary: 'The navigation of an account',
  load: { account: account('account_id') },
  requires: { account: 'read' },
  denied: NotFound,
  returns: Tabs,
  async handle({ ctx, account }) {
    const entries = await accountTabs(
      account,
      (right) => mayInAccount(ctx, account, right),
      ctx.rootAccount.settings['sub_account_includes'] === true,
    );
    return serializeTabs(ctx, entries);
  },
});
