import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { account } from '../accounts/load.ts';
import { Admin } from './schema.ts';
import { serializeAdmins } from './serialize.ts';

export default operation('GET /api/v1/accounts/{account_id}/admins/self', {
  summary: 'Which roles one has in an account oneself',
  load: { account: account('account_id') },
  requires: { account: 'read' },
  returns: List(Admin),
  async handle({ ctx, account }) {
    const own = ctx.db
      .selectFrom('account_users')
      .selectAll()
      .where('account_id', '=', account.id)
      .where('user_id', '=', ctx.me.id)
      .where('workflow_state', '=', 'active');
    const admins = await paginate(ctx, own, { key: 'account_users.id', kind: 'total' });
    return await serializeAdmins(ctx, account, admins);
  },
});
