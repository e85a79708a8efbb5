/** When things happened at Easel University. */

/** Everything before the first term. */
export const FOUNDED = '2024-08-01T12:00:00Z';
/** The moment that the demo shows: three weeks into the fall term of 2026. */
export const TODAY = '2026-09-15T12:00:00Z';

const DAY = 86_400;

export const days = (count: number): number => count * DAY;

/** `seconds` may be negative. */
export function after(time: string, seconds: number): string {
  return `${new Date(Date.parse(time) + Math.round(seconds) * 1000).toISOString().slice(0, 19)}Z`;
}

/** What has both been made and last changed then. */
export const madeAt = (time: string) => ({ created_at: time, updated_at: time });

export const earlier = (a: string, b: string): string => (a < b ? a : b);
export const later = (a: string, b: string): string => (a < b ? b : a);
