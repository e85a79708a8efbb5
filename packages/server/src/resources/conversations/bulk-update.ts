import { Refusal } from '../../errors.ts';
import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { Progress } from '../progress/schema.ts';
import { serializeProgress } from '../progress/serialize.ts';
import { bulkUpdateJob, isBulkEvent } from './bulk-update-job.ts';
import { inboxOwner } from './load.ts';

const MOST = 500;
const refusal = (message: string) => new Refusal(400, { message });

export default operation('PUT /api/v1/conversations', {
  summary: 'Mark, star, archive or delete many conversations in the background',
  requires: 'user',
  returns: Progress,
  async handle({ ctx, params: { conversation_ids, event } }) {
    const me = inboxOwner(ctx);
    // A single id isn't a list to Canvas.
    if (!conversation_ids || !Array.isArray(ctx.request.params['conversation_ids'])) {
      throw refusal('conversation_ids not specified');
    }
    if (conversation_ids.length > MOST) throw refusal(`conversation batch size limit (${MOST}) exceeded`);
    if (!event) throw refusal('event not specified');
    if (!isBulkEvent(event)) throw refusal('invalid event');
    const left = conversation_ids.map((text) => parseNumber(text) ?? 0);
    const progress = await enqueue(
      ctx,
      bulkUpdateJob,
      { event, left, done: 0, failed: [] },
      { progress: { context: { type: 'User', id: me.id }, tag: 'conversation_batch_update', completion: 0 } },
    );
    return serializeProgress(ctx, progress);
  },
});
