import {
  accountsAround,
  globalContext,
  isIn,
  mayWithOutcomes,
  type OutcomeContext,
  outcomeContextOf,
} from '../../domain/outcome-contexts.ts';
import type { OutcomeGroupRow } from '../../domain/outcome-groups.ts';
import type { Context } from '../../http/context.ts';
import { inContexts } from '../../http/in-contexts.ts';
import { Either } from '../../http/schema.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { Progress } from '../progress/schema.ts';
import { serializeProgress } from '../progress/serialize.ts';
import { copyGroup } from './copy.ts';
import { importOutcomeGroupJob } from './import-job.ts';
import { anywhere, outcomeGroup } from './load.ts';
import { refused } from './refusal.ts';
import { OutcomeGroup } from './schema.ts';
import { serializeOutcomeGroup } from './serialize.ts';

export default inContexts(anywhere, 'POST /api/v1/{context}/outcome_groups/{id}/import', {
  summary: 'Copy a group from elsewhere under this one, with links to the same outcomes',
  load: { group: outcomeGroup('id') },
  requires: { context: 'manage_outcomes' },
  returns: Either(OutcomeGroup, Progress),
  async handle({ ctx, context, group, params }) {
    const source = await importable(ctx, context, params.source_outcome_group_id ?? 0);
    // Nobody manages what is global, so the second never holds.
    if (!params.async || context.type === null) {
      return await serializeOutcomeGroup(ctx, await copyGroup(ctx, source, group));
    }
    const progress = await enqueue(
      ctx,
      importOutcomeGroupJob,
      { source_id: source.id, target_id: group.id },
      { progress: { context: { type: context.type, id: context.id }, tag: 'import_outcome_group' } },
    );
    return serializeProgress(ctx, progress);
  },
});

/** A group, but no root, that is global, of the same context, or of an account above it whose outcomes the caller reads. */
async function importable(ctx: Context, context: OutcomeContext, sourceId: number): Promise<OutcomeGroupRow> {
  const source = await ctx.db
    .selectFrom('learning_outcome_groups')
    .selectAll()
    .where('id', '=', sourceId)
    .where('workflow_state', '=', 'active')
    .executeTakeFirst();
  if (!source) throw refused();
  if (!isIn(source, context)) {
    const above = await accountsAround(ctx, context);
    const isAbove = source.context_type === 'Account' && above.includes(source.context_id ?? 0);
    if (!isAbove && !isIn(source, globalContext)) throw refused();
    const readable = await mayWithOutcomes(ctx, await outcomeContextOf(ctx, source), 'read_outcomes');
    if (!readable) throw refused(403);
  }
  if (source.learning_outcome_group_id === null) throw refused();
  return source;
}
