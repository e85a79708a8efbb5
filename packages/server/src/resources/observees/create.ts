import { demand } from '../../domain/demand.ts';
import { link } from '../../domain/observation-links.ts';
import { operation } from '../../http/operation.ts';
import { commonAccounts } from './common-accounts.ts';
import { studentOf } from './credentials.ts';
import { refuseSelf, showLinked } from './links.ts';
import { linked, managesObservers } from './load.ts';
import { LinkedUser } from './schema.ts';

export default operation('POST /api/v1/users/{user_id}/observees', {
  summary: 'Observe a student, with his login, a token of his or a code that he made',
  load: { observer: linked('user_id') },
  requires: { observer: 'see_links' },
  returns: LinkedUser,
  async handle({ ctx, observer, params }) {
    const student = await studentOf(ctx, observer, params);
    const accounts = await commonAccounts(ctx, [observer, student], params.root_account_id);
    if (observer.id !== ctx.me.id) await demand(ctx, accounts.length > 0 && managesObservers(ctx));
    refuseSelf(observer, student);
    for (const { id } of accounts) {
      await link(ctx, { studentId: student.id, observerId: observer.id, rootAccountId: id });
    }
    return await showLinked(ctx, 'observer_id', observer, student);
  },
});
