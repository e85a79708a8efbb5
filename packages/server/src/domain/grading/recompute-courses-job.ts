/** After a change to the grading periods of whole terms: their courses, one after the other. */
import { anyOf } from '../../db/any-of.ts';
import type { Context } from '../../http/context.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { defineJob } from '../../jobs/job.ts';
import { assignPeriods } from './assign-periods.ts';
import { recomputeScores } from './recompute-scores.ts';

type Args = { left: number[] };

export const recomputeCoursesJob = defineJob<Args>('recompute_courses', async (job, { left }) => {
  for (const [index, id] of left.entries()) {
    await job.step(async (ctx) => {
      await regradeCourse(ctx, id);
      await job.continueWith({ left: left.slice(index + 1) });
    });
  }
  await job.progress.finish(`${left.length} courses processed`);
});

/** Brings a course into step with its grading periods. */
export async function regradeCourse(ctx: Context, courseId: number): Promise<void> {
  await assignPeriods(ctx, { courseIds: [courseId] });
  await recomputeScores(ctx, courseId);
}

/** Leaves the courses of some terms to be brought into step once the request is over. */
export async function regradeTerms(ctx: Context, termIds: readonly number[]): Promise<void> {
  const courses = await ctx.db
    .selectFrom('courses')
    .select('id')
    .where('enrollment_term_id', '=', anyOf(termIds))
    .where('workflow_state', '<>', 'deleted')
    .orderBy('id')
    .execute();
  if (courses.length === 0) return;
  await enqueue(
    ctx,
    recomputeCoursesJob,
    { left: courses.map(({ id }) => id) },
    { progress: { context: { type: 'Account', id: ctx.rootAccount.id }, tag: 'recompute_courses' } },
  );
}
