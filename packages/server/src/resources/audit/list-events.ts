import { mayInAccount } from '../../domain/account-access.ts';
import { demand } from '../../domain/demand.ts';
import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { Anything, Id, List, MapOf, Nullable, Shape, Text, Timestamp } from '../../http/schema.ts';
import { account } from '../accounts/load.ts';
import { findUserInAnyState } from '../users/load.ts';
import { pageOfEvents } from './events.ts';

const Event = Shape({
  id: Text,
  created_at: Timestamp,
  category: Text,
  event_type: Text,
  event_source: Text,
  event_data: MapOf(Anything),
  account_id: Nullable(Id),
  course_id: Nullable(Id),
  user_id: Nullable(Id),
  login_id: Nullable(Id),
  access_token_id: Nullable(Id),
  actor_id: Nullable(Id),
  real_actor_id: Nullable(Id),
  request_id: Nullable(Text),
  address: Nullable(Text),
});

export default operation('GET /api/easel/v1/accounts/{account_id}/audit_events', {
  summary: 'Everything that is written down: sign-ins, tokens, denials, roles, enrollments, keys, courses',
  load: { account: account('account_id') },
  requires: { account: 'view_statistics' },
  returns: List(Event),
  async handle({ ctx, account, params }) {
    if (account.parent_account_id !== null) throw new NotFound();
    // It holds what the logs of logins and of courses hold.
    await demand(ctx, mayInAccount(ctx, account, 'manage_user_logins'));
    let query = ctx.db.selectFrom('audit_events').selectAll();
    const { category, event_type, user_id } = params;
    if (category?.length) query = query.where('category', 'in', category);
    if (event_type?.length) query = query.where('event_type', 'in', event_type);
    if (user_id) {
      const { id } = await findUserInAnyState(ctx, user_id);
      query = query.where((eb) =>
        eb.or([eb('user_id', '=', id), eb('actor_id', '=', id), eb('real_actor_id', '=', id)]),
      );
    }
    const events = await pageOfEvents(ctx, query, params);
    return events.map((event) => ({
      id: event.uuid,
      created_at: event.created_at,
      category: event.category,
      event_type: event.event_type,
      event_source: event.event_source,
      event_data: event.event_data,
      account_id: event.account_id,
      course_id: event.course_id,
      user_id: event.user_id,
      login_id: event.pseudonym_id,
      access_token_id: event.access_token_id,
      actor_id: event.actor_id,
      real_actor_id: event.real_actor_id,
      request_id: event.request_id,
      address: event.address,
    }));
  },
});
