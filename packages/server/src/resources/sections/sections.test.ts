import { beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const notAuthorized = {
  status: 'unauthorized',
  errors: [{ message: 'user not authorized to perform that action' }],
};

const rowOf = (id: number) =>
  world.database.kysely
    .selectFrom('course_sections')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

async function teacherOf(courseId: number) {
  return world.as((await world.make.member(courseId, 'TeacherEnrollment')).token);
}

describe('GET /api/v1/courses/{course_id}/sections', () => {
  it('lists by name, with a total', async () => {
    const course = await world.make.course({ name: 'middle' });
    for (const name of ['Zeta', 'alpha', 'Émile']) await world.make.section({ course_id: course.id, name });
    await world.make.section({ course_id: course.id, name: 'gone', workflow_state: 'deleted' });
    const path = `courses/${course.id}/sections`;
    const { status, body } = await world.admin.get(path);
    expect(status).toBe(200);
    expect(body.map(({ name }: { name: string }) => name)).toEqual(['alpha', 'Émile', 'middle', 'Zeta']);
    const paged = await world.admin.get(path, { per_page: 1 });
    expect(paged.links['last']).toContain('page=4&per_page=1');
    expect((await world.admin.get(path, { per_page: 1, all: true })).ids).toHaveLength(4);
  });

  it('searches names', async () => {
    const course = await world.make.course();
    const { id } = await world.make.section({ course_id: course.id, name: 'Größe 100%' });
    const path = `courses/${course.id}/sections`;
    expect((await world.admin.get(path, { search_term: 'große 100%' })).ids).toEqual([id]);
    expect((await world.admin.get(path, { search_term: 'x' })).body).toEqual({
      errors: [{ field: 'search_term', code: 'invalid', message: '2 or more characters is required' }],
    });
  });

  it('includes students, their enrollments, counts and permissions', async () => {
    const course = await world.make.course();
    const empty = await world.make.section({ course_id: course.id, name: 'empty' });
    const student = await world.make.person({ name: 'Stu Dent' });
    const enrollment = await world.make.enroll(student.id, course.id);
    await world.make.member(course.id, 'StudentViewEnrollment');
    const { body } = await world.admin.get(`courses/${course.id}/sections`, {
      'include[]': [
        'students',
        'avatar_url',
        'enrollments',
        'total_students',
        'passback_status',
        'permissions',
        'user_count',
      ],
    });
    const [first, second] = [...body].sort((a, b) => a.id - b.id);
    expect(second).toMatchObject({ id: empty.id, students: null, total_students: 0, user_count: 0 });
    expect(first).toMatchObject({
      students: [{ id: student.id, avatar_url: expect.any(String), enrollments: [{ id: enrollment.id }] }],
      total_students: 1,
      user_count: 1,
      passback_status: null,
      permissions: { manage_calendar: true },
    });
  });

  it('drops includes without the roster', async () => {
    const course = await world.make.course({ is_public: true });
    await world.make.member(course.id);
    const stranger = await world.make.person();
    const { status, body } = await world.as(stranger.token).get(`courses/${course.id}/sections`, {
      'include[]': ['students', 'total_students'],
    });
    expect(status).toBe(200);
    expect(Object.keys(body[0])).toEqual([
      'id',
      'course_id',
      'name',
      'start_at',
      'end_at',
      'created_at',
      'restrict_enrollments_to_section_dates',
      'nonxlist_course_id',
    ]);
    const closed = await world.make.course();
    expect((await world.as(stranger.token).get(`courses/${closed.id}/sections`)).body).toEqual(notAuthorized);
  });
});

describe('GET /api/v1/courses/{course_id}/sections/{id}', () => {
  it('shows a section of the course, and of no other', async () => {
    const course = await world.make.course({ sis_course_id: 'C-show' });
    const { id } = await world.make.section({
      course_id: course.id,
      name: 'A',
      sis_section_id: 'S-show',
      integration_id: 'I-show',
    });
    const { body } = await world.admin.get(`courses/${course.id}/sections/sis_section_id:S-show`);
    expect(body).toEqual({
      id,
      course_id: course.id,
      name: 'A',
      start_at: null,
      end_at: null,
      created_at: '2026-09-15T12:00:00Z',
      restrict_enrollments_to_section_dates: null,
      nonxlist_course_id: null,
      sis_section_id: 'S-show',
      sis_course_id: 'C-show',
      integration_id: 'I-show',
      sis_import_id: null,
    });
    const other = await world.make.course();
    expect((await world.admin.get(`courses/${other.id}/sections/${id}`)).status).toBe(404);
  });
});

describe('GET /api/v1/sections/{id}', () => {
  it('finds a section by each of its ids, unless it or its course is gone', async () => {
    const course = await world.make.course();
    const { id } = await world.make.section({
      course_id: course.id,
      sis_section_id: 'S-ids',
      integration_id: 'I-ids',
    });
    for (const form of [id, 'sis_section_id:S-ids', 'sis_integration_id:I-ids']) {
      expect((await world.admin.get(`sections/${form}`)).body).toMatchObject({ id });
    }
    const deleted = await world.make.section({ course_id: course.id, workflow_state: 'deleted' });
    const gone = await world.make.course({ workflow_state: 'deleted' });
    const orphan = await world.make.section({ course_id: gone.id });
    for (const nothing of [deleted.id, orphan.id, 'self', 0]) {
      expect((await world.admin.get(`sections/${nothing}`)).status).toBe(404);
    }
  });

  it('keeps section-limited students to their own', async () => {
    const course = await world.make.course();
    const section = await world.make.section({ course_id: course.id });
    const student = await world.make.person();
    const { course_section_id } = await world.make.enroll(student.id, course.id, 'StudentEnrollment', {
      limit_privileges_to_course_section: true,
    });
    const api = world.as(student.token);
    expect((await api.get(`sections/${course_section_id}`)).status).toBe(200);
    expect((await api.get(`sections/${section.id}`)).body).toEqual(notAuthorized);
  });
});

describe('POST /api/v1/courses/{course_id}/sections', () => {
  it('makes a section, named after course and day if not otherwise', async () => {
    const course = await world.make.course({ name: 'Biology' });
    const path = `courses/${course.id}/sections`;
    expect((await world.admin.post(path, {})).body).toMatchObject({
      course_id: course.id,
      name: 'Biology 2026-09-15',
      restrict_enrollments_to_section_dates: null,
      sis_section_id: null,
    });
    const { body } = await world.admin.post(
      path,
      'course_section[name]=Lab&course_section[start_at]=2026-09-20T00:00:00Z&course_section[end_at]=' +
        '2026-10-20T00:00:00Z&course_section[restrict_enrollments_to_section_dates]=1' +
        '&course_section[sis_section_id]=S-lab&course_section[integration_id]=I-lab',
    );
    expect(body).toMatchObject({
      name: 'Lab',
      start_at: '2026-09-20T00:00:00Z',
      end_at: '2026-10-20T00:00:00Z',
      restrict_enrollments_to_section_dates: true,
      sis_section_id: 'S-lab',
      integration_id: 'I-lab',
    });
  });

  it('drops SIS ids without the right to set them', async () => {
    const course = await world.make.course();
    const teacher = await teacherOf(course.id);
    const { status, body } = await teacher.post(`courses/${course.id}/sections`, {
      course_section: { name: 'x', sis_section_id: 'S-stolen' },
    });
    expect(status).toBe(200);
    expect(await rowOf(body.id)).toMatchObject({ sis_section_id: null });
  });

  it('refuses a SIS id in use, and gives a deleted section of it back on request', async () => {
    const course = await world.make.course();
    const path = `courses/${course.id}/sections`;
    const course_section = { name: 'First', sis_section_id: 'S-dup', integration_id: 'I-dup' };
    const first = await world.admin.post(path, { course_section });
    await world.admin.delete(`sections/${first.body.id}`);
    expect(await world.admin.post(path, { course_section })).toMatchObject({
      status: 400,
      body: { errors: { sis_source_id: [{ message: 'SIS ID "S-dup" is already in use' }] } },
    });
    expect(
      (await world.admin.post(path, { course_section: { integration_id: 'I-dup' } })).body.errors
        .integration_id,
    ).toMatchObject([{ message: 'INTEGRATRION ID "I-dup" is already in use' }]);
    const again = await world.admin.post(path, {
      course_section: { ...course_section, name: 'Second' },
      enable_sis_reactivation: true,
    });
    expect(again.body).toMatchObject({ id: first.body.id, name: 'First', sis_section_id: 'S-dup' });
  });

  it('says what is wrong', async () => {
    const course = await world.make.course();
    const path = `courses/${course.id}/sections`;
    const long = await world.admin.post(path, { course_section: { name: 'x'.repeat(256) } });
    expect(long).toMatchObject({ status: 400, body: { errors: { name: [{ type: 'too_long' }] } } });
    const dates = { start_at: '2026-10-01T00:00:00Z', end_at: '2026-09-01T00:00:00Z' };
    expect((await world.admin.post(path, { course_section: dates })).body.errors.end_at).toMatchObject([
      { message: 'End date cannot be before start date' },
    ]);
    expect((await world.admin.post(path, { course_section: 'x' })).status).toBe(400);
  });
});

describe('PUT /api/v1/sections/{id}', () => {
  it('changes what is sent; an empty SIS id clears', async () => {
    const course = await world.make.course();
    const { id } = await world.make.section({
      course_id: course.id,
      sis_section_id: 'S-put',
      name: 'Before',
    });
    const put = async (body: object) => (await world.admin.put(`sections/${id}`, body)).body;
    expect(await put({ course_section: { name: 'After' } })).toMatchObject({
      name: 'After',
      sis_section_id: 'S-put',
    });
    expect(await put({ course_section: { sis_section_id: '' } })).toMatchObject({ sis_section_id: null });
    expect(
      await put({
        course_section: { name: 'Sticky', restrict_enrollments_to_section_dates: true },
        override_sis_stickiness: false,
      }),
    ).toMatchObject({ name: 'After', restrict_enrollments_to_section_dates: true });
    expect(await put({})).toMatchObject({ name: 'After' });
  });

  it('keeps SIS ids from teachers', async () => {
    const course = await world.make.course();
    const { id } = await world.make.section({ course_id: course.id });
    const teacher = await teacherOf(course.id);
    expect(await teacher.put(`sections/${id}`, { course_section: { sis_section_id: 'X' } })).toMatchObject({
      status: 401,
      body: { message: 'You must have manage_sis permission to update sis attributes' },
    });
    expect((await teacher.put(`sections/${id}`, { course_section: { name: 'Mine' } })).status).toBe(200);
  });

  it('moves the people’s dates with its own', async () => {
    const course = await world.make.course();
    const student = await world.make.person();
    const { course_section_id: id } = await world.make.enroll(student.id, course.id);
    await world.admin.put(`sections/${id}`, {
      course_section: { end_at: '2026-09-01T00:00:00Z', restrict_enrollments_to_section_dates: true },
    });
    const api = world.as(student.token);
    expect((await api.get('users/self/enrollments')).ids).toEqual([]);
    expect((await api.get('users/self/enrollments', { 'state[]': 'completed' })).ids).toHaveLength(1);
  });
});

describe('DELETE /api/v1/sections/{id}', () => {
  it('deletes a section that nobody is in but the Test Student and those who declined', async () => {
    const course = await world.make.course();
    const section = await world.make.section({ course_id: course.id });
    const into = { course_section_id: section.id };
    const [student, test] = [await world.make.person(), await world.make.person({ fake_student: true })];
    const { id } = await world.make.enroll(student.id, course.id, 'StudentEnrollment', into);
    const { id: testId } = await world.make.enroll(test.id, course.id, 'StudentViewEnrollment', into);
    expect(await world.admin.delete(`sections/${section.id}`)).toMatchObject({
      status: 400,
      body: { message: "You can't delete a section that has enrollments" },
    });
    await world.database.kysely
      .updateTable('enrollments')
      .set({ workflow_state: 'rejected' })
      .where('id', '=', id)
      .execute();
    expect(await world.admin.delete(`sections/${section.id}`)).toMatchObject({
      status: 200,
      body: { id: section.id },
    });
    expect((await world.admin.get(`sections/${section.id}`)).status).toBe(404);
    for (const enrollment of [id, testId]) {
      const { body } = await world.admin.get(`accounts/1/enrollments/${enrollment}`);
      expect(body.enrollment_state).toBe('deleted');
    }
  });
});

describe('POST /api/v1/sections/{id}/crosslist/{new_course_id}', () => {
  it('moves section and people, and remembers where it was first', async () => {
    const [first, second, third] = [
      await world.make.course(),
      await world.make.course({ sis_course_id: 'C-target' }),
      await world.make.course(),
    ];
    const student = await world.make.person();
    const { id, course_section_id } = await world.make.enroll(student.id, first.id);
    const path = `sections/${course_section_id}/crosslist`;
    expect((await world.admin.post(`${path}/sis_course_id:C-target`)).body).toMatchObject({
      id: course_section_id,
      course_id: second.id,
      nonxlist_course_id: first.id,
    });
    expect((await world.admin.get(`courses/${second.id}/enrollments`)).ids).toEqual([id]);
    expect((await world.admin.get(`courses/${first.id}/enrollments`)).ids).toEqual([]);
    expect((await world.admin.post(`${path}/${third.id}`)).body).toMatchObject({
      course_id: third.id,
      nonxlist_course_id: first.id,
    });
    expect(await rowOf(course_section_id)).toMatchObject({ default_section: false });
    // A course left without sections gets its default one with the next student.
    const { body } = await world.admin.post(`courses/${first.id}/enrollments`, {
      enrollment: { user_id: student.id },
    });
    expect(body.course_section_id).not.toBe(course_section_id);
  });

  it('leaves alone what is sticky, and what is there already', async () => {
    const [course, other] = [await world.make.course(), await world.make.course()];
    const { id } = await world.make.section({ course_id: course.id });
    const here = { course_id: course.id, nonxlist_course_id: null };
    const sticky = await world.admin.post(`sections/${id}/crosslist/${other.id}`, {
      override_sis_stickiness: false,
    });
    expect(sticky.body).toMatchObject(here);
    expect((await world.admin.post(`sections/${id}/crosslist/${course.id}`)).body).toMatchObject(here);
  });

  it('takes rights on both sides', async () => {
    const [course, other] = [await world.make.course(), await world.make.course()];
    const { id } = await world.make.section({ course_id: course.id });
    const teacher = await teacherOf(course.id);
    expect((await teacher.post(`sections/${id}/crosslist/${other.id}`)).body).toEqual(notAuthorized);
    expect((await world.admin.post(`sections/${id}/crosslist/999999`)).status).toBe(404);
  });
});

describe('DELETE /api/v1/sections/{id}/crosslist', () => {
  it('takes a section home, and brings a deleted home back', async () => {
    const [home, away] = [await world.make.course(), await world.make.course()];
    const student = await world.make.person();
    const { id, course_section_id } = await world.make.enroll(student.id, home.id);
    await world.admin.post(`sections/${course_section_id}/crosslist/${away.id}`);
    await world.admin.delete(`courses/${home.id}`, { event: 'delete' });
    const { status, body } = await world.admin.delete(`sections/${course_section_id}/crosslist`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ course_id: home.id, nonxlist_course_id: null });
    expect((await world.admin.get(`courses/${home.id}`)).body.workflow_state).toBe('unpublished');
    expect((await world.admin.get(`courses/${home.id}/enrollments`)).ids).toEqual([id]);
  });

  it('has nothing to do for a section at home', async () => {
    const course = await world.make.course();
    const { id } = await world.make.section({ course_id: course.id });
    expect(await world.admin.delete(`sections/${id}/crosslist`)).toMatchObject({
      status: 400,
      body: { message: 'section is not cross-listed' },
    });
  });
});

describe('GET /api/v1/sections/{id}/users', () => {
  it('lists each person once, by name, and filters', async () => {
    const course = await world.make.course();
    const section = await world.make.section({ course_id: course.id });
    const into = { course_section_id: section.id };
    const person = async (
      name: string,
      type: Parameters<World['make']['enroll']>[2],
      state = 'active' as const,
    ) => {
      const made = await world.make.person({ name });
      await world.make.enroll(made.id, course.id, type, { ...into, workflow_state: state });
      return made;
    };
    const zoe = await person('Zoe Young', 'StudentEnrollment');
    const adam = await person('Adam Abel', 'TeacherEnrollment');
    await world.make.enroll(adam.id, course.id, 'TaEnrollment', into);
    const ina = await world.make.person({ name: 'Ina Active' });
    await world.make.enroll(ina.id, course.id, 'StudentEnrollment', { ...into, workflow_state: 'inactive' });
    await world.make.member(course.id);
    const ids = async (query = {}, api = world.admin) =>
      (await api.get(`sections/${section.id}/users`, query)).ids;
    expect(await ids()).toEqual([adam.id, ina.id, zoe.id]);
    expect(await ids({ exclude_inactive: true })).toEqual([adam.id, zoe.id]);
    expect(await ids({}, world.as(zoe.token))).toEqual([adam.id, zoe.id]);
    expect(await ids({ enrollment_type: 'student' })).toEqual([ina.id, zoe.id]);
    expect(await ids({ search_term: 'young' })).toEqual([zoe.id]);
    expect(await ids({ search_term: zoe.login })).toEqual([zoe.id]);
    expect(await ids({ search_term: String(adam.id) })).toContain(adam.id);
    const { body } = await world.admin.get(`sections/${section.id}/users`, { 'include[]': 'avatar_url' });
    expect(body[0]).toMatchObject({ id: adam.id, login_id: adam.login, avatar_url: expect.any(String) });
    expect(
      (await world.admin.get(`sections/${section.id}/users`, { enrollment_type: 'wizard' })).status,
    ).toBe(400);
    expect((await world.admin.get(`sections/${section.id}/users`, { search_term: 'x' })).status).toBe(400);
  });
});
