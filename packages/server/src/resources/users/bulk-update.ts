import { MissingParameter } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { Progress } from '../progress/schema.ts';
import { serializeProgress } from '../progress/serialize.ts';
import { bulkUpdateJob } from './bulk-jobs.ts';
import { chosenUsers } from './bulk-users.ts';
import { rootAccount } from './in-root-account.ts';

export default operation('PUT /api/v1/accounts/{account_id}/users/bulk_update', {
  summary: 'Change many users alike, in the background',
  load: { account: rootAccount('account_id') },
  requires: { account: 'manage_user_logins' },
  returns: Progress,
  async handle({ ctx, account, params: { user, user_ids } }) {
    const left = await chosenUsers(ctx, user_ids);
    if (!user) throw new MissingParameter('user');
    const progress = await enqueue(
      ctx,
      bulkUpdateJob,
      { left, errors: {}, user: JSON.stringify(user) },
      { progress: { context: { type: 'Account', id: account.id }, tag: 'bulk_update_users' } },
    );
    return serializeProgress(ctx, progress);
  },
});
