import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, admin, anonymous } = world;

const notAuthorized = {
  status: 'unauthorized',
  errors: [{ message: 'user not authorized to perform that action' }],
};

/** A course with a teacher, whose api it comes with. */
async function classroom() {
  const course = await make.course();
  const teacher = await make.member(course.id, 'TeacherEnrollment', { name: 'Tea Zucker' });
  return { course, teacher, api: world.as(teacher.token), path: `courses/${course.id}/users` };
}

for (const word of ['users', 'search_users'] as const) {
  describe(`GET /api/v1/courses/{course_id}/${word}`, () => {
    it('lists people by sortable name, one row each, without a last page', async () => {
      const { course, teacher, api } = await classroom();
      const ann = await make.member(course.id, 'StudentEnrollment', { name: 'Ann Äpfel' });
      const section = await make.section({ course_id: course.id });
      await make.enroll(ann.id, course.id, 'StudentEnrollment', { course_section_id: section.id });
      const bob = await make.member(course.id, 'ObserverEnrollment', { name: 'Bob Birne' });
      const { status, body, ids, links } = await api.get(`courses/${course.id}/${word}`, { per_page: 2 });
      expect(status).toBe(200);
      expect(ids).toEqual([ann.id, bob.id]);
      expect(links['last']).toBeUndefined();
      expect(Object.keys(body[0])).toEqual([
        'id',
        'name',
        'created_at',
        'sortable_name',
        'short_name',
        'sis_user_id',
        'integration_id',
        'login_id',
        'email',
      ]);
      const all = await api.all(`courses/${course.id}/${word}`, { per_page: 2 });
      expect(all).toMatchObject([{ id: ann.id }, { id: bob.id }, { id: teacher.id }]);
    });
  });
}

describe('GET /api/v1/courses/{course_id}/users', () => {
  it('filters by type, role, state and section', async () => {
    const { course, teacher, api, path } = await classroom();
    const active = await make.member(course.id, 'StudentEnrollment', { name: 'P 0' });
    const section = await make.section({ course_id: course.id });
    const [invited, done, inactive] = [await make.person(), await make.person(), await make.person()];
    const as = (workflow_state: 'invited' | 'completed' | 'inactive') => ({ workflow_state });
    await make.enroll(invited.id, course.id, 'StudentEnrollment', {
      ...as('invited'),
      course_section_id: section.id,
    });
    await make.enroll(done.id, course.id, 'StudentEnrollment', as('completed'));
    await make.enroll(inactive.id, course.id, 'StudentEnrollment', as('inactive'));
    const ids = async (query: object) => (await api.get(path, { ...query })).ids;
    expect(await ids({ 'enrollment_type[]': 'student' })).toEqual([active.id, invited.id]);
    expect(await ids({ 'enrollment_type[]': ['teacher', 'ta'] })).toEqual([teacher.id]);
    expect(await ids({ enrollment_type: 'teacher' })).toEqual([teacher.id]);
    expect(await ids({ enrollment_role: 'TeacherEnrollment', 'enrollment_type[]': 'student' })).toEqual([
      teacher.id,
    ]);
    expect(await ids({ enrollment_role_id: await make.roleId('TeacherEnrollment') })).toEqual([teacher.id]);
    expect(await ids({ 'enrollment_state[]': 'completed' })).toEqual([done.id]);
    expect(
      await ids({ 'enrollment_state[]': ['active', 'inactive'], 'enrollment_type[]': 'student' }),
    ).toEqual([active.id, inactive.id]);
    expect(await ids({ include_inactive: true, 'enrollment_type[]': 'student' })).toEqual([
      active.id,
      invited.id,
      inactive.id,
    ]);
    expect(await ids({ 'section_ids[]': section.id })).toEqual([invited.id]);
    expect(await api.get(path, { 'enrollment_type[]': 'nonsense' })).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'Invalid enrollment type: nonsense' }] },
    });
  });

  it('keeps the login and address of whoever has not come yet', async () => {
    const { course, api, path } = await classroom();
    const invited = await make.person();
    await make.enroll(invited.id, course.id, 'StudentEnrollment', { workflow_state: 'invited' });
    const { body } = await api.get(path, { 'user_ids[]': invited.id });
    expect(body[0]).not.toHaveProperty('login_id');
    expect(body[0]).not.toHaveProperty('email');
  });

  it('searches in what the caller may see', async () => {
    const { course, api, path } = await classroom();
    const ann = await make.person({ name: 'Ann Gold' }, { unique_id: 'ann@school', sis_user_id: 'sis-ann' });
    await make.enroll(ann.id, course.id);
    const bob = await make.member(course.id, 'StudentEnrollment', { name: 'Bob Silver' });
    const found = async (client: typeof api, search_term: string) =>
      (await client.get(path, { search_term })).ids;
    for (const term of ['GOLD', 'ann@sch', 'sis-a', String(ann.id).padStart(2, '0')]) {
      expect(await found(api, term)).toContain(ann.id);
    }
    const student = world.as(bob.token);
    expect(await found(student, 'gold')).toEqual([ann.id]);
    expect(await found(student, 'ann@sch')).toEqual([]);
    expect(await api.get(path, { search_term: 'x' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'search_term', code: 'invalid' }] },
    });
    expect(await found(api, '  ')).toEqual([]);
    expect(await found(api, 'go%d')).toEqual([]);
  });

  it('takes ids in a list or with commas, and UUIDs', async () => {
    const { course, api, path } = await classroom();
    const [a, b] = [
      await make.member(course.id, 'StudentEnrollment', { name: 'A A' }),
      await make.member(course.id, 'StudentEnrollment', { name: 'B B' }),
    ];
    const ids = async (query: object) => (await api.get(path, { ...query })).ids;
    expect(await ids({ 'user_ids[]': [a.id, b.id] })).toEqual([a.id, b.id]);
    expect(await ids({ user_ids: `${a.id},${b.id}` })).toEqual([a.id, b.id]);
    expect(await ids({ user_ids: 'nobody' })).toEqual([]);
    expect(await ids({ user_uuids: b.uuid })).toEqual([b.id]);
  });

  it('turns to the page of a user, and takes limit for per_page', async () => {
    const { course, api, path } = await classroom();
    const people = [];
    for (const letter of 'ABCDE') {
      people.push(await make.member(course.id, 'StudentEnrollment', { name: `X ${letter}` }));
    }
    const ids = people.map(({ id }) => id);
    expect((await api.get(path, { user_id: ids[3], per_page: 2 })).ids).toEqual(ids.slice(2, 4));
    expect((await api.get(path, { user_id: ids[0], per_page: 2, page: 3 })).ids).toEqual(ids.slice(0, 2));
    expect((await api.get(path, { user_id: 999_999, per_page: 2 })).ids).toEqual(ids.slice(0, 2));
    expect((await api.get(path, { limit: 3 })).ids).toEqual(ids.slice(0, 3));
    const { headers, links } = await api.get(path, { user_id: ids[3], limit: 2 });
    expect(links).toMatchObject({ current: expect.stringContaining('&page=2&per_page=2') });
    expect(headers).not.toHaveProperty('x-easel-hint');
  });

  it('sorts by login time, address and SIS id, with who has none at the end', async () => {
    const { course, teacher, api, path } = await classroom();
    const early = await make.person({}, { last_login_at: '2026-01-01T00:00:00Z', sis_user_id: 'b' });
    const late = await make.person({}, { last_login_at: '2026-02-01T00:00:00Z', sis_user_id: 'a' });
    for (const { id } of [late, early]) await make.enroll(id, course.id);
    expect((await api.get(path, { sort: 'last_login' })).ids).toEqual([early.id, late.id, teacher.id]);
    expect((await api.get(path, { sort: 'sis_id' })).ids).toEqual([late.id, early.id, teacher.id]);
    expect((await api.get(path, { sort: 'email' })).ids).toHaveLength(3);
    expect(await api.all(path, { sort: 'last_login', per_page: 1 })).toHaveLength(3);
    const seenBy = async (viewer: typeof api) =>
      (await viewer.get(path, { sort: 'last_login', include: ['last_login'] })).body[0].last_login;
    expect(await seenBy(api)).toBe('2026-01-01T00:00:00Z');
    expect(await seenBy(world.as(early.token))).toBeUndefined();
  });

  it('shows a section-limited teacher his section, and a student no observers', async () => {
    const { course, path } = await classroom();
    const section = await make.section({ course_id: course.id });
    const inside = await make.person({ name: 'A A' });
    await make.enroll(inside.id, course.id, 'StudentEnrollment', { course_section_id: section.id });
    await make.member(course.id, 'ObserverEnrollment', { name: 'B B' });
    const limited = await make.person({ name: 'Z Z' });
    await make.enroll(limited.id, course.id, 'TeacherEnrollment', {
      course_section_id: section.id,
      limit_privileges_to_course_section: true,
    });
    expect((await world.as(limited.token).get(path)).ids).toEqual([inside.id, limited.id]);
    const seen = await world.as(inside.token).get(path);
    expect(seen.body.map(({ name }: { name: string }) => name)).toEqual(['A A', 'Z Z', 'Tea Zucker']);
  });

  it('includes enrollments, pictures and the rest', async () => {
    const { course, api, path } = await classroom();
    const student = await make.member(course.id, 'StudentEnrollment', { name: 'A A' });
    const { body } = await api.get(path, {
      'include[]': ['enrollments', 'avatar_url', 'uuid', 'group_ids', 'locked', 'nonsense'],
    });
    expect(body[0]).toMatchObject({
      id: student.id,
      uuid: student.uuid,
      group_ids: [],
      avatar_url: expect.any(String),
      enrollments: [
        {
          user_id: student.id,
          type: 'StudentEnrollment',
          enrollment_state: 'active',
          locked: false,
          grades: { current_score: null },
          course_section_id: expect.any(Number),
        },
      ],
    });
  });

  it('keeps sections from students where the course hides them', async () => {
    const course = await make.course({
      settings: JSON.stringify({ hide_sections_on_course_users_page: true }),
    });
    await make.section({ course_id: course.id });
    const student = await make.member(course.id);
    const query = { 'include[]': 'enrollments' };
    const { body } = await world.as(student.token).get(`courses/${course.id}/users`, query);
    expect(body[0].enrollments[0]).not.toHaveProperty('course_section_id');
    const seen = await admin.get(`courses/${course.id}/users`, query);
    expect(seen.body[0].enrollments[0]).toHaveProperty('course_section_id');
  });

  it('shows the Test Student on request only', async () => {
    const { course, api, path } = await classroom();
    const { body: fake } = await api.get(`courses/${course.id}/student_view_student`);
    expect((await api.get(path)).ids).not.toContain(fake.id);
    expect((await api.get(path, { 'include[]': 'test_student' })).ids).toContain(fake.id);
    expect((await api.get(path, { 'enrollment_type[]': 'student_view' })).ids).toEqual([fake.id]);
  });

  it('is for whoever reads the roster', async () => {
    const { course, path } = await classroom();
    const observer = await make.member(course.id, 'ObserverEnrollment');
    expect((await world.as(observer.token).get(path)).body).toEqual(notAuthorized);
    expect((await anonymous.get(path)).status).toBe(401);
    expect((await admin.get('courses/999999/users')).status).toBe(404);
  });
});

describe('GET /api/v1/courses/{course_id}/users/{id}', () => {
  it('answers one person, also one who has left', async () => {
    const { course, api, path } = await classroom();
    const left = await make.person({ name: 'Lea Left' }, { sis_user_id: 'lea' });
    await make.enroll(left.id, course.id, 'StudentEnrollment', { workflow_state: 'completed' });
    const { status, body } = await api.get(`${path}/${left.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: left.id, name: 'Lea Left' });
    expect(body).not.toHaveProperty('email');
    const seen = await api.get(`${path}/sis_user_id:lea`, { 'include[]': ['email', 'enrollments'] });
    expect(seen.body).toMatchObject({ id: left.id, email: expect.stringContaining('@'), enrollments: [] });
    const self = await api.get(`${path}/self`, { 'include[]': 'enrollments' });
    expect(self.body.enrollments).toMatchObject([{ type: 'TeacherEnrollment' }]);
  });

  it('knows nobody who was never in the course', async () => {
    const { api, path } = await classroom();
    const stranger = await make.person();
    expect((await api.get(`${path}/${stranger.id}`)).status).toBe(404);
    expect((await world.as(stranger.token).get(`${path}/${stranger.id}`)).body).toEqual(notAuthorized);
  });
});

describe('GET /api/v1/courses/{course_id}/students', () => {
  it('lists all students at once', async () => {
    const { course, api } = await classroom();
    for (let i = 0; i < 11; i++) await make.member(course.id);
    const { status, ids, links } = await api.get(`courses/${course.id}/students`);
    expect(status).toBe(200);
    expect(ids).toHaveLength(11);
    expect(links).toEqual({});
  });
});

describe('GET /api/v1/courses/{course_id}/recent_students', () => {
  it('lists who signed in last first, and who never did at the end', async () => {
    const { course, api } = await classroom();
    const never = await make.member(course.id);
    const early = await make.person({}, { last_login_at: '2026-01-01T00:00:00Z' });
    const late = await make.person({}, { last_login_at: '2026-02-01T00:00:00Z' });
    for (const { id } of [early, late]) await make.enroll(id, course.id);
    const { body, ids, links } = await api.get(`courses/${course.id}/recent_students`);
    expect(ids).toEqual([late.id, early.id, never.id]);
    expect(body[0].last_login).toBe('2026-02-01T00:00:00Z');
    expect(body[2].last_login).toBeNull();
    expect(links['last']).toContain('page=1');
  });
});

describe('GET /api/v1/courses/{course_id}/student_view_student', () => {
  it('makes the Test Student once, in every section', async () => {
    const { course, api } = await classroom();
    const section = await make.section({ course_id: course.id });
    const path = `courses/${course.id}/student_view_student`;
    const answers = await Promise.all([api.get(path), api.get(path), admin.get(path)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [first] = answers;
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(first?.body).toMatchObject({ name: 'Test Student', sortable_name: 'Student, Test' });
    const later = await make.section({ course_id: course.id });
    expect((await api.get(path)).body.id).toBe(first?.body.id);
    const enrolled = await world.database.kysely
      .selectFrom('enrollments')
      .select(['type', 'workflow_state', 'course_section_id'])
      .where('user_id', '=', first?.body.id)
      .orderBy('course_section_id')
      .execute();
    expect(enrolled.slice(1)).toEqual([
      { type: 'StudentViewEnrollment', workflow_state: 'active', course_section_id: section.id },
      { type: 'StudentViewEnrollment', workflow_state: 'active', course_section_id: later.id },
    ]);
    expect(enrolled).toHaveLength(3);
  });

  it('is for staff', async () => {
    const { course } = await classroom();
    const student = world.as((await make.member(course.id)).token);
    expect((await student.get(`courses/${course.id}/student_view_student`)).body).toEqual(notAuthorized);
  });
});

describe('GET /api/v1/courses/{course_id}/content_share_users', () => {
  it('finds staff and administrators by name and address', async () => {
    const { course, api } = await classroom();
    const path = `courses/${course.id}/content_share_users`;
    const prof = await make.member(course.id, 'TaEnrollment', { name: 'Pro Kiesel' });
    const dean = await make.accountAdmin();
    await make.member(course.id, 'StudentEnrollment', { name: 'Stu Kiesel' });
    expect((await api.get(path, { search_term: 'kiesel' })).ids).toEqual([prof.id]);
    const { body } = await api.get(path, { search_term: dean.name });
    expect(body.map(({ id }: { id: number }) => id)).toContain(dean.id);
    expect(body[0]).toHaveProperty('avatar_url');
    expect(body[0]).toHaveProperty('email');
    expect(body[0]).not.toHaveProperty('login_id');
  });

  it('asks for a term before it asks who is asking', async () => {
    const { course } = await classroom();
    const path = `courses/${course.id}/content_share_users`;
    const required = { errors: [{ message: 'Search term required' }] };
    expect(await anonymous.get(path)).toMatchObject({ status: 400, body: required });
    expect((await anonymous.get(path, { search_term: 'x' })).status).toBe(401);
  });
});
