/**
 * Work that outlives its request. Declared in its resource and listed in resources/jobs.ts:
 *
 *     export const courseBatchUpdate = defineJob<Args>('course_batch_update', async (job, { ids }) => {
 *       for (const [index, id] of ids.entries()) {
 *         await job.step((ctx) => update(ctx, id));
 *         await job.progress.update((100 * (index + 1)) / ids.length);
 *       }
 *       await job.progress.finish(`${ids.length} courses processed`);
 *     });
 *
 * A process can die at any point and another takes the job up from its beginning: a step that was committed
 * may run a second time. Where it mustn't, `continueWith` inside the step says what is left, or `finish` that
 * nothing is; either is committed with it.
 */
import type { JsonValue } from '../db/json-columns.ts';
import type { JobRun } from './run.ts';

export type JobArgs = { readonly [key: string]: JsonValue | undefined };

export interface Job<Args extends JobArgs> {
  readonly name: string;
  run(job: JobRun, args: Args): Promise<void>;
}

/** A job as the runner has it: whose arguments they are was checked where it was enqueued. */
export type AnyJob = Job<never>;

export function defineJob<Args extends JobArgs>(
  name: string,
  run: (job: JobRun, args: Args) => Promise<void>,
): Job<Args> {
  return { name, run };
}

/** Thrown by a job that can't go on: the Progress fails with this message, and nothing is tried again. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';
  /** What went wrong, for programs. */
  readonly results: JsonValue | undefined;

  constructor(message: string, results?: JsonValue) {
    super(message);
    this.results = results;
  }
}
