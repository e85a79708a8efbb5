import { demand } from '../../domain/demand.ts';
import { operation } from '../../http/operation.ts';
import { findLogin } from '../logins/load.ts';
import { AuthenticationEvents, authenticationEvents, readsLog, signIns } from './authentication.ts';

export default operation('GET /api/v1/audit/authentication/logins/{login_id}', {
  summary: 'When a login was used to sign in and out',
  // Rights over the institution, which no part of the path names.
  requires: 'user',
  returns: AuthenticationEvents,
  async handle({ ctx, path, params }) {
    const login = await findLogin(ctx, path.login_id);
    await demand(ctx, readsLog(ctx, ctx.rootAccount));
    return await authenticationEvents(ctx, signIns(ctx).where('pseudonym_id', '=', login.id), params);
  },
});
