import { mayInAccount } from '../../domain/account-access.ts';
import { demand } from '../../domain/demand.ts';
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
    await demand(ctx, enrollment.user_id === ctx.me.id || mayInAccount(ctx, account, 'read_roster'));
    return await serializeEnrollment(ctx, enrollment);
  },
});
