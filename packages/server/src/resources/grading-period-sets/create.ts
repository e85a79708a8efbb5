import { regradeTerms } from '../../domain/grading/recompute-courses-job.ts';
import { operation, Reply } from '../../http/operation.ts';
import { Shape } from '../../http/schema.ts';
import { account } from '../accounts/load.ts';
import { GradingPeriodSet } from './schema.ts';
import { serializeSets } from './serialize.ts';
import { chooseTerms, refuseBelowRoot, setColumns } from './write.ts';

export default operation('POST /api/v1/accounts/{account_id}/grading_period_sets', {
  summary: 'Make a set of grading periods',
  load: { account: account('account_id') },
  requires: { account: 'manage' },
  returns: Shape({ grading_period_set: GradingPeriodSet }),
  async handle({ ctx, account, params }) {
    refuseBelowRoot(account);
    const set = await ctx.db
      .insertInto('grading_period_groups')
      .values({ ...setColumns(params), account_id: account.id, created_at: ctx.now, updated_at: ctx.now })
      .returningAll()
      .executeTakeFirstOrThrow();
    // A term that comes from another set loses the periods of that one.
    await regradeTerms(ctx, await chooseTerms(ctx, set.id, params));
    const [grading_period_set] = await serializeSets(ctx, [set]);
    return new Reply(201, { grading_period_set: grading_period_set as GradingPeriodSet });
  },
});
