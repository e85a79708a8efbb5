import { operation } from '../../http/operation.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { Progress } from '../progress/schema.ts';
import { serializeProgress } from '../progress/serialize.ts';
import { bulkDeleteJob } from './bulk-jobs.ts';
import { chosenUsers } from './bulk-users.ts';
import { rootAccount } from './in-root-account.ts';

export default operation('DELETE /api/v1/accounts/{account_id}/users', {
  summary: 'Take many users out of the institution, in the background',
  load: { account: rootAccount('account_id') },
  requires: { account: 'manage_user_logins' },
  returns: Progress,
  async handle({ ctx, account, params }) {
    const left = await chosenUsers(ctx, params.user_ids);
    const progress = await enqueue(
      ctx,
      bulkDeleteJob,
      { left, errors: {} },
      { progress: { context: { type: 'Account', id: account.id }, tag: 'bulk_delete_users' } },
    );
    return serializeProgress(ctx, progress);
  },
});
