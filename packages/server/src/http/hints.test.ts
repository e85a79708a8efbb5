import type { ObjectNode, ParamNode } from '@easel/contract';
import { operationById } from '@easel/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coerce } from './coerce.ts';
import { hintForUnknown, hintForWrongShape } from './hints.ts';
import { nestParams, ParameterError, parseJsonBody, parseQueryString } from './rack-params.ts';

const text: ParamNode = { kind: 'string' };
const object = (fields: Record<string, ParamNode>): ObjectNode => ({ kind: 'object', fields });
const list = (items: ParamNode): ParamNode => ({ kind: 'array', items });

const tool = object({ name: text, url: text, course_navigation: object({ url: text, text }) });
const courses = object({
  enrollment_term_id: text,
  search_term: text,
  state: list(text),
  include: list(text),
});
const course = object({
  course: object({
    name: text,
    id: text,
    course_code: text,
    start_at: text,
    blueprint: object({ name: text }),
  }),
  enroll_me: text,
});
const assignment = object({
  assignment: object({
    name: text,
    submission_types: list(text),
    external_tool_tag_attributes: object({ url: text, new_tab: text, a: text, b: text }),
    overrides: list(object({ title: text })),
  }),
  grade_data: { kind: 'map', values: object({ posted_grade: text }) },
});

describe('hintForUnknown', () => {
  test.each<[string, string[], ObjectNode, string | undefined]>([
    ['another name', ['term_id'], courses, 'term_id is ignored: send enrollment_term_id'],
    [
      'a value after a colon, never shown',
      ['term_id:s3cret'],
      courses,
      'term_id:... is ignored: send enrollment_term_id=...',
    ],
    [
      'a documented name before a colon',
      ['enrollment_term_id:sis_term_id:5'],
      courses,
      'enrollment_term_id:... is ignored: send enrollment_term_id=...',
    ],
    [
      'wrapped',
      ['externaltool[0][name]', 'externaltool[0][url]'],
      tool,
      'externaltool[0][name] is ignored: send name; externaltool[0][url] is ignored: send url',
    ],
    ['not wrapped', ['name'], course, 'name is ignored: send course[name]'],
    ['misspelt', ['course[nmae]'], course, 'course[nmae] is ignored: send course[name]'],
    [
      'misspelt around',
      ['corse[blueprnt][name]'],
      course,
      'corse[blueprnt][name] is ignored: send course[blueprint][name]',
    ],
    ['misspelt list', ['inclde[]'], courses, 'inclde[] is ignored: send include[]'],
    ['misspelt and not wrapped', ['coursecode'], course, 'coursecode is ignored: send course[course_code]'],
    [
      'another name, nested',
      ['course[start_date]'],
      course,
      'course[start_date] is ignored: send course[start_at]',
    ],
    [
      'in a list',
      ['assignment[overrides][0][titel]'],
      assignment,
      'assignment[overrides][0][titel] is ignored: send assignment[overrides][][title]',
    ],
    [
      'in a map',
      ['grade_data[3][posted_grades]'],
      assignment,
      'grade_data[3][posted_grades] is ignored: send grade_data[...][posted_grade]',
    ],
    ['a trap that this operation lacks', ['term_id'], course, undefined],
    ['nothing alike', ['colour', 'xy', 'ix'], course, undefined],
    [
      'known everywhere',
      ['page', 'per_page', 'access_token', 'as_user_id'],
      object({ pages: text }),
      undefined,
    ],
    ['nothing', [], course, undefined],
    ['no name at all', ['[]', '0', ':', '[0][1]'], course, undefined],
    ['names of the prototype', ['constructor', '__proto__', 'toString'], course, undefined],
  ])('%s', (_, unknown, spec, hint) => {
    expect(hintForUnknown(unknown, spec)).toBe(hint);
  });

  test('is a short line of ASCII whatever was sent', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('name', '[', ']', '\r\n', ':', 'course'),
    );
    const name = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(name), (unknown) => {
        const hint = hintForUnknown(unknown, course) ?? 'none';
        expect(hint).toMatch(/^[\x20-\x7e]{1,300}$/);
      }),
    );
    expect(hintForUnknown([`${'x\r\n'.repeat(50)}[name]`], course)).toMatch(/^(x\?\?){19}\.\.\. is ignored/);
    expect(hintForUnknown(Array(50).fill('name'), course)?.length).toBeLessThanOrEqual(300);
  });
});

describe('hintForWrongShape', () => {
  test.each<[string, ObjectNode, string | undefined]>([
    [
      'assignment[external_tool_tag_attributes]',
      object({ assignment: object({ external_tool_tag_attributes: object({ url: text, new_tab: text }) }) }),
      'assignment[external_tool_tag_attributes] has another shape: send ' +
        'assignment[external_tool_tag_attributes][url]=... and assignment[external_tool_tag_attributes][new_tab]=...',
    ],
    [
      'course',
      course,
      'course has another shape: send course[name]=... and course[id]=... and course[course_code]=...',
    ],
    ['course[name]', course, 'course[name] has another shape: send course[name]=...'],
    ['state', courses, 'state has another shape: send state[]=...'],
    ['state[]', courses, 'state[] has another shape: send state[]=...'],
    [
      'assignment[overrides][0]',
      assignment,
      'assignment[overrides][0] has another shape: send assignment[overrides][0][title]=...',
    ],
    ['grade_data[7]', assignment, 'grade_data[7] has another shape: send grade_data[7][posted_grade]=...'],
    ['grade_data', assignment, 'grade_data has another shape: send grade_data[...][posted_grade]=...'],
    ['constructor', course, undefined],
    ['course[name][x]', course, undefined],
  ])('%s', (param, spec, hint) => {
    expect(hintForWrongShape(param, spec)).toBe(hint);
  });

  test('answers what coerce refuses', () => {
    const sent = nestParams(
      parseQueryString('assignment[external_tool_tag_attributes]=url:https://tool.example.net,new_tab:true'),
    );
    const refused = catchParameterError(() => coerce(assignment, sent, 'UTC'));
    const hint = hintForWrongShape(refused.param ?? '', assignment);
    expect(hint).toContain('assignment[external_tool_tag_attributes][url]=...');
    expect(hint).not.toContain('tool.example.net');
  });
});

test('the founding questions, with the documented operations', () => {
  const list = operationById.get('GET /api/v1/accounts/{account_id}/courses');
  const create = operationById.get('POST /api/v1/courses/{course_id}/external_tools');
  if (!list || !create) throw new Error('The contract lacks an operation');

  const asked = coerce(list.params, nestParams(parseQueryString('term_id:xxx')), 'UTC');
  expect(hintForUnknown(asked.unknown, list.params)).toBe(
    'term_id:... is ignored: send enrollment_term_id=...',
  );

  const body = parseJsonBody('{"externaltool":[{"name":"testTool","consumer_key":"key"}]}');
  expect(hintForUnknown(coerce(create.params, body, 'UTC').unknown, create.params)).toBe(
    'externaltool[0][name] is ignored: send name; externaltool[0][consumer_key] is ignored: send consumer_key',
  );
});

function catchParameterError(action: () => unknown): ParameterError {
  try {
    action();
  } catch (error) {
    if (error instanceof ParameterError) return error;
  }
  throw new Error('Nothing was refused');
}
