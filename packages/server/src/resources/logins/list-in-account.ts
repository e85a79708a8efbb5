import { demand } from '../../domain/demand.ts';
import { mayToUser } from '../../domain/user-access.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { account } from '../accounts/load.ts';
import { findUser } from '../users/load.ts';
import { refuseSubAccount } from './load.ts';
import { Logins } from './schema.ts';
import { serializeLogins } from './serialize.ts';

export default operation('GET /api/v1/accounts/{account_id}/logins', {
  summary: 'The logins that a user has in an account',
  load: { account: account('account_id') },
  // The right is one over the user whom the parameters name.
  requires: 'user',
  returns: Logins,
  async handle({ ctx, account, params }) {
    const user = params.user?.id ? await findUser(ctx, params.user.id) : ctx.me;
    await demand(ctx, mayToUser(ctx, user, 'read'));
    refuseSubAccount(account);
    const query = ctx.db
      .selectFrom('pseudonyms')
      .selectAll()
      .where('user_id', '=', user.id)
      .where('account_id', '=', account.id)
      .where('workflow_state', '<>', 'deleted');
    return await serializeLogins(ctx, await paginate(ctx, query, { key: 'id', kind: 'total' }));
  },
});
