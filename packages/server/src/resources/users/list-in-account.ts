import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { account } from '../accounts/load.ts';
import { accountUserOrder, accountUsers } from './account-users.ts';
import { User } from './schema.ts';
import { serializeUsers } from './serialize.ts';

const includable = ['avatar_url', 'email', 'last_login', 'time_zone', 'uuid'] as const;

export default operation('GET /api/v1/accounts/{account_id}/users', {
  summary: 'The users of an account and of every account below it',
  load: { account: account('account_id') },
  requires: { account: 'read_roster' },
  returns: List(User),
  async handle({ ctx, account, params }) {
    const query = await accountUsers(ctx, account, params);
    const users = await paginate(ctx, query, accountUserOrder(params));
    return await serializeUsers(ctx, users, {
      context: { account },
      includes: includable.filter(
        (name) => params.include?.includes(name) || (name === 'last_login' && params.sort === 'last_login'),
      ),
      deletedLogins: params.include_deleted_users === true,
    });
  },
});
