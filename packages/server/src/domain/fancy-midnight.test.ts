import { describe, expect, it } from 'vitest';
import { fancyMidnight, wholeDay } from './fancy-midnight.ts';

describe('fancyMidnight', () => {
  it.each([
    ['2026-03-01T00:00:00Z', 'UTC', '2026-03-01T23:59:59Z'],
    ['2026-03-01T05:00:00Z', 'America/New_York', '2026-03-01T23:59:59-05:00'],
    // The clocks go forward within the day.
    ['2026-03-08T07:00:00Z', 'America/Denver', '2026-03-09T05:59:59Z'],
    ['2026-03-01T00:00:00Z', 'America/New_York', '2026-03-01T00:00:00Z'],
    ['2026-03-01T00:00:01Z', 'UTC', '2026-03-01T00:00:01Z'],
  ])('%s in %s is %s', (time, zone, expected) => {
    expect(new Date(fancyMidnight(time, zone)).toISOString()).toBe(new Date(expected).toISOString());
  });
});

describe('wholeDay', () => {
  it('is so at the last minute of a day where the caller is', () => {
    expect(wholeDay('2026-03-02T06:59:59Z', 'America/Denver')).toEqual({
      all_day: true,
      all_day_date: '2026-03-01',
    });
    expect(wholeDay('2026-03-02T06:59:59Z', 'UTC')).toEqual({ all_day: false, all_day_date: '2026-03-02' });
    expect(wholeDay(null, 'UTC')).toEqual({ all_day: false, all_day_date: null });
  });
});
