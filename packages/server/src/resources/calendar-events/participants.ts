import { sql } from 'kysely';
import { appointmentsOf, mayToEvent } from '../../domain/calendar-access.ts';
import { demand } from '../../domain/demand.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { DisplayUser, displayUser } from '../users/display.ts';
import { findEvent } from './load.ts';

export default operation('GET /api/v1/calendar_events/{id}/participants', {
  summary: 'Who has signed up for a slot',
  requires: 'public',
  returns: List(DisplayUser),
  async handle({ ctx, path }) {
    const slot = await findEvent(ctx, path.id);
    await demand(ctx, mayToEvent(ctx, slot, 'read_child_events'));
    if (!appointmentsOf(slot)) return [];
    const users = await paginate(
      ctx,
      ctx.db
        .selectFrom('users')
        .selectAll('users')
        .where(
          sql<boolean>`exists (select 1 from calendar_events as reservations
            where reservations.parent_calendar_event_id = ${slot.row.id}
              and reservations.workflow_state <> 'deleted'
              and users.id = case reservations.context_type
                when 'User' then reservations.context_id else reservations.user_id end)`,
        ),
      { kind: 'total', key: 'users.id' },
    );
    return users.map((user) => displayUser(ctx, user));
  },
});
