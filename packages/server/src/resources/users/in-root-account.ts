/** Where a user is taken out and restored: only root accounts have users of their own. */
import { mayInAccount } from '../../domain/account-access.ts';
import type { AccountRight } from '../../domain/account-rights.ts';
import { isMember } from '../../domain/membership.ts';
import { mayToUser } from '../../domain/user-access.ts';
import type { UserRight } from '../../domain/user-rights.ts';
import { NotFound } from '../../errors.ts';
import type { Account, Context, User } from '../../http/context.ts';
import { loads } from '../../http/operation.ts';
import { findAccount } from '../accounts/load.ts';
import { findUserInAnyState } from './load.ts';

async function findRootAccount(ctx: Context, text: string): Promise<Account> {
  const account = await findAccount(ctx, text);
  if (account.parent_account_id !== null) throw new NotFound();
  return account;
}

/** `load: { account: rootAccount('account_id') }` */
export const rootAccount = loads<Account, AccountRight>({ find: findRootAccount, grants: mayInAccount });

/** A user of the account that was loaded before him. */
export const memberOf = loads<User, UserRight>({
  async find(ctx, text, { account }) {
    const user = await findUserInAnyState(ctx, text);
    if (!(await isMember(ctx, account as Account, user.id))) throw new NotFound();
    return user;
  },
  grants: mayToUser,
});
