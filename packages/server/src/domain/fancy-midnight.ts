import { parseDateTime } from '../http/date-time.ts';

/**
 * Whoever names a day as the last one means its end: the midnight with which a day begins where the caller is becomes
 * its last second. Source: CanvasTime.fancy_midnight.
 *
 * @param zone IANA name
 */
export function fancyMidnight(time: string, zone: string): string {
  const { day, clock } = localTime(time, zone);
  return clock === '00:00:00' ? (parseDateTime(`${day}T23:59:59`, zone) ?? time) : time;
}

/** What `all_day` says of a due date: that it is the end of a day, and of which. */
export function wholeDay(
  time: string | null,
  zone: string,
): { all_day: boolean; all_day_date: string | null } {
  if (time === null) return { all_day: false, all_day_date: null };
  const { day, clock } = localTime(time, zone);
  return { all_day: clock.startsWith('23:59'), all_day_date: day };
}

/** The day and the clock where the zone is. */
export function localTime(time: string, zone: string): { day: string; clock: string } {
  // Swedish writes dates as ISO 8601 does.
  const [day = '', clock = ''] = new Date(time)
    .toLocaleString('sv-SE', { timeZone: zone, hourCycle: 'h23' })
    .split(' ');
  return { day, clock };
}
