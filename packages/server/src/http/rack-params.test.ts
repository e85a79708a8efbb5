import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParamValue, RackParams } from './rack-params.ts';
import {
  isParams,
  mergeParams,
  nestParams,
  ParameterError,
  parseJsonBody,
  parseQueryString,
  UploadedFile,
} from './rack-params.ts';

const parse = (query: string) => nestParams(parseQueryString(query));

/** Ordinary objects, so that `toEqual` prints a readable difference. */
const plain = (params: RackParams) => JSON.parse(JSON.stringify(params));

describe('parseQueryString', () => {
  test.each<[string, Array<[string, string | null]>]>([
    ['', []],
    ['a=1', [['a', '1']]],
    [
      'a=1&b=2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    [
      'a=1&  b=2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['&&a=1&', [['a', '1']]],
    ['a', [['a', null]]],
    ['a=', [['a', '']]],
    ['=1', [['', '1']]],
    ['a=b=c', [['a', 'b=c']]],
    ['a=x+y%20z%2B', [['a', 'x y z+']]],
    ['a%5Bb%5D=1', [['a[b]', '1']]],
    ['a=%E2%82%AC', [['a', '€']]],
    ['a;b=1', [['a;b', '1']]],
  ])('%j', (text, pairs) => {
    expect(parseQueryString(text)).toEqual(pairs);
  });

  test.each([
    ['a=%', 'invalid %-encoding'],
    ['a=%4', 'invalid %-encoding'],
    ['a=100%zz', 'invalid %-encoding'],
    ['a=%ff', 'invalid UTF-8 encoding'],
    ['a=%C0%80', 'invalid UTF-8 encoding'],
    ['a=%ED%A0%80', 'invalid UTF-8 encoding'],
  ])('refuses %j', (text, message) => {
    expect(() => parseQueryString(text)).toThrow(new ParameterError(message, 'a'));
  });

  test('limits', () => {
    expect(parseQueryString(Array(4096).fill('a=1').join('&'))).toHaveLength(4096);
    expect(() => parseQueryString(Array(4097).fill('a=1').join('&'))).toThrow('limit (4096)');
    expect(() => parseQueryString('€'.repeat(1_400_000))).toThrow('limit (4194304)');
  });
});

describe('nestParams', () => {
  test.each<[string, unknown]>([
    ['a=1&a=2', { a: '2' }],
    ['a', { a: null }],
    ['=1', {}],
    ['a[b]=1', { a: { b: '1' } }],
    ['a[b]=1&a[c]=2', { a: { b: '1', c: '2' } }],
    ['a[b][c]=1&a[b][d]=2', { a: { b: { c: '1', d: '2' } } }],
    ['a[]=1&a[]=2', { a: ['1', '2'] }],
    ['a[]=', { a: [''] }],
    ['a[]', { a: [] }],
    ['a&a[]=1', { a: ['1'] }],
    ['a[b][]=1&a[b][]=2', { a: { b: ['1', '2'] } }],
    ['a[0][k]=1&a[1][k]=2', { a: { 0: { k: '1' }, 1: { k: '2' } } }],
    ['grade_data[3][x]=1', { grade_data: { 3: { x: '1' } } }],
    ['a[][b]=1&a[][c]=2', { a: [{ b: '1', c: '2' }] }],
    ['a[][b]=1&a[][c]=2&a[][b]=3', { a: [{ b: '1', c: '2' }, { b: '3' }] }],
    ['a[][b]=1&a[][b]=2', { a: [{ b: '1' }, { b: '2' }] }],
    ['a[][b][c]=1&a[][b][d]=2', { a: [{ b: { c: '1', d: '2' } }] }],
    ['a[][b][c]=1&a[][b][c]=2', { a: [{ b: { c: '1' } }, { b: { c: '2' } }] }],
    ['a[][b][]=1&a[][b][]=2', { a: [{ b: ['1', '2'] }] }],
    ['a[][]=1&a[][]=2', { a: [['1'], ['2']] }],
    ['a[][', { a: [{ '[': null }] }],
    ['a[]b=1', { a: [{ b: '1' }] }],
    ['a[b=1', { a: { '[b': '1' } }],
    ['a[=1', { 'a[': '1' }],
    ['a]=1', { 'a]': '1' }],
    ['[]=1', { '[]': '1' }],
    ['[a]=1', { '[a]': '1' }],
    ['[a][b]=1', { '[a]': { b: '1' } }],
    ['a[[]]=1', { a: { '[': { ']': '1' } } }],
    ['a[b]c=1', { a: { b: { c: '1' } } }],
    ['a[b][=1', { a: { '[b][': '1' } }],
    ['a[][][b]=1', { a: [{ '[]': { b: '1' } }] }],
    ['term_id:5', { 'term_id:5': null }],
  ])('%s', (query, expected) => {
    expect(plain(parse(query))).toEqual(expected);
  });

  test.each([
    ['a=1&a[b]=2', "expected Hash (got String) for param `a'"],
    ['a[]=1&a[b]=2', "expected Hash (got Array) for param `a'"],
    ['a[b]=1&a[]=2', "expected Array (got Hash) for param `a'"],
    ['a=1&a[]=2', "expected Array (got String) for param `a'"],
    ['x[a][]=1&x[a][b]=2', "expected Hash (got Array) for param `a'"],
  ])('%s is a conflict', (query, message) => {
    expect(() => parse(query)).toThrow(new ParameterError(message, 'a'));
  });

  test('a file is a value', () => {
    const file = new UploadedFile({ filename: 'a.txt', contentType: 'text/plain', bytes: Buffer.from('a') });
    expect(nestParams([['a[f]', file]])['a']).toEqual({ f: file });
    expect(isParams(file)).toBe(false);
    expect(() =>
      nestParams([
        ['f', file],
        ['f[x]', '1'],
      ]),
    ).toThrow('UploadedFile');
  });

  test('limits', () => {
    expect(() => parse(`a${'[b]'.repeat(99)}=1`)).not.toThrow();
    expect(() => parse(`a${'[b]'.repeat(100)}=1`)).toThrow('too deeply');
    expect(() => parse(`a${'[]'.repeat(5000)}=1`)).not.toThrow(RangeError);
    expect(() => nestParams(Array<[string, string]>(4097).fill(['a', '1']))).toThrow('limit (4096)');
  });

  test('names of the prototype are only names', () => {
    const params = parse(
      '__proto__[x]=1&constructor[prototype][x]=2&a[__proto__]=3&toString=4&b[][__proto__]=5',
    );
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    expect(Object.keys(params)).toEqual(['__proto__', 'constructor', 'a', 'toString', 'b']);
    expect(Object.getPrototypeOf(params['a'])).toBeNull();
  });

  const name = fc.string({ unit: fc.constantFrom('a', 'b', '[', ']', '0', '__proto__'), maxLength: 12 });
  const value: fc.Arbitrary<ParamValue> = fc.option(fc.string(), { nil: null });

  test('any names either nest or are refused', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (pairs) => {
        try {
          nestParams(pairs);
        } catch (error) {
          expect(error).toBeInstanceOf(ParameterError);
        }
      }),
    );
  });
});

describe('mergeParams', () => {
  test('the query wins, whole values at a time', () => {
    expect(plain(mergeParams(parse('a[b]=1&q=1'), parse('a[c]=2&d=3')))).toEqual({
      a: { b: '1' },
      q: '1',
      d: '3',
    });
  });
});

describe('parseJsonBody', () => {
  test.each<[string, unknown]>([
    ['', {}],
    ['{}', {}],
    ['{"a":{"b":[1,"2",true,null,{"c":null}]}}', { a: { b: [1, '2', true, { c: null }] } }],
    ['[{"id":1}]', { _json: [{ id: 1 }] }],
    ['5', { _json: 5 }],
    ['null', { _json: null }],
    ['{"a":1,"a":2}', { a: 2 }],
  ])('%s', (text, expected) => {
    expect(plain(parseJsonBody(text))).toEqual(expected);
  });

  test('malformed JSON is refused without quoting it', () => {
    for (const text of [' ', '{', '{"password":"x"', "{'a':1}", '\ufeff{}']) {
      expect(() => parseJsonBody(text)).toThrow(
        new ParameterError('Error occurred while parsing request parameters'),
      );
    }
  });

  test('depth, surrogates, prototype', () => {
    expect(() => parseJsonBody('['.repeat(100) + ']'.repeat(100))).not.toThrow();
    expect(() => parseJsonBody('['.repeat(100_000) + ']'.repeat(100_000))).toThrow('too deeply');
    expect(() => parseJsonBody('{"a":"\\ud800"}')).toThrow('UTF-8');
    expect(Object.keys(parseJsonBody('{"__proto__":{"x":1}}'))).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('any JSON object survives, nulls in lists apart', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 3 })), (body) => {
        const text = JSON.stringify(body);
        const withoutNulls = JSON.parse(text, (_, item) =>
          Array.isArray(item) ? item.filter((one) => one !== null) : item,
        );
        fc.pre(text.isWellFormed() && !/\\ud[89a-f]/i.test(text) && !text.includes('"__proto__"'));
        expect(plain(parseJsonBody(text))).toEqual(withoutNulls);
      }),
    );
  });
});
