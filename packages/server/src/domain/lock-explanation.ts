/** Why something can't be opened, as Canvas says it to people. */
import type { Context } from '../http/context.ts';
import { toIana } from './time-zones.ts';

export interface LockInfo {
  /** What is locked: `attachment_42`. */
  asset_string: string;
  manually_locked?: true;
  unlock_at?: string;
  lock_at?: string;
}

/** @param thing `file`, `assignment`, `page` … */
export function lockExplanation(ctx: Context, { lock_at, unlock_at }: LockInfo, thing: string): string {
  if (lock_at) return `This ${thing} was locked ${dateTimeText(ctx, lock_at)}.`;
  if (unlock_at) return `This ${thing} is locked until ${dateTimeText(ctx, unlock_at)}.`;
  return `This ${thing} is currently locked.`;
}

/** `Sep 15 at 12am`, `Sep 15, 2025 at 1:30pm`: in the reader's time zone, the year where it isn't this one. */
export function dateTimeText(ctx: Context, time: string): string {
  const timeZone = toIana(ctx.user?.time_zone ?? ctx.rootAccount.default_time_zone ?? 'UTC');
  const partsOf = (text: string) =>
    Object.fromEntries(
      new Intl.DateTimeFormat('en-US', {
        timeZone,
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        hourCycle: 'h12',
      })
        .formatToParts(new Date(text))
        .map(({ type, value }) => [type, value]),
    );
  const { year, month, day, hour, minute, dayPeriod = '' } = partsOf(time);
  const date = year === partsOf(ctx.now)['year'] ? `${month} ${day}` : `${month} ${day}, ${year}`;
  return `${date} at ${hour}${minute === '00' ? '' : `:${minute}`}${dayPeriod.toLowerCase()}`;
}
