import { accountAccess } from '../../domain/account-access.ts';
import { accountGrants, accountRightNames } from '../../domain/account-rights.ts';
import { operation } from '../../http/operation.ts';
import { Flag, MapOf } from '../../http/schema.ts';
import { account } from './load.ts';

export default operation('GET /api/v1/accounts/{account_id}/permissions', {
  summary: "The caller's rights in an account: all, or those asked for",
  load: { account: account('account_id') },
  requires: { account: 'read' },
  returns: MapOf(Flag),
  async handle({ ctx, account, params }) {
    const access = await accountAccess(ctx, account);
    const asked = params.permissions?.length ? params.permissions : accountRightNames;
    const isGranted = (name: string) => {
      const right = accountRightNames.find((right) => right === name);
      return right !== undefined && accountGrants(right, access);
    };
    return Object.fromEntries(asked.map((name) => [name, isGranted(name)]));
  },
});
