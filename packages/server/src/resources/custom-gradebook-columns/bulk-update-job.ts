import { defineJob, JobFailed } from '../../jobs/job.ts';
import { type Datum, writeData } from './data.ts';
import { MAX_TEXT } from './write.ts';

type Args = { course_id: number; data: Datum[] };

/** How many entries are written at once. */
const PORTION = 100;

export const bulkUpdateDataJob = defineJob<Args>(
  'custom_columns_submissions_update',
  async (job, { data }) => {
    const tooLong = data.find(({ content }) => content.length > MAX_TEXT);
    if (tooLong) throw new JobFailed(`Content is too long (maximum is ${MAX_TEXT} characters)`);
    // Written twice after a crash: the same then.
    for (let at = 0; at < data.length; at += PORTION) {
      await job.step(async (ctx) => {
        await writeData(ctx, data.slice(at, at + PORTION));
        await job.progress.update((100 * Math.min(at + PORTION, data.length)) / data.length);
      });
    }
    await job.progress.finish();
  },
);
