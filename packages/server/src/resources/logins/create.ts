import { demand } from '../../domain/demand.ts';
import { insertLogin, loginErrors, refuseOtherProvider } from '../../domain/logins.ts';
import { InvalidRecord } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { findUser } from '../users/load.ts';
import { askedChanges } from './asked-changes.ts';
import { refuseSubAccount } from './load.ts';
import { mayWithLogin } from './login-rights.ts';
import { Login } from './schema.ts';
import { serializeLogin } from './serialize.ts';

export default operation('POST /api/v1/accounts/{account_id}/logins', {
  summary: 'Give a user another login',
  load: { account: account('account_id') },
  // The right is one over the user whom the parameters name.
  requires: 'user',
  returns: Login,
  async handle({ ctx, account, params: { user: named, login: asked = {} } }) {
    const user = named?.id ? await findUser(ctx, named.id) : ctx.me;
    refuseSubAccount(account);
    await demand(ctx, mayWithLogin(ctx, user, undefined, 'update'));
    refuseOtherProvider(asked.authentication_provider_id);
    const changes = await askedChanges(asked, (right) => mayWithLogin(ctx, user, undefined, right));
    const errors = await loginErrors(ctx, changes);
    if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
    const login = await insertLogin(ctx, user.id, { ...changes, unique_id: changes.unique_id ?? '' });
    return await serializeLogin(ctx, login);
  },
});
