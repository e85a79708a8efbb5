import type { LeafKind, ObjectNode, ParamNode } from '@easel/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coerce, toBoolean } from './coerce.ts';
import type { RackParams, RackValue } from './rack-params.ts';
import { nestParams, ParameterError, parseJsonBody, parseQueryString, UploadedFile } from './rack-params.ts';

const leaf = (kind: LeafKind): ParamNode => ({ kind });
const list = (items: ParamNode): ParamNode => ({ kind: 'array', items });
const object = (fields: Record<string, ParamNode>): ObjectNode => ({ kind: 'object', fields });

const course = object({
  course: object({ name: leaf('string'), is_public: leaf('boolean'), start_at: leaf('date-time') }),
  include: list(leaf('string')),
  ids: list(leaf('integer')),
  events: list(object({ title: leaf('string'), days: list(leaf('string')) })),
  grades: { kind: 'map', values: object({ score: leaf('number') }) },
  file: leaf('file'),
  extra: leaf('json'),
});

const form = (query: string) => coerce(course, nestParams(parseQueryString(query)), 'America/Denver');
const json = (body: unknown) => coerce(course, parseJsonBody(JSON.stringify(body)), 'America/Denver');

/** One value of one kind. */
const one = (kind: LeafKind, value: RackValue) =>
  coerce(object({ x: leaf(kind) }), { x: value } as RackParams, 'America/Denver').values['x'];

describe('toBoolean', () => {
  test.each(['yes', 'Y', 'true', 'TRUE', 't', 'on', '1', '2', '-1', '3 apples', true, 1, -2])(
    '%j is true',
    (value) => {
      expect(toBoolean(value)).toBe(true);
    },
  );

  test.each(['no', 'N', 'false', 'f', 'OFF', '0', '', 'abc', '0.9', false, 0, 0.5, null, undefined])(
    '%j is false',
    (value) => {
      expect(toBoolean(value)).toBe(false);
    },
  );
});

describe('scalars', () => {
  test.each<[LeafKind, RackValue, unknown]>([
    ['integer', '12', 12],
    ['integer', ' 12px', 12],
    ['integer', '-3.9', -3],
    ['integer', '-0', 0],
    ['integer', 'abc', 0],
    ['integer', '', null],
    ['integer', ' ', null],
    ['integer', null, null],
    ['integer', 3.7, 3],
    ['integer', true, 1],
    ['number', '1.5', 1.5],
    ['number', '1.5e2x', 150],
    ['number', '1.', 1],
    ['number', '.5', 0],
    ['number', 'x', 0],
    ['number', '', null],
    ['number', 2.25, 2.25],
    ['string', 'a', 'a'],
    ['string', '', ''],
    ['string', 5, '5'],
    ['string', true, 'true'],
    ['string', null, null],
    ['boolean', 'on', true],
    ['boolean', null, false],
    ['date-time', '2024-07-05', '2024-07-05T06:00:00Z'],
    ['date-time', 'soon', null],
    ['date-time', 1700000000, null],
    ['date-time', '', null],
    ['date', '2024-07-05T10:00:00Z', '2024-07-05'],
    ['file', '', null],
  ])('%s %j', (kind, value, expected) => {
    expect(one(kind, value)).toBe(expected);
  });

  test.each<[LeafKind, RackValue]>([
    ['integer', '9223372036854775808'],
    ['integer', '-99999999999999999999'],
    ['integer', 1e300],
    ['number', '1e999'],
  ])('%s %j is out of range', (kind, value) => {
    expect(() => one(kind, value)).toThrow(new ParameterError('x is out of range', 'x'));
  });

  test('any scalar becomes a value that PostgreSQL holds', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(value, fc.constantFrom<LeafKind>('integer', 'number'), (sent, kind) => {
        try {
          const number = one(kind, sent);
          expect(number === null || Number.isFinite(number)).toBe(true);
          if (kind === 'integer') expect(number === null || Number.isSafeInteger(number)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(ParameterError);
        }
      }),
    );
  });
});

describe('shapes', () => {
  test('objects', () => {
    expect(form('course[name]=A&course[is_public]=yes&course[start_at]=2024-07-05').values).toEqual({
      course: { name: 'A', is_public: true, start_at: '2024-07-05T06:00:00Z' },
    });
    expect(form('course=').values).toEqual({});
    expect(json({ course: null, include: null, grades: null }).values).toEqual({});
  });

  test('lists', () => {
    expect(form('include[]=a&include[]=b').values).toEqual({ include: ['a', 'b'] });
    expect(form('include=a').values).toEqual({ include: ['a'] });
    expect(form('include[]=').values).toEqual({ include: [''] });
    expect(form('include[]').values).toEqual({ include: [] });
    expect(form('ids[]=1&ids[]=&ids[]=2').values).toEqual({ ids: [1, 2] });
    expect(json({ ids: [1, '2', null] }).values).toEqual({ ids: [1, 2] });
  });

  test('lists of objects', () => {
    const events = [{ title: 'a' }, { title: 'b', days: ['mon'] }];
    expect(form('events[][title]=a&events[][title]=b&events[][days][]=mon').values).toEqual({ events });
    expect(form('events[0][title]=a&events[1][title]=b&events[1][days][]=mon').values).toEqual({ events });
    expect(form('events[10][title]=b&events[2][title]=a').values).toEqual({
      events: [{ title: 'a' }, { title: 'b' }],
    });
    expect(json({ events }).values).toEqual({ events });
    expect(json({ events: { title: 'a' } }).values).toEqual({ events: [{ title: 'a' }] });
  });

  test('maps', () => {
    expect(form('grades[3][score]=1.5&grades[__proto__][score]=2').values).toEqual({
      grades: Object.assign(Object.create(null), { 3: { score: 1.5 }, ['__proto__']: { score: 2 } }),
    });
    expect(({} as Record<string, unknown>)['score']).toBeUndefined();
  });

  test('json and files pass through', () => {
    expect(json({ extra: { a: [1, { b: null }] } }).values).toEqual({ extra: { a: [1, { b: null }] } });
    const file = new UploadedFile({ filename: 'a', contentType: 'text/plain', bytes: Buffer.from('a') });
    expect(coerce(course, { file }, 'UTC').values['file']).toBe(file);
  });

  test.each<[unknown, string, string]>([
    [{ course: 'x' }, 'course', 'expected an object (got a single value) for course'],
    [{ course: [{ name: 'x' }] }, 'course', 'expected an object (got a list) for course'],
    [{ course: { name: ['x'] } }, 'course[name]', 'expected a single value (got a list) for course[name]'],
    [{ course: { name: {} } }, 'course[name]', 'expected a single value (got an object) for course[name]'],
    [{ ids: [[1]] }, 'ids[]', 'expected a single value (got a list) for ids[]'],
    [{ ids: { a: 1 } }, 'ids[]', 'expected a single value (got an object) for ids[]'],
    [{ events: ['x'] }, 'events[0]', 'expected an object (got a single value) for events[0]'],
    [{ grades: { 3: 1 } }, 'grades[3]', 'expected an object (got a single value) for grades[3]'],
    [{ file: 'x' }, 'file', 'expected a file (got a single value) for file'],
    [{ course: { name: 'a\0b' } }, 'course[name]', 'course[name] contains a null byte'],
    [{ extra: { a: ['\0'] } }, 'extra', 'extra contains a null byte'],
    [{ extra: { '\0': 1 } }, 'extra', 'extra contains a null byte'],
  ])('%j is refused', (body, param, message) => {
    expect(() => json(body)).toThrow(new ParameterError(message, param));
  });
});

describe('unknown names', () => {
  test.each<[unknown, string[]]>([
    [{ course: { name: 'x' } }, []],
    [{ nmae: 1, course: { nmae: 'x' } }, ['nmae', 'course[nmae]']],
    [{ externaltool: [{ name: 'x', url: 'y' }] }, ['externaltool[0][name]', 'externaltool[0][url]']],
    [{ states: ['a', 'b'], none: [], empty: {} }, ['states[]', 'none[]', 'empty']],
    [{ events: [{ titel: 'x' }] }, ['events[0][titel]']],
    [{ constructor: 1, toString: 2 }, ['constructor', 'toString']],
  ])('%j', (body, unknown) => {
    expect(json(body).unknown).toEqual(unknown);
  });

  test('are counted only so far', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`x${index}`, 1]));
    expect(json(many).unknown).toHaveLength(20);
  });
});
