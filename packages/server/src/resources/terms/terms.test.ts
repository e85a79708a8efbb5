import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { admin, make } = world;

const notFound = { errors: [{ message: 'The specified resource does not exist.' }] };
const notRoot = { status: 400, body: { message: 'Terms only belong to root_accounts.' } };
const error = (attribute: string, message: string, type = message) => ({
  status: 400,
  body: { errors: { [attribute]: [{ attribute, type, message }] } },
});

const terms = 'accounts/self/terms';
const names = ({ body }: { body: { enrollment_terms: { name: string }[] } }) =>
  body.enrollment_terms.map(({ name }) => name);

describe('GET /api/v1/accounts/{account_id}/terms', () => {
  it('gives terms latest first, those without dates before them, page by page', async () => {
    await make.term({ name: 'L 2028', start_at: '2028-09-01T00:00:00Z', end_at: '2028-12-01T00:00:00Z' });
    await make.term({ name: 'L open', start_at: '2029-09-01T00:00:00Z' });
    await make.term({ name: 'L 2029', start_at: '2029-09-01T00:00:00Z', end_at: '2029-12-01T00:00:00Z' });
    await make.term({ name: 'L undated' });
    const all = await admin.get(terms, { term_name: 'l ' });
    expect(names(all)).toEqual(['L undated', 'L open', 'L 2029', 'L 2028']);
    const second = await admin.get(terms, { term_name: 'l ', per_page: 3, page: 2 });
    expect(names(second)).toEqual(['L 2028']);
    expect(second.links['last']).toContain('page=2');
  });

  it('gives active terms unless other states are asked for', async () => {
    await make.term({ name: 'S here' });
    await make.term({ name: 'S gone', workflow_state: 'deleted' });
    const states = async (...states: string[]) =>
      names(await admin.get(terms, { term_name: 'S ', 'workflow_state[]': states })).sort();
    expect(await states()).toEqual(['S here']);
    expect(await states('deleted')).toEqual(['S gone']);
    expect(await states('active', 'deleted')).toEqual(['S gone', 'S here']);
    expect(await states('all')).toEqual(['S gone', 'S here']);
    expect(await states('nonsense')).toEqual(['S here']);
  });

  it('includes overrides and counts, and says which terms an account below uses', async () => {
    const account = await make.account();
    const used = await make.term({
      name: 'I used',
      sis_term_id: 'i-used',
      overrides: JSON.stringify({
        StudentEnrollment: { start_at: '2026-09-03T20:00:00Z', end_at: null },
        TeacherEnrollment: { start_at: null, end_at: null },
      }),
    });
    await make.term({ name: 'I unused' });
    await make.course({ account_id: account.id, enrollment_term_id: used.id });
    await make.course({ enrollment_term_id: used.id, workflow_state: 'deleted' });
    const { body } = await admin.get(terms, {
      term_name: 'I ',
      'include[]': ['overrides', 'course_count'],
      subaccount_id: account.id,
    });
    const [first, second] = body.enrollment_terms;
    expect(Object.keys(first)).toEqual([
      'id',
      'name',
      'start_at',
      'end_at',
      'created_at',
      'workflow_state',
      'grading_period_group_id',
      'sis_term_id',
      'sis_import_id',
      'overrides',
      'course_count',
      'used_in_subaccount',
    ]);
    expect(first).toMatchObject({
      sis_term_id: 'i-used',
      overrides: { StudentEnrollment: { start_at: '2026-09-03T20:00:00Z', end_at: null } },
      course_count: 1,
      used_in_subaccount: true,
    });
    expect(first.overrides).not.toHaveProperty('TeacherEnrollment');
    expect(second).toMatchObject({ name: 'I unused', course_count: 0, used_in_subaccount: false });
    const all = await admin.get(terms, { subaccount_id: account.id, per_page: 100 });
    const standard = all.body.enrollment_terms.find(({ id }: { id: number }) => id === 1);
    expect(standard.used_in_subaccount).toBe(true);
    expect(await admin.get(terms, { subaccount_id: 0 })).toMatchObject({ status: 404, body: notFound });
  });

  it('hides SIS ids from teachers, and says that only institutions have terms', async () => {
    const teacher = await make.member((await make.course()).id, 'TeacherEnrollment');
    const { body } = await world.as(teacher.token).get(terms);
    expect(body.enrollment_terms[0]).not.toHaveProperty('sis_term_id');
    const { id } = await make.account();
    expect(await admin.get(`accounts/${id}/terms`)).toMatchObject(notRoot);
  });
});

describe('GET /api/v1/accounts/{account_id}/terms/{id}', () => {
  it('finds a term in every form of its id', async () => {
    const term = await make.term({
      sis_term_id: 'fall',
      start_at: '2026-08-24T04:00:00Z',
      end_at: '2026-12-19T05:00:00Z',
    });
    for (const id of [term.id, 'sis_term_id:fall', 'current']) {
      expect((await admin.get(`${terms}/${id}`)).body).toMatchObject({
        id: term.id,
        overrides: {},
        course_count: 0,
      });
    }
    expect((await admin.get(`${terms}/default`)).body).toMatchObject({ id: 1, name: 'Default Term' });
    const gone = await make.term({ workflow_state: 'deleted' });
    expect((await admin.get(`${terms}/${gone.id}`)).body.workflow_state).toBe('deleted');
    expect(await admin.get(`${terms}/0`)).toMatchObject({ status: 404, body: notFound });
  });
});

describe('POST /api/v1/accounts/{account_id}/terms', () => {
  it('takes what is no date for none, as Canvas does, and says so', async () => {
    const enrollment_term = { name: 'Soon', start_at: 'next week', end_at: '' };
    const { body, headers } = await admin.post(terms, { enrollment_term });
    expect(body).toMatchObject({ name: 'Soon', start_at: null, end_at: null });
    expect(headers['x-easel-hint']).toBe('enrollment_term[start_at] is no date and counts as empty');
  });

  it('makes a term with dates, SIS id and dates for types of enrollment', async () => {
    const { status, body } = await admin.post(terms, {
      enrollment_term: {
        name: 'Spring',
        start_at: '2027-01-10T18:48:00Z',
        end_at: '2027-05-10T18:48:00Z',
        sis_term_id: 2027,
        overrides: {
          student_enrollment: { start_at: '2027-01-12T00:00:00Z' },
          TaEnrollment: { start_at: '2027-01-01T00:00:00Z', end_at: '2027-06-01T00:00:00Z' },
        },
      },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.any(Number),
      name: 'Spring',
      start_at: '2027-01-10T18:48:00Z',
      end_at: '2027-05-10T18:48:00Z',
      created_at: world.clock.now(),
      workflow_state: 'active',
      grading_period_group_id: null,
      sis_term_id: '2027',
      sis_import_id: null,
      overrides: {
        StudentEnrollment: { start_at: '2027-01-12T00:00:00Z', end_at: null },
        TaEnrollment: { start_at: '2027-01-01T00:00:00Z', end_at: '2027-06-01T00:00:00Z' },
      },
    });
  });

  it('refuses what makes no sense', async () => {
    const create = (enrollment_term: unknown) => admin.post(terms, { enrollment_term });
    const missing = { status: 400, body: { errors: [{ message: 'enrollment_term is missing' }] } };
    expect(await admin.post(terms, {})).toMatchObject(missing);
    expect(await create({})).toMatchObject(missing);
    const backwards = { start_at: '2027-02-01T00:00:00Z', end_at: '2027-01-01T00:00:00Z' };
    const wrongDates = error('base', 'End dates cannot be before start dates');
    expect(await create({ name: 'T', ...backwards })).toMatchObject(wrongDates);
    expect(await create({ name: 'T', overrides: { TaEnrollment: backwards } })).toMatchObject(wrongDates);
    expect(await create({ overrides: { ObserverEnrollment: {} } })).toMatchObject({
      status: 400,
      body: { message: 'Invalid enrollment type in overrides' },
    });
    for (const sis_term_id of [['a'], { a: 1 }, true]) {
      expect(await create({ sis_term_id })).toMatchObject({
        status: 400,
        body: { message: 'Invalid SIS ID' },
      });
    }
    expect(await create({ name: 'x'.repeat(256) })).toMatchObject(
      error('name', 'is too long (maximum is 255 characters)', 'too_long'),
    );
    await make.term({ sis_term_id: 'taken', workflow_state: 'deleted' });
    expect(await create({ sis_source_id: 'taken' })).toMatchObject(
      error('sis_source_id', 'SIS ID "taken" is already in use'),
    );
    const { id } = await make.account();
    expect(await admin.post(`accounts/${id}/terms`, { enrollment_term: { name: 'T' } })).toMatchObject(
      notRoot,
    );
  });
});

describe('PUT /api/v1/accounts/{account_id}/terms/{id}', () => {
  it('changes what is sent and keeps the rest', async () => {
    const term = await make.term({
      name: 'Old',
      start_at: '2027-01-10T00:00:00Z',
      sis_term_id: 'keep',
      overrides: JSON.stringify({ TaEnrollment: { start_at: '2027-01-01T00:00:00Z', end_at: null } }),
    });
    const update = (enrollment_term: unknown) => admin.put(`${terms}/${term.id}`, { enrollment_term });
    const { body } = await update({
      name: 'New',
      overrides: { StudentEnrollment: { end_at: '2027-05-01T00:00:00Z' } },
    });
    expect(body).toMatchObject({
      name: 'New',
      start_at: '2027-01-10T00:00:00Z',
      sis_term_id: 'keep',
      overrides: {
        TaEnrollment: { start_at: '2027-01-01T00:00:00Z', end_at: null },
        StudentEnrollment: { start_at: null, end_at: '2027-05-01T00:00:00Z' },
      },
    });
    expect((await update({ start_at: null, sis_term_id: '' })).body).toMatchObject({
      start_at: null,
      sis_term_id: null,
    });
    // An override without dates is none.
    expect(
      (await update({ overrides: { TaEnrollment: { start_at: '' } } })).body.overrides,
    ).not.toHaveProperty('TaEnrollment');
  });

  it('leaves alone what sticks when asked not to override it', async () => {
    const term = await make.term({ name: 'Old' });
    const rename = (name: string, override_sis_stickiness: boolean) =>
      admin.put(`${terms}/${term.id}`, { enrollment_term: { name }, override_sis_stickiness });
    expect((await rename('First', false)).body.name).toBe('First');
    expect((await rename('Second', false)).body.name).toBe('First');
    expect((await rename('Third', true)).body.name).toBe('Third');
  });

  it('finds no deleted term', async () => {
    const term = await make.term({ workflow_state: 'deleted' });
    expect((await admin.put(`${terms}/${term.id}`, { enrollment_term: { name: 'T' } })).status).toBe(404);
  });
});

describe('DELETE /api/v1/accounts/{account_id}/terms/{id}', () => {
  it('deletes a term that no course is in', async () => {
    const term = await make.term();
    const course = await make.course({ enrollment_term_id: term.id });
    expect(await admin.delete(`${terms}/${term.id}`)).toMatchObject(
      error('workflow_state', 'Cannot delete a term with active courses'),
    );
    await admin.delete(`courses/${course.id}`, { event: 'delete' });
    for (let time = 0; time < 2; time++) {
      const { status, body } = await admin.delete(`${terms}/${term.id}`);
      expect(status).toBe(200);
      expect(body.workflow_state).toBe('deleted');
      expect(body).not.toHaveProperty('overrides');
    }
  });

  it('keeps the default term', async () => {
    expect(await admin.delete(`${terms}/default`)).toMatchObject(
      error('workflow_state', 'Cannot delete the default term'),
    );
  });
});
