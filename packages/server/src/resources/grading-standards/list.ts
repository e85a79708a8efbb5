import { inContexts } from '../../http/in-contexts.ts';
import { List } from '../../http/schema.ts';
import { accountContext } from '../accounts/load.ts';
import { courseContext } from '../courses/load.ts';
import { standardsIn } from './load.ts';
import { GradingStandard } from './schema.ts';
import { serializeGradingStandard } from './serialize.ts';

/** All at once, as Canvas gives them. */
export default inContexts(
  { accounts: accountContext, courses: courseContext },
  'GET /api/v1/{context}/grading_standards',
  {
    summary: 'The grading standards that an account or a course made for itself',
    requires: { context: 'read' },
    returns: List(GradingStandard),
    async handle({ ctx, context }) {
      const standards = await standardsIn(ctx, context).orderBy('id').execute();
      return standards.map(serializeGradingStandard);
    },
  },
);
