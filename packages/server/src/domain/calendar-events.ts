/** How calendar events are stored: with their dates settled, their children following, their parents kept in step. */
import type { Insertable, Updateable } from 'kysely';
import { anyOf } from '../db/any-of.ts';
import type { CalendarEventsTable } from '../db/tables/index.ts';
import { InvalidRecord } from '../errors.ts';
import type { Context } from '../http/context.ts';
import type { EventRow, PlacedEvent } from './calendar-access.ts';
import { courseCodes } from './calendar-appointments.ts';
import { type Calendar, calendarCode, calendarsOf, codeOf } from './calendar-contexts.ts';
import { settleDates, zoneOfEvent } from './calendar-dates.ts';

/** What can be said of an event. */
export type EventFields = Partial<
  Pick<
    EventRow,
    | 'title'
    | 'description'
    | 'start_at'
    | 'end_at'
    | 'all_day'
    | 'time_zone_edited'
    | 'location_name'
    | 'location_address'
    | 'important_dates'
    | 'blackout_date'
    | 'comments'
    | 'participants_per_appointment'
    | 'series_uuid'
    | 'series_head'
    | 'rrule'
    | 'provided_by'
    | 'external_id'
    | 'provider_contact'
  >
>;

/** What a section's own time, and a reservation, have from their parent. */
const inherited = ['title', 'description', 'location_name', 'location_address', 'important_dates'] as const;

const MAX_TEXT = 255;
/** Canvas's limit of a long text, in bytes. */
const MAX_DESCRIPTION = 511_999;

/** @throws InvalidRecord for texts that are too long */
export function refuseLongTexts(fields: EventFields): void {
  const errors: Record<string, [string, string][]> = {};
  for (const name of ['title', 'comments', 'location_name', 'location_address'] as const) {
    if ((fields[name]?.length ?? 0) > MAX_TEXT) {
      errors[name] = [['too_long', `is too long (maximum is ${MAX_TEXT} characters)`]];
    }
  }
  if (Buffer.byteLength(fields.description ?? '') > MAX_DESCRIPTION) {
    errors['description'] = [['too_long', `is too long (maximum is ${MAX_DESCRIPTION} characters)`]];
  }
  if (Object.keys(errors).length > 0) throw new InvalidRecord(errors);
}

/** Rows with where they are; a number of queries that doesn't grow with them. */
export async function placed(ctx: Context, rows: readonly EventRow[]): Promise<PlacedEvent[]> {
  const parentIds = rows.flatMap(({ parent_calendar_event_id }) => parent_calendar_event_id ?? []);
  const parents = parentIds.length === 0 ? [] : await eventsById(ctx, parentIds);
  const all = [...rows, ...parents];
  const [calendars, counts] = await Promise.all([calendarsOf(ctx, all), childCounts(ctx, all)]);
  const place = (row: EventRow, parent?: PlacedEvent): PlacedEvent => ({
    row,
    calendar: calendars.get(calendarCode(row)) as Calendar,
    childrenCount: counts.get(row.id) ?? 0,
    ...(parent && { parent }),
  });
  const placedParents = new Map(parents.map((row) => [row.id, place(row)]));
  return rows.map((row) => place(row, placedParents.get(row.parent_calendar_event_id ?? 0)));
}

export const eventsById = (ctx: Context, ids: readonly number[]): Promise<EventRow[]> =>
  ctx.db.selectFrom('calendar_events').selectAll().where('id', '=', anyOf(ids)).execute();

async function childCounts(ctx: Context, rows: readonly EventRow[]): Promise<Map<number, number>> {
  if (rows.length === 0) return new Map();
  const counts = await ctx.db
    .selectFrom('calendar_events')
    .select(({ fn }) => ['parent_calendar_event_id', fn.countAll<number>().as('count')])
    .where('parent_calendar_event_id', '=', anyOf(rows.map(({ id }) => id)))
    .where('workflow_state', '<>', 'deleted')
    .groupBy('parent_calendar_event_id')
    .execute();
  return new Map(counts.map(({ parent_calendar_event_id, count }) => [parent_calendar_event_id ?? 0, count]));
}

/** The children of some events, in order of their ids. */
export async function childrenOf(ctx: Context, ids: readonly number[]): Promise<EventRow[]> {
  if (ids.length === 0) return [];
  return await ctx.db
    .selectFrom('calendar_events')
    .selectAll()
    .where('parent_calendar_event_id', '=', anyOf(ids))
    .where('workflow_state', '<>', 'deleted')
    .orderBy('id')
    .execute();
}

/** An event as it is stored in a calendar. */
export function draftEvent(
  ctx: Context,
  calendar: Calendar,
  fields: EventFields,
): Insertable<CalendarEventsTable> {
  return {
    context_type: calendar.type,
    context_id: calendar.id,
    effective_context_codes: effectiveCodes(calendar),
    user_id: ctx.user?.id ?? null,
    ...fields,
    ...settleDates(null, fields, zoneOfEvent(ctx, fields.time_zone_edited)),
    title: fields.title ?? `${calendar.type} Event`,
    created_at: ctx.now,
    updated_at: ctx.now,
  };
}

const effectiveCodes = (calendar: Calendar): string[] => {
  if (calendar.type === 'AppointmentGroup') return courseCodes(calendar.appointments);
  return calendar.type === 'CourseSection' ? [`course_${calendar.course.id}`] : [];
};

/** @throws InvalidRecord */
export async function insertEvents(
  ctx: Context,
  drafts: readonly Insertable<CalendarEventsTable>[],
): Promise<EventRow[]> {
  if (drafts.length === 0) return [];
  const rows = await ctx.db
    .insertInto('calendar_events')
    .values([...drafts])
    .returningAll()
    .execute();
  return rows.sort((a, b) => a.id - b.id);
}

/** The children go with it: those of sections but for their times, reservations with them. */
export async function updateEvent(
  ctx: Context,
  event: PlacedEvent,
  fields: EventFields,
  more: Updateable<CalendarEventsTable> & { again?: boolean } = {},
): Promise<EventRow> {
  const { again, ...columns } = more;
  const own = event.parent ? withoutInherited(fields) : fields;
  const zone = zoneOfEvent(ctx, own.time_zone_edited ?? event.row.time_zone_edited);
  const dates = settleDates(event.row, { ...own, again: again === true }, zone);
  const changes = {
    ...ofSlot(event, own),
    ...columns,
    ...dates,
    ...(own.title === null && { title: `${event.row.context_type} Event` }),
  };
  const changed = await ctx.db
    .updateTable('calendar_events')
    .set({ ...changes, updated_at: ctx.now })
    .where('id', '=', event.row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (event.childrenCount > 0) await followParent(ctx, changed);
  if (event.parent?.calendar.type === 'Course') await spanChildren(ctx, event.parent.row.id);
  if (event.calendar.type === 'AppointmentGroup') await spanSlots(ctx, event.calendar.id);
  return changed;
}

function withoutInherited(fields: EventFields): EventFields {
  const own = { ...fields };
  for (const name of inherited) delete own[name];
  return own;
}

/** What a slot is called is its group's affair; it only has a description of its own. */
function ofSlot({ calendar }: PlacedEvent, fields: EventFields): EventFields {
  if (calendar.type !== 'AppointmentGroup') return fields;
  const { title: _, location_name: __, location_address: ___, ...own } = fields;
  return own;
}

async function followParent(ctx: Context, parent: EventRow): Promise<void> {
  const { title, description, location_name, location_address, important_dates, start_at, end_at } = parent;
  const shared = { title, description, location_name, location_address, important_dates };
  const children = ctx.db
    .updateTable('calendar_events')
    .where('parent_calendar_event_id', '=', parent.id)
    .where('workflow_state', '<>', 'deleted');
  await children.where('workflow_state', '=', 'active').set(shared).execute();
  await children
    .where('workflow_state', '=', 'locked')
    .set({ ...shared, start_at, end_at })
    .execute();
}

/** The event of a course whose sections have their own times spans them. */
async function spanChildren(ctx: Context, parentId: number): Promise<EventRow | undefined> {
  const children = await childrenOf(ctx, [parentId]);
  if (children.length === 0) return undefined;
  return await ctx.db
    .updateTable('calendar_events')
    .set({
      start_at: children.flatMap(({ start_at }) => start_at ?? []).sort()[0] ?? null,
      end_at:
        children
          .flatMap(({ end_at }) => end_at ?? [])
          .sort()
          .at(-1) ?? null,
    })
    .where('id', '=', parentId)
    .returningAll()
    .executeTakeFirst();
}

/** An appointment group spans its slots. */
export async function spanSlots(ctx: Context, groupId: number): Promise<void> {
  const slots = await slotsOf(ctx, [groupId]);
  await ctx.db
    .updateTable('appointment_groups')
    .set({
      start_at: slots[0]?.start_at ?? null,
      end_at:
        slots
          .flatMap(({ end_at }) => end_at ?? [])
          .sort()
          .at(-1) ?? null,
      updated_at: ctx.now,
    })
    .where('id', '=', groupId)
    .execute();
}

/** The slots of some appointment groups, by their start. */
export async function slotsOf(ctx: Context, groupIds: readonly number[]): Promise<EventRow[]> {
  if (groupIds.length === 0) return [];
  return await ctx.db
    .selectFrom('calendar_events')
    .selectAll()
    .where('context_type', '=', 'AppointmentGroup')
    .where('context_id', '=', anyOf(groupIds))
    .where('workflow_state', '<>', 'deleted')
    .orderBy('start_at')
    .orderBy('id')
    .execute();
}

/** The time of one section. */
export interface ChildTime {
  calendar: Calendar;
  start_at: string | null;
  end_at: string | null;
}

/** Gives an event of a course these times of its sections, and takes all others away. */
export async function replaceChildren(
  ctx: Context,
  event: EventRow,
  times: readonly ChildTime[],
): Promise<EventRow> {
  const present = new Map((await childrenOf(ctx, [event.id])).map((row) => [calendarCode(row), row]));
  const zone = zoneOfEvent(ctx, event.time_zone_edited);
  for (const { calendar, start_at, end_at } of times) {
    const child = present.get(codeOf(calendar));
    present.delete(codeOf(calendar));
    if (child) {
      await ctx.db
        .updateTable('calendar_events')
        .set({ ...settleDates(child, { start_at, end_at }, zone), updated_at: ctx.now })
        .where('id', '=', child.id)
        .execute();
      continue;
    }
    const { title, description, location_name, location_address, important_dates } = event;
    const fields = { title, description, location_name, location_address, important_dates, start_at, end_at };
    await insertEvents(ctx, [{ ...draftEvent(ctx, calendar, fields), parent_calendar_event_id: event.id }]);
  }
  await markDeleted(
    ctx,
    [...present.values()].map(({ id }) => id),
  );
  return (await spanChildren(ctx, event.id)) ?? event;
}

const markDeleted = async (ctx: Context, ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  await ctx.db
    .updateTable('calendar_events')
    .set({ workflow_state: 'deleted', updated_at: ctx.now })
    .where('id', '=', anyOf(ids))
    .execute();
};

/** With its children. A parent that loses its last child goes too, but a slot is free again. */
export async function deleteEvent(ctx: Context, event: PlacedEvent): Promise<EventRow> {
  const children = await childrenOf(ctx, [event.row.id]);
  await markDeleted(ctx, [event.row.id, ...children.map(({ id }) => id)]);
  if (event.parent && (await childrenOf(ctx, [event.parent.row.id])).length === 0) {
    const isSlot = event.parent.row.workflow_state === 'locked';
    await ctx.db
      .updateTable('calendar_events')
      .set({ workflow_state: isSlot ? 'active' : 'deleted', updated_at: ctx.now })
      .where('id', '=', event.parent.row.id)
      .execute();
  }
  if (event.calendar.type === 'AppointmentGroup') await spanSlots(ctx, event.calendar.id);
  return { ...event.row, workflow_state: 'deleted', updated_at: ctx.now };
}
