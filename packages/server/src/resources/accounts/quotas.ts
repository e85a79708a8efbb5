import { sql } from 'kysely';
import type { Account, Context } from '../../http/context.ts';

/** Those that an account without its own takes from the account above it. */
const INHERITED = ['default_storage_quota_mb', 'default_group_storage_quota_mb'] as const;

/**
 * Hands changed quotas down. As in Canvas an account that has the same quota as the one above it has none of its own,
 * so it follows, and what hangs below it in the same way follows too.
 */
export async function spreadQuotas(ctx: Context, before: Account, after: Account): Promise<void> {
  for (const quota of INHERITED) {
    if (before[quota] === after[quota]) continue;
    const column = sql.ref(quota);
    await sql`
      with recursive following as (
        select id from accounts where parent_account_id = ${after.id} and ${column} = ${before[quota]}
        union all
        select accounts.id from accounts join following on accounts.parent_account_id = following.id
        where accounts.${column} = ${before[quota]}
      )
      update accounts set ${column} = ${after[quota]} where id in (select id from following)`.execute(ctx.db);
  }
}
