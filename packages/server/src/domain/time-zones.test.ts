import { describe, expect, it } from 'vitest';
import { isTimeZone, toIana, toRails } from './time-zones.ts';

describe('time zones', () => {
  it.each([
    'America/Denver',
    'Mountain Time (US & Canada)',
    'UTC',
    'Etc/UTC',
    "Nuku'alofa",
    'US/Eastern',
    'Etc/GMT+12',
  ])('knows %s', (name) => expect(isTimeZone(name)).toBe(true));

  it.each([
    '',
    'Booger',
    '+05:30',
    'america/denver',
    'America/',
    'constructor',
    'toString',
    'América/Denver',
  ])("doesn't know %j", (name) => expect(isTimeZone(name)).toBe(false));

  it('gives the IANA name of either spelling', () => {
    expect(toIana('Alaska')).toBe('America/Juneau');
    expect(toIana('Quito')).toBe('America/Lima');
    expect(toIana('UTC')).toBe('Etc/UTC');
    expect(toIana('Europe/Vienna')).toBe('Europe/Vienna');
  });

  it("gives Rails' name of either spelling, never an alias", () => {
    expect(toRails('America/Juneau')).toBe('Alaska');
    expect(toRails('America/Lima')).toBe('Lima');
    expect(toRails('Quito')).toBe('Lima');
    expect(toRails('Asia/Kolkata')).toBe('Kolkata');
    expect(toRails('Etc/UTC')).toBe('UTC');
    expect(toRails('America/Boise')).toBe('America/Boise');
  });

  it('names only zones that Intl knows', () => {
    for (const name of ['Greenland', 'Kyiv', 'Rangoon', 'Samoa', 'International Date Line West']) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: toIana(name) })).not.toThrow();
    }
  });
});
