import { demand } from '../../domain/demand.ts';
import { link } from '../../domain/observation-links.ts';
import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { commonAccounts } from './common-accounts.ts';
import { refuseSelf, showLinked } from './links.ts';
import { managesObservers } from './load.ts';
import { LinkedUser } from './schema.ts';

/** Without credentials of the student this is for administrators only, even for one's own account. */
export default operation('PUT /api/v1/users/{user_id}/observees/{observee_id}', {
  summary: 'Make a user observe another',
  load: { observer: user('user_id'), student: user('observee_id') },
  requires: 'user',
  returns: LinkedUser,
  async handle({ ctx, observer, student, params }) {
    const accounts = await commonAccounts(ctx, [observer, student], params.root_account_id);
    if (accounts.length === 0) throw new NotFound();
    await demand(ctx, managesObservers(ctx));
    refuseSelf(observer, student);
    for (const { id } of accounts) {
      await link(ctx, { studentId: student.id, observerId: observer.id, rootAccountId: id });
    }
    return await showLinked(ctx, 'observer_id', observer, student);
  },
});
