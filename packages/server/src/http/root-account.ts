import type { Db } from '../db/database.ts';
import { NotFound } from '../errors.ts';
import type { Account } from './context.ts';

/** The institution that the request's host serves. One a database, until worlds come. Throws NotFound. */
export async function findRootAccount(db: Db): Promise<Account> {
  const account = await db
    .selectFrom('accounts')
    .selectAll()
    .where('parent_account_id', 'is', null)
    .where('workflow_state', '<>', 'deleted')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (!account) throw new NotFound();
  return account;
}
