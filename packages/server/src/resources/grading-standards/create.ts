import { inContexts } from '../../http/in-contexts.ts';
import { accountContext } from '../accounts/load.ts';
import { courseContext } from '../courses/load.ts';
import { GradingStandard } from './schema.ts';
import { serializeGradingStandard } from './serialize.ts';
import { standardColumns } from './write.ts';

export default inContexts(
  { accounts: accountContext, courses: courseContext },
  'POST /api/v1/{context}/grading_standards',
  {
    summary: 'Make a grading standard',
    requires: { context: 'manage_grades' },
    returns: GradingStandard,
    async handle({ ctx, context, params }) {
      const { data, ...columns } = standardColumns(params);
      const standard = await ctx.db
        .insertInto('grading_standards')
        .values({
          ...columns,
          data: JSON.stringify(data),
          context_type: context.type,
          context_id: context.id,
          user_id: ctx.me.id,
          created_at: ctx.now,
          updated_at: ctx.now,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return serializeGradingStandard(standard);
    },
  },
);
