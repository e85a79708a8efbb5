/**
 * Changes of a series: of one event, of all, or of one and those that follow it, which then may become a series of
 * their own. Source: update_from_series of Canvas's controller.
 */
import { randomUUID } from 'node:crypto';
import type { EventRow, PlacedEvent } from '../../domain/calendar-access.ts';
import {
  deleteEvent,
  draftEvent,
  type EventFields,
  insertEvents,
  placed,
  updateEvent,
} from '../../domain/calendar-events.ts';
import { refuseProvided } from '../../domain/calendar-provided.ts';
import { MOST_EVENTS, occurrences, recounted, shortened } from '../../domain/calendar-recurrence.ts';
import { localTime } from '../../domain/fancy-midnight.ts';
import { toIana } from '../../domain/time-zones.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { parseDateTime } from '../../http/date-time.ts';
import type { CalendarEvent } from './schema.ts';
import { showEvents } from './serialize.ts';
import { askedWhich, liveSeries, type Which } from './series.ts';

const refuse = (message: string) => new Refusal(400, { message });
const IN_WORDS = { include: ['series_natural_language'] };

/** An event by itself becomes the first of a series. */
export async function beginSeries(ctx: Context, event: PlacedEvent, fields: EventFields, rrule: string) {
  const begun = { ...event.row, series_uuid: randomUUID(), series_head: true };
  const { start_at = begun.start_at, end_at = begun.end_at } = fields;
  const target = { ...event, row: { ...begun, start_at, end_at } };
  return await updateMany(ctx, target, fields, { rrule, changed: true }, 'all');
}

export async function updateSeries(
  ctx: Context,
  target: PlacedEvent,
  fields: EventFields,
  asked: string | null | undefined,
  which: string | null | undefined,
): Promise<CalendarEvent | CalendarEvent[]> {
  const scope = askedWhich(which);
  const rule = { rrule: asked === undefined ? target.row.rrule : asked || null, changed: false };
  rule.changed = rule.rrule !== target.row.rrule;
  const collapses = rule.changed && rule.rrule === null;
  if (scope !== 'one' || collapses) return await updateMany(ctx, target, fields, rule, scope);
  if (rule.changed) throw refuse('You may not update one event with a new schedule.');
  if (target.row.workflow_state === 'locked') throw refuse('You may not update a locked event');
  const [json] = await showEvents(ctx, [await updateEvent(ctx, target, fields)], IN_WORDS);
  return json as CalendarEvent;
}

interface Rule {
  rrule: string | null;
  /** It differs from that of the event. */
  changed: boolean;
}

interface Times {
  start: string;
  end: string;
}

async function updateMany(
  ctx: Context,
  target: PlacedEvent,
  fields: EventFields,
  rule: Rule,
  which: Which,
): Promise<CalendarEvent[]> {
  const zone = toIana(ctx.me.time_zone ?? 'UTC');
  const wanted = wantedTimes(target.row, fields);
  const isMoved = which === 'all' && wanted.start.slice(0, 10) !== target.row.start_at?.slice(0, 10);
  if (isMoved && !target.row.series_head) {
    throw refuse('You may not change the start date when changing all events in the series');
  }
  const stored = await liveSeries(ctx, target.row);
  const series = stored.length > 0 ? stored : [target.row];
  const affected =
    which === 'following'
      ? series.filter(({ start_at }) => (start_at ?? '') >= (target.row.start_at ?? ''))
      : series;
  for (const event of await placed(ctx, affected)) await refuseProvided(ctx, event);

  const keepsDates = which === 'all' && !isMoved;
  const first = keepsDates ? onDayOf(series[0] as EventRow, wanted, zone) : wanted;
  const isRetimed = !keepsDates && (wanted.start !== target.row.start_at || wanted.end !== target.row.end_at);
  const splits = series.length > affected.length && (isRetimed || rule.changed);
  const moments = rule.rrule ? occurrences(rule.rrule, first.start, zone) : [];
  const changes: EventFields = {
    ...fields,
    series_uuid: splits ? randomUUID() : target.row.series_uuid,
    rrule: splits && !rule.changed && rule.rrule ? recounted(rule.rrule, affected.length) : rule.rrule,
  };
  const limit = rule.changed ? MOST_EVENTS : affected.length;
  const duration = Date.parse(first.end) - Date.parse(first.start);
  const changed = rule.rrule
    ? await putOnto(ctx, target, affected, moments.slice(0, limit), duration, changes, splits)
    : [await collapse(ctx, target, affected, { ...changes, start_at: wanted.start, end_at: wanted.end })];
  const front = splits ? await shorten(ctx, series, affected) : [];
  return await showEvents(ctx, [...front, ...changed], IN_WORDS);
}

/** As the request gives them, or as they are. */
function wantedTimes(row: EventRow, fields: EventFields): Times {
  const start = fields.start_at ?? row.start_at;
  const end = fields.end_at ?? row.end_at ?? start;
  if (start === null || end === null)
    throw refuse('Failed updating an event in the series, update not saved');
  const endsBefore = end < start;
  return { start, end: endsBefore ? start : end };
}

/** The wanted clock on the days of the first event. */
function onDayOf(row: EventRow, { start, end }: Times, zone: string): Times {
  const on = (day: string | null, clock: string) =>
    (day && parseDateTime(`${localTime(day, zone).day}T${localTime(clock, zone).clock}`, zone)) || clock;
  return { start: on(row.start_at, start), end: on(row.end_at, end) };
}

/** Events that are there are used again in their order; what is over goes, what is missing is made. */
async function putOnto(
  ctx: Context,
  target: PlacedEvent,
  rows: readonly EventRow[],
  moments: readonly string[],
  duration: number,
  changes: EventFields,
  isNewSeries: boolean,
): Promise<EventRow[]> {
  const events = await placed(ctx, rows);
  for (const surplus of events.slice(moments.length)) await deleteEvent(ctx, surplus);
  const changed: EventRow[] = [];
  for (const [index, moment] of moments.entries()) {
    const end_at = `${new Date(Date.parse(moment) + duration).toISOString().slice(0, 19)}Z`;
    const own = { ...changes, start_at: moment, end_at };
    const event = events[index];
    const isHead = index === 0 && (isNewSeries || target.row.series_head);
    if (event) {
      // Of the event as it is stored: a series that only begins has its first event's times before it has them.
      changed.push(await updateEvent(ctx, event, isHead ? { ...own, series_head: true } : own));
    } else {
      const draft = draftEvent(ctx, target.calendar, { ...copied(target.row), ...own, series_head: false });
      changed.push(...(await insertEvents(ctx, [draft])));
    }
  }
  return changed;
}

/** What a further event of the series has from the one that was changed. */
const copied = ({ title, description, location_name, location_address, time_zone_edited }: EventRow) => ({
  title,
  description,
  location_name,
  location_address,
  time_zone_edited,
});

/** The series without a rule is the one event. */
async function collapse(
  ctx: Context,
  target: PlacedEvent,
  rows: readonly EventRow[],
  changes: EventFields,
): Promise<EventRow> {
  const others = rows.filter(({ id }) => id !== target.row.id);
  for (const event of await placed(ctx, others)) await deleteEvent(ctx, event);
  return await updateEvent(ctx, target, { ...changes, series_uuid: null, series_head: false, rrule: null });
}

/** The part before keeps its series, whose rule gets shorter. */
async function shorten(ctx: Context, series: readonly EventRow[], affected: readonly EventRow[]) {
  const gone = new Set(affected.map(({ id }) => id));
  const front = series.filter(({ id }) => !gone.has(id));
  return await shortenTo(ctx, front);
}

/** Gives what is left of a series the rule that tells how many they are. */
export async function shortenTo(ctx: Context, front: readonly EventRow[]): Promise<EventRow[]> {
  const rrule = front[0]?.rrule;
  if (!rrule) return [...front];
  const ids = front.map(({ id }) => id);
  const rows = await ctx.db
    .updateTable('calendar_events')
    .set({ rrule: shortened(rrule, front.length), updated_at: ctx.now })
    .where('id', 'in', ids)
    .returningAll()
    .execute();
  return rows.sort((a, b) => a.id - b.id);
}
