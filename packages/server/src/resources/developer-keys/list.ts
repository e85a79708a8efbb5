import { operation } from '../../http/operation.ts';
import { paginate, paginateArray } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { account } from '../accounts/load.ts';
import { demandRootAccount } from './load.ts';
import { DeveloperKey } from './schema.ts';
import { serializeDeveloperKeys } from './serialize.ts';

export default operation('GET /api/v1/accounts/{account_id}/developer_keys', {
  summary: 'The applications that an institution has keys for, newest first',
  load: { account: account('account_id') },
  requires: { account: 'manage_developer_keys' },
  returns: List(DeveloperKey),
  async handle({ ctx, account }) {
    demandRootAccount(account);
    // Whatever stands there, even `false`; and there is no Site Admin to inherit from.
    const inherited = ctx.request.params['inherited'];
    if (inherited !== undefined && inherited !== null && inherited !== '') return paginateArray(ctx, []);
    const keys = await paginate(
      ctx,
      ctx.db
        .selectFrom('developer_keys')
        .selectAll()
        .where('account_id', '=', account.id)
        .where('workflow_state', '<>', 'deleted'),
      { key: 'developer_keys.id', direction: 'desc', kind: 'total' },
    );
    const shown = await serializeDeveloperKeys(ctx, keys);
    return shown.map(({ is_lti_key, is_lti_registration, id, ...key }) => ({
      ...key,
      tool_configuration: null,
      lti_registration: null,
      is_lti_key,
      is_lti_registration,
      id,
    }));
  },
});
