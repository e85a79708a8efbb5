import type { Selectable } from 'kysely';
import type { ProgressesTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import type { Job, JobArgs } from './job.ts';

export type Progress = Selectable<ProgressesTable>;

/** What the job's Progress says that it is about. */
export interface ProgressOf {
  /** Whoever may read it may see the Progress (resources/progress/load.ts). */
  context: { type: 'Account' | 'Course' | 'GroupCategory' | 'User'; id: number };
  /** Canvas's word for the kind of work. */
  tag: string;
  /** Percent; null unless said, as with most of Canvas's jobs. */
  completion?: number;
}

/**
 * Leaves work to be done once the request's transaction is committed, on behalf of its user. This process begins
 * at once if it has a hand free; any other may.
 */
export async function enqueue<Args extends JobArgs>(
  ctx: Context,
  job: Job<Args>,
  args: Args,
  { progress: { context, tag, completion } }: { progress: ProgressOf },
): Promise<Progress> {
  const progress = await ctx.db
    .insertInto('progresses')
    .values({
      context_type: context.type,
      context_id: context.id,
      user_id: ctx.user?.id ?? null,
      tag,
      completion: completion ?? null,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('jobs')
    .values({
      name: job.name,
      args: JSON.stringify(args),
      progress_id: progress.id,
      user_id: progress.user_id,
      origin: ctx.request.origin,
      created_at: ctx.now,
    })
    .execute();
  ctx.afterCommit.push(() => ctx.site.wakeJobs());
  return progress;
}
