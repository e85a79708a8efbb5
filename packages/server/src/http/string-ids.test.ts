import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringifyIds } from './string-ids.ts';

test.each<[unknown, unknown]>([
  [{ id: 1 }, { id: '1' }],
  [[{ id: 1, name: 'a' }], [{ id: '1', name: 'a' }]],
  [
    { course_id: 2, sis_course_id: 'S', root_id: null },
    { course_id: '2', sis_course_id: 'S', root_id: null },
  ],
  [
    { ids: [1, 'a', null], user_ids: [3] },
    { ids: ['1', 'a', null], user_ids: ['3'] },
  ],
  [{ user_ids: 3 }, { user_ids: 3 }],
  [
    { context_codes: ['course_1'], valid: 1, grid: 2, idx: 3, Id: 4, course_ID: 5 },
    { context_codes: ['course_1'], valid: 1, grid: 2, idx: 3, Id: 4, course_ID: 5 },
  ],
  [{ colors: { 12: 'red', id: 3 } }, { colors: { 12: 'red', id: '3' } }],
  [{ id: { id: 1 } }, { id: { id: '1' } }],
  [{ id: 1.5 }, { id: 1.5 }],
  [{ group_ids: [{ id: 1 }, [2]] }, { group_ids: [{ id: '1' }, [2]] }],
  [5, 5],
  [null, null],
])('%j', (value, expected) => {
  expect(stringifyIds(value)).toEqual(expected);
});

test('what is no plain object is left alone', () => {
  const date = new Date();
  expect(stringifyIds({ at: date })).toEqual({ at: date });
});

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    fc.integer(),
    fc.string(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(fc.constantFrom('id', 'a_id', 'ids', 'b_ids', 'c', '__proto__'), tie('value')),
  ),
})).value;

test('the original stays, the encoded text differs only by quotes, twice is once', () => {
  fc.assert(
    fc.property(json, (value) => {
      const before = JSON.stringify(value);
      const converted = stringifyIds(value);
      expect(JSON.stringify(value)).toBe(before);
      expect(JSON.stringify(converted).replaceAll('"', '')).toBe(before.replaceAll('"', ''));
      expect(stringifyIds(converted)).toEqual(converted);
    }),
  );
});
