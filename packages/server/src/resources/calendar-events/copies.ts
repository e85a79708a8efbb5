/** The copies of an event that `duplicate[…]` asks for: each some days, weeks or months after the one before. */

import type { ChildTime, EventFields } from '../../domain/calendar-events.ts';
import { callersZone } from '../../domain/callers-zone.ts';
import { localTime } from '../../domain/fancy-midnight.ts';
import type { Context } from '../../http/context.ts';
import { parseDateTime } from '../../http/date-time.ts';
import type { EventParams } from './write.ts';

type Pattern = Omit<NonNullable<EventParams['duplicate']>, 'count'>;

interface Said {
  fields: EventFields;
  times: ChildTime[] | undefined;
}

/**
 * @param number 0 is the event itself
 * @param title what the copies are counted by, where there are some
 */
export function copyOf(
  ctx: Context,
  { fields, times }: Said,
  { interval, frequency, append_iterator }: Pattern,
  number: number,
  title: string | null | undefined,
): Said {
  const zone = callersZone(ctx);
  const distance = (interval ?? 1) * number;
  const moved = (time: string | null | undefined) =>
    time && distance !== 0 ? shifted(time, frequency, distance, zone) : (time ?? null);
  return {
    fields: {
      ...fields,
      ...(fields.start_at && { start_at: moved(fields.start_at) }),
      ...(fields.end_at && { end_at: moved(fields.end_at) }),
      ...(append_iterator && title !== undefined && { title: `${title ?? ''} ${number + 1}` }),
    },
    times: times?.map((time) => ({ ...time, start_at: moved(time.start_at), end_at: moved(time.end_at) })),
  };
}

/** The same wall clock on another day; of a month that is too short its last. */
function shifted(
  time: string,
  frequency: string | null | undefined,
  by: number,
  zone: string,
): string | null {
  const { day, clock } = localTime(time, zone);
  const date = new Date(`${day}T00:00:00Z`);
  if (frequency === 'monthly') {
    const dayOfMonth = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + by);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(dayOfMonth, last));
  } else {
    date.setUTCDate(date.getUTCDate() + by * (frequency === 'daily' ? 1 : 7));
  }
  if (Number.isNaN(date.getTime())) return null;
  return parseDateTime(`${date.toISOString().slice(0, 10)}T${clock}`, zone);
}
