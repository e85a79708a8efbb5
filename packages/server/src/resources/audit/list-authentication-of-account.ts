import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { AuthenticationEvents, authenticationEvents, signIns } from './authentication.ts';

export default operation('GET /api/v1/audit/authentication/accounts/{account_id}', {
  summary: 'Who signed in to an institution, and out',
  load: { account: account('account_id') },
  requires: { account: ['view_statistics', 'manage_user_logins'] },
  returns: AuthenticationEvents,
  async handle({ ctx, account, params }) {
    if (account.parent_account_id !== null) throw new NotFound();
    return await authenticationEvents(ctx, signIns(ctx).where('account_id', '=', account.id), params);
  },
});
