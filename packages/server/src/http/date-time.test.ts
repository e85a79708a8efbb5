import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidDate, parseDate, parseDateTime, validateDateParam } from './date-time.ts';

const DENVER = 'America/Denver';

describe('parseDateTime', () => {
  test.each<[string, string, string | null]>([
    ['2024-01-05T10:00:00Z', DENVER, '2024-01-05T10:00:00Z'],
    ['2024-01-05T10:00:00.999Z', DENVER, '2024-01-05T10:00:00Z'],
    ['2024-01-05T10:00:00+05:30', DENVER, '2024-01-05T04:30:00Z'],
    ['2024-01-05T10:00:00-0700', 'UTC', '2024-01-05T17:00:00Z'],
    ['2024-01-05T10:00:00+01', 'UTC', '2024-01-05T09:00:00Z'],
    ['2024-01-05 10:00:00 UTC', DENVER, '2024-01-05T10:00:00Z'],
    ['2024-01-05T10:00:00', DENVER, '2024-01-05T17:00:00Z'],
    ['2024-07-05T10:00', DENVER, '2024-07-05T16:00:00Z'],
    ['2024-07-05 10:00', DENVER, '2024-07-05T16:00:00Z'],
    ['2024-07-05', DENVER, '2024-07-05T06:00:00Z'],
    ['2024/7/5', DENVER, '2024-07-05T06:00:00Z'],
    [' 2024-07-05 ', 'UTC', '2024-07-05T00:00:00Z'],
    ['2024-02-29', 'UTC', '2024-02-29T00:00:00Z'],
    ['2016-12-31T23:59:60Z', 'UTC', '2017-01-01T00:00:00Z'],
    ['2024-07-05T10:00', 'Asia/Kathmandu', '2024-07-05T04:15:00Z'],
    ['0001-01-01', 'UTC', '0001-01-01T00:00:00Z'],
    ['0099-06-01', 'UTC', '0099-06-01T00:00:00Z'],
    ['9999-12-31T23:59:59Z', 'UTC', '9999-12-31T23:59:59Z'],
    // Skipped by daylight saving, and the hour that comes twice.
    ['2024-03-10T02:30', DENVER, '2024-03-10T09:30:00Z'],
    ['2024-03-10T01:59', DENVER, '2024-03-10T08:59:00Z'],
    ['2024-03-10T03:00', DENVER, '2024-03-10T09:00:00Z'],
    ['2024-11-03T01:30', DENVER, '2024-11-03T07:30:00Z'],
    ['2024-11-03T02:00', DENVER, '2024-11-03T09:00:00Z'],
    ['2011-12-30T10:00', 'Pacific/Apia', '2011-12-30T20:00:00Z'],
    ['', 'UTC', null],
    ['tomorrow', 'UTC', null],
    ['12', 'UTC', null],
    ['2024-02-30', 'UTC', null],
    ['2024-13-01', 'UTC', null],
    ['2024-00-10', 'UTC', null],
    ['2024-01-05T24:00', 'UTC', null],
    ['2024-01-05T10:60', 'UTC', null],
    ['2024-01-05T10:00:00Zulu', 'UTC', null],
    ['2024-01-05x', 'UTC', null],
    ['0000-12-31', 'UTC', null],
    ['0001-01-01T00:00+01:00', 'UTC', null],
    ['9999-12-31T23:59', DENVER, null],
    ['10000-01-01', 'UTC', null],
  ])('%j in %s', (text, zone, expected) => {
    expect(parseDateTime(text, zone)).toBe(expected);
  });

  const zone = fc.constantFrom(
    'UTC',
    DENVER,
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'America/St_Johns',
  );
  const instant = fc.date({ min: new Date('1000-01-02'), max: new Date('9000-01-01'), noInvalidDate: true });
  const wallClock = (at: Date, timeZone: string) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);

  test('what a clock on the wall shows reads back as the same clock', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const shown = wallClock(at, timeZone);
        expect(wallClock(new Date(parseDateTime(shown, timeZone) ?? ''), timeZone)).toBe(shown);
      }),
    );
  });

  test('an instant with its zone needs no other', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        expect(parseDateTime(at.toISOString(), timeZone)).toBe(`${at.toISOString().slice(0, 19)}Z`);
      }),
    );
  });

  test('any text is a date or null', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0129-/:T+Z. ') }), (text) => {
        const parsed = parseDateTime(text, DENVER);
        if (parsed !== null) expect(parsed).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      }),
    );
  });
});

test.each<[string, string | null]>([
  ['2024-07-05', '2024-07-05'],
  ['2024-07-05T23:30:00-07:00', '2024-07-05'],
  ['2024-7-5', '2024-07-05'],
  ['2024-02-30', null],
  ['2024-07-05 noon', null],
  ['', null],
])('parseDate %j', (text, expected) => {
  expect(parseDate(text)).toBe(expected);
});

describe('validateDateParam', () => {
  test.each<[string, 'start' | 'end', string]>([
    ['2012-01-08', 'start', '2012-01-08T07:00:00Z'],
    ['2012-01-08', 'end', '2012-01-09T06:59:59Z'],
    ['2012/01/08', 'start', '2012-01-08T07:00:00Z'],
    ['2012.01 08', 'start', '2012-01-08T07:00:00Z'],
    ['2012-01-08T10:00:00Z', 'end', '2012-01-08T10:00:00Z'],
    ['2012-01-08T10:00:00.5', 'start', '2012-01-08T17:00:00Z'],
  ])('%j as %s', (text, bound, expected) => {
    expect(validateDateParam('start_date', text, DENVER, bound)).toBe(expected);
  });

  test.each([
    '',
    '201-201-208',
    '2012-1-8',
    '2012-02-30',
    '2012-01-08 10:00:00',
    '2012-01-08T10:00',
    'today',
  ])('refuses %j', (text) => {
    expect(() => validateDateParam('start_date', text, DENVER)).toThrow(new InvalidDate('start_date'));
    expect(() => validateDateParam('start_date', text, DENVER)).toThrow(
      'Invalid date or invalid datetime for start_date',
    );
  });
});
