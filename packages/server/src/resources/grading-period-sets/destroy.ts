import { regradeTerms } from '../../domain/grading/recompute-courses-job.ts';
import { NoContent, noContent } from '../../http/no-content.ts';
import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { gradingPeriodSet } from './load.ts';
import { chooseTerms, refuseBelowRoot } from './write.ts';

export default operation('DELETE /api/v1/accounts/{account_id}/grading_period_sets/{id}', {
  summary: 'Delete a set of grading periods',
  load: { account: account('account_id'), set: gradingPeriodSet('id') },
  requires: { account: 'manage' },
  returns: NoContent,
  async handle({ ctx, account, set }) {
    refuseBelowRoot(account);
    const gone = { workflow_state: 'deleted' as const, updated_at: ctx.now };
    await ctx.db.updateTable('grading_period_groups').set(gone).where('id', '=', set.id).execute();
    await ctx.db
      .updateTable('grading_periods')
      .set(gone)
      .where('grading_period_group_id', '=', set.id)
      .where('workflow_state', '=', 'active')
      .execute();
    await regradeTerms(ctx, await chooseTerms(ctx, set.id, {}));
    return noContent();
  },
});
