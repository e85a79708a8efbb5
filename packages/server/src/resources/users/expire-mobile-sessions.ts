import { mayInAccount } from '../../domain/account-access.ts';
import { demand } from '../../domain/demand.ts';
import { operation } from '../../http/operation.ts';
import { Text } from '../../http/schema.ts';
import { findUser } from './load.ts';
import { expireAppTokens } from './mobile-tokens.ts';

/** The right is one over the institution, so it is asked for before the user is looked up. */
export default operation('DELETE /api/v1/users/{id}/mobile_sessions', {
  summary: 'Sign a user out of all mobile apps',
  requires: 'user',
  returns: Text,
  async handle({ ctx, path, params: { skip_admins = false } }) {
    await demand(ctx, mayInAccount(ctx, ctx.rootAccount, 'manage_user_logins'));
    const { id } = await findUser(ctx, path.id);
    await expireAppTokens(ctx, { userId: id, skipAdmins: skip_admins });
    return 'ok';
  },
});
