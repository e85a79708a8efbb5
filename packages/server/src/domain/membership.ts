/** Who belongs to an account. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Account, Context } from '../http/context.ts';

/**
 * Of a query over `users`: by a login in the root account, an enrollment or an account role there or below.
 * Canvas keeps the same in its account associations.
 */
export function belongsTo(account: Account): RawBuilder<SqlBool> {
  const subtree = sql`(select id from accounts where path @> array[${account.id}]::bigint[])`;
  const byLogin =
    account.parent_account_id === null
      ? sql`exists (select 1 from pseudonyms where pseudonyms.user_id = users.id
          and pseudonyms.account_id = ${account.id} and pseudonyms.workflow_state <> 'deleted')`
      : sql`false`;
  return sql<SqlBool>`(${byLogin}
    or exists (select 1 from enrollments join courses on courses.id = enrollments.course_id
      where enrollments.user_id = users.id and enrollments.workflow_state not in ('deleted', 'rejected')
        and courses.workflow_state <> 'deleted' and courses.account_id in ${subtree})
    or exists (select 1 from account_users where account_users.user_id = users.id
      and account_users.workflow_state = 'active' and account_users.account_id in ${subtree}))`;
}

export async function isMember(ctx: Context, account: Account, userId: number): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('users')
    .select('id')
    .where('id', '=', userId)
    .where(belongsTo(account))
    .executeTakeFirst();
  return row !== undefined;
}
