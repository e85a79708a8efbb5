import { demand } from '../../domain/demand.ts';
import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { AuthenticationEvents, authenticationEvents, readsLog, signIns } from './authentication.ts';

export default operation('GET /api/v1/audit/authentication/users/{user_id}', {
  summary: 'When a user signed in and out',
  load: { user: user('user_id') },
  // One's own, or by rights over the institution.
  requires: 'user',
  returns: AuthenticationEvents,
  async handle({ ctx, user, params }) {
    if (user.id !== ctx.me.id) await demand(ctx, readsLog(ctx, ctx.rootAccount));
    return await authenticationEvents(ctx, signIns(ctx).where('user_id', '=', user.id), params);
  },
});
