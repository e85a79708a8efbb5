import { randomUUID } from 'node:crypto';
import { type EventRow, mayManageCalendar, mayProvide } from '../../domain/calendar-access.ts';
import { type Calendar, findCalendar, isDeleted } from '../../domain/calendar-contexts.ts';
import {
  draftEvent,
  type EventFields,
  insertEvents,
  placed,
  replaceChildren,
} from '../../domain/calendar-events.ts';
import { isProvided } from '../../domain/calendar-provided.ts';
import { MOST_EVENTS, occurrences } from '../../domain/calendar-recurrence.ts';
import { addSlots } from '../../domain/calendar-slots.ts';
import { demand } from '../../domain/demand.ts';
import { isTimeZone, toIana } from '../../domain/time-zones.ts';
import { NotFound, Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation, Reply } from '../../http/operation.ts';
import { copyOf } from './copies.ts';
import { putProvided } from './provided.ts';
import { CalendarEvent } from './schema.ts';
import { serializeEvent } from './serialize.ts';
import { childTimes, type EventParams, fieldsOf } from './write.ts';

export default operation('POST /api/v1/calendar_events', {
  summary: 'Make an event, with its times of sections, its copies, or a series of it',
  // The right is one in the calendar that the parameters name.
  requires: 'public',
  returns: CalendarEvent,
  async handle({ ctx, params: { calendar_event: params } }) {
    const calendar = await calendarOf(ctx, params?.context_code);
    await demand(ctx, mayManageCalendar(ctx, calendar));
    const fields = fieldsOf(params ?? {});
    if (isProvided(fields)) return await createProvided(ctx, calendar, params ?? {}, fields);
    const rows = await createAll(ctx, calendar, params ?? {}, fields);
    return new Reply(201, await showCreated(ctx, rows));
  },
});

async function calendarOf(ctx: Context, code: string | null | undefined): Promise<Calendar> {
  const calendar = code ? await findCalendar(ctx, code) : undefined;
  if (!calendar) throw new NotFound();
  if (calendar.type === 'Course' && isDeleted(calendar)) {
    throw new Refusal(400, { error: 'cannot create event for deleted course' });
  }
  if (isDeleted(calendar)) throw new NotFound();
  return calendar;
}

/** The first with the others in it. */
async function showCreated(ctx: Context, rows: readonly EventRow[]) {
  const [event, ...duplicates] = await placed(ctx, rows);
  if (!event) throw new NotFound();
  return await serializeEvent(ctx, event, { duplicates, include: ['series_natural_language'] });
}

async function createAll(
  ctx: Context,
  calendar: Calendar,
  params: EventParams,
  fields: EventFields,
): Promise<EventRow[]> {
  if (params.rrule) return await createSeries(ctx, calendar, params, fields, params.rrule);
  const times = await childTimes(ctx, calendar, params);
  const { count, ...pattern } = params.duplicate ?? {};
  if ((count ?? 0) > MOST_EVENTS) {
    throw new Refusal(400, { message: `only a maximum of ${MOST_EVENTS} events can be created` });
  }
  const rows: EventRow[] = [];
  for (let number = 0; number <= Math.max(count ?? 0, 0); number++) {
    const copy = copyOf(ctx, { fields, times }, pattern, number, count ? params.title : undefined);
    if (calendar.type === 'AppointmentGroup') {
      const { start_at = null, end_at = null } = copy.fields;
      rows.push(...(await addSlots(ctx, calendar.appointments, [{ start_at, end_at }], copy.fields)));
      continue;
    }
    const [row] = await insertEvents(ctx, [draftEvent(ctx, calendar, copy.fields)]);
    rows.push(copy.times ? await replaceChildren(ctx, row as EventRow, copy.times) : (row as EventRow));
  }
  return rows;
}

async function createSeries(
  ctx: Context,
  calendar: Calendar,
  { child_event_data, time_zone_edited }: EventParams,
  fields: EventFields,
  rrule: string,
): Promise<EventRow[]> {
  const zone = time_zone_edited && isTimeZone(time_zone_edited) ? time_zone_edited : ctx.me.time_zone;
  const start = fields.start_at ?? null;
  const moments = occurrences(rrule, start, toIana(zone ?? 'UTC'));
  if (child_event_data && Object.keys(child_event_data).length > 0) {
    throw new Refusal(400, { error: 'recurring events cannot have child events' });
  }
  const duration = fields.end_at && start ? Date.parse(fields.end_at) - Date.parse(start) : 0;
  const series_uuid = randomUUID();
  const drafts = moments.map((moment, index) =>
    draftEvent(ctx, calendar, {
      ...fields,
      start_at: moment,
      end_at: later(moment, duration),
      series_uuid,
      rrule,
      series_head: index === 0,
    }),
  );
  return await insertEvents(ctx, drafts);
}

const later = (moment: string, ms: number) =>
  `${new Date(Date.parse(moment) + ms).toISOString().slice(0, 19)}Z`;

/** Easel's own: one call makes the event, or changes the one that is there. */
async function createProvided(ctx: Context, calendar: Calendar, params: EventParams, fields: EventFields) {
  await demand(ctx, mayProvide(ctx, calendar));
  if (params.rrule || params.duplicate?.count) {
    throw new Refusal(400, { message: 'A provided event is one event: it has no copies and no series.' });
  }
  const { row, outcome } = await putProvided(ctx, calendar, fields);
  const times = await childTimes(ctx, calendar, params, row.id);
  const shown = times ? await replaceChildren(ctx, row, times) : row;
  return new Reply(outcome === 'created' ? 201 : 200, await showCreated(ctx, [shown]));
}
