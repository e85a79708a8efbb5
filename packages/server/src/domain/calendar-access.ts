/** Who may do what in calendars and with their events. Source: the policy of Canvas's CalendarEvent. */
import type { Selectable } from 'kysely';
import type { CalendarEventsTable } from '../db/tables/index.ts';
import type { Context } from '../http/context.ts';
import { accountAccess, mayInAccount } from './account-access.ts';
import {
  mayManageAppointments,
  mayReadAppointments,
  mayReadParticipants,
  mayReserve,
} from './calendar-appointments.ts';
import type { Calendar } from './calendar-contexts.ts';
import { contextOf, ofCourse } from './contexts.ts';
import { courseAccess, mayInCourse } from './course-access.ts';
import { mayInGroup } from './group-access.ts';
import { sectionGrants } from './section-rights.ts';
import { mayToUser } from './user-access.ts';

export type EventRow = Selectable<CalendarEventsTable>;

/** An event with the calendar that it is in and, of a child, its parent likewise. */
export interface PlacedEvent {
  readonly row: EventRow;
  readonly calendar: Calendar;
  readonly parent?: PlacedEvent;
  /** That aren't deleted. */
  readonly childrenCount: number;
}

export async function mayReadCalendar(ctx: Context, calendar: Calendar): Promise<boolean> {
  switch (calendar.type) {
    case 'Course':
      return await mayInCourse(ctx, calendar.course, 'read');
    case 'CourseSection':
      return await inSection(ctx, calendar, 'read');
    case 'Group':
      return await mayInGroup(ctx, calendar.group, 'read');
    case 'User':
      return await mayToUser(ctx, calendar.user, 'read');
    case 'Account':
      return (
        (await mayInAccount(ctx, calendar.account, 'read')) ||
        (await mayInAccount(ctx, calendar.account, 'view_account_calendar_details'))
      );
    case 'AppointmentGroup':
      return await mayReadAppointments(ctx, calendar.appointments);
  }
}

/** Makes events in it, and changes and deletes those that are there. */
export async function mayManageCalendar(ctx: Context, calendar: Calendar): Promise<boolean> {
  switch (calendar.type) {
    case 'Course':
      return await mayInCourse(ctx, calendar.course, 'manage_calendar');
    case 'CourseSection':
      return await inSection(ctx, calendar, 'manage_calendar');
    case 'Group':
      return await mayInGroup(ctx, calendar.group, 'manage_calendar');
    case 'User':
      return await mayToUser(ctx, calendar.user, 'manage_calendar');
    case 'Account':
      return (
        calendar.account.settings['account_calendar_visible'] === true &&
        (await mayInAccount(ctx, calendar.account, 'manage_account_calendar_events'))
      );
    case 'AppointmentGroup':
      return await mayManageAppointments(ctx, calendar.appointments);
  }
}

async function inSection(
  ctx: Context,
  { id, course }: Calendar & { type: 'CourseSection' },
  right: 'read' | 'manage_calendar',
): Promise<boolean> {
  return sectionGrants(right, { sectionId: id, course: await courseAccess(ctx, course) });
}

/**
 * Easel's own: who may mark events as provided, and change and delete those that are: whoever manages the calendar by
 * an account role, not by being a teacher or a member.
 */
export async function mayProvide(ctx: Context, calendar: Calendar): Promise<boolean> {
  switch (calendar.type) {
    case 'Course':
    case 'CourseSection':
      return (await courseAccess(ctx, calendar.course)).adminPermissions.has('manage_calendar');
    case 'Group': {
      const { context_type, context_id } = calendar.group;
      const context = await contextOf(ctx, { context_type, context_id });
      if (context.type === 'Course') return await mayProvide(ctx, ofCourse(context.course));
      return context.type === 'Account' && (await mayProvide(ctx, context));
    }
    case 'Account': {
      const { permissions } = await accountAccess(ctx, calendar.account);
      return permissions.has('manage_account_calendar_events');
    }
    default:
      return false;
  }
}

export const appointmentsOf = ({ calendar, parent }: PlacedEvent) => {
  const holder = parent?.calendar ?? calendar;
  return holder.type === 'AppointmentGroup' ? holder.appointments : undefined;
};

/** The parent of sections that all have times of their own. */
export const isHidden = (event: PlacedEvent): boolean =>
  appointmentsOf(event) === undefined && event.childrenCount > 0;

const isLive = ({ row }: PlacedEvent) => row.workflow_state !== 'deleted';

type EventRight = 'read' | 'update' | 'delete' | 'manage' | 'reserve' | 'read_child_events';

const managesSlotOf = async (ctx: Context, { parent }: PlacedEvent): Promise<boolean> =>
  parent?.calendar.type === 'AppointmentGroup' &&
  (await mayManageAppointments(ctx, parent.calendar.appointments));

const eventRights: Record<EventRight, (ctx: Context, event: PlacedEvent) => Promise<boolean>> = {
  read: async (ctx, event) =>
    (await mayReadCalendar(ctx, event.calendar)) ||
    (await managesSlotOf(ctx, event)) ||
    (await mayManageCalendar(ctx, event.calendar)),
  update: async (ctx, event) =>
    isLive(event) &&
    (event.row.workflow_state !== 'locked' || event.calendar.type === 'AppointmentGroup') &&
    (await mayManageCalendar(ctx, event.calendar)),
  delete: async (ctx, event) =>
    (await managesSlotOf(ctx, event)) || (isLive(event) && (await mayManageCalendar(ctx, event.calendar))),
  manage: async (ctx, { calendar }) =>
    calendar.type === 'AppointmentGroup' && (await mayManageAppointments(ctx, calendar.appointments)),
  reserve: async (ctx, { calendar }) =>
    calendar.type === 'AppointmentGroup' &&
    ((await mayManageAppointments(ctx, calendar.appointments)) ||
      (await mayReserve(ctx, calendar.appointments))),
  read_child_events: async (ctx, event) => {
    const { calendar } = event;
    if (calendar.type === 'AppointmentGroup') return await mayReadParticipants(ctx, calendar.appointments);
    if (appointmentsOf(event)) return false;
    return !isHidden(event) || (await mayManageCalendar(ctx, calendar));
  },
};

export const mayToEvent = (ctx: Context, event: PlacedEvent, right: EventRight): Promise<boolean> =>
  eventRights[right](ctx, event);
