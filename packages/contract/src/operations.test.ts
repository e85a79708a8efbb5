import { describe, expect, it } from 'vitest';
import { documentedOperations } from './data.ts';
import { models } from './models.ts';
import { operationById, operations } from './operations.ts';
import type { ParamNode } from './param-node.ts';
import { resourceOf, resources } from './resources.ts';
import { parseTypeExpression } from './type-expression.ts';

const spec = (id: string) => {
  const found = operations.find((operation) => operation.id === id);
  if (!found) throw new Error(`No operation ${id}`);
  return found;
};
const params = (id: string) => spec(id).params.fields;

describe('operations', () => {
  it('are all there, in the order of the documentation', () => {
    expect(operations).toHaveLength(1060);
    expect(operationById.size).toBe(1060);
    expect(models.size).toBe(262);
    expect(operations.map(({ id }) => id)).toEqual(documentedOperations.map((o) => `${o.method} ${o.path}`));
  });

  it('are well formed', () => {
    for (const operation of operations) {
      const { id, path, pathParams, nickname, returns, paginated, method } = operation;
      expect([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(), id).toEqual(
        Object.keys(pathParams).sort(),
      );
      expect(nickname, id).toMatch(/^[a-z]\w+$/);
      expect(() => parseTypeExpression(returns), id).not.toThrow();
      expect(paginated && method !== 'GET', id).toBe(false);
      expect(
        keysOf(operation.params).filter((key) => !/^[\w:/.-]+$/.test(key)),
        id,
      ).toEqual([]);
    }
  });

  it('leave out what every operation takes', () => {
    expect(operations.filter(({ params: { fields } }) => fields.per_page || fields.as_user_id)).toEqual([]);
    // The observee's token, not the caller's.
    expect(params('POST /api/v1/users/{user_id}/observees').access_token).toEqual({ kind: 'string' });
  });

  it('merge query and form', () => {
    expect(params('DELETE /api/v1/courses/{id}').event).toBeDefined();
    expect(params('PUT /api/v1/courses/{id}').offer).toEqual({ kind: 'boolean' });
  });
});

describe('a tail', () => {
  it('takes the rest of the path, whether the documented path names it or not', () => {
    expect(spec('GET /api/v1/users/{user_id}/custom_data').tail).toBe('scope');
    expect(spec('GET /api/v1/users/{user_id}/folders/by_path/{full_path}').tail).toBe('full_path');
    expect(spec('GET /api/v1/users/{user_id}/folders/by_path').tail).toBeUndefined();
  });
});

describe('tricky names', () => {
  const text = { kind: 'string' };
  const flag = { kind: 'boolean' };

  it('keeps the date of a filter as text and reads the date of an attribute', () => {
    expect(params('GET /api/v1/accounts/{account_id}/courses').starts_before).toEqual(text);
    expect(params('GET /api/v1/calendar_events').start_date).toEqual(text);
    expect(params('PUT /api/v1/courses/{id}').course).toMatchObject({
      fields: { start_at: { kind: 'date-time' } },
    });
  });

  it('lets callers choose keys', () => {
    expect(params('PUT /api/v1/accounts/{account_id}/roles/{id}').permissions).toEqual({
      kind: 'map',
      values: {
        kind: 'object',
        fields: {
          explicit: flag,
          enabled: flag,
          applies_to_self: flag,
          applies_to_descendants: flag,
          locked: flag,
          readonly: flag,
        },
      },
    });
    expect(params('POST /api/v1/accounts/{account_id}/terms').enrollment_term).toMatchObject({
      fields: { overrides: { kind: 'map', values: { fields: { start_at: { kind: 'date-time' } } } } },
    });
    expect(params('PUT /api/v1/accounts/{id}').account).toMatchObject({
      fields: {
        services: { kind: 'map', values: flag },
        settings: { kind: 'object', fields: { microsoft_sync_enabled: flag }, rest: { kind: 'json' } },
      },
    });
  });

  it('tells the two shapes of grade_data apart', () => {
    const grade = { kind: 'object', fields: { posted_grade: text, file_ids: { kind: 'array' } } };
    const of = (path: string) => params(`POST /api/v1/courses/{course_id}/${path}`).grade_data;
    expect(of('assignments/{assignment_id}/submissions/update_grades')).toMatchObject({
      kind: 'map',
      values: grade,
    });
    expect(of('submissions/update_grades')).toMatchObject({
      kind: 'map',
      values: { kind: 'map', values: grade },
    });
  });

  it('sees lists of objects behind lost brackets', () => {
    const events = params('POST /api/v1/courses/{course_id}/calendar_events/timetable_events').events;
    expect(events).toMatchObject({
      kind: 'array',
      items: { fields: { start_at: { kind: 'date-time' }, title: text } },
    });
    expect(params('PATCH /api/v1/accounts/{account_id}/grading_period_sets/{id}').grading_period_set).toEqual(
      {
        kind: 'object',
        fields: { title: text, weighted: flag, display_totals_for_all_grading_periods: flag },
      },
    );
    expect(params('POST /api/v1/courses/{course_id}/calendar_events/timetable').timetables).toMatchObject({
      kind: 'map',
      values: { kind: 'array', items: { fields: { weekdays: text } } },
    });
  });

  it('prefers parts to the whole', () => {
    expect(params('PUT /api/v1/developer_keys/{id}').developer_key).toMatchObject({ kind: 'object' });
  });

  it('takes what Canvas takes without saying so', () => {
    expect(params('POST /api/v1/accounts/{account_id}/courses').enroll_me).toEqual(text);
    expect(params('POST /api/v1/accounts/{account_id}/courses').course).toMatchObject({
      fields: {
        term_id: text,
        enrollment_term_id: text,
        conclude_at: { kind: 'date-time' },
        account_id: text,
      },
    });
    expect(params('GET /api/v1/courses/{course_id}/users')).toMatchObject({
      include_inactive: flag,
      limit: { kind: 'integer' },
      user_uuids: { kind: 'array' },
    });
    expect(params('GET /api/v1/accounts/{account_id}/courses').include_crosslisted_courses).toEqual(flag);
  });
});

describe('what the documentation misstates', () => {
  it.each([
    ['POST /api/v1/courses/{course_id}/enrollments', false],
    ['POST /api/v1/accounts/{account_id}/roles/{id}/activate', false],
    ['POST /api/v1/courses/{course_id}/files', false],
    ['GET /api/v1/courses/{course_id}/students', true],
    ['POST /api/v1/accounts/{account_id}/self_registration', true],
  ])('%s deprecated: %s', (id, deprecated) => {
    expect(spec(id).deprecated).toBe(deprecated);
  });

  it.each([
    ['GET /api/v1/accounts/{account_id}/terms', true],
    ['GET /api/v1/courses/{course_id}/students', false],
    ['GET /api/v1/accounts/{account_id}/roles/permissions', false],
    ['POST /api/v1/users/{id}/split', false],
  ])('%s paged: %s', (id, paginated) => {
    expect(spec(id).paginated).toBe(paginated);
  });

  it('knows what is beta', () => {
    expect(operations.filter(({ beta }) => beta).map(({ nickname }) => nickname)).toEqual([
      'get_query_results',
      'poll_query_status',
      'initiate_page_views_query',
    ]);
  });
});

describe('resources', () => {
  it('hold every operation, and each holds some', () => {
    const used = new Set(operations.map(({ resource }) => resource));
    expect([...used].sort()).toEqual([...resources].sort());
  });

  it.each([
    ['GET /api/v1/accounts/{account_id}/courses', 'Accounts'],
    ['POST /api/v1/accounts/{account_id}/courses', 'Courses'],
    ['GET /api/v1/accounts/{account_id}/users', 'Users'],
    ['DELETE /api/v1/accounts/{account_id}/users', 'Accounts'],
    ['POST /api/v1/courses/{course_id}/files', 'Courses'],
    ['GET /api/v1/courses/{course_id}/files', 'Files'],
    ['GET /api/v1/audit/grade_change/assignments/{assignment_id}', 'Grade Change Log'],
    ['GET /api/v1/courses/{course_id}/assignments/{assignment_id}/date_details', 'Learning Object Dates'],
    ['GET /api/v1/users/self/course_nicknames', 'Users'],
    ['PUT /api/v1/users/{user_id}/custom_data', 'Users'],
    ['GET /api/v1/users/{user_id}/observers', 'User Observees'],
    ['POST /api/v1/users/reset_password', 'Logins'],
    ['GET /api/lti/courses/{course_id}/progress/{id}', 'Progress'],
  ])('%s stands under %s', (id, resource) => {
    expect(resourceOf(id)).toBe(resource);
  });

  it('have no place for the unknown', () => {
    expect(() => resourceOf('GET /api/v1/elsewhere')).toThrow('elsewhere');
  });
});

function keysOf(node: ParamNode): string[] {
  switch (node.kind) {
    case 'object':
      return Object.entries(node.fields).flatMap(([key, field]) => [key, ...keysOf(field)]);
    case 'array':
      return keysOf(node.items);
    case 'map':
      return keysOf(node.values);
    default:
      return [];
  }
}
