import type { PeriodSetRow } from '../../domain/grading/periods.ts';
import { regradeCourse, regradeTerms } from '../../domain/grading/recompute-courses-job.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { NoContent, noContent } from '../../http/no-content.ts';
import { accountContext } from '../accounts/load.ts';
import { courseContext } from '../courses/load.ts';
import { ownGradingPeriod } from './load.ts';
import { termsOf } from './write.ts';

export default inContexts(
  { accounts: accountContext, courses: courseContext },
  'DELETE /api/v1/{context}/grading_periods/{id}',
  {
    summary: 'Delete a grading period',
    load: { period: ownGradingPeriod('id') },
    requires: { period: 'delete' },
    returns: NoContent,
    async handle({ ctx, period: { period, set } }) {
      await ctx.db
        .updateTable('grading_periods')
        .set({ workflow_state: 'deleted', updated_at: ctx.now })
        .where('id', '=', period.id)
        .execute();
      if (set.course_id === null) await regradeTerms(ctx, await termsOf(ctx, set));
      else await leaveSet(ctx, set, set.course_id);
      return noContent();
    },
  },
);

/** A course's set goes with the last of its periods, and those of the term count again. */
async function leaveSet(ctx: Context, set: PeriodSetRow, courseId: number): Promise<void> {
  await ctx.db
    .updateTable('grading_period_groups')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('id', '=', set.id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('grading_periods')
            .select('grading_periods.id')
            .where('grading_periods.grading_period_group_id', '=', set.id)
            .where('grading_periods.workflow_state', '=', 'active'),
        ),
      ),
    )
    .execute();
  await regradeCourse(ctx, courseId);
}
