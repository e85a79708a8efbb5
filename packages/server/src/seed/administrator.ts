import type { Db } from '../db/database.ts';

/** The first of those who can sign in. */
export const usableUsers = (db: Db) =>
  db
    .selectFrom('users')
    .innerJoin('pseudonyms', 'pseudonyms.user_id', 'users.id')
    .select(['users.id', 'users.name'])
    .where('users.workflow_state', 'not in', ['deleted', 'creation_pending'])
    .where('pseudonyms.workflow_state', '=', 'active')
    .orderBy('users.id')
    .limit(1);

/** The institution's first administrator who can sign in. */
export async function firstAdministrator(db: Db): Promise<{ id: number; name: string } | undefined> {
  return await usableUsers(db)
    .innerJoin('account_users', 'account_users.user_id', 'users.id')
    .innerJoin('roles', 'roles.id', 'account_users.role_id')
    .innerJoin('accounts', 'accounts.id', 'account_users.account_id')
    .where('account_users.workflow_state', '=', 'active')
    .where('accounts.parent_account_id', 'is', null)
    .where('roles.name', '=', 'AccountAdmin')
    .where('roles.workflow_state', '=', 'built_in')
    .executeTakeFirst();
}
