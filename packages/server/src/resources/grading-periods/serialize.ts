import { isClosed, type PeriodRow } from '../../domain/grading/periods.ts';
import type { Context } from '../../http/context.ts';
import { paginateArray } from '../../http/page.ts';
import { pageMeta } from '../../http/page-meta.ts';
import type { SetPermissions } from '../grading-period-sets/rules.ts';
import type { GradingPeriod, GradingPeriods, PeriodInSet } from './schema.ts';

export const serializePeriodInSet = (
  ctx: Context,
  period: PeriodRow,
  permissions: SetPermissions,
): PeriodInSet => ({
  id: period.id,
  grading_period_group_id: period.grading_period_group_id,
  start_date: period.start_date,
  end_date: period.end_date,
  close_date: period.close_date,
  weight: period.weight,
  title: period.title,
  permissions,
  is_closed: isClosed(period, ctx.now),
});

export function serializePeriod(ctx: Context, period: PeriodRow, permissions: SetPermissions): GradingPeriod {
  return {
    ...serializePeriodInSet(ctx, period, permissions),
    id: String(period.id),
    grading_period_group_id: String(period.grading_period_group_id),
  };
}

/** A page of periods, with what JSON:API says of it. */
export function pageOfPeriods(
  ctx: Context,
  periods: readonly PeriodRow[],
  permissionsTo: (period: PeriodRow) => SetPermissions,
): GradingPeriods {
  return {
    grading_periods: paginateArray(ctx, periods).map((period) =>
      serializePeriod(ctx, period, permissionsTo(period)),
    ),
    meta: { pagination: pageMeta(ctx, periods.length), primaryCollection: 'grading_periods' },
  };
}
