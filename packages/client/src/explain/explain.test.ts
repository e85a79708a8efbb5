import { describe, expect, it } from 'vitest';
import { NotFoundError } from '../errors/not-found-error.ts';
import { explainError, explainFields, explainParams } from './index.ts';

const ASSIGN = 'POST /api/v1/courses/{course_id}/assignments';
const COURSES = 'GET /api/v1/accounts/{account_id}/courses';

describe('explainFields', () => {
  it('nests what was written into one text, as in the founding thread', () => {
    const field = [
      'assignment[external_tool_tag_attributes]',
      'url:https://tool.example.net/x.php,new_tab:true',
    ] as const;
    const hint =
      'assignment[external_tool_tag_attributes] has fields of its own: send assignment[external_tool_tag_attributes][url]=... and assignment[external_tool_tag_attributes][new_tab]=...';
    expect(explainFields([field], ASSIGN)).toEqual([hint]);
    expect(explainFields([field])).toEqual([hint]);
  });

  it.each<[string, string | undefined, string, string]>([
    ['term_id', '5', COURSES, 'term_id is ignored by Canvas: send enrollment_term_id'],
    ['term_id:5', undefined, COURSES, 'term_id:... is no parameter: send enrollment_term_id=...'],
    ['assignment[nmae]', 'X', ASSIGN, 'assignment[nmae] is ignored by Canvas: send assignment[name]'],
    ['due_date', 'X', ASSIGN, 'due_date is ignored by Canvas: send assignment[due_at]'],
    ['name', 'X', 'PUT /api/v1/courses/{id}', 'name is ignored by Canvas: send course[name]'],
    [
      'externaltool[0][name]',
      'X',
      'POST /api/v1/courses/{course_id}/external_tools',
      'externaltool[0][name] is ignored by Canvas: send name',
    ],
    ['include', 'term', 'GET /api/v1/courses/{id}', 'include is a list: send include[]=...'],
    [
      'enrollment_term_id',
      'fall-2026',
      COURSES,
      "fall-2026 is no id of Canvas's own: an SIS id is sent as sis_term_id:fall-2026",
    ],
    ['enrollment_term_id', 'sis_course_id:X', COURSES, 'sis_course_id:X names no term: send sis_term_id:...'],
  ])('%s=%s', (name, value, operation, hint) => {
    expect(explainFields([value === undefined ? [name] : [name, value]], operation)).toEqual([hint]);
  });

  it('has nothing to say of what is right, or like nothing', () => {
    const right = [
      ['enrollment_term_id', 'sis_term_id:fall'],
      ['enrollment_term_id', '17'],
      ['enrollment_term_id', '10~17'],
      ['include[]', 'term'],
      ['per_page', '100'],
      ['search_term', 'url:x'],
      ['zzzzzz', ''],
    ] as const;
    expect(explainFields(right, COURSES)).toEqual([]);
  });
});

describe('explainParams', () => {
  it('takes parameters as calls do', () => {
    expect(explainParams('PUT /api/v1/courses/{id}', { course: { nmae: 'X', term_id: 'fall' } })).toEqual([
      'course[nmae] is ignored by Canvas: send course[name]',
      "fall is no id of Canvas's own: an SIS id is sent as sis_term_id:fall",
    ]);
  });
});

describe('explainError', () => {
  const error = new NotFoundError({
    method: 'GET',
    operation: 'GET /api/v1/accounts/{account_id}/courses',
    url: 'https://c.example/api/v1/accounts/ARTS%20X/courses?term_id=4',
    status: 404,
    hint: 'a hint of the server',
  });

  it('looks at the path and the parameters', () => {
    expect(explainError(error, { term_id: 4 })).toEqual([
      'a hint of the server',
      "ARTS X is no id of Canvas's own: an SIS id is sent as sis_account_id:ARTS X",
      'term_id is ignored by Canvas: send enrollment_term_id',
    ]);
  });

  it('knows no other errors', () => {
    expect(explainError(new Error('x'))).toEqual([]);
  });
});
