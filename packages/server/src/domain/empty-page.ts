import { sql } from 'kysely';
import type { Context } from '../http/context.ts';
import { type PageOptions, paginate } from '../http/page.ts';

/**
 * A page of what Easel has none of yet, paged as Canvas pages it: the Link header, and 404 for a page that is none.
 * @returns the empty list
 */
export async function emptyPage(
  ctx: Context,
  kind: PageOptions['kind'],
  perPage?: PageOptions['perPage'],
): Promise<never[]> {
  const nothing = ctx.db.selectFrom(sql<{ id: number }>`(select 1 as id where false)`.as('nothing'));
  await paginate(ctx, nothing.select('nothing.id'), { key: 'nothing.id', kind, ...(perPage && { perPage }) });
  return [];
}
