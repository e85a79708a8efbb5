import { mayInAccount } from '../../domain/account-access.ts';
import { Unauthorized } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { enrollmentInAccount } from './load.ts';
import { Enrollment } from './schema.ts';
import { serializeEnrollment } from './serialize.ts';

export default operation('GET /api/v1/accounts/{account_id}/enrollments/{id}', {
  summary: 'One enrollment',
  load: { account: account('account_id'), enrollment: enrollmentInAccount('id') },
  // Everybody reads his own.
  requires: 'user',
  returns: Enrollment,
  async handle({ ctx, account, enrollment }) {
    if (enrollment.user_id !== ctx.me.id && !(await mayInAccount(ctx, account, 'read_roster'))) {
      throw new Unauthorized();
    }
    return await serializeEnrollment(ctx, enrollment);
  },
});
