import { sql } from 'kysely';
import { type CourseRow, mayInCourse } from '../../domain/course-access.ts';
import type { Context } from '../../http/context.ts';
import { defineJob, JobFailed } from '../../jobs/job.ts';
import { moveCourse } from './states.ts';

const EVENTS = ['offer', 'conclude', 'delete', 'undelete'] as const;
type BulkEvent = (typeof EVENTS)[number];

export const isBulkEvent = (name: string): name is BulkEvent => (EVENTS as readonly string[]).includes(name);

type Args = {
  account_id: number;
  event: BulkEvent;
  left: number[];
  done: number;
  /** What went wrong → with which courses. */
  failed: Record<string, number[]>;
};

export const bulkUpdateJob = defineJob<Args>('course_batch_update', async (job, begun) => {
  const { left, ...state } = begun;
  const failures = () => Object.values(state.failed).flat().length;
  const total = left.length + state.done + failures();
  // Canvas tells of its progress at every twentieth.
  const pace = Math.max(Math.trunc(total / 20), 4);
  for (const [index, id] of left.entries()) {
    await job.step(async (ctx) => {
      const problem = await updateOne(ctx, state, id);
      if (problem) state.failed[problem] = [...(state.failed[problem] ?? []), id];
      else state.done++;
      const handled = state.done + failures();
      if (handled % pace === 0) await job.progress.update((100 * handled) / total);
      await job.continueWith({ ...state, left: left.slice(index + 1) });
    });
  }
  const message = [
    state.done === 1 ? '1 course processed' : `${state.done} courses processed`,
    ...Object.entries(state.failed).map(([problem, ids]) => `${problem}: ${ids.join(', ')}`),
  ].join('\n');
  if (state.done > 0) return await job.progress.finish(message);
  await job.progress.update(100);
  throw new JobFailed(message);
});

/** @returns why the course stays as it is, in Canvas's words */
async function updateOne(
  ctx: Context,
  { account_id, event }: Pick<Args, 'account_id' | 'event'>,
  id: number,
): Promise<string | undefined> {
  const course = await findBelow(ctx, account_id, id);
  if (!course || (course.workflow_state === 'deleted' && event !== 'undelete')) {
    return 'The course was not found';
  }
  if (!(await mayInCourse(ctx, course, 'update'))) return 'Access was denied';
  if (event === 'delete') await freeSisId(ctx, course);
  // Canvas doesn't ask whether there is anything to restore: what isn't deleted is unpublished.
  const restoresNothing = event === 'undelete' && course.workflow_state !== 'deleted';
  await moveCourse(ctx, course, restoresNothing ? 'claim' : event);
}

/** Of the account or below it, be it by a section that came from a course there. */
async function findBelow(ctx: Context, accountId: number, id: number): Promise<CourseRow | undefined> {
  const below = sql`(select id from accounts where path @> array[${accountId}]::bigint[])`;
  return await ctx.db
    .selectFrom('courses')
    .selectAll()
    .where('id', '=', id)
    .where(
      sql<boolean>`(account_id in ${below} or exists (select 1 from course_sections section
        join courses origin on origin.id = section.nonxlist_course_id
        where section.course_id = courses.id and section.workflow_state = 'active'
          and origin.account_id in ${below}))`,
    )
    .executeTakeFirst();
}

/** A course deleted by hand gives its SIS id back. */
async function freeSisId(ctx: Context, { id }: CourseRow): Promise<void> {
  await ctx.db.updateTable('courses').set({ sis_course_id: null }).where('id', '=', id).execute();
}
