import { sql } from 'kysely';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { accountContext } from '../accounts/load.ts';
import { courseContext } from '../courses/load.ts';
import { gradingStandard } from './load.ts';
import { GradingStandard } from './schema.ts';
import { serializeGradingStandard } from './serialize.ts';
import { changesScheme, standardColumns } from './write.ts';

const IN_USE =
  'Cannot modify grading scheme data, points_based setting, or scaling_factor for a grading standard that has been ' +
  'used for grading. Only the title can be updated.';

export default inContexts(
  { accounts: accountContext, courses: courseContext },
  'PUT /api/v1/{context}/grading_standards/{grading_standard_id}',
  {
    summary: 'Change a grading standard',
    load: { standard: gradingStandard('grading_standard_id') },
    requires: { context: 'manage_grades' },
    returns: GradingStandard,
    async handle({ ctx, standard, params }) {
      if (changesScheme(params) && (await hasGraded(ctx, standard.id))) {
        throw new Refusal(400, { errors: { base: [IN_USE] } });
      }
      const { data, ...columns } = standardColumns(params, standard);
      const changed = await ctx.db
        .updateTable('grading_standards')
        .set({ ...columns, data: JSON.stringify(data), updated_at: ctx.now })
        .where('id', '=', standard.id)
        .returningAll()
        .executeTakeFirstOrThrow();
      return serializeGradingStandard(changed);
    },
  },
);

/** Whether anything of an assignment that goes by it is graded. */
async function hasGraded(ctx: Context, standardId: number): Promise<boolean> {
  const graded = await ctx.db
    .selectFrom('submissions')
    .innerJoin('assignments', 'assignments.id', 'submissions.assignment_id')
    .select(sql<number>`1`.as('one'))
    .where('assignments.grading_standard_id', '=', standardId)
    .where('assignments.workflow_state', '<>', 'deleted')
    .where('submissions.workflow_state', '=', 'graded')
    .limit(1)
    .executeTakeFirst();
  return graded !== undefined;
}
