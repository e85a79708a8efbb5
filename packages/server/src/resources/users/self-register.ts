import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { register } from './register.ts';
import { User } from './schema.ts';

export default operation('POST /api/v1/accounts/{account_id}/self_registration', {
  summary: 'Register oneself',
  load: { account: account('account_id') },
  // Whether the institution lets people is a setting.
  requires: 'public',
  returns: User,
  handle: ({ ctx, params }) => register(ctx, params),
});
