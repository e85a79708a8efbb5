import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, anonymous, admin } = world;

const at = (day: string) => `${day}T00:00:00Z`;
/** The clock of the tests stands at 2026-09-15. */
const [PAST, FUTURE] = [at('2026-01-01'), at('2027-01-01')];

async function personIn(...types: Parameters<typeof make.enroll>[2][]) {
  const person = await make.person();
  const courses = [];
  for (const type of types) {
    const course = await make.course();
    await make.enroll(person.id, course.id, type);
    courses.push(course);
  }
  return { person, api: world.as(person.token), courses };
}

describe('GET /api/v1/courses', () => {
  it('lists one row a course, by displayed name, with the enrollments in it, on numbered pages', async () => {
    const { person, api } = await personIn();
    const [zoology, art, music] = [
      await make.course({ name: 'Zoology' }),
      await make.course({ name: 'Ärt' }),
      await make.course({ name: 'music' }),
    ];
    const section = await make.section({ course_id: zoology.id });
    await make.enroll(person.id, zoology.id);
    await make.enroll(person.id, zoology.id, 'StudentEnrollment', { course_section_id: section.id });
    await make.enroll(person.id, art.id, 'TaEnrollment');
    await make.enroll(person.id, music.id);
    const { status, body, ids, links } = await api.get('courses', { per_page: 2 });
    expect(status).toBe(200);
    expect(ids).toEqual([art.id, music.id]);
    expect(links['last']).toContain('page=2&per_page=2');
    expect(body[0].enrollments).toEqual([
      {
        type: 'ta',
        role: 'TaEnrollment',
        role_id: expect.any(Number),
        user_id: person.id,
        enrollment_state: 'active',
        limit_privileges_to_course_section: false,
      },
    ]);
    const second = await api.get('courses', { per_page: 2, page: 2 });
    expect(second.ids).toEqual([zoology.id]);
    expect(second.body[0].enrollments).toHaveLength(2);
    expect(second.body[0]).not.toHaveProperty('permissions');
  });

  it('sorts by the nickname that stands in place of the name', async () => {
    const { person, api, courses } = await personIn('StudentEnrollment', 'StudentEnrollment');
    const [first, second] = courses;
    await world.database.kysely
      .insertInto('course_nicknames')
      .values({ user_id: person.id, course_id: second?.id ?? 0, nickname: 'AAA' })
      .execute();
    const { body, ids } = await api.get('courses');
    expect(ids).toEqual([second?.id, first?.id]);
    expect(body[0]).toMatchObject({ name: 'AAA', original_name: second?.name });
    expect(body[1]).not.toHaveProperty('original_name');
  });

  it('shows a friendly name before any nickname, and only with Canvas for Elementary', async () => {
    const college = await make.account({
      settings: JSON.stringify({ enable_as_k5_account: { value: true } }),
    });
    const { person, api } = await personIn();
    const friendly = { friendly_name: 'Numbers', name: 'MATH' };
    const young = await make.course({ ...friendly, account_id: college.id });
    const old = await make.course(friendly);
    await make.enroll(person.id, young.id);
    await make.enroll(person.id, old.id);
    const { body } = await api.get('courses');
    expect(body).toMatchObject([
      { id: old.id, name: 'MATH', friendly_name: null },
      { id: young.id, name: 'Numbers', original_name: 'MATH', friendly_name: 'Numbers' },
    ]);
    const listed = await admin.get(`accounts/${college.id}/courses`);
    expect(listed.body[0]).toMatchObject({ name: 'MATH', friendly_name: 'Numbers' });
  });

  it('hides unpublished courses from students and shows them to their staff', async () => {
    const student = await personIn();
    const teacher = await personIn();
    const unpublished = await make.course({ workflow_state: 'claimed' });
    await make.enroll(student.person.id, unpublished.id);
    await make.enroll(teacher.person.id, unpublished.id, 'TeacherEnrollment');
    expect((await student.api.get('courses')).ids).toEqual([]);
    expect((await teacher.api.get('courses')).ids).toEqual([unpublished.id]);
    // Asked for by state, students learn of it too.
    expect((await student.api.get('courses', { 'state[]': 'unpublished' })).ids).toEqual([unpublished.id]);
  });

  it('filters by the state of the course', async () => {
    const { person, api } = await personIn();
    const open = await make.course();
    const over = await make.course({ workflow_state: 'completed' });
    const gone = await make.course({ workflow_state: 'deleted' });
    await make.enroll(person.id, open.id);
    await make.enroll(person.id, over.id, 'StudentEnrollment', { workflow_state: 'completed' });
    await make.enroll(person.id, gone.id, 'StudentEnrollment', { workflow_state: 'deleted' });
    const inState = async (...state: string[]) => (await api.get('courses', { 'state[]': state })).ids;
    expect((await api.get('courses')).ids).toEqual([open.id]);
    expect(await inState('completed')).toEqual([over.id]);
    expect(await inState('deleted')).toEqual([gone.id]);
    expect(await inState('available', 'completed')).toEqual([open.id, over.id]);
    expect(await inState('nonsense')).toEqual([]);
  });

  it('filters by type, role and standing of the enrollment', async () => {
    const { person, api, courses } = await personIn('StudentEnrollment', 'TeacherEnrollment');
    const [studies, teaches] = courses;
    const invited = await make.course();
    await make.enroll(person.id, invited.id, 'StudentEnrollment', { workflow_state: 'invited' });
    const ended = await make.course({ restrict_enrollments_to_course_dates: true, conclude_at: PAST });
    await make.enroll(person.id, ended.id);
    const ids = async (query: object) => (await api.get('courses', { ...query })).ids;
    expect(await ids({ enrollment_type: 'teacher' })).toEqual([teaches?.id]);
    expect(await ids({ enrollment_type: 'nonsense' })).toEqual([]);
    expect(await ids({ enrollment_role: 'TeacherEnrollment' })).toEqual([teaches?.id]);
    expect(await ids({ enrollment_role_id: await make.roleId('TeacherEnrollment') })).toEqual([teaches?.id]);
    expect(await ids({ enrollment_state: 'active' })).toEqual([studies?.id, teaches?.id]);
    expect(await ids({ enrollment_state: 'invited_or_pending' })).toEqual([invited.id]);
    expect(await ids({ enrollment_state: 'completed' })).toEqual([ended.id]);
    expect(await ids({ enrollment_state: 'completed', 'state[]': 'available' })).toEqual([ended.id]);
  });

  it('filters by account, homeroom and blueprint', async () => {
    const { person, api } = await personIn();
    const college = await make.account();
    const [elsewhere, homeroom, blueprint] = [
      await make.course({ account_id: college.id }),
      await make.course({ homeroom_course: true }),
      await make.course({ blueprint: true }),
    ];
    for (const { id } of [elsewhere, homeroom, blueprint]) {
      await make.enroll(person.id, id, 'TeacherEnrollment');
    }
    const ids = async (query: object) => (await api.get('courses', { ...query })).ids;
    expect(await ids({ account_id: college.id })).toEqual([elsewhere.id]);
    expect(await ids({ homeroom: true })).toEqual([homeroom.id]);
    expect(await ids({ exclude_blueprint_courses: true })).toEqual([elsewhere.id, homeroom.id]);
    expect(await ids({ current_domain_only: true })).toHaveLength(3);
    expect(await ids({ root_account_id: 999_999 })).toEqual([]);
    expect((await api.get('courses', { account_id: 999_999 })).status).toBe(404);
  });

  it('lists nothing by states that there are none of, and says which there are', async () => {
    const { person, api } = await personIn();
    await make.enroll(person.id, (await make.course()).id);
    const { body, headers } = await api.get('courses', { 'state[]': 'published' });
    expect(body).toEqual([]);
    expect(headers['x-easel-hint']).toBe('state[] takes unpublished, available, completed, deleted');
  });

  it('shrinks a course that its dates keep the student out of', async () => {
    const { person, api } = await personIn();
    const course = await make.course({
      restrict_enrollments_to_course_dates: true,
      start_at: FUTURE,
      settings: JSON.stringify({ restrict_student_future_view: true }),
    });
    await make.enroll(person.id, course.id);
    expect((await api.get('courses')).body).toEqual([{ id: course.id, access_restricted_by_date: true }]);
  });

  it('keeps students out of future courses where an account says so, unless the course may choose', async () => {
    const restrict_student_future_view = { value: true };
    const college = await make.account({ settings: JSON.stringify({ restrict_student_future_view }) });
    const strict = await make.account({
      settings: JSON.stringify({ restrict_student_future_view: { value: true, locked: true } }),
    });
    const { person, api } = await personIn();
    const open = JSON.stringify({ restrict_student_future_view: false });
    const future = { restrict_enrollments_to_course_dates: true, start_at: FUTURE };
    const handedDown = await make.course({ ...future, name: 'A', account_id: college.id });
    const chosen = await make.course({ ...future, name: 'B', account_id: college.id, settings: open });
    const locked = await make.course({ ...future, name: 'C', account_id: strict.id, settings: open });
    for (const { id } of [handedDown, chosen, locked]) await make.enroll(person.id, id);
    const { body } = await api.get('courses');
    expect(body).toMatchObject([
      { id: handedDown.id, access_restricted_by_date: true },
      { id: chosen.id, name: 'B' },
      { id: locked.id, access_restricted_by_date: true },
    ]);
    expect((await api.get(`courses/${handedDown.id}`)).status).toBe(401);
    expect((await api.get(`courses/${chosen.id}`)).status).toBe(200);
  });

  it('adds the enrollments of observed students', async () => {
    const { person, api } = await personIn();
    const course = await make.course();
    const student = await make.member(course.id);
    const other = await make.member(course.id);
    for (const { id } of [student, other]) {
      await make.enroll(person.id, course.id, 'ObserverEnrollment', { associated_user_id: id });
    }
    const typesOf = async (query: object) =>
      (await api.get('courses', { ...query })).body[0].enrollments.map(
        ({ type, user_id }: { type: string; user_id: number }) => [type, user_id],
      );
    const own = [
      ['observer', person.id],
      ['observer', person.id],
    ];
    expect(await typesOf({})).toEqual(own);
    expect(await typesOf({ 'include[]': 'observed_users' })).toEqual([
      ...own,
      ['student', student.id],
      ['student', other.id],
    ]);
    expect(await typesOf({ 'include[]': 'observed_users', observed_user_id: other.id })).toEqual([
      ...own,
      ['student', other.id],
    ]);
  });

  it('includes what is asked for', async () => {
    const { api } = await personIn('TeacherEnrollment');
    const { body } = await api.get('courses', {
      'include[]': [
        'needs_grading_count',
        'sections',
        'term',
        'total_scores',
        'current_grading_period_scores',
        'course_progress',
        'grading_periods',
        'permissions',
        'is_public',
      ],
    });
    expect(body[0]).toMatchObject({
      needs_grading_count: 0,
      sections: [{ enrollment_role: 'TeacherEnrollment', start_at: null }],
      term: { id: 1 },
      course_progress: { error: { message: expect.stringContaining('not module based') } },
      grading_periods: null,
      has_grading_periods: false,
      overridden_course_visibility: '',
    });
    expect(body[0]).not.toHaveProperty('permissions');
    const student = await personIn('StudentEnrollment');
    const scores = { 'include[]': ['total_scores', 'current_grading_period_scores'] };
    const [course] = (await student.api.get('courses', scores)).body;
    expect(Object.keys(course.enrollments[0]).slice(6, 12)).toEqual([
      'current_grading_period_id',
      'current_grading_period_title',
      'has_grading_periods',
      'multiple_grading_periods_enabled',
      'computed_current_grade',
      'computed_current_score',
    ]);
    expect(course.enrollments[0]).not.toHaveProperty('unposted_current_score');
  });

  it('points administrators to the list of the account', async () => {
    const { headers } = await admin.get('courses');
    expect(headers['x-easel-hint']).toContain('/accounts/self/courses');
    const { api } = await personIn('StudentEnrollment');
    expect((await api.get('courses')).headers['x-easel-hint'] ?? '').not.toContain('accounts/self');
    expect((await anonymous.get('courses')).status).toBe(401);
  });
});

describe('GET /api/v1/users/{user_id}/courses', () => {
  it("lists one's own as GET /courses does", async () => {
    const { person, api, courses } = await personIn('StudentEnrollment');
    const expected = courses.map(({ id }) => id);
    expect((await api.get('users/self/courses')).ids).toEqual(expected);
    expect((await api.get(`users/${person.id}/courses`)).ids).toEqual(expected);
  });

  it("shows an administrator and a parent somebody's courses, with his enrollments", async () => {
    const { person, courses } = await personIn('StudentEnrollment');
    const { body, ids } = await admin.get(`users/${person.id}/courses`);
    expect(ids).toEqual(courses.map(({ id }) => id));
    expect(body[0].enrollments).toMatchObject([{ type: 'student', user_id: person.id }]);
    const parent = await make.person();
    await world.database.kysely
      .insertInto('user_observation_links')
      .values({
        user_id: person.id,
        observer_id: parent.id,
        root_account_id: 1,
        created_at: world.clock.now(),
        updated_at: world.clock.now(),
      })
      .execute();
    expect((await world.as(parent.token).get(`users/${person.id}/courses`)).ids).toEqual(ids);
  });

  it('refuses others and knows no deleted user', async () => {
    const { person } = await personIn('StudentEnrollment');
    const other = await make.person();
    expect((await world.as(other.token).get(`users/${person.id}/courses`)).status).toBe(401);
    expect((await anonymous.get(`users/${person.id}/courses`)).status).toBe(401);
    expect((await admin.get('users/999999/courses')).status).toBe(404);
  });
});
