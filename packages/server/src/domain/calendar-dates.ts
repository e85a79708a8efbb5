/** The times of a calendar event, as they become when somebody sets some of them. Source: Canvas's CalendarEvent. */
import type { Context } from '../http/context.ts';
import { parseDateTime } from '../http/date-time.ts';
import { callersZone } from './callers-zone.ts';
import { localTime } from './fancy-midnight.ts';
import { isTimeZone, toIana } from './time-zones.ts';

export interface EventDates {
  start_at: string | null;
  end_at: string | null;
  all_day: boolean;
  all_day_date: string | null;
}

export interface DateChanges {
  start_at?: string | null | undefined;
  end_at?: string | null | undefined;
  all_day?: boolean | undefined;
  /** Whether the times are looked at anew although none is given. */
  again?: boolean;
}

/** The zone in which an event's days begin: that of whoever edited it last. IANA name. */
export const zoneOfEvent = (ctx: Context, time_zone_edited: string | null | undefined): string =>
  time_zone_edited && isTimeZone(time_zone_edited) ? toIana(time_zone_edited) : callersZone(ctx);

/**
 * A missing end is the start, and the other way round; an end before the start is the start. Whole days begin at
 * midnight; a moment at midnight is a whole day, unless somebody says otherwise of an event that stays where it is.
 *
 * @param before null for an event that is being made
 */
export function settleDates(before: EventDates | null, changes: DateChanges, zone: string): EventDates {
  const given = {
    start_at: changes.start_at === undefined ? (before?.start_at ?? null) : changes.start_at,
    end_at: changes.end_at === undefined ? (before?.end_at ?? null) : changes.end_at,
  };
  const start_at = given.start_at ?? given.end_at;
  const latest = given.end_at ?? start_at;
  const end_at = start_at !== null && latest !== null && latest < start_at ? start_at : latest;

  const wasAllDay = before?.all_day ?? false;
  const movesStart = start_at !== (before?.start_at ?? null);
  const moves = movesStart || end_at !== (before?.end_at ?? null) || changes.again === true;
  const becomesAllDay = changes.all_day === true && !wasAllDay;
  const isMoment = start_at !== null && start_at === end_at && localTime(start_at, zone).clock === '00:00:00';
  const all_day = becomesAllDay || (moves ? isMoment : (changes.all_day ?? wasAllDay));

  const known = before?.all_day_date ?? null;
  if (!all_day || (known !== null && !movesStart && !becomesAllDay)) {
    return { start_at, end_at, all_day, all_day_date: known };
  }
  return {
    start_at: midnightOf(start_at, zone),
    end_at: midnightOf(end_at, zone),
    all_day,
    all_day_date: start_at && localTime(start_at, zone).day,
  };
}

const midnightOf = (time: string | null, zone: string): string | null =>
  time && parseDateTime(localTime(time, zone).day, zone);
