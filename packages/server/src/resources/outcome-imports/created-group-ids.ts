import { Refusal } from '../../errors.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { List, Text } from '../../http/schema.ts';
import { accountsAndCourses } from '../outcome-groups/load.ts';
import { outcomeImport } from './load.ts';

/** As in Canvas the whole list comes at once. */
export default inContexts(
  accountsAndCourses,
  'GET /api/v1/{context}/outcome_imports/{id}/created_group_ids',
  {
    summary: 'The groups that an import made or changed',
    load: { outcomeImport: outcomeImport('id') },
    requires: { context: ['import_outcomes', 'manage_outcomes'] },
    returns: List(Text),
    async handle({ ctx, outcomeImport: { id, workflow_state } }) {
      if (workflow_state === 'failed') throw new Refusal(404, { message: 'Import has failed' });
      if (workflow_state !== 'succeeded')
        throw new Refusal(404, { message: 'Import is still being processed' });
      const groups = await ctx.db
        .selectFrom('learning_outcome_groups')
        .select('id')
        .where('outcome_import_id', '=', id)
        .orderBy('id')
        .execute();
      return groups.map((group) => String(group.id));
    },
  },
);
