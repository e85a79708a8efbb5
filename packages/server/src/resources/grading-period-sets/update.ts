import { regradeTerms } from '../../domain/grading/recompute-courses-job.ts';
import { NoContent, noContent } from '../../http/no-content.ts';
import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { gradingPeriodSet } from './load.ts';
import { chooseTerms, refuseBelowRoot, setColumns } from './write.ts';

export default operation('PATCH /api/v1/accounts/{account_id}/grading_period_sets/{id}', {
  summary: 'Change a set of grading periods, and the terms that go by it',
  load: { account: account('account_id'), set: gradingPeriodSet('id') },
  requires: { account: 'manage' },
  returns: NoContent,
  async handle({ ctx, account, set, params }) {
    refuseBelowRoot(account);
    const columns = setColumns(params);
    const terms = await chooseTerms(ctx, set.id, params);
    await ctx.db
      .updateTable('grading_period_groups')
      .set({ ...columns, updated_at: ctx.now })
      .where('id', '=', set.id)
      .execute();
    await regradeTerms(ctx, terms);
    return noContent();
  },
});
