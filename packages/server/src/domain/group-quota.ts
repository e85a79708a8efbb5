import { anyOf } from '../db/any-of.ts';
import type { Context } from '../http/context.ts';
import type { GroupRow } from './group-access.ts';

type WithQuota = Pick<GroupRow, 'account_id' | 'storage_quota_mb'>;

/** How many megabytes each of some groups may keep: its own number, or what its account gives. In one query. */
export async function groupQuotas(
  ctx: Context,
  groups: readonly WithQuota[],
): Promise<(group: WithQuota) => number> {
  const rows = await ctx.db
    .selectFrom('accounts')
    .select(['id', 'default_group_storage_quota_mb'])
    .where('id', '=', anyOf(groups.map(({ account_id }) => account_id)))
    .execute();
  const given = new Map(rows.map((row) => [row.id, row.default_group_storage_quota_mb]));
  return ({ account_id, storage_quota_mb }) => storage_quota_mb ?? (given.get(account_id) as number);
}
