/** What a list of events is asked for: which calendars, and when. */
import { mayReadCalendar } from '../../domain/calendar-access.ts';
import { type Calendar, calendarsOf, namedBy } from '../../domain/calendar-contexts.ts';
import type { Range } from '../../domain/calendar-listing.ts';
import { callersZone } from '../../domain/callers-zone.ts';
import { mayInCourse } from '../../domain/course-access.ts';
import { demand } from '../../domain/demand.ts';
import { localTime } from '../../domain/fancy-midnight.ts';
import { Refusal, Unauthenticated } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { InvalidDate, parseDateTime, validateDateParam } from '../../http/date-time.ts';
import type { Params } from '../../http/operation.ts';

export type ListParams = Params<'GET /api/v1/calendar_events'>;

/** Canvas's limit, where the institution has no other. */
const MOST_CALENDARS = 10;

/** The first ten codes, slots not counted; `undefined` asks for the reader's own calendar. */
export function askedCodes(ctx: Context, params: ListParams, readerId: number | undefined): string[] {
  if (params.context_codes === undefined && readerId === undefined && !params.appointment_group_ids) {
    throw new Unauthenticated();
  }
  const given = params.context_codes ?? (readerId === undefined ? [] : [`user_${readerId}`]);
  const slots = given.filter((code) => code.startsWith('appointment_group_')).length;
  const limit = Number(ctx.rootAccount.settings['calendar_contexts_limit'] ?? MOST_CALENDARS);
  const ids = params.appointment_group_ids?.split(',') ?? [];
  return [
    ...new Set([...given.slice(0, limit + slots), ...ids.map((id) => `appointment_group_${id.trim()}`)]),
  ];
}

/**
 * The calendars, all of which the reader may see, or the caller for him.
 *
 * @throws Unauthorized where one of them isn't there or isn't for him
 */
export async function askedCalendars(
  ctx: Context,
  reader: Context,
  codes: readonly string[],
): Promise<Calendar[]> {
  const found = await calendarsOf(
    ctx,
    codes.flatMap((code) => namedBy(code) ?? []),
  );
  const calendars: Calendar[] = [];
  for (const code of codes) {
    const calendar = found.get(code);
    await demand(ctx, calendar !== undefined && (await isOpen(ctx, reader, calendar)));
    if (calendar) calendars.push(calendar);
  }
  return calendars;
}

async function isOpen(ctx: Context, reader: Context, calendar: Calendar): Promise<boolean> {
  if (await mayReadCalendar(reader, calendar)) return true;
  if (reader !== ctx && (await mayReadCalendar(ctx, calendar))) return true;
  return calendar.type === 'Course' && (await mayInCourse(reader, calendar.course, 'read_syllabus'));
}

/** The days that are asked for: today, unless the request says otherwise. Undefined where dates don't count. */
export function askedRange(ctx: Context, params: ListParams): Range | 'undated' | 'all' {
  if (params.all_events) return 'all';
  if (params.undated) return 'undated';
  const zone = callersZone(ctx);
  const errors: Record<string, string> = {};
  const bound = (name: 'start_date' | 'end_date', which: 'start' | 'end') => {
    const text = params[name];
    if (!text) return undefined;
    try {
      return validateDateParam(name, text, zone, which);
    } catch (error) {
      if (!(error instanceof InvalidDate)) throw error;
      errors[name] = error.message;
    }
  };
  const start = bound('start_date', 'start') ?? startOfDay(ctx.now, zone);
  const end = bound('end_date', 'end') ?? endOfDay(ctx.now, zone);
  if (Object.keys(errors).length > 0) throw new Refusal(400, { errors });
  return { start, end: end < start ? endOfDay(start, zone) : end };
}

const startOfDay = (time: string, zone: string): string =>
  parseDateTime(localTime(time, zone).day, zone) ?? time;
const endOfDay = (time: string, zone: string): string =>
  parseDateTime(`${localTime(time, zone).day}T23:59:59`, zone) ?? time;

/** Canvas documents `includes[]` and reads `include[]`; both are understood here. */
export const askedIncludes = ({ include = [], includes = [] }: ListParams): string[] => [
  ...include,
  ...includes,
];
