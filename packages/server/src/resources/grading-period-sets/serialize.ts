import { type PeriodSetRow, periodsOfSets } from '../../domain/grading/periods.ts';
import type { Context } from '../../http/context.ts';
import { serializePeriodInSet } from '../grading-periods/serialize.ts';
import { permissionsTo } from './rules.ts';
import type { GradingPeriodSet } from './schema.ts';

/** Sets of the institution, with all their periods. */
export async function serializeSets(
  ctx: Context,
  sets: readonly PeriodSetRow[],
): Promise<GradingPeriodSet[]> {
  const [first] = sets;
  if (!first) return [];
  const permissions = await permissionsTo(ctx, first);
  const periods = await periodsOfSets(
    ctx,
    sets.map(({ id }) => id),
  );
  return sets.map((set) => ({
    id: String(set.id),
    title: set.title,
    weighted: set.weighted,
    display_totals_for_all_grading_periods: set.display_totals_for_all_grading_periods,
    account_id: set.account_id === null ? null : String(set.account_id),
    course_id: set.course_id === null ? null : String(set.course_id),
    grading_periods: (periods.get(set.id) ?? []).map((period) =>
      serializePeriodInSet(ctx, period, permissions),
    ),
    permissions,
    created_at: set.created_at,
  }));
}
