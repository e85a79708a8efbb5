import { mayInAccount } from '../../domain/account-access.ts';
import { knownIncludes } from '../../http/includes.ts';
import { operation } from '../../http/operation.ts';
import { accountIncludes } from './includes.ts';
import { account } from './load.ts';
import { Account } from './schema.ts';
import { serializeAccount, serializeAccountReadOnly } from './serialize.ts';

export default operation('GET /api/v1/accounts/{id}', {
  summary: 'One account',
  load: { account: account('id') },
  requires: { account: 'read' },
  returns: Account,
  async handle({ ctx, account, params }) {
    if (!(await mayInAccount(ctx, account, 'manage'))) return serializeAccountReadOnly(ctx, account);
    return await serializeAccount(ctx, account, knownIncludes(params.includes, accountIncludes));
  },
});
