import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeParams } from './encode-params.ts';
import type { RackParams, RackValue } from './rack-params.ts';
import { nestParams, parseJsonBody, parseQueryString, UploadedFile } from './rack-params.ts';

const parse = (query: string) => nestParams(parseQueryString(query));

describe('encodeParams', () => {
  test.each<[unknown, string]>([
    [{}, ''],
    [{ b: '2', a: '1' }, 'a=1&b=2'],
    [{ include: ['term', 'teachers'] }, 'include%5B%5D=term&include%5B%5D=teachers'],
    [{ a: { c: '1', b: '2' } }, 'a%5Bb%5D=2&a%5Bc%5D=1'],
    [{ ab: '1', a: { z: '1' }, 'a-': '2' }, 'a%5Bz%5D=1&a-=2&ab=1'],
    [{ e: [{ z: '1', a: '2' }, { z: '3' }] }, 'e%5B%5D%5Bz%5D=1&e%5B%5D%5Ba%5D=2&e%5B%5D%5Bz%5D=3'],
    [{ a: null, b: '' }, 'a&b='],
    [{ a: [], b: {}, c: { d: [] } }, ''],
    [{ a: 1, b: true }, 'a=1&b=true'],
    [{ q: "a b+c&d=e~!'()*é" }, 'q=a+b%2Bc%26d%3De~%21%27%28%29%2A%C3%A9'],
  ])('%j', (params, query) => {
    expect(encodeParams(parseJsonBody(JSON.stringify(params)))).toBe(query);
  });

  test('files are left out', () => {
    const file = new UploadedFile({ filename: 'a', contentType: 'text/plain', bytes: Buffer.from('a') });
    expect(encodeParams({ file, a: '1' })).toBe('a=1');
  });
});

/** Trees that a form can express: no empty containers, and list elements that are alike. */
const key = fc
  .oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('__proto__', '0', 'a', 'constructor'))
  .filter((text) => !/[[\]]/.test(text));
const text = fc.string({ unit: 'grapheme' });
const noNullPrototype = { noNullPrototype: false, minKeys: 1, maxKeys: 4 };

const elements: fc.Arbitrary<RackValue> = fc
  .uniqueArray(key, { minLength: 1, maxLength: 3 })
  .chain((keys) =>
    fc
      .array(fc.tuple(...keys.map(() => text)), { minLength: 1, maxLength: 3 })
      .map((rows) => ({ keys, rows })),
  )
  .map(({ keys, rows }) =>
    rows.map((row) => Object.fromEntries(keys.map((name, index) => [name, row[index] ?? '']))),
  );

const { tree } = fc.letrec<{ tree: RackParams; value: RackValue }>((tie) => ({
  tree: fc.dictionary(key, tie('value'), noNullPrototype),
  value: fc.oneof(
    { depthSize: 'small' },
    fc.option(text, { nil: null }),
    fc.array(text, { minLength: 1 }),
    elements,
    tie('tree'),
  ),
}));

test('what is encoded reads back as the same tree', () => {
  fc.assert(
    fc.property(tree, (params) => {
      expect(parse(encodeParams(params))).toEqual(params);
    }),
  );
});

test('encoding what was read is stable', () => {
  fc.assert(
    fc.property(tree, (params) => {
      const query = encodeParams(params);
      expect(encodeParams(parse(query))).toBe(query);
    }),
  );
});
