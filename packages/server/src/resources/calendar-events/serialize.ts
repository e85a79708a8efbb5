/** Calendar events as Canvas sends them, in a number of queries that doesn't grow with them. */
import {
  appointmentsOf,
  type EventRow,
  isHidden,
  mayToEvent,
  type PlacedEvent,
} from '../../domain/calendar-access.ts';
import {
  type AppointmentGroup,
  mayManageAppointments,
  mayReserve,
  type Participant,
  participantFor,
  participantType,
} from '../../domain/calendar-appointments.ts';
import { type Calendar, calendarCode } from '../../domain/calendar-contexts.ts';
import { childrenOf, placed } from '../../domain/calendar-events.ts';
import { ruleInWords } from '../../domain/calendar-recurrence-words.ts';
import { courseAccesses } from '../../domain/course-access.ts';
import { courseGrants } from '../../domain/course-rights.ts';
import { withAbsoluteLinks } from '../../domain/html.ts';
import type { Context } from '../../http/context.ts';
import { inOrderOf } from '../../http/schema.ts';
import { serializeGroups } from '../groups/serialize.ts';
import { serializeUsers } from '../users/serialize.ts';
import { calendarName } from './calendar-name.ts';
import { CalendarEvent } from './schema.ts';

export interface EventView {
  /** `child_events` is shown unless it is excluded. */
  include?: readonly string[] | undefined;
  excludes?: readonly string[] | undefined;
  /** Made with the event, and shown in it. */
  duplicates?: readonly PlacedEvent[];
}

const excludes = ({ excludes = [] }: EventView, name: string) => excludes.includes(name);

export async function serializeEvents(
  ctx: Context,
  events: readonly PlacedEvent[],
  view: EventView = {},
): Promise<CalendarEvent[]> {
  if (events.length === 0) return [];
  const facts = await loadFacts(ctx, events, view);
  return await Promise.all(events.map((event) => serializeOne(ctx, event, view, facts)));
}

export async function serializeEvent(
  ctx: Context,
  event: PlacedEvent,
  { duplicates = [], ...view }: EventView = {},
): Promise<CalendarEvent> {
  const [json, ...copies] = await serializeEvents(ctx, [event, ...duplicates], view);
  return { ...(json as CalendarEvent), duplicates: copies.map((copy) => ({ calendar_event: copy })) };
}

/** As it is stored now. */
export async function showEvents(ctx: Context, rows: readonly EventRow[], view?: EventView) {
  return await serializeEvents(ctx, await placed(ctx, rows), view);
}

interface Facts {
  children: Map<number, PlacedEvent[]>;
  nameOf: (calendar: Calendar) => string | null;
  participants: (calendar: Calendar) => { user: unknown } | { group: unknown } | undefined;
}

async function loadFacts(ctx: Context, events: readonly PlacedEvent[], view: EventView): Promise<Facts> {
  const parents = excludes(view, 'child_events') ? [] : events.filter((event) => event.childrenCount > 0);
  const children = await placed(
    ctx,
    await childrenOf(
      ctx,
      parents.map(({ row }) => row.id),
    ),
  );
  const [nameOf, participants] = await Promise.all([
    calendarName(
      ctx,
      [...events, ...children].map(({ calendar }) => calendar),
    ),
    loadParticipants(
      ctx,
      children.filter((child) => appointmentsOf(child) !== undefined),
    ),
  ]);
  return {
    children: Map.groupBy(children, ({ row }) => row.parent_calendar_event_id ?? 0),
    nameOf,
    participants,
  };
}

/** Who has signed up, as users or groups of their own right. */
async function loadParticipants(ctx: Context, reservations: readonly PlacedEvent[]) {
  const users = reservations.flatMap(({ calendar }) => (calendar.type === 'User' ? calendar.user : []));
  const groups = reservations.flatMap(({ calendar }) => (calendar.type === 'Group' ? calendar.group : []));
  const [userList, groupList] = await Promise.all([
    serializeUsers(ctx, users),
    serializeGroups(ctx, groups, { includes: ['users'] }),
  ]);
  const userById = new Map(userList.map((user) => [user.id, user]));
  const groupById = new Map(groupList.map((group) => [group.id, group]));
  return ({ type, id }: Calendar) => {
    if (type === 'User') return { user: userById.get(id) };
    return type === 'Group' ? { group: groupById.get(id) } : undefined;
  };
}

/** Of a child inside its parent. */
interface Inside {
  readable: boolean;
  participant: Participant | undefined;
}

async function serializeOne(
  ctx: Context,
  event: PlacedEvent,
  view: EventView,
  facts: Facts,
  inside?: Inside,
): Promise<CalendarEvent> {
  const { row, calendar } = event;
  const appointments = appointmentsOf(event);
  const common = appointments && !inside ? await commonCode(ctx, row, appointments) : undefined;
  const isStrange = appointments !== undefined && row.effective_context_codes.length > 0 && !common;
  const showsChildren = !inside && !excludes(view, 'child_events') && !isStrange;
  const own = appointments && isParticipant(inside?.participant, row) ? { own_reservation: true } : {};
  const slot = calendar.type === 'AppointmentGroup' ? await slotFields(ctx, event, facts) : undefined;
  const isReadable = inside
    ? inside.readable || 'own_reservation' in own
    : await mayToEvent(ctx, event, 'read');
  return inOrderOf(CalendarEvent, {
    ...columns(row),
    ...(ctx.user && { location_address: row.location_address, location_name: row.location_name }),
    title: titleOf(event),
    type: 'event',
    ...(!excludes(view, 'description') && { description: described(ctx, row) }),
    child_events_count: inside || (isStrange && !excludes(view, 'child_events')) ? 0 : event.childrenCount,
    ...codes(row, common),
    context_name: facts.nameOf(calendar),
    context_color: 'course' in calendar ? calendar.course.course_color : null,
    parent_event_id: row.parent_calendar_event_id,
    hidden: ctx.user !== null && isHidden(event),
    ...(inside && appointments && facts.participants(calendar)),
    ...(appointments && (await appointmentFields(ctx, appointments))),
    ...own,
    ...slot?.fields,
    ...(showsChildren || slot?.fields.reserved || (isStrange && !excludes(view, 'child_events'))
      ? { child_events: showsChildren ? await childEvents(ctx, event, view, facts, slot) : [] }
      : {}),
    ...(isReadable && { url: ctx.url(`/api/v1/calendar_events/${row.id}`) }),
    html_url: ctx.url(`/calendar?event_id=${row.id}&include_contexts=${placeOf(row)}`),
    duplicates: [],
    ...seriesFields(row, view),
    ...providedFields(row),
  });
}

const columns = (row: EventRow) => ({
  id: row.id,
  start_at: row.start_at,
  end_at: row.end_at,
  workflow_state: row.workflow_state,
  created_at: row.created_at,
  updated_at: row.updated_at,
  all_day: row.all_day,
  all_day_date: row.all_day_date,
  comments: row.comments,
  series_uuid: row.series_uuid,
  rrule: row.rrule,
  blackout_date: row.blackout_date,
  important_dates: row.important_dates,
});

/** Which of several sections a time is for. */
function titleOf({ row, calendar }: PlacedEvent): string {
  if (calendar.type !== 'CourseSection') return row.title;
  const suffix = ` (${calendar.section.name})`;
  return row.title.endsWith(suffix) ? row.title : row.title + suffix;
}

const described = (ctx: Context, { description }: EventRow): string | null =>
  description && withAbsoluteLinks(description, (path) => ctx.url(path));

function codes(row: EventRow, common: string | undefined) {
  const effective = row.effective_context_codes.join(',');
  if (effective === '') return { all_context_codes: calendarCode(row), context_code: calendarCode(row) };
  return {
    effective_context_code: common ?? effective,
    all_context_codes: effective,
    context_code: common ?? calendarCode(row),
  };
}

const placeOf = (row: EventRow): string => row.effective_context_codes[0] ?? calendarCode(row);

/** The first of its courses that the caller is in or manages. */
async function commonCode(ctx: Context, row: EventRow, { courses }: AppointmentGroup) {
  const accesses = await courseAccesses(ctx, courses);
  return row.effective_context_codes.find((code) => {
    const access = accesses.get(Number(code.replace('course_', '')));
    return access && (access.enrollments.length > 0 || courseGrants('manage_calendar', access));
  });
}

const appointmentFields = async (ctx: Context, appointments: AppointmentGroup) => ({
  appointment_group_id: appointments.id,
  appointment_group_url: ctx.url(`/api/v1/appointment_groups/${appointments.id}`),
  can_manage_appointment_group: await mayManageAppointments(ctx, appointments),
  participant_type: participantType(appointments),
});

const isParticipant = (participant: Participant | undefined, { context_type, context_id }: EventRow) =>
  participant?.type === context_type && participant.id === context_id;

async function slotFields(ctx: Context, { row, calendar, childrenCount }: PlacedEvent, facts: Facts) {
  const { appointments } = calendar as Calendar & { type: 'AppointmentGroup' };
  const reserves = await mayReserve(ctx, appointments);
  const participant = reserves ? await participantFor(ctx, appointments) : undefined;
  const known = facts.children.get(row.id);
  const all = known?.map((child) => child.row) ?? (reserves ? await childrenOf(ctx, [row.id]) : []);
  const own = all.filter((child) => isParticipant(participant, child));
  const limit = row.participants_per_appointment ?? appointments.participants_per_appointment;
  const url = (whom: string) => ctx.url(`/api/v1/calendar_events/${row.id}/reservations/${whom}`);
  return {
    participant,
    fields: {
      ...(participant && {
        reserved: own.length > 0,
        reserve_comments: own.flatMap(({ comments }) => comments ?? []).join(', '),
      }),
      reserve_url: url(participant ? String(participant.id) : encodeURIComponent('{{ id }}')),
      ...(limit !== null && {
        available_slots: Math.max(limit - childrenCount, 0),
        participants_per_appointment: limit,
      }),
    },
  };
}

async function childEvents(
  ctx: Context,
  event: PlacedEvent,
  view: EventView,
  facts: Facts,
  slot: Awaited<ReturnType<typeof slotFields>> | undefined,
): Promise<CalendarEvent[]> {
  const all = facts.children.get(event.row.id) ?? [];
  if (all.length === 0) return [];
  const seesAll = await mayToEvent(ctx, event, 'read_child_events');
  const shown = seesAll ? all : all.filter(({ row }) => isParticipant(slot?.participant, row));
  const inside = { readable: await mayToEvent(ctx, event, 'manage'), participant: slot?.participant };
  return await Promise.all(
    shown.map((child) => serializeOne(ctx, { ...child, parent: event }, view, facts, inside)),
  );
}

function seriesFields({ series_uuid, rrule, series_head }: EventRow, { include = [] }: EventView) {
  if (series_uuid === null || rrule === null) return {};
  const inWords = include.includes('series_natural_language');
  return { series_head, ...(inWords && { series_natural_language: ruleInWords(rrule) }) };
}

const providedFields = ({ provided_by, external_id, provider_contact }: EventRow) => ({
  ...(provided_by !== null && { provided_by }),
  ...(external_id !== null && { external_id }),
  ...(provider_contact !== null && { provider_contact }),
});
