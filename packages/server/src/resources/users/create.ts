import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { register } from './register.ts';
import { User } from './schema.ts';

export default operation('POST /api/v1/accounts/{account_id}/users', {
  summary: 'Create a user with a login',
  load: { account: account('account_id') },
  // Without the right to manage logins people register themselves, where the institution lets them.
  requires: 'public',
  returns: User,
  handle: ({ ctx, params }) => register(ctx, params),
});
