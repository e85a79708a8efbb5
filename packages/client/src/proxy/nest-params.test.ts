import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as server from '../../../server/src/http/rack-params.ts';
import { formFields, urlEncoded } from '../form.ts';
import { nestParams, paramsOfJson } from './nest-params.ts';
import { Refusal } from './refusal.ts';

const key = fc.constantFrom('a', 'b', 'course', '0', '__proto__', 'sis_user_id:x');
const step = fc.oneof(
  key.map((name) => `[${name}]`),
  fc.constant('[]'),
  fc.constantFrom('[', ']', '[[a]]', '[]['),
);
const name = fc.tuple(key, fc.array(step, { maxLength: 3 })).map(([first, steps]) => first + steps.join(''));
const pairs = fc.array(fc.tuple(name, fc.oneof(fc.constant(null), fc.constantFrom('1', '', 'ä'))), {
  maxLength: 6,
});

describe('parameters of a form', () => {
  it('are what Easel takes them for, or are refused', () => {
    let passed = 0;
    fc.assert(
      fc.property(pairs, (sent) => {
        let tree: ReturnType<typeof nestParams>;
        try {
          tree = nestParams(sent);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
          return;
        }
        passed++;
        expect(tree).toEqual(server.nestParams(sent));
      }),
      { numRuns: 2000 },
    );
    expect(passed).toBeGreaterThan(500);
  });

  it('arrive the same once they are written anew', () => {
    fc.assert(
      fc.property(pairs, (sent) => {
        let query: string;
        try {
          query = urlEncoded(formFields(nestParams(sent)));
        } catch {
          return;
        }
        expect(server.nestParams(server.parseQueryString(query))).toEqual(nestParams(sent));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [
      'a plain name that comes twice',
      [
        ['a', '1'],
        ['a', '2'],
      ],
    ],
    [
      'a value that is also an object',
      [
        ['a', '1'],
        ['a[b]', '2'],
      ],
    ],
    [
      'an object that is also a list',
      [
        ['a[b]', '1'],
        ['a[]', '2'],
      ],
    ],
    ['a bracket that never closes', [['a[b', '1']]],
    ['a bracket that never opened', [['a]b', '1']]],
    ['a bracket in first place', [['[a]', '1']]],
    ['text behind a bracket', [['a[b]c', '1']]],
    ['a list in a list', [['a[][]', '1']]],
    ['an empty name', [['', '1']]],
    ['a name with U+0000', [['a\0', '1']]],
    ['twenty-one levels', [[`a${'[a]'.repeat(21)}`, '1']]],
    ['5,000 pairs', Array.from({ length: 5000 }, (_, index) => [`a${index}`, '1'])],
  ] as [string, [string, string][]][])('refuses %s', (_, sent) => {
    expect(() => nestParams(sent)).toThrow(Refusal);
  });
});

describe('parameters of a JSON body', () => {
  it('keep their types, and lose the nulls of lists', () => {
    expect(paramsOfJson('{"a":[1,null,"x"],"b":{"c":null,"d":true}}')).toEqual({
      a: [1, 'x'],
      b: { c: null, d: true },
    });
  });

  it.each(['', '[]', 'null', '1', '{"a":', `${'{"a":'.repeat(30)}1${'}'.repeat(30)}`])(
    'refuses %j',
    (text) => {
      expect(() => paramsOfJson(text)).toThrow(Refusal);
    },
  );
});
