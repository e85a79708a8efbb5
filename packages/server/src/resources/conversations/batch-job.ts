import { sql } from 'kysely';
import { defineJob } from '../../jobs/job.ts';
import { deliver } from './batch.ts';

const AT_ONCE = 25;

/** Sends what a batch has left, some recipients a step. */
export const batchJob = defineJob<{ batch_id: number; left: number[] }>(
  'conversation_batch',
  async (job, { batch_id, left }) => {
    for (let from = 0; from < left.length; from += AT_ONCE) {
      await job.step(async (ctx) => {
        const some = left.slice(from, from + AT_ONCE);
        const batch = await ctx.db
          .selectFrom('conversation_batches')
          .selectAll()
          .where('id', '=', batch_id)
          .executeTakeFirstOrThrow();
        await deliver(ctx, batch, some);
        const rest = left.slice(from + AT_ONCE);
        await ctx.db
          .updateTable('conversation_batches')
          .set({
            sent: sql<number>`sent + ${some.length}`,
            workflow_state: rest.length === 0 ? 'sent' : 'sending',
            updated_at: ctx.now,
          })
          .where('id', '=', batch_id)
          .execute();
        await job.continueWith({ batch_id, left: rest });
      });
    }
  },
);
