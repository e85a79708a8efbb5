import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { IdType, ParsedId } from './ids.ts';
import { parseId, parseIds } from './ids.ts';

const UUID = 'a'.repeat(40);
const nothing: ParsedId = { by: 'nothing' };
const id = (number: number): ParsedId => ({ by: 'id', id: number });

describe('parseId', () => {
  test.each<[string, IdType, ParsedId]>([
    ['1', 'course', id(1)],
    [' 42\n', 'course', id(42)],
    ['007', 'user', id(7)],
    ['0', 'course', id(0)],
    ['9007199254740991', 'course', id(9007199254740991)],
    ['9007199254740992', 'course', nothing],
    ['9223372036854775807', 'course', nothing],
    ['12345678901234567890', 'course', nothing],
    ['-1', 'course', nothing],
    ['1.0', 'course', nothing],
    ['1~2', 'course', nothing],
    ['٣', 'course', nothing],
    ['', 'course', nothing],
    ['abc', 'course', nothing],

    ['self', 'user', { by: 'word', word: 'self' }],
    ['self', 'account', { by: 'word', word: 'self' }],
    ['default', 'account', { by: 'word', word: 'default' }],
    ['site_admin', 'account', { by: 'word', word: 'site_admin' }],
    ['default', 'term', { by: 'word', word: 'default' }],
    ['current', 'term', { by: 'word', word: 'current' }],
    ['self', 'course', nothing],
    ['self', 'term', nothing],
    ['default', 'user', nothing],
    [' self', 'user', nothing],
    ['Self', 'user', nothing],

    ['sis_course_id:A1', 'course', { by: 'column', column: 'sis_course_id', value: 'A1' }],
    [' sis_course_id:A1 ', 'course', { by: 'column', column: 'sis_course_id', value: 'A1' }],
    ['sis_course_id:a:b/c.d', 'course', { by: 'column', column: 'sis_course_id', value: 'a:b/c.d' }],
    ['sis_course_id:é', 'course', { by: 'column', column: 'sis_course_id', value: 'é' }],
    ['sis_integration_id:9', 'section', { by: 'column', column: 'sis_integration_id', value: '9' }],
    ['sis_login_id:Ann', 'user', { by: 'column', column: 'sis_login_id', value: 'Ann' }],
    ['lti_1_3_id:x', 'user', { by: 'column', column: 'lti_1_3_id', value: 'x' }],
    ['lti_context_id:x', 'assignment', { by: 'column', column: 'lti_context_id', value: 'x' }],
    [
      'sis_group_category_id:x',
      'group_category',
      { by: 'column', column: 'sis_group_category_id', value: 'x' },
    ],
    ['sis_term_id:2024', 'term', { by: 'column', column: 'sis_term_id', value: '2024' }],
    ['sis_user_id:x', 'course', nothing],
    ['lti_context_id:x', 'section', nothing],
    ['sis_course_id:', 'course', nothing],
    ['SIS_COURSE_ID:x', 'course', nothing],
    ['sis_course_id:a\0', 'course', nothing],
    ['name:x', 'course', nothing],

    ['hex:sis_course_id:4131', 'course', { by: 'column', column: 'sis_course_id', value: 'A1' }],
    ['hex:sis_course_id:c3A9', 'course', { by: 'column', column: 'sis_course_id', value: 'é' }],
    ['hex:lti_context_id:41', 'group', { by: 'column', column: 'lti_context_id', value: 'A' }],
    ['hex:sis_course_id:4', 'course', nothing],
    ['hex:sis_course_id:ff', 'course', nothing],
    ['hex:sis_course_id:00', 'course', nothing],
    ['hex:uuid:4131', 'course', nothing],

    [`uuid:${UUID}`, 'course', { by: 'column', column: 'uuid', value: UUID }],
    [`uuid:${UUID}`, 'user', { by: 'column', column: 'uuid', value: UUID }],
    [`uuid:${UUID}`, 'section', nothing],
    [`uuid:${UUID.slice(1)}`, 'course', nothing],
    ['constructor:x', 'course', nothing],
  ])('%j as %s', (text, type, expected) => {
    expect(parseId(text, type)).toEqual(expected);
  });

  const anyType = fc.constantFrom<IdType>(
    'course',
    'user',
    'account',
    'section',
    'term',
    'group',
    'group_category',
    'assignment',
  );

  test('every id that PostgreSQL hands out reads back', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), anyType, (number, type) => {
        expect(parseId(String(number), type)).toEqual(id(number));
      }),
    );
  });

  test('the hex form names what the plain form names', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(value, (sis) => {
        fc.pre(!sis.includes('\n'));
        const hex = Buffer.from(sis).toString('hex');
        expect(parseId(`hex:sis_course_id:${hex}`, 'course')).toEqual(
          parseId(`sis_course_id:${sis}`, 'course'),
        );
      }),
    );
  });

  test('nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), anyType, (text, type) => {
        expect(parseId(text, type).by).toBeTypeOf('string');
      }),
    );
  });

  test('types narrow to what a loader must handle', () => {
    expectTypeOf(parseId('1', 'term')).toEqualTypeOf<ParsedId<'term'>>();
    expectTypeOf<Extract<ParsedId<'section'>, { by: 'column' }>['column']>().toEqualTypeOf<
      'sis_section_id' | 'sis_integration_id'
    >();
    expectTypeOf<Extract<ParsedId<'term'>, { by: 'word' }>['word']>().toEqualTypeOf<'default' | 'current'>();
  });
});

test('parseIds names each object once and drops what names nothing', () => {
  expect(parseIds(['2', 'x', ' 2', 'sis_user_id:a', '', 'self', 'sis_user_id:a'], 'user')).toEqual([
    { by: 'id', id: 2 },
    { by: 'column', column: 'sis_user_id', value: 'a' },
    { by: 'word', word: 'self' },
  ]);
});
