/** Appointment groups as Canvas sends them, in a number of queries that doesn't grow with them. */
import type { EventRow } from '../../domain/calendar-access.ts';
import {
  courseCodes,
  type AppointmentGroup as Group,
  mayManageAppointments,
  mayReserve,
  participantFor,
  participantType,
} from '../../domain/calendar-appointments.ts';
import { childrenOf, slotsOf } from '../../domain/calendar-events.ts';
import { withAbsoluteLinks } from '../../domain/html.ts';
import type { Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import type { CalendarEvent } from '../calendar-events/schema.ts';
import { showEvents } from '../calendar-events/serialize.ts';
import { AppointmentGroup } from './schema.ts';

export interface GroupView {
  include?: readonly string[] | undefined;
  includePast?: boolean | undefined;
  /** Slots that were added just now. */
  added?: readonly EventRow[];
}

export async function serializeAppointmentGroups(
  ctx: Context,
  groups: readonly Group[],
  view: GroupView = {},
): Promise<AppointmentGroup[]> {
  const slots = await slotsOf(
    ctx,
    groups.map(({ id }) => id),
  );
  const reservations = await childrenOf(
    ctx,
    slots.map(({ id }) => id),
  );
  const bySlot = Map.groupBy(reservations, ({ parent_calendar_event_id }) => parent_calendar_event_id ?? 0);
  const asked = new Set(view.include);
  const shown = asked.has('appointments') ? await shownSlots(ctx, slots, view) : undefined;
  const added = view.added?.length ? await showEvents(ctx, view.added) : undefined;
  return await Promise.all(
    groups.map(async (group) => {
      const own = slots.filter(({ context_id }) => context_id === group.id);
      const taken = own.flatMap(({ id }) => bySlot.get(id) ?? []);
      return inOrderOf(AppointmentGroup, {
        ...columns(ctx, group),
        ...(asked.has('participant_count') && { participant_count: taken.length }),
        ...(asked.has('reserved_times') && { reserved_times: reservedTimes(ctx, taken) }),
        ...(asked.has('all_context_codes') &&
          (await mayManageAppointments(ctx, group)) && { all_context_codes: courseCodes(group) }),
        requiring_action: await requiresAction(ctx, group, own, taken),
        ...(added && { new_appointments: added }),
        ...(shown && { appointments: shown.get(group.id) ?? [] }),
        appointments_count: own.length,
      });
    }),
  );
}

export async function serializeAppointmentGroup(
  ctx: Context,
  group: Group,
  view?: GroupView,
): Promise<AppointmentGroup> {
  const [json] = await serializeAppointmentGroups(ctx, [group], view);
  return json as AppointmentGroup;
}

function columns(ctx: Context, group: Group) {
  const { id, description, courses, sectionIds, group_category_id, ...row } = group;
  return {
    ...row,
    id,
    description: description && withAbsoluteLinks(description, (path) => ctx.url(path)),
    sub_context_codes:
      group_category_id === null
        ? sectionIds.map((section) => `course_section_${section}`)
        : [`group_category_${group_category_id}`],
    context_codes: courseCodes(group),
    participant_type: participantType(group),
    url: ctx.url(`/api/v1/appointment_groups/${id}`),
    html_url: ctx.url(`/appointment_groups/${id}`),
  };
}

/** Those that aren't over, unless they are wanted; who has signed up only where that is asked for. */
async function shownSlots(
  ctx: Context,
  slots: readonly EventRow[],
  { include = [], includePast }: GroupView,
): Promise<Map<number, CalendarEvent[]>> {
  const rows = slots.filter(({ end_at }) => includePast || end_at === null || end_at > ctx.now);
  const excludes = include.includes('child_events') ? [] : ['child_events'];
  const events = await showEvents(ctx, rows, { excludes });
  return Map.groupBy(events, ({ appointment_group_id }) => appointment_group_id ?? 0);
}

const reservedTimes = (ctx: Context, taken: readonly EventRow[]) =>
  taken
    .filter(({ context_type, context_id }) => context_type === 'User' && context_id === ctx.user?.id)
    .map(({ id, start_at, end_at }) => ({ id, start_at, end_at }));

/** The caller has still to sign up, and may. */
async function requiresAction(
  ctx: Context,
  group: Group,
  slots: readonly EventRow[],
  taken: readonly EventRow[],
): Promise<boolean> {
  const { min_appointments_per_participant: least, participants_per_appointment: places } = group;
  if (least === null || !(await mayReserve(ctx, group))) return false;
  if (places !== null) {
    const all = slots.reduce((sum, slot) => sum + (slot.participants_per_appointment ?? places), 0);
    if (taken.length >= all) return false;
  }
  const participant = await participantFor(ctx, group);
  const own = taken.filter(
    ({ context_type, context_id }) => context_type === participant?.type && context_id === participant.id,
  );
  return own.length < least;
}
