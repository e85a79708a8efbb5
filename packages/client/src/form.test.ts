import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nestParams, parseQueryString } from '../../server/src/http/rack-params.ts';
import { FormError, formFields, multipart, urlEncoded } from './form.ts';
import type { Params } from './types.ts';

const form = (params: Params) => decodeURIComponent(urlEncoded(formFields(params)));
const readByRails = (params: Params) => nestParams(parseQueryString(urlEncoded(formFields(params))));

describe('formFields', () => {
  it.each<[string, Params, string]>([
    [
      'nested objects',
      { assignment: { external_tool_tag_attributes: { url: 'https://t', new_tab: true } } },
      'assignment[external_tool_tag_attributes][url]=https://t&assignment[external_tool_tag_attributes][new_tab]=true',
    ],
    ['lists', { include: ['term', 'teachers'] }, 'include[]=term&include[]=teachers'],
    ['dates', { start_at: new Date(0) }, 'start_at=1970-01-01T00:00:00.000Z'],
    ['numbers beyond 2^53', { id: 10_000_000_000_000_001n }, 'id=10000000000000001'],
    ['null, not undefined', { a: null, b: undefined }, 'a'],
    ['an empty text', { a: '' }, 'a='],
    ['an empty list', { a: [] }, 'a[]'],
    ['nothing for an empty object', { a: {} }, ''],
    ['keys of maps', { grade_data: { 3: { posted_grade: 'A' } } }, 'grade_data[3][posted_grade]=A'],
    ['lists of objects', { a: [{ k: 1, m: 2 }, { k: 3 }] }, 'a[][k]=1&a[][m]=2&a[][k]=3'],
    ['what two objects share first', { a: [{ k: 1 }, { m: 2, k: 3 }] }, 'a[][k]=1&a[][k]=3&a[][m]=2'],
  ])('writes %s', (_, params, written) => {
    expect(form(params)).toBe(written);
  });

  it.each<[string, Params]>([
    ['lists in lists', { a: [[1]] }],
    ['neighbours that share no plain value', { a: [{ k: 1 }, { m: 2 }] }],
    ['neighbours that share only a list', { a: [{ k: [1] }, { k: [2] }] }],
    ['an empty object in a list', { a: [{}] }],
  ])('refuses %s', (_, params) => {
    expect(() => formFields(params)).toThrow(FormError);
  });

  it.each(['a[b]', 'a]', ''])('takes %j for a mistake', (name) => {
    expect(() => formFields({ x: { [name]: 1 } })).toThrow(TypeError);
  });

  it('escapes', () => {
    expect(urlEncoded(formFields({ 'ä&': 'a=b+c&d é' }))).toBe('%C3%A4%26=a%3Db%2Bc%26d%20%C3%A9');
    expect(urlEncoded(formFields({ a: '\uD800' }))).toBe('a=%EF%BF%BD');
  });

  it('is read by Rails as what it was, or refused', () => {
    const key = fc.oneof(
      fc.constantFrom('a', 'b', 'id', '0', '__proto__', 'x y', 'ü'),
      fc.string({ minLength: 1 }).filter((text) => !/[[\]]/.test(text)),
    );
    const leaf = fc.oneof(fc.string(), fc.constant(null), fc.nat().map(String));
    const { object } = fc.letrec<{ value: unknown; object: Params; list: unknown[] }>((tie) => ({
      value: fc.oneof({ depthSize: 'small' }, leaf, tie('object'), tie('list')),
      list: fc.array(tie('value'), { maxLength: 4 }),
      object: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }) as fc.Arbitrary<Params>,
    }));
    let refused = 0;
    fc.assert(
      fc.property(object, (params) => {
        try {
          formFields(params);
        } catch (error) {
          expect(error).toBeInstanceOf(FormError);
          refused++;
          return;
        }
        expect(plain(readByRails(params))).toEqual(plain(asRailsKeepsIt(params)));
      }),
      { numRuns: 3000 },
    );
    expect(refused).toBeLessThan(2500);
  });

  it('keeps lists of objects apart whatever the order of their keys', () => {
    const element = fc.record(
      {
        id: fc.nat().map(String),
        name: fc.string(),
        tags: fc.array(fc.string()),
        at: fc.record({ x: fc.string() }),
      },
      { requiredKeys: ['id'], noNullPrototype: true },
    );
    const shuffled = element.chain((object) =>
      fc
        .shuffledSubarray(Object.entries(object), { minLength: Object.keys(object).length })
        .map(Object.fromEntries),
    );
    fc.assert(
      fc.property(fc.array(shuffled, { minLength: 1 }), (list) => {
        expect(plain(readByRails({ quiz: { list } }))).toEqual(plain({ quiz: { list } }));
      }),
    );
  });
});

describe('multipart', () => {
  it('carries files beside nested fields', () => {
    const file = new File(['x'], 'a.csv', { type: 'text/csv' });
    const data = multipart(formFields({ attachment: file, settings: { a: [1], b: null } }));
    expect([...data.keys()]).toEqual(['attachment', 'settings[a][]', 'settings[b]']);
    expect(data.get('attachment')).toMatchObject({ name: 'a.csv', type: 'text/csv' });
    expect(data.get('settings[b]')).toBe('');
  });

  it('is the only way for files', () => {
    expect(() => urlEncoded(formFields({ attachment: new Blob(['x']) }))).toThrow(FormError);
  });
});

/** Nulls drop out of lists, empty objects out of everything. */
function asRailsKeepsIt(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(asRailsKeepsIt);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, inner]) => [key, asRailsKeepsIt(inner)] as const)
    .filter(
      ([, inner]) =>
        typeof inner !== 'object' || inner === null || Array.isArray(inner) || Object.keys(inner).length > 0,
    );
  return Object.fromEntries(kept);
}

/** Without the difference between objects with and without a prototype. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
