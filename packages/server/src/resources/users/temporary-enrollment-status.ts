import { operation } from '../../http/operation.ts';
import { Flag, Shape } from '../../http/schema.ts';
import { findAccount } from '../accounts/load.ts';
import { user } from './load.ts';

/** Temporary enrollments are behind a flag in Canvas; without them nobody lends a course or has one lent. */
export default operation('GET /api/v1/users/{user_id}/temporary_enrollment_status', {
  summary: 'Whether a user has lent his enrollments to somebody, or has been lent some',
  load: { user: user('user_id') },
  requires: { user: 'api_show_user' },
  returns: Shape({ is_provider: Flag, is_recipient: Flag }),
  async handle({ ctx, params: { account_id } }) {
    if (account_id) await findAccount(ctx, account_id);
    return { is_provider: false, is_recipient: false };
  },
});
