import type { Selectable } from 'kysely';
import { anyOf } from '../../db/any-of.ts';
import type { ProficiencyRating } from '../../db/json-columns.ts';
import type { OutcomeProficienciesTable } from '../../db/tables/index.ts';
import type { AccountContext, CourseContext } from '../../domain/contexts.ts';
import type { Context } from '../../http/context.ts';

/** The scale that a context has of its own; undefined for none. */
export async function ownProficiency(
  ctx: Context,
  { type, id }: AccountContext | CourseContext,
): Promise<Selectable<OutcomeProficienciesTable> | undefined> {
  return await ctx.db
    .selectFrom('outcome_proficiencies')
    .selectAll()
    .where('context_type', '=', type)
    .where('context_id', '=', id)
    .executeTakeFirst();
}

/** The scales of those of some accounts that have one. */
export async function proficienciesOf(
  ctx: Context,
  accountIds: readonly number[],
): Promise<Map<number, ProficiencyRating[]>> {
  const rows = await ctx.db
    .selectFrom('outcome_proficiencies')
    .select(['context_id', 'ratings'])
    .where('context_type', '=', 'Account')
    .where('context_id', '=', anyOf(accountIds))
    .execute();
  return new Map(rows.map(({ context_id, ratings }) => [context_id, ratings]));
}
