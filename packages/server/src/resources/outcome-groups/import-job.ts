import { outcomeApiPath } from '../../domain/outcome-contexts.ts';
import type { OutcomeGroupRow } from '../../domain/outcome-groups.ts';
import type { Context } from '../../http/context.ts';
import { defineJob, JobFailed } from '../../jobs/job.ts';
import { copyGroup } from './copy.ts';

type Args = { source_id: number; target_id: number };

export const importOutcomeGroupJob = defineJob<Args>('import_outcome_group', async (job, args) => {
  await job.step(async (ctx) => {
    const [source, target] = [await active(ctx, args.source_id), await active(ctx, args.target_id)];
    if (!source || !target) throw new JobFailed('The outcome group was not found');
    const copy = await copyGroup(ctx, source, target);
    await job.progress.finish(null, {
      outcome_group_id: copy.id,
      outcome_group_url: `${outcomeApiPath(copy)}/outcome_groups/${copy.id}`,
    });
  });
});

const active = async (ctx: Context, id: number): Promise<OutcomeGroupRow | undefined> =>
  await ctx.db
    .selectFrom('learning_outcome_groups')
    .selectAll()
    .where('id', '=', id)
    .where('workflow_state', '=', 'active')
    .executeTakeFirst();
