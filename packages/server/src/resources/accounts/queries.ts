import { randomUUID } from 'node:crypto';
import { type Insertable, sql } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { AccountsTable } from '../../db/tables/index.ts';
import { randomToken } from '../../domain/random-token.ts';
import { adminRoles } from '../../domain/roles-held.ts';
import type { Account, Context } from '../../http/context.ts';
import { paginateArray } from '../../http/page.ts';

/** Sorts by name without regard to accents and case, as `sortKey` does. */
export const nameKey = sql<string>`lower(regexp_replace(normalize(accounts.name, nfkd), '[\u0300-\u036f]', '', 'g')) collate "C"`;

/** Sorts by distance from the root. */
export const tier = sql<number>`cardinality(accounts.path)`;

/** Accounts that are not deleted and hang below none that is. */
export function liveAccounts(ctx: Context) {
  return ctx.db.selectFrom('accounts').where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('accounts as above')
          .select('above.id')
          .where((eb) => eb('above.id', '=', eb.fn.any('accounts.path')))
          .where('above.workflow_state', '=', 'deleted'),
      ),
    ),
  );
}

/** The accounts in which the caller holds an account role, by id. */
export async function adminAccounts(ctx: Context): Promise<Account[]> {
  const held = await adminRoles(ctx);
  return await ctx.db
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', anyOf(held.map(({ account_id }) => account_id)))
    .orderBy('id')
    .execute();
}

/** The ids of what hangs below each of some accounts, tier by tier. */
export async function descendantIds(ctx: Context, ids: readonly number[]): Promise<Map<number, number[]>> {
  const below = new Map(ids.map((id): [number, number[]] => [id, []]));
  const rows = await liveAccounts(ctx)
    .select(['accounts.id', 'accounts.path'])
    .where(sql<boolean>`accounts.path && ${[...ids]}::bigint[]`)
    .orderBy(tier)
    .orderBy('accounts.id')
    .execute();
  for (const { id, path } of rows) {
    for (const above of path) if (above !== id) below.get(above)?.push(id);
  }
  return below;
}

/** One page of accounts that are known by their ids, in the order of these. */
export async function pageOfAccounts(ctx: Context, ids: Iterable<number>): Promise<Account[]> {
  const page = paginateArray(ctx, [...new Set(ids)]);
  const rows = await ctx.db.selectFrom('accounts').selectAll().where('id', '=', anyOf(page)).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return page.flatMap((id) => byId.get(id) ?? []);
}

/**
 * Makes an account below another.
 * @returns undefined where an account that must be the only one of its kind or SIS id is there already
 */
export async function insertAccount(
  ctx: Context,
  parent: Account,
  values: { name: string } & Partial<Insertable<AccountsTable>>,
): Promise<Account | undefined> {
  // The path ends in the account's own id, so that has to be known beforehand.
  const { rows } = await sql<{
    id: number;
  }>`select nextval(pg_get_serial_sequence('accounts', 'id')) as id`.execute(ctx.db);
  const { id } = rows[0] as { id: number };
  return await ctx.db
    .insertInto('accounts')
    .values({
      default_storage_quota_mb: parent.default_storage_quota_mb,
      default_group_storage_quota_mb: parent.default_group_storage_quota_mb,
      ...values,
      id,
      parent_account_id: parent.id,
      root_account_id: parent.root_account_id,
      path: [...parent.path, id],
      uuid: randomToken(40),
      lti_guid: `${randomToken(40)}.easel-lms`,
      lti_context_id: randomUUID(),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}
