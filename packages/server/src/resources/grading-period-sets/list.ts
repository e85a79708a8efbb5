import { operation } from '../../http/operation.ts';
import { paginateArray } from '../../http/page.ts';
import { pageMeta } from '../../http/page-meta.ts';
import { account } from '../accounts/load.ts';
import { setsOfInstitution } from './load.ts';
import { GradingPeriodSets } from './schema.ts';
import { serializeSets } from './serialize.ts';

export default operation('GET /api/v1/accounts/{account_id}/grading_period_sets', {
  summary: 'The sets of grading periods of the institution',
  load: { account: account('account_id') },
  requires: { account: 'read' },
  returns: GradingPeriodSets,
  async handle({ ctx }) {
    const sets = await setsOfInstitution(ctx).orderBy('id').execute();
    return {
      grading_period_sets: await serializeSets(ctx, paginateArray(ctx, sets)),
      meta: { pagination: pageMeta(ctx, sets.length) },
    };
  },
});
