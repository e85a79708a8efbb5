import { mayInAccount } from '../../domain/account-access.ts';
import type { AccountRight } from '../../domain/account-rights.ts';
import type { Account } from '../../http/context.ts';
import { loads, operation } from '../../http/operation.ts';
import { findAccount } from '../accounts/load.ts';
import { user } from './load.ts';
import { mergeUsers } from './merge-users.ts';
import { User } from './schema.ts';
import { serializeUser } from './serialize.ts';

/** An account by its id or, as nowhere else, by the host name of its institution. */
const accountOrHost = loads<Account, AccountRight>({
  async find(ctx, text) {
    return text === new URL(ctx.request.origin).host ? ctx.rootAccount : await findAccount(ctx, text);
  },
  grants: mayInAccount,
});

export default operation(
  'PUT /api/v1/users/{id}/merge_into/accounts/{destination_account_id}/users/{destination_user_id}',
  {
    summary: 'Make one user of two, the second known in another account',
    load: {
      from: user('id'),
      account: accountOrHost('destination_account_id'),
      into: user('destination_user_id'),
    },
    requires: { from: 'merge', into: 'merge' },
    returns: User,
    async handle({ ctx, from, account, into }) {
      const merged = await mergeUsers(ctx, from, into);
      return await serializeUser(ctx, merged, { context: { account }, includes: ['locale'] });
    },
  },
);
