import { type Selectable, sql } from 'kysely';
import type { ProgressesTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import type { Job, JobArgs } from './job.ts';

export type Progress = Selectable<ProgressesTable>;

/** What the job's Progress says that it is about. */
export interface ProgressOf {
  /** Whoever may read it may see the Progress (resources/progress/load.ts). */
  context: {
    type: 'Account' | 'ContentExport' | 'ContentMigration' | 'Course' | 'GroupCategory' | 'User';
    id: number;
  };
  /** Canvas's word for the kind of work. */
  tag: string;
  /** Percent; null unless said, as with most of Canvas's jobs. */
  completion?: number;
}

export interface Delay {
  /** How long nobody begins with it; at once unless said otherwise. */
  delaySeconds?: number;
}

/**
 * Leaves work to be done once the request's transaction is committed, on behalf of its user. This process begins
 * at once if it has a hand free; any other may.
 */
export async function enqueue<Args extends JobArgs>(
  ctx: Context,
  job: Job<Args>,
  args: Args,
  { progress, ...delay }: { progress: ProgressOf } & Delay,
): Promise<Progress> {
  const opened = await openProgress(ctx, progress);
  await enqueueFor(ctx, job, args, opened, delay);
  return opened;
}

/** A Progress of work that is yet to be enqueued: until something that the client does first, e.g. an upload. */
export async function openProgress(
  ctx: Context,
  { context, tag, completion }: ProgressOf,
): Promise<Progress> {
  return await ctx.db
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
}

/** Leaves work to be done under a Progress that is there already; one that has ended begins again. */
export async function enqueueFor<Args extends JobArgs>(
  ctx: Context,
  job: Job<Args>,
  args: Args,
  progress: Pick<Progress, 'id' | 'user_id'>,
  { delaySeconds = 0 }: Delay = {},
): Promise<void> {
  await ctx.db
    .updateTable('progresses')
    .set({ workflow_state: 'queued', completion: 0, message: null, results: null, updated_at: ctx.now })
    .where('id', '=', progress.id)
    .where('workflow_state', 'in', ['completed', 'failed'])
    .execute();
  await ctx.db
    .insertInto('jobs')
    .values({
      name: job.name,
      args: JSON.stringify(args),
      progress_id: progress.id,
      user_id: progress.user_id,
      origin: ctx.request.origin,
      available_at: sql<string>`now() + make_interval(secs => ${delaySeconds})`,
      created_at: ctx.now,
    })
    .execute();
  ctx.afterCommit.push(() => ctx.site.wakeJobs());
}
