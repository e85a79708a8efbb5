import { removeFromInstitution } from '../../domain/leaving.ts';
import { operation } from '../../http/operation.ts';
import { memberOf, rootAccount } from './in-root-account.ts';
import { User } from './schema.ts';
import { serializeUser } from './serialize.ts';

export default operation('DELETE /api/v1/accounts/{account_id}/users/{user_id}', {
  summary: 'Take a user out of the institution',
  load: { account: rootAccount('account_id'), user: memberOf('user_id') },
  requires: { user: 'delete_logins' },
  returns: User,
  async handle({ ctx, account, user }) {
    // Seen before he goes: whoever takes himself out sees nothing afterwards.
    const json = await serializeUser(ctx, user, { context: { account } });
    await removeFromInstitution(ctx, user.id);
    return json;
  },
});
