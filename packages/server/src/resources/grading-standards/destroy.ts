import { inContexts } from '../../http/in-contexts.ts';
import { accountContext } from '../accounts/load.ts';
import { courseContext } from '../courses/load.ts';
import { gradingStandard } from './load.ts';
import { GradingStandard } from './schema.ts';
import { serializeGradingStandard } from './serialize.ts';

/** What goes by it already goes on to. */
export default inContexts(
  { accounts: accountContext, courses: courseContext },
  'DELETE /api/v1/{context}/grading_standards/{grading_standard_id}',
  {
    summary: 'Delete a grading standard',
    load: { standard: gradingStandard('grading_standard_id') },
    requires: { context: 'manage_grades' },
    returns: GradingStandard,
    async handle({ ctx, standard }) {
      await ctx.db
        .updateTable('grading_standards')
        .set({ workflow_state: 'deleted', updated_at: ctx.now })
        .where('id', '=', standard.id)
        .execute();
      return serializeGradingStandard(standard);
    },
  },
);
