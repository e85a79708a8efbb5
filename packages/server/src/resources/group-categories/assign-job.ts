import { defineJob } from '../../jobs/job.ts';
import { assignUnassigned } from './distribute.ts';
import { findGroupCategory } from './load.ts';

/** One step: who was put into a group by it isn't without one when it begins again. */
export const assignJob = defineJob<{ group_category_id: number }>(
  'assign_unassigned_members',
  async (job, { group_category_id }) => {
    await job.step(async (ctx) => {
      await assignUnassigned(ctx, await findGroupCategory(ctx, String(group_category_id)));
      await job.progress.finish();
    });
  },
);
