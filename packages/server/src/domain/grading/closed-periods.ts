/** What stands still because the grading period in which it is due is closed. */
import { anyOf } from '../../db/any-of.ts';
import type { Context } from '../../http/context.ts';
import { isClosed, type PeriodRow, periodAt } from './periods.ts';

/** Those of some assignments that are due in a closed period, be it for one student only. */
export async function assignmentsInClosedPeriods(
  ctx: Context,
  assignmentIds: readonly number[],
): Promise<Set<number>> {
  if (assignmentIds.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom('submissions')
    .innerJoin('grading_periods', 'grading_periods.id', 'submissions.grading_period_id')
    .select('submissions.assignment_id')
    .distinct()
    .where('submissions.assignment_id', '=', anyOf(assignmentIds))
    .where('submissions.workflow_state', '<>', 'deleted')
    .where('grading_periods.workflow_state', '=', 'active')
    .where('grading_periods.close_date', '<', ctx.now)
    .execute();
  return new Set(rows.map(({ assignment_id }) => assignment_id));
}

/** Whether something due then would fall in a closed period. */
export function isClosedAt(periods: readonly PeriodRow[], date: string | null, now: string): boolean {
  const period = periodAt(periods, date);
  return period !== undefined && isClosed(period, now);
}
