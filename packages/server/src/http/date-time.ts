/**
 * The dates that Canvas understands. A text without a zone is wall-clock time in the zone of whoever
 * sent it; everything leaves this module in UTC, to the second.
 */

const DAY = 24 * 60 * 60 * 1000;

const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})/;
const TIME =
  /^(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:(Z|UTC|GMT)|([+-])(\d{2}):?(\d{2})?)?$/i;

/**
 * A point in time as `YYYY-MM-DDTHH:MM:SSZ`, or null where Canvas stores null: no such day, no date at
 * all, a year outside 1–9999. Reads ISO 8601, a blank in place of `T`, and a day alone (its midnight).
 * @param zone IANA name, used when the text names none
 */
export function parseDateTime(text: string, zone: string): string | null {
  const [day, rest] = readDay(text);
  if (day === undefined) return null;
  if (rest === '') return utcText(toInstant(day, zone));

  const match = TIME.exec(rest);
  if (!match) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  // A leap second is legal to write; it rolls over into the next minute.
  if (hour > 23 || minute > 59 || second > 60) return null;
  const wallClock = day + ((hour * 60 + minute) * 60 + second) * 1000;

  if (match[4]) return utcText(wallClock);
  if (!match[5]) return utcText(toInstant(wallClock, zone));
  const offset = (Number(match[6]) * 60 + Number(match[7] ?? 0)) * 60_000;
  return utcText(match[5] === '-' ? wallClock + offset : wallClock - offset);
}

/** A day as `YYYY-MM-DD`. Of a date and time only the day as written counts, whatever its zone. */
export function parseDate(text: string): string | null {
  const [day, rest] = readDay(text);
  if (day === undefined || (rest !== '' && !TIME.test(rest))) return null;
  return utcText(day)?.slice(0, 10) ?? null;
}

/** A date filter that says so when it isn't a date; the endpoint decides which body carries the text. */
export class InvalidDate extends Error {
  readonly status = 400;
  readonly param: string;

  constructor(param: string) {
    super(`Invalid date or invalid datetime for ${param}`);
    this.name = 'InvalidDate';
    this.param = param;
  }
}

const FILTER_DAY = /^(\d{4})[- /.](0[1-9]|1[0-2])[- /.](0[1-9]|[12]\d|3[01])$/;
const FILTER_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;

/**
 * The bound of a range, from a filter that validates (calendar events, planner): Canvas's `DATE_REGEX`
 * or `ISO8601_REGEX`. A bare day means its first second as a start, its last one as an end.
 * @throws InvalidDate
 */
export function validateDateParam(
  name: string,
  text: string,
  zone: string,
  bound: 'start' | 'end' = 'start',
): string {
  const day = FILTER_DAY.exec(text);
  const instant = day
    ? parseDateTime(`${day[1]}-${day[2]}-${day[3]}${bound === 'end' ? 'T23:59:59' : ''}`, zone)
    : FILTER_TIME.test(text) && parseDateTime(text, zone);
  if (!instant) throw new InvalidDate(name);
  return instant;
}

/** Midnight of the day with which the text begins, read as UTC, and what follows it. */
function readDay(text: string): [midnight: number | undefined, rest: string] {
  const trimmed = text.trim();
  const match = DATE.exec(trimmed);
  if (!match) return [undefined, trimmed];
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(0);
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return [exists ? date.getTime() : undefined, trimmed.slice(match[0].length)];
}

/**
 * Wall-clock time in a zone → its instant. An hour that occurs twice means the first of them, an hour
 * that daylight saving skips moves on by what was skipped; both as Rails does. Both follow from using
 * the offset that was in force before the change.
 */
function toInstant(wallClock: number, zone: string): number {
  const before = wallClock - offsetAt(wallClock - DAY, zone);
  if (before + offsetAt(before, zone) === wallClock) return before;
  const after = wallClock - offsetAt(wallClock + DAY, zone);
  return after + offsetAt(after, zone) === wallClock ? after : before;
}

/** Building a formatter costs more than a hundred uses of it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function offsetAt(instant: number, zone: string): number {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    formatters.set(zone, formatter);
  }
  const text = formatter.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(text);
  if (!match) return 0;
  const offset = ((Number(match[2]) * 60 + Number(match[3])) * 60 + Number(match[4] ?? 0)) * 1000;
  return match[1] === '-' ? -offset : offset;
}

function utcText(instant: number): string | null {
  const text = new Date(instant).toISOString();
  // Years outside 0000–9999 have a sign and six digits.
  if (text.length !== 24 || text.startsWith('0000')) return null;
  return `${text.slice(0, 19)}Z`;
}
