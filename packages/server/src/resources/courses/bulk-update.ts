import { mayInAccount } from '../../domain/account-access.ts';
import { Refusal, Unauthorized } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { account } from '../accounts/load.ts';
import { Progress } from '../progress/schema.ts';
import { serializeProgress } from '../progress/serialize.ts';
import { bulkUpdateJob, isBulkEvent } from './bulk-update-job.ts';
import { resolveCourseIds } from './load.ts';

const MOST = 500;

export default operation('PUT /api/v1/accounts/{account_id}/courses', {
  summary: 'Publish, conclude, delete or restore many courses in the background',
  load: { account: account('account_id') },
  // Which of the two it takes is known only with `event`.
  requires: { account: ['manage_courses_admin', 'undelete_courses'] },
  returns: Progress,
  async handle({ ctx, account, params: { course_ids, event } }) {
    const right = event === 'undelete' ? 'undelete_courses' : 'manage_courses_admin';
    if (!(await mayInAccount(ctx, account, right))) throw new Unauthorized();
    // A single id isn't a list to Canvas.
    if (!course_ids || !Array.isArray(ctx.request.params['course_ids'])) {
      throw new Refusal(400, { message: 'must specify course_ids[]' });
    }
    const ids = await resolveCourseIds(ctx, course_ids);
    if (ids.length > MOST) throw new Refusal(403, { message: `course batch size limit (${MOST}) exceeded` });
    if (!event) throw new Refusal(400, { message: 'need to specify event' });
    if (!isBulkEvent(event)) throw new Refusal(400, { message: 'invalid event' });
    const progress = await enqueue(
      ctx,
      bulkUpdateJob,
      { account_id: account.id, event, left: ids, done: 0, failed: {} },
      {
        progress: { context: { type: 'Account', id: account.id }, tag: 'course_batch_update', completion: 0 },
      },
    );
    return serializeProgress(ctx, progress);
  },
});
