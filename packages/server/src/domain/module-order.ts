/** The order of modules in their course and of items in their module, and what depends on it. */
import { sql } from 'kysely';
import { InvalidRecord } from '../errors.ts';
import type { Context } from '../http/context.ts';
import type { CourseRow } from './course-access.ts';
import { itemsOfModules } from './module-items.ts';
import { modulesOf } from './module-progress.ts';

export interface Move {
  readonly id: number;
  /** From 1 on; beyond the end it is the end. */
  readonly position: number;
}

/** Two who change the modules of a course at once do it one after the other. */
export async function lockModules(ctx: Context, { id }: CourseRow): Promise<void> {
  await ctx.db.selectFrom('courses').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

/**
 * Numbers the modules of a course from 1 on, after moving one of them if asked, and drops prerequisites that don't stand
 * before what asks for them any more.
 *
 * @throws InvalidRecord for a position that is none
 */
export async function arrangeModules(ctx: Context, course: CourseRow, move?: Move): Promise<void> {
  const modules = await modulesOf(ctx, course);
  const ids = moved(
    modules.map(({ id }) => id),
    move,
  );
  const rankOf = new Map(ids.map((id, index) => [id, index + 1]));
  for (const { id, position, prerequisite_module_ids } of modules) {
    const rank = rankOf.get(id) as number;
    const kept = prerequisite_module_ids.filter((other) => (rankOf.get(other) ?? rank) < rank);
    if (rank === position && kept.length === prerequisite_module_ids.length) continue;
    await ctx.db
      .updateTable('context_modules')
      .set({ position: rank, prerequisite_module_ids: kept })
      .where('id', '=', id)
      .execute();
  }
}

/**
 * Numbers the items of a module from 1 on, after moving one of them if asked.
 * @throws InvalidRecord for a position that is none
 */
export async function arrangeItems(ctx: Context, moduleId: number, move?: Move): Promise<void> {
  const items = (await itemsOfModules(ctx, [moduleId])).get(moduleId) ?? [];
  const ids = moved(
    items.map(({ id }) => id),
    move,
  );
  await sql`update module_items set position = ranked.position
    from unnest(${ids}::bigint[]) with ordinality as ranked (id, position)
    where module_items.id = ranked.id and module_items.position <> ranked.position`.execute(ctx.db);
}

function moved(ids: number[], move: Move | undefined): number[] {
  if (!move) return ids;
  if (move.position < 1) throw new InvalidRecord({ position: ['Invalid position'] });
  const others = ids.filter((id) => id !== move.id);
  others.splice(move.position - 1, 0, move.id);
  return others;
}
