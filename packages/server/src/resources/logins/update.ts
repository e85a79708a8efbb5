import { demand } from '../../domain/demand.ts';
import { loginErrors, refuseOtherProvider, updateLogin } from '../../domain/logins.ts';
import { InvalidRecord } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { findUserInAnyState } from '../users/load.ts';
import { askedChanges, type LoginRight } from './asked-changes.ts';
import { findLogin } from './load.ts';
import { mayWithLogin } from './login-rights.ts';
import { Login } from './schema.ts';
import { serializeLogin } from './serialize.ts';

export default operation('PUT /api/v1/accounts/{account_id}/logins/{id}', {
  summary: 'Change a login, suspend it or free it again',
  load: { account: account('account_id') },
  // Each key takes its own right.
  requires: 'user',
  returns: Login,
  async handle({ ctx, path, params: { login: asked = {} } }) {
    const login = await findLogin(ctx, path.id);
    const user = await findUserInAnyState(ctx, String(login.user_id));
    const may = (right: LoginRight) => mayWithLogin(ctx, user, login, right);
    await demand(ctx, (await may('update')) || (await may('change_password')));
    refuseOtherProvider(asked.authentication_provider_id);
    const changes = await askedChanges(asked, may);
    const errors = await loginErrors(ctx, changes, { loginId: login.id });
    if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
    return await serializeLogin(ctx, await updateLogin(ctx, login.id, changes));
  },
});
