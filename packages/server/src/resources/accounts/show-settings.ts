import { microsoftSyncOf } from '../../domain/microsoft-sync.ts';
import { operation } from '../../http/operation.ts';
import { Anything, MapOf } from '../../http/schema.ts';
import { account } from './load.ts';

export default operation('GET /api/v1/accounts/{account_id}/settings', {
  summary: 'Those settings of an account that Canvas shows: of Microsoft Teams sync, where anything is set',
  load: { account: account('account_id') },
  requires: { account: 'manage_account_settings' },
  returns: MapOf(Anything),
  handle: async ({ account }) => microsoftSyncOf(account.settings),
});
