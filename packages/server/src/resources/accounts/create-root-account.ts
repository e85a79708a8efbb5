import { Unauthorized } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { account } from './load.ts';
import { Account } from './schema.ts';

export default operation('POST /api/v1/accounts/{account_id}/root_accounts', {
  summary: 'Create another institution, which takes the site administrator of a Canvas with several',
  load: { account: account('account_id') },
  requires: { account: 'manage_site_settings' },
  returns: Account,
  // An Easel is one institution and has no Site Admin account in which anybody could hold that right.
  handle() {
    throw new Unauthorized();
  },
});
