import { mayInAccount } from '../../domain/account-access.ts';
import { demand } from '../../domain/demand.ts';
import { operation } from '../../http/operation.ts';
import { Text } from '../../http/schema.ts';
import { expireAppTokens } from './mobile-tokens.ts';

export default operation('DELETE /api/v1/users/mobile_sessions', {
  summary: 'Sign everybody out of all mobile apps',
  requires: 'user',
  returns: Text,
  async handle({ ctx, params: { skip_admins = false } }) {
    await demand(ctx, mayInAccount(ctx, ctx.rootAccount, 'manage_user_logins'));
    await expireAppTokens(ctx, { skipAdmins: skip_admins });
    return 'ok';
  },
});
