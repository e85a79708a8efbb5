import { toIana } from '../../domain/time-zones.ts';
import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { InvalidDate, parseDateTime, validateDateParam } from '../../http/date-time.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

interface Asked {
  start_date?: string | null;
  end_date?: string | null;
}

/**
 * From two weeks ago for four weeks, unless the request says otherwise; a day alone means all of it.
 * @throws Refusal for what is no date
 */
export function dateRange(ctx: Context, { start_date, end_date }: Asked): { start: string; end: string } {
  const zone = toIana(ctx.user?.time_zone ?? ctx.rootAccount.default_time_zone ?? 'UTC');
  const start = boundOf('start_date', start_date, zone, 'start') ?? twoWeeksAgo(ctx.now, zone);
  const end = boundOf('end_date', end_date, zone, 'end') ?? later(start, 28);
  return { start, end };
}

function boundOf(name: string, text: string | null | undefined, zone: string, bound: 'start' | 'end') {
  if (!text) return undefined;
  try {
    return validateDateParam(name, text, zone, bound);
  } catch (error) {
    if (error instanceof InvalidDate) throw new Refusal(400, { message: `Invalid ${name}` });
    throw error;
  }
}

/** The beginning of that day. */
function twoWeeksAgo(now: string, zone: string): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(later(now, -14)));
  return parseDateTime(day, zone) ?? later(now, -14);
}

const later = (time: string, days: number) =>
  `${new Date(Date.parse(time) + days * DAY_MS).toISOString().slice(0, 19)}Z`;
