/** Rules by which events come again, of RFC 5545 as far as Canvas takes them: with an end, and no more than 200 times. */
import ICAL from 'ical.js';
import { Refusal } from '../errors.ts';
import { parseDateTime } from '../http/date-time.ts';
import { localTime } from './fancy-midnight.ts';

/** No series, and no set of copies, is longer. */
export const MOST_EVENTS = 200;

type Fields = Readonly<Record<string, string>>;

const refuse = (message: string) => new Refusal(400, { message });

const withoutPrefix = (rrule: string): string => rrule.replace(/^RRULE:/, '');

export function ruleFields(rrule: string): Fields {
  const pairs = withoutPrefix(rrule)
    .split(';')
    .map((part): [string, string] => {
      const [name = '', ...value] = part.split('=');
      return [name, value.join('=')];
    });
  return Object.fromEntries(pairs);
}

/**
 * The moments of a series, on the clock of a zone: what begins at nine begins at nine before and after the clocks
 * change. The first is the start where the rule has it.
 *
 * @param zone IANA name
 * @throws Refusal (400) in Canvas's words
 */
export function occurrences(rrule: string, start: string | null, zone: string): string[] {
  const fields = ruleFields(rrule);
  const until = refuseUnbounded(fields, zone);
  if (start === null) throw refuse("Failed parsing the event's recurrence rule: the event has no start");
  const moments: string[] = [];
  for (const moment of momentsOf(fields, start, zone)) {
    if (until !== undefined && moment > until) break;
    moments.push(moment);
    if (moments.length > MOST_EVENTS) throw refuse(`A maximum of ${MOST_EVENTS} events may be created`);
  }
  if (moments.length === 0) throw refuse("Failed parsing the event's recurrence rule: it gives no dates");
  return moments;
}

/** @returns the last moment that counts, where the rule says one */
function refuseUnbounded(fields: Fields, zone: string): string | undefined {
  const { INTERVAL, COUNT, UNTIL } = fields;
  if (INTERVAL === undefined) throw refuse('Missing INTERVAL');
  if (!(Number.parseInt(INTERVAL, 10) > 0)) throw refuse('INTERVAL must be > 0');
  if (COUNT === undefined && UNTIL === undefined) throw refuse('Missing COUNT or UNTIL');
  if (COUNT !== undefined) {
    const count = Number.parseInt(COUNT, 10);
    if (!(count > 0)) throw refuse('COUNT must be > 0');
    if (count > MOST_EVENTS) throw refuse(`COUNT must be <= ${MOST_EVENTS}`);
  }
  if (UNTIL === undefined) return undefined;
  const until = untilOf(UNTIL, zone);
  if (until === null) throw refuse(`Invalid UNTIL '${UNTIL}'`);
  return until;
}

const UNTIL = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})(Z?))?$/;

/** A day alone means all of it. */
function untilOf(text: string, zone: string): string | null {
  const [, year, month, day, hour, minute, second, utc] = UNTIL.exec(text) ?? [];
  if (year === undefined) return null;
  const clock = hour === undefined ? '23:59:59' : `${hour}:${minute}:${second}`;
  return parseDateTime(`${year}-${month}-${day}T${clock}${utc ?? ''}`, zone);
}

/** Days are counted on the wall clock, and only then become moments. Endless where the rule has no COUNT. */
function* momentsOf(fields: Fields, start: string, zone: string): Generator<string> {
  const { day, clock } = localTime(start, zone);
  const first = ICAL.Time.fromDateTimeString(`${day}T${clock}`);
  const rule = Object.entries(fields).filter(([name]) => name !== 'UNTIL');
  let iterator: InstanceType<typeof ICAL.RecurIterator>;
  try {
    iterator = ICAL.Recur.fromString(rule.map((pair) => pair.join('=')).join(';')).iterator(first);
  } catch (error) {
    throw refuse(`Failed parsing the event's recurrence rule: ${(error as Error).message}`);
  }
  for (let next = iterator.next(); next; next = iterator.next()) {
    const moment = parseDateTime(next.toString(), zone);
    // A rule that no day fits would be sought for ever.
    if (moment === null) return;
    yield moment;
  }
}

/** The rule of the part of a series that stays where its rest goes. */
export function shortened(rrule: string, count: number): string {
  if (rrule.includes('COUNT')) return rrule.replace(/COUNT=\d+/, `COUNT=${count}`);
  return rrule.replaceAll(/UNTIL=[^;]+/g, `COUNT=${count}`);
}

/** The same where only a COUNT is changed: a rule with an end keeps it. */
export const recounted = (rrule: string, count: number): string =>
  rrule.replace(/COUNT=\d+/, `COUNT=${count}`);
