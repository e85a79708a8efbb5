import { sql } from 'kysely';
import {
  type AppointmentGroup,
  isEligibleGroup,
  isEligibleUser,
  participantType,
} from '../../domain/calendar-appointments.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { Group } from '../groups/schema.ts';
import { serializeGroups } from '../groups/serialize.ts';
import { User } from '../users/schema.ts';
import { serializeUsers } from '../users/serialize.ts';
import { appointmentGroup } from './load.ts';

export const listUsers = operation('GET /api/v1/appointment_groups/{id}/users', {
  summary: 'The users who may sign up, or have',
  load: { appointments: appointmentGroup('id') },
  requires: { appointments: 'read' },
  returns: List(User),
  async handle({ ctx, appointments: group, params: { registration_status } }) {
    if (participantType(group) !== 'User') return [];
    const query = ctx.db
      .selectFrom('users')
      .selectAll('users')
      .where(isEligibleUser(group, false))
      .where(registered(group, 'users', registration_status));
    const users = await paginate(ctx, query, {
      kind: 'total',
      order: [{ by: 'users.sortable_name_key' }],
      key: 'users.id',
    });
    const [course] = group.courses;
    return await serializeUsers(ctx, users, course ? { context: { course } } : {});
  },
});

export const listGroups = operation('GET /api/v1/appointment_groups/{id}/groups', {
  summary: 'The groups that may sign up, or have',
  load: { appointments: appointmentGroup('id') },
  requires: { appointments: 'read' },
  returns: List(Group),
  async handle({ ctx, appointments: group, params: { registration_status } }) {
    if (participantType(group) !== 'Group') return [];
    const query = ctx.db
      .selectFrom('groups')
      .selectAll('groups')
      .where(isEligibleGroup(group))
      .where(registered(group, 'groups', registration_status));
    const groups = await paginate(ctx, query, {
      kind: 'total',
      order: [{ by: 'groups.name_key' }],
      key: 'groups.id',
    });
    return await serializeGroups(ctx, groups);
  },
});

/** Any other word means all. */
function registered(group: AppointmentGroup, table: 'users' | 'groups', status: string | null | undefined) {
  if (status !== 'registered' && status !== 'unregistered') return sql<boolean>`true`;
  const has = sql`exists (select 1 from calendar_events as reservations
    join calendar_events as slots on slots.id = reservations.parent_calendar_event_id
    where slots.context_type = 'AppointmentGroup' and slots.context_id = ${group.id}
      and slots.workflow_state <> 'deleted' and reservations.workflow_state <> 'deleted'
      and reservations.context_type = ${table === 'users' ? 'User' : 'Group'}
      and reservations.context_id = ${sql.ref(`${table}.id`)})`;
  return status === 'registered' ? sql<boolean>`${has}` : sql<boolean>`not ${has}`;
}
