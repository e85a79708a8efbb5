import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { admin, anonymous, make } = world;

const notAuthorized = {
  status: 'unauthorized',
  errors: [{ message: 'user not authorized to perform that action' }],
};
const notFound = { errors: [{ message: 'The specified resource does not exist.' }] };

describe('GET /api/v1/accounts/{account_id}/courses', () => {
  it('gives the courses of the account and of those below it, by id, ten at a time', async () => {
    const college = await make.account();
    const department = await make.account({ parent_account_id: college.id });
    const courses = [];
    for (let n = 0; n < 12; n++) {
      courses.push(await make.course({ account_id: n % 2 ? college.id : department.id }));
    }
    await make.course();

    const first = await admin.get(`accounts/${college.id}/courses`);
    expect(first.status).toBe(200);
    expect(first.ids).toEqual(courses.slice(0, 10).map(({ id }) => id));
    expect(first.links['last']).toBeUndefined();
    expect(first.links['next']).toMatch(/page=bookmark:[\w-]+&per_page=10$/);
    expect(first.headers['x-easel-hint']).toContain('Only the first 10 are here');

    const rest = await admin.send('GET', String(first.links['next']).replace(/^https?:\/\/[^/]+/, ''));
    expect(rest.ids).toEqual(courses.slice(10).map(({ id }) => id));
    expect(rest.links['next']).toBeUndefined();

    const second = await admin.get(`accounts/${college.id}/courses`, { page: 2, per_page: 5 });
    expect(second.ids).toEqual(courses.slice(5, 10).map(({ id }) => id));
    expect(second.links['prev']).toContain('page=1&per_page=5');
  });

  it('finds the courses of a term by its id, its SIS id and by current', async () => {
    const account = await make.account();
    const term = await make.term({
      sis_term_id: 'fall-2026',
      start_at: '2026-08-24T04:00:00Z',
      end_at: '2026-12-19T05:00:00Z',
    });
    const course = await make.course({ account_id: account.id, enrollment_term_id: term.id });
    await make.course({ account_id: account.id });

    for (const id of [term.id, 'sis_term_id:fall-2026', 'current']) {
      const { ids } = await admin.get(`accounts/${account.id}/courses`, { enrollment_term_id: id });
      expect(ids).toEqual([course.id]);
    }
    const unknown = await admin.get(`accounts/${account.id}/courses`, {
      enrollment_term_id: 'sis_term_id:none',
    });
    expect(unknown).toMatchObject({ status: 404, body: notFound });
  });

  it('says which parameter was meant when term_id is sent', async () => {
    const { status, headers } = await admin.get('accounts/1/courses', { term_id: 1 });
    expect(status).toBe(200);
    expect(headers['x-easel-hint']).toContain('term_id is ignored: send enrollment_term_id');
  });

  it('filters by state, publication, enrollments and teachers', async () => {
    const account = await make.account();
    const published = await make.course({ account_id: account.id });
    const draft = await make.course({ account_id: account.id, workflow_state: 'claimed' });
    const gone = await make.course({ account_id: account.id, workflow_state: 'deleted' });
    const teacher = await make.member(published.id, 'TeacherEnrollment');

    const ids = async (query: object) =>
      (await admin.get(`accounts/${account.id}/courses`, { ...query })).ids;
    expect(await ids({})).toEqual([published.id, draft.id]);
    expect(await ids({ published: true })).toEqual([published.id]);
    expect(await ids({ published: 'false' })).toEqual([draft.id]);
    expect(await ids({ 'state[]': ['deleted'] })).toEqual([gone.id]);
    expect(await ids({ 'state[]': 'all' })).toEqual([published.id, draft.id, gone.id]);
    expect(await ids({ with_enrollments: true })).toEqual([published.id]);
    expect(await ids({ with_enrollments: false })).toEqual([draft.id]);
    expect(await ids({ 'enrollment_type[]': 'teacher' })).toEqual([published.id]);
    expect(await ids({ 'by_teachers[]': teacher.id })).toEqual([published.id]);
    // Canvas ignores the filter where it isn't a list.
    expect(await ids({ by_teachers: teacher.id })).toEqual([published.id, draft.id]);
  });

  it('says which states there are', async () => {
    const { headers, body } = await admin.get('accounts/1/courses', { 'state[]': 'unpublished' });
    expect(body).toEqual([]);
    expect(headers['x-easel-hint']).toContain('created or claimed');
  });

  it('searches by name, code, id and SIS id', async () => {
    const account = await make.account();
    const biology = await make.course({
      account_id: account.id,
      name: 'Einführung in die Biologie',
      course_code: 'BIO_101',
      sis_course_id: 'sis-bio',
    });
    await make.course({ account_id: account.id, name: 'Chemistry', course_code: 'BIOX101' });
    for (const search_term of ['EINFÜHR', 'BIO_1', String(biology.id), 'sis-bio']) {
      const { ids } = await admin.get(`accounts/${account.id}/courses`, { search_term });
      expect(ids).toEqual([biology.id]);
    }
    const short = await admin.get(`accounts/${account.id}/courses`, { search_term: 'x' });
    expect(short).toMatchObject({
      status: 400,
      body: {
        errors: [{ field: 'search_term', code: 'invalid', message: '2 or more characters is required' }],
      },
    });
  });

  it('sorts by name, both ways, over several pages', async () => {
    const account = await make.account();
    const names = ['beta', 'Alpha', 'Émile', 'delta', 'alpha'];
    for (const name of names) await make.course({ account_id: account.id, name });
    const sorted = async (order: string) => {
      const rows = await admin.all(`accounts/${account.id}/courses`, {
        sort: 'course_name',
        order,
        per_page: 2,
      });
      return (rows as { name: string }[]).map(({ name }) => name);
    };
    expect(await sorted('asc')).toEqual(['Alpha', 'alpha', 'beta', 'delta', 'Émile']);
    expect(await sorted('desc')).toEqual(['Émile', 'delta', 'beta', 'alpha', 'Alpha']);
  });

  it('includes what is asked for, and drops what belongs to single courses', async () => {
    const account = await make.account({ name: 'Biology' });
    const course = await make.course({ account_id: account.id });
    const teacher = await make.member(course.id, 'TeacherEnrollment', { name: 'Tea Cher' });
    await make.member(course.id);
    const { body } = await admin.get(`accounts/${account.id}/courses`, {
      'include[]': [
        'term',
        'teachers',
        'total_students',
        'account_name',
        'concluded',
        'permissions',
        'sections',
      ],
    });
    expect(body[0]).toMatchObject({
      term: { id: 1, name: 'Default Term' },
      teachers: [{ id: teacher.id, display_name: 'Tea Cher' }],
      total_students: 1,
      account_name: 'Biology',
      concluded: false,
    });
    expect(body[0]).not.toHaveProperty('permissions');
    expect(body[0]).not.toHaveProperty('sections');
  });

  it('is for whoever may read the course list', async () => {
    const student = await make.person();
    expect(await anonymous.get('accounts/1/courses')).toMatchObject({
      status: 401,
      body: { status: 'unauthenticated', errors: [{ message: 'user authorization required' }] },
    });
    expect(await world.as(student.token).get('accounts/1/courses')).toMatchObject({
      status: 401,
      body: notAuthorized,
    });
    const college = await make.account();
    const dean = world.as((await make.accountAdmin(college.id)).token);
    expect((await dean.get(`accounts/${college.id}/courses`)).status).toBe(200);
    expect((await dean.get('accounts/1/courses')).status).toBe(401);
    expect((await admin.get('accounts/999999/courses')).status).toBe(404);
  });
});

describe('GET /api/v1/courses/{id}', () => {
  it('answers the course with the enrollments of the caller', async () => {
    const course = await make.course({ sis_course_id: 'S-1', name: 'Physics' });
    const student = await make.member(course.id);
    const { status, body } = await world.as(student.token).get(`courses/${course.id}`);
    expect(status).toBe(200);
    expect(Object.keys(body).slice(0, 5)).toEqual(['id', 'name', 'account_id', 'uuid', 'start_at']);
    expect(body).toMatchObject({
      id: course.id,
      name: 'Physics',
      workflow_state: 'available',
      enrollments: [
        { type: 'student', role: 'StudentEnrollment', user_id: student.id, enrollment_state: 'active' },
      ],
    });
    expect(body).not.toHaveProperty('sis_course_id');
  });

  it('finds a course by every form of its id', async () => {
    const course = await make.course({ sis_course_id: 'A/B', integration_id: 'int 1' });
    const forms = [
      'sis_course_id:A%2FB',
      `hex:sis_course_id:${Buffer.from('A/B').toString('hex')}`,
      'sis_integration_id:int%201',
      `uuid:${course.uuid}`,
      `lti_context_id:${course.lti_context_id}`,
    ];
    for (const form of forms) {
      expect((await admin.get(`courses/${form}`)).body).toMatchObject({
        id: course.id,
        sis_course_id: 'A/B',
      });
    }
    for (const nothing of ['abc', '0', '99999999999999999999', 'sis_course_id:none', 'uuid:short']) {
      expect(await admin.get(`courses/${nothing}`)).toMatchObject({ status: 404, body: notFound });
    }
  });

  it('gives ids as text to a client that asks for it', async () => {
    const course = await make.course();
    const { body } = await admin.send('GET', `courses/${course.id}`, {
      headers: { accept: 'application/json+canvas-string-ids' },
    });
    expect(body).toMatchObject({ id: String(course.id), account_id: '1', grading_standard_id: null });
  });

  it('shows a deleted course to all_courses only', async () => {
    const course = await make.course({ workflow_state: 'deleted' });
    expect((await admin.get(`courses/${course.id}`)).status).toBe(404);
    const { body } = await admin.get(`courses/${course.id}`, { 'include[]': 'all_courses' });
    expect(body).toMatchObject({ id: course.id, workflow_state: 'deleted' });
  });

  it('lets anybody into a public course, and nobody into another', async () => {
    const open = await make.course({ is_public: true });
    const closed = await make.course();
    expect((await anonymous.get(`courses/${open.id}`)).status).toBe(200);
    expect((await anonymous.get(`courses/${closed.id}`)).status).toBe(401);
  });

  it('counts teachers beyond teacher_limit', async () => {
    const course = await make.course();
    for (let n = 0; n < 3; n++) await make.member(course.id, 'TeacherEnrollment');
    const few = await admin.get(`courses/${course.id}`, { 'include[]': 'teachers', teacher_limit: 2 });
    expect(few.body).toMatchObject({ teacher_count: 3 });
    expect(few.body).not.toHaveProperty('teachers');
  });
});

describe('GET /api/v1/accounts/{account_id}/courses/{id}', () => {
  it('finds a course only in its account or above it', async () => {
    const college = await make.account();
    const other = await make.account();
    const course = await make.course({ account_id: college.id });
    expect((await admin.get(`accounts/1/courses/${course.id}`)).body).toMatchObject({ id: course.id });
    expect((await admin.get(`accounts/${other.id}/courses/${course.id}`)).status).toBe(404);
  });
});

describe('POST /api/v1/accounts/{account_id}/courses', () => {
  it('makes an unpublished course with Canvas’s defaults', async () => {
    const { status, body } = await admin.post('accounts/1/courses', {});
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Unnamed Course',
      course_code: 'Unnamed',
      workflow_state: 'unpublished',
      default_view: 'modules',
      license: 'private',
      enrollment_term_id: 1,
      is_public: false,
    });
    const sections = await world.database.kysely
      .selectFrom('course_sections')
      .select(['name', 'default_section'])
      .where('course_id', '=', body.id)
      .execute();
    expect(sections).toEqual([{ name: 'Unnamed Course', default_section: true }]);
  });

  it('takes a form as well as JSON, publishes and enrolls', async () => {
    const { body } = await admin.post(
      'accounts/self/courses',
      'course[name]=Intro+to+Biology&course[is_public]=on&offer=1&enroll_me=true',
    );
    expect(body).toMatchObject({
      name: 'Intro to Biology',
      is_public: true,
      workflow_state: 'available',
      start_at: null,
    });
    const { body: seen } = await admin.get(`courses/${body.id}`);
    expect(seen.enrollments).toMatchObject([{ type: 'teacher', enrollment_state: 'active', user_id: 1 }]);
  });

  it('keeps dates only where the course restricts itself to them', async () => {
    const dates = { start_at: '2026-09-01T00:00:00Z', end_at: '2026-12-01' };
    const free = await admin.post('accounts/1/courses', { course: { name: 'x', ...dates } });
    expect(free.body).toMatchObject({ start_at: null, end_at: null });
    const bound = await admin.post('accounts/1/courses', {
      course: { name: 'x', restrict_enrollments_to_course_dates: true, ...dates },
    });
    // A date without a zone is the acting user's: New York here.
    expect(bound.body).toMatchObject({ start_at: '2026-09-01T00:00:00Z', end_at: '2026-12-01T05:00:00Z' });
  });

  it('refuses a SIS id in use, and gives a deleted course of it back on request', async () => {
    const course = { name: 'x', sis_course_id: 'dup' };
    const first = await admin.post('accounts/1/courses', { course });
    expect(await admin.post('accounts/1/courses', { course })).toMatchObject({
      status: 400,
      body: {
        errors: {
          sis_source_id: [
            {
              attribute: 'sis_source_id',
              type: 'SIS ID "dup" is already in use',
              message: 'SIS ID "dup" is already in use',
            },
          ],
        },
      },
    });
    await admin.delete(`courses/${first.body.id}`, { event: 'delete' });
    const again = await admin.post('accounts/1/courses', { course, enable_sis_reactivation: true });
    expect(again.body).toMatchObject({ id: first.body.id, workflow_state: 'unpublished' });
  });

  it('names what is wrong with a bad value', async () => {
    const long = await admin.post('accounts/1/courses', { course: { name: 'x'.repeat(256) } });
    expect(long).toMatchObject({ status: 400, body: { errors: { name: [{ type: 'too_long' }] } } });
    const nested = await admin.post('accounts/1/courses', { course: { name: { first: 'x' } } });
    expect(nested.status).toBe(400);
    expect(nested.body.errors[0].message).toContain('course[name]');
    const malformed = await admin.send('POST', 'accounts/1/courses', {
      payload: '{"course":',
      headers: { 'content-type': 'application/json' },
    });
    expect(malformed.status).toBe(400);
  });

  it('is for whoever may create courses there', async () => {
    const student = await make.person();
    expect((await world.as(student.token).post('accounts/1/courses', {})).body).toEqual(notAuthorized);
    expect((await anonymous.post('accounts/1/courses', {})).status).toBe(401);
  });
});

describe('PUT /api/v1/courses/{id}', () => {
  it('changes what is sent and nothing else', async () => {
    const course = await make.course({ name: 'Before', course_code: 'B' });
    const { body } = await admin.put(`courses/${course.id}`, {
      course: { name: 'After', course_color: 'ff0000' },
    });
    expect(body).toMatchObject({ name: 'After', course_code: 'B', course_color: '#ff0000' });
  });

  it('moves the course through its states', async () => {
    const course = await make.course({ workflow_state: 'created' });
    const move = async (event: string) =>
      (await admin.put(`courses/${course.id}`, { course: { event } })).body;
    expect(await move('offer')).toMatchObject({ workflow_state: 'available' });
    expect(await move('claim')).toMatchObject({ workflow_state: 'unpublished' });
    expect(await move('conclude')).toMatchObject({
      workflow_state: 'completed',
      end_at: '2026-09-15T12:00:00Z',
    });
    expect(await move('conclude')).toMatchObject({ workflow_state: 'completed' });
    expect(await move('delete')).toMatchObject({ workflow_state: 'deleted' });
    expect(await move('offer')).toEqual(notFound);
    expect(await move('undelete')).toMatchObject({ workflow_state: 'unpublished' });
    expect(await move('nonsense')).toMatchObject({ errors: { workflow_state: [{ type: 'invalid' }] } });
  });

  it('lets a teacher edit and publish, but neither move it nor give it a SIS id', async () => {
    const course = await make.course({ workflow_state: 'claimed' });
    const teacher = world.as((await make.member(course.id, 'TeacherEnrollment')).token);
    const other = await make.account();
    const { status, body } = await teacher.put(`courses/${course.id}`, {
      course: { name: 'Mine', account_id: other.id, sis_course_id: 'X', event: 'offer' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Mine', account_id: 1, workflow_state: 'available' });
    expect((await admin.get(`courses/${course.id}`)).body.sis_course_id).toBeNull();
    expect((await teacher.put(`courses/${course.id}`, { course: { event: 'delete' } })).body).toEqual(
      notAuthorized,
    );
  });

  it('refuses students', async () => {
    const course = await make.course();
    const student = world.as((await make.member(course.id)).token);
    expect((await student.put(`courses/${course.id}`, { course: { name: 'x' } })).body).toEqual(
      notAuthorized,
    );
  });

  it('refuses an image by url and by id at once', async () => {
    const course = await make.course();
    const { status, body } = await admin.put(`courses/${course.id}`, {
      course: { image_url: 'https://x.example/a.png', image_id: 1 },
    });
    expect({ status, body }).toEqual({
      status: 400,
      body: { message: 'You cannot provide both an image_url and a image_id.' },
    });
  });
});

describe('DELETE /api/v1/courses/{id}', () => {
  it('deletes or concludes, as asked', async () => {
    const course = await make.course();
    const { status, body } = await admin.delete(`courses/${course.id}`);
    expect({ status, body }).toEqual({
      status: 400,
      body: { message: 'Only "delete" and "conclude" events are allowed.' },
    });
    expect((await admin.delete(`courses/${course.id}`, { event: 'conclude' })).body).toEqual({
      conclude: true,
    });
    expect((await admin.delete(`courses/${course.id}`, { event: 'delete' })).body).toEqual({ delete: true });
    expect((await admin.get(`courses/${course.id}`)).status).toBe(404);
  });

  it('lets a teacher conclude but not delete', async () => {
    const course = await make.course();
    const teacher = world.as((await make.member(course.id, 'TeacherEnrollment')).token);
    expect((await teacher.delete(`courses/${course.id}`, { event: 'delete' })).status).toBe(401);
    expect((await teacher.delete(`courses/${course.id}`, { event: 'conclude' })).status).toBe(200);
  });
});
