import { expect, it } from 'vitest';
import { parseId } from '../../server/src/http/ids.ts';
import { sis } from './sis.ts';

it('writes SIS ids as Canvas reads them', () => {
  expect(sis('term', 'fall-2026')).toBe('sis_term_id:fall-2026');
  expect(sis('course', 'CHEM 101.A')).toBe('sis_course_id:CHEM 101.A');
  expect(sis('course', 'A/Ä')).toBe('hex:sis_course_id:412fc384');
  expect(parseId(sis('course', 'A/Ä'), 'course')).toEqual({
    by: 'column',
    column: 'sis_course_id',
    value: 'A/Ä',
  });
  expect(() => sis('user', '')).toThrow(TypeError);
});
