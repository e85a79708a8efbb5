/** Deleting and changing many users in the background, each in a transaction of its own and by its own rights. */
import { removeFromInstitution } from '../../domain/leaving.ts';
import { isMember } from '../../domain/membership.ts';
import { mayToUser } from '../../domain/user-access.ts';
import { CanvasError, NotFound, Unauthorized } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { defineJob } from '../../jobs/job.ts';
import type { JobRun } from '../../jobs/run.ts';
import { acceptsKeys } from './accepted-keys.ts';
import { findUser } from './load.ts';
import { changeUser, type UserParams } from './update.ts';

type Errors = Record<string, string>;
/** What is left to do, and what went wrong so far: user id → why. */
type Left = { left: number[]; errors: Errors };

export const bulkDeleteJob = defineJob<Left>('bulk_delete_users', (job, begun) =>
  eachUser(job, begun, async (ctx, id) => {
    const user = await findUser(ctx, String(id));
    if (!(await isMember(ctx, ctx.rootAccount, id))) throw new NotFound();
    if (!(await mayToUser(ctx, user, 'delete_logins'))) throw new Unauthorized();
    await removeFromInstitution(ctx, id);
  }),
);

/** `user` is JSON: what a client sent as such, and the database keeps as such. */
export const bulkUpdateJob = defineJob<Left & { user: string }>('bulk_update_users', (job, begun) => {
  const asked = JSON.parse(begun.user) as UserParams;
  return eachUser(job, begun, async (ctx, id) => {
    const user = await findUser(ctx, String(id));
    if (!(await acceptsKeys(ctx, user, asked))) throw new Unauthorized();
    await changeUser(ctx, user, asked, await mayToUser(ctx, user, 'manage_user_details'));
  });
});

/** One user's failure doesn't keep the others; any other error than a refusal fails the job. */
async function eachUser(
  job: JobRun,
  begun: Left,
  work: (ctx: Context, id: number) => Promise<void>,
): Promise<void> {
  const { left, errors } = begun;
  for (const [index, id] of left.entries()) {
    const rest = { ...begun, left: left.slice(index + 1), errors };
    try {
      await job.step(async (ctx) => {
        await work(ctx, id);
        await job.continueWith(rest);
      });
    } catch (error) {
      if (!(error instanceof CanvasError)) throw error;
      errors[id] = error.message;
      await job.continueWith(rest);
    }
    await job.progress.update((100 * (index + 1)) / left.length);
  }
  await job.progress.finish(null, { errors });
}
