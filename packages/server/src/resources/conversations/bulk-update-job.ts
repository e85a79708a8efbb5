import type { Context } from '../../http/context.ts';
import { defineJob, JobFailed } from '../../jobs/job.ts';
import { heldByMe } from './load.ts';
import { change, removeMessages } from './view.ts';

const EVENTS = ['mark_as_read', 'mark_as_unread', 'star', 'unstar', 'archive', 'destroy'] as const;
type BulkEvent = (typeof EVENTS)[number];

export const isBulkEvent = (name: string): name is BulkEvent => (EVENTS as readonly string[]).includes(name);

type Args = { event: BulkEvent; left: number[]; done: number; failed: number[] };

/** In Canvas's words. */
const STRANGER = 'The user is not participating in this conversation';

export const bulkUpdateJob = defineJob<Args>('conversation_batch_update', async (job, begun) => {
  const { left, ...state } = begun;
  const total = left.length + state.done + state.failed.length;
  const pace = Math.max(Math.trunc(total / 20), 4);
  for (const [index, id] of left.entries()) {
    await job.step(async (ctx) => {
      if (await updateOne(ctx, state.event, id)) state.done++;
      else state.failed.push(id);
      const handled = state.done + state.failed.length;
      if (handled % pace === 0) await job.progress.update((100 * handled) / total);
      await job.continueWith({ ...state, left: left.slice(index + 1) });
    });
  }
  const message = [
    state.done === 1 ? '1 conversation processed' : `${state.done} conversations processed`,
    ...(state.failed.length > 0 ? [`${STRANGER}: ${state.failed.join(', ')}`] : []),
  ].join('\n');
  if (state.done > 0) return await job.progress.finish(message);
  await job.progress.update(100);
  throw new JobFailed(message);
});

/** @returns false where the conversation is none of his */
async function updateOne(ctx: Context, event: BulkEvent, id: number): Promise<boolean> {
  const [held] = await heldByMe(ctx, [id]);
  if (!held) return false;
  if (event === 'destroy') await removeMessages(ctx, held);
  else await change(ctx, held, changes[event]);
  return true;
}

const changes = {
  mark_as_read: { workflow_state: 'read' },
  mark_as_unread: { workflow_state: 'unread' },
  archive: { workflow_state: 'archived' },
  star: { starred: true },
  unstar: { starred: false },
} as const;
