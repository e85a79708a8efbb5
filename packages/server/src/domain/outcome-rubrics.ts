import type { Context } from '../http/context.ts';

/**
 * Those of some outcomes whose changes reach a rubric: one that is aligned with it, is associated at most once and was
 * never assessed with. There are no rubrics yet.
 */
export async function outcomesWithUpdateableRubrics(
  _ctx: Context,
  _outcomeIds: readonly number[],
): Promise<ReadonlySet<number>> {
  return new Set();
}
