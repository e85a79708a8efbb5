import { inContexts } from '../../http/in-contexts.ts';
import { accountContext } from '../accounts/load.ts';
import { courseContext } from '../courses/load.ts';
import { gradingStandard } from './load.ts';
import { GradingStandard } from './schema.ts';
import { serializeGradingStandard } from './serialize.ts';

export default inContexts(
  { accounts: accountContext, courses: courseContext },
  'GET /api/v1/{context}/grading_standards/{grading_standard_id}',
  {
    summary: 'A grading standard',
    load: { standard: gradingStandard('grading_standard_id') },
    requires: { context: 'read' },
    returns: GradingStandard,
    handle: async ({ standard }) => serializeGradingStandard(standard),
  },
);
