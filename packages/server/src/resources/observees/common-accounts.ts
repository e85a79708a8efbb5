import { isMember } from '../../domain/membership.ts';
import type { Account, Context, User } from '../../http/context.ts';
import { findAccount } from '../accounts/load.ts';

/**
 * The root accounts in which a new link can be: those to which both belong, of them the one that is asked for.
 *
 * @param asked `all`, an id, or nothing for the institution of this host, which is the only one
 */
export async function commonAccounts(
  ctx: Context,
  users: readonly User[],
  asked: string | null | undefined,
): Promise<Account[]> {
  const { rootAccount } = ctx;
  if (asked && asked !== 'all' && (await findAccount(ctx, asked)).id !== rootAccount.id) return [];
  for (const user of users) if (!(await isMember(ctx, rootAccount, user.id))) return [];
  return [rootAccount];
}
