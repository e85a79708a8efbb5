import { anyOf } from '../../db/any-of.ts';
import { adminRoles } from '../../domain/roles-held.ts';
import { knownIncludes } from '../../http/includes.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { accountIncludes } from './includes.ts';
import { nameKey } from './queries.ts';
import { Account } from './schema.ts';
import { serializeAccounts } from './serialize.ts';

export default operation('GET /api/v1/accounts', {
  summary: 'The accounts in which the caller holds an account role',
  requires: 'user',
  returns: List(Account),
  async handle({ ctx, params }) {
    const held = await adminRoles(ctx);
    const query = ctx.db
      .selectFrom('accounts')
      .selectAll()
      .where('id', '=', anyOf(held.map(({ account_id }) => account_id)));
    const accounts = await paginate(ctx, query, {
      key: 'accounts.id',
      kind: 'total',
      order: [{ by: nameKey }],
    });
    // The parameter was "includes" once, and old clients still send it.
    const includes = knownIncludes(params.include ?? params.includes, accountIncludes);
    return await serializeAccounts(ctx, accounts, includes);
  },
});
