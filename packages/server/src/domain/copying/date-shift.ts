/** Moves dates from the time of one course into that of another. Source: shift_date of Canvas's course importer. */
import type { DateShiftOptions } from '../../db/json-columns.ts';
import { parseDateTime } from '../../http/date-time.ts';
import { localTime } from '../fancy-midnight.ts';

export type ShiftDate = (date: string | null) => string | null;

/** The time of a course, as far as it has one. */
export interface Span {
  readonly start: string | null;
  readonly end: string | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A date keeps its place between start and end, as a share of the whole; then it goes to the day of the week that it
 * was on, or to the one that stands for it, and keeps its clock. Without all four days it stays as it is.
 *
 * @param options null leaves all dates alone
 * @param zone IANA name, of the days and the clock
 */
export function dateShift(
  options: DateShiftOptions | null,
  { from, to }: { from: Span; to: Span },
  zone: string,
): ShiftDate {
  if (options === null) return (date) => date;
  if (options.remove_dates) return () => null;
  const oldStart = dayNumber(options.old_start_date ?? from.start, zone);
  const oldEnd = dayNumber(options.old_end_date ?? from.end, zone);
  const newStart = dayNumber(options.new_start_date ?? to.start, zone);
  const newEnd = dayNumber(options.new_end_date ?? to.end, zone);
  if (oldStart === null || oldEnd === null || newStart === null || newEnd === null) return (date) => date;
  const [oldLength, newLength] = [oldEnd - oldStart, newEnd - newStart];
  return (date) => {
    if (date === null) return null;
    const { clock } = localTime(date, zone);
    const old = dayNumber(date, zone) as number;
    const share = oldLength > 0 ? (old - oldStart) / oldLength : 0;
    const moved = newStart + Math.trunc(newLength * share);
    const wanted = options.day_substitutions[weekday(old)] ?? weekday(old);
    const day = onWeekday(moved, wanted, newStart);
    return parseDateTime(`${isoDay(day)}T${clock}`, zone) ?? date;
  };
}

/** The next such day, or the one a week before where that still is in the course. */
function onWeekday(day: number, wanted: number, start: number): number {
  const ahead = (wanted - weekday(day) + 7) % 7;
  if (ahead === 0) return day;
  return day + ahead - 7 < start ? day + ahead : day + ahead - 7;
}

/** Days since 1970, of a date or of a time where the zone is; null of what is none. */
function dayNumber(text: string | null, zone: string): number | null {
  if (text === null) return null;
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? text : localTime(text, zone).day;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / DAY_MS;
}

/** Sunday 0; the first of January 1970 was a Thursday. */
const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;

const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
