import { inContexts } from '../../http/in-contexts.ts';
import { courseContext } from '../courses/load.ts';
import { permissionsTo } from '../grading-period-sets/rules.ts';
import { gradingPeriod } from './load.ts';
import { GradingPeriods } from './schema.ts';
import { serializePeriod } from './serialize.ts';

export default inContexts({ courses: courseContext }, 'GET /api/v1/{context}/grading_periods/{id}', {
  summary: 'A grading period that counts in a course',
  load: { period: gradingPeriod('id') },
  requires: { period: 'read' },
  returns: GradingPeriods,
  async handle({ ctx, period: found }) {
    const permissions = await permissionsTo(ctx, found.set);
    return { grading_periods: [serializePeriod(ctx, found.period, permissions)], meta: {} };
  },
});
