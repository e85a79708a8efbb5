import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../testing/maker.ts';
import { openWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const notAuthorized = {
  status: 'unauthorized',
  errors: [{ message: 'user not authorized to perform that action' }],
};
const refusal = (message: string) => ({ status: 400, body: { message } });
const emptyGrades = { current_grade: null, current_score: null, final_grade: null, final_score: null };

interface Row {
  id: number;
  type: string;
  user: { name: string };
}
const namesOf = (rows: unknown) => (rows as Row[]).map(({ user }) => user.name);

async function courseWith(...names: string[]) {
  const course = await world.make.course();
  const people = [];
  for (const name of names) people.push(await world.make.member(course.id, 'StudentEnrollment', { name }));
  return { course, first: people[0] as Person, people };
}

const roleOf = async (values: {
  name: string;
  base_role_type: string;
  account_id?: number;
  workflow_state?: 'active' | 'inactive';
}) =>
  await world.database.kysely
    .insertInto('roles')
    .values({
      root_account_id: 1,
      account_id: 1,
      workflow_state: 'active',
      created_at: world.clock.now(),
      updated_at: world.clock.now(),
      ...values,
    })
    .returningAll()
    .executeTakeFirstOrThrow();

const rowOf = (id: number) =>
  world.database.kysely.selectFrom('enrollments').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

const linkObserver = (user_id: number, observer_id: number) =>
  world.database.kysely
    .insertInto('user_observation_links')
    .values({
      user_id,
      observer_id,
      root_account_id: 1,
      created_at: world.clock.now(),
      updated_at: world.clock.now(),
    })
    .execute();

describe('GET /api/v1/courses/{course_id}/enrollments', () => {
  it('lists by type, sortable name and id, and pages by bookmark', async () => {
    const { course } = await courseWith('Zoe Abel', 'Al Zander', 'émile Moss', 'Eve Miller');
    await world.make.member(course.id, 'TeacherEnrollment', { name: 'Tea Aaron' });
    const path = `courses/${course.id}/enrollments`;
    const sorted = ['Zoe Abel', 'Eve Miller', 'émile Moss', 'Al Zander', 'Tea Aaron'];
    const { status, body } = await world.admin.get(path);
    expect(status).toBe(200);
    expect(namesOf(body)).toEqual(sorted);
    expect(namesOf(await world.admin.all(path, { per_page: 2 }))).toEqual(sorted);
    const first = await world.admin.get(path, { per_page: 2 });
    expect(first.links['next']).toContain('page=bookmark:');
    expect(first.links['last']).toBeUndefined();
  });

  it('answers an enrollment in Canvas’s form and order', async () => {
    const course = await world.make.course({ sis_course_id: 'C-form', integration_id: 'I-form' });
    const student = await world.make.person({ name: 'Stu Dent' }, { sis_user_id: 'U-form' });
    const enrollment = await world.make.enroll(student.id, course.id);
    const { body } = await world.admin.get(`courses/${course.id}/enrollments`);
    const host = 'http://localhost:80';
    expect(body).toEqual([
      {
        id: enrollment.id,
        user_id: student.id,
        course_id: course.id,
        type: 'StudentEnrollment',
        created_at: '2026-09-15T12:00:00Z',
        updated_at: '2026-09-15T12:00:00Z',
        associated_user_id: null,
        start_at: null,
        end_at: null,
        course_section_id: enrollment.course_section_id,
        root_account_id: 1,
        limit_privileges_to_course_section: false,
        enrollment_state: 'active',
        role: 'StudentEnrollment',
        role_id: enrollment.role_id,
        last_activity_at: null,
        last_attended_at: null,
        total_activity_time: 0,
        sis_import_id: null,
        grades: {
          html_url: `${host}/courses/${course.id}/grades/${student.id}`,
          ...emptyGrades,
          unposted_current_score: null,
          unposted_current_grade: null,
          unposted_final_score: null,
          unposted_final_grade: null,
        },
        sis_account_id: null,
        sis_course_id: 'C-form',
        course_integration_id: 'I-form',
        sis_section_id: null,
        section_integration_id: null,
        sis_user_id: 'U-form',
        html_url: `${host}/courses/${course.id}/users/${student.id}`,
        user: {
          id: student.id,
          name: 'Stu Dent',
          created_at: '2026-09-15T12:00:00Z',
          sortable_name: 'Dent, Stu',
          short_name: 'Stu Dent',
          sis_user_id: 'U-form',
          integration_id: null,
          sis_import_id: null,
          login_id: student.login,
        },
      },
    ]);
    expect(Object.keys(body[0]).slice(-3)).toEqual(['sis_user_id', 'html_url', 'user']);
  });

  it('shows a student no activity, grades or SIS ids of others', async () => {
    const { course, first } = await courseWith('Ann Able', 'Ben Baker');
    const { body } = await world.as(first.token).get(`courses/${course.id}/enrollments`);
    const [own, other] = body;
    expect(own).toMatchObject({ total_activity_time: 0, grades: emptyGrades });
    expect(own.grades).not.toHaveProperty('unposted_final_score');
    expect(other).not.toHaveProperty('total_activity_time');
    expect(Object.keys(other.grades)).toEqual(['html_url']);
    expect(other).not.toHaveProperty('sis_user_id');
    expect(other.user).not.toHaveProperty('login_id');
  });

  it('hides totals from students where the course does', async () => {
    const course = await world.make.course({ hide_final_grades: true });
    const student = await world.make.member(course.id);
    const { body } = await world.as(student.token).get(`courses/${course.id}/enrollments`);
    expect(Object.keys(body[0].grades)).toEqual(['html_url']);
  });

  it('leaves out who has left; the inactive show to staff', async () => {
    const course = await world.make.course();
    const ids: Record<string, number> = {};
    for (const state of [
      'active',
      'invited',
      'creation_pending',
      'inactive',
      'completed',
      'rejected',
      'deleted',
    ] as const) {
      const person = await world.make.person();
      const { id } = await world.make.enroll(person.id, course.id, 'StudentEnrollment', {
        workflow_state: state,
      });
      ids[state] = id;
    }
    const student = await world.make.member(course.id);
    const path = `courses/${course.id}/enrollments`;
    const idsFor = async (token: string | undefined, query = {}) => {
      const { ids } = token ? await world.as(token).get(path, query) : await world.admin.get(path, query);
      return new Set(ids);
    };
    const own = (await idsFor(student.token)).size;
    expect(own).toBe(4);
    expect((await idsFor(student.token)).has(ids['inactive'] ?? 0)).toBe(false);
    expect((await idsFor(undefined)).has(ids['inactive'] ?? 0)).toBe(true);
    expect([...(await idsFor(undefined, { 'state[]': ['completed', 'deleted'] }))].sort()).toEqual(
      [ids['completed'], ids['deleted']].sort(),
    );
  });

  it('filters by type, by role and by role before type', async () => {
    const course = await world.make.course();
    const tutor = await roleOf({ name: 'Tutor', base_role_type: 'TaEnrollment' });
    const student = await world.make.member(course.id);
    const helper = await world.make.person();
    await world.make.enroll(helper.id, course.id, 'TaEnrollment', { role_id: tutor.id });
    const teacher = await world.make.member(course.id, 'TeacherEnrollment');
    const users = async (query: Record<string, unknown>) => {
      const { body } = await world.admin.get(`courses/${course.id}/enrollments`, query);
      return (body as { user_id: number }[]).map(({ user_id }) => user_id);
    };
    expect(await users({ 'type[]': ['StudentEnrollment', 'TeacherEnrollment'] })).toEqual([
      student.id,
      teacher.id,
    ]);
    expect(await users({ 'role[]': 'Tutor' })).toEqual([helper.id]);
    expect(await users({ 'role[]': 'Tutor', 'type[]': 'StudentEnrollment' })).toEqual([helper.id]);
    expect(await users({ 'role_id[]': tutor.id })).toEqual([helper.id]);
    expect((await world.admin.get(`courses/${course.id}/enrollments`, { 'role[]': 'Nobody' })).status).toBe(
      400,
    );
  });

  it('filters by SIS ids for whoever sees them', async () => {
    const course = await world.make.course();
    const section = await world.make.section({ course_id: course.id, sis_section_id: 'S-filter' });
    const student = await world.make.person({}, { sis_user_id: 'U-filter' });
    const { id } = await world.make.enroll(student.id, course.id, 'StudentEnrollment', {
      course_section_id: section.id,
    });
    await world.make.member(course.id);
    const path = `courses/${course.id}/enrollments`;
    for (const query of [{ 'sis_user_id[]': 'U-filter' }, { sis_section_id: 'S-filter' }]) {
      expect((await world.admin.get(path, query)).ids).toEqual([id]);
    }
    expect((await world.admin.get(path, { sis_user_id: 'U-filter', created_for_sis_id: true })).ids).toEqual(
      [],
    );
    expect((await world.admin.get(path, { sis_course_id: 'none' })).ids).toEqual([]);
    expect(await world.as(student.token).get(path, { sis_user_id: 'U-filter' })).toMatchObject(
      refusal('Insufficient permissions to filter by SIS fields'),
    );
  });

  it('refuses grading periods, of which there are none', async () => {
    const { course } = await courseWith();
    expect(await world.admin.get(`courses/${course.id}/enrollments`, { grading_period_id: 1 })).toMatchObject(
      {
        status: 400,
        body: { error: 'invalid grading_period_id' },
      },
    );
  });

  it('shows section-limited callers their sections and the staff of all', async () => {
    const { course, people } = await courseWith('Elsewhere Student');
    const section = await world.make.section({ course_id: course.id });
    const inSection = { course_section_id: section.id };
    const limited = await world.make.person({ name: 'Li Mited' });
    await world.make.enroll(limited.id, course.id, 'TaEnrollment', {
      ...inSection,
      limit_privileges_to_course_section: true,
    });
    const mine = await world.make.person({ name: 'My Student' });
    await world.make.enroll(mine.id, course.id, 'StudentEnrollment', inSection);
    await world.make.member(course.id, 'TeacherEnrollment', { name: 'Tea Cher' });
    const { body } = await world.as(limited.token).get(`courses/${course.id}/enrollments`);
    expect(namesOf(body)).toEqual(['My Student', 'Li Mited', 'Tea Cher']);
    expect(people).toHaveLength(1);
  });

  it('hides the Test Student from students', async () => {
    const { course, first } = await courseWith('Ann Able');
    await world.make.member(course.id, 'StudentViewEnrollment', { name: 'Test Student', fake_student: true });
    const path = `courses/${course.id}/enrollments`;
    expect(namesOf((await world.as(first.token).get(path)).body)).toEqual(['Ann Able']);
    expect(namesOf((await world.admin.get(path)).body)).toEqual(['Ann Able', 'Test Student']);
  });

  it('shows observers themselves and their students', async () => {
    const { course, first } = await courseWith('Own Child', 'Other Child');
    const observer = await world.make.person({ name: 'Pa Rent' });
    await world.make.enroll(observer.id, course.id, 'ObserverEnrollment', {
      associated_user_id: first.id,
    });
    const { status, body } = await world.as(observer.token).get(`courses/${course.id}/enrollments`, {
      'include[]': 'observed_users',
    });
    expect(status).toBe(200);
    expect(namesOf(body)).toEqual(['Pa Rent', 'Own Child']);
    expect(body[0].observed_user).toMatchObject({
      id: first.id,
      name: 'Own Child',
      enrollments: [{ type: 'StudentEnrollment', user_id: first.id }],
    });
    expect(body[0].observed_user.enrollments[0]).not.toHaveProperty('user');
  });

  it('lets anybody ask about himself, and nobody else', async () => {
    const { course, first } = await courseWith('Ann Able');
    const stranger = await world.make.person();
    const path = `courses/${course.id}/enrollments`;
    expect((await world.as(stranger.token).get(path)).body).toEqual(notAuthorized);
    expect((await world.as(stranger.token).get(path, { user_id: 'self' })).body).toEqual([]);
    expect((await world.as(stranger.token).get(path, { user_id: first.id })).body).toEqual(notAuthorized);
    expect(namesOf((await world.admin.get(path, { user_id: first.id })).body)).toEqual(['Ann Able']);
    expect((await world.admin.get(path, { user_id: 999_999 })).status).toBe(404);
  });

  it('includes what is asked for', async () => {
    const { course } = await courseWith('Ann Able');
    const { body } = await world.admin.get(`courses/${course.id}/enrollments`, {
      'include[]': ['avatar_url', 'group_ids', 'uuid', 'locked', 'can_be_removed', 'current_points'],
    });
    expect(body[0]).toMatchObject({
      locked: false,
      can_be_removed: true,
      user: { avatar_url: expect.any(String), group_ids: [], uuid: expect.any(String) },
      grades: { current_points: null, unposted_current_points: null },
    });
  });

  it('is 404 for a course that is gone', async () => {
    const gone = await world.make.course({ workflow_state: 'deleted' });
    expect((await world.admin.get(`courses/${gone.id}/enrollments`)).status).toBe(404);
    const { course } = await courseWith();
    expect((await world.anonymous.get(`courses/${course.id}/enrollments`)).status).toBe(401);
  });
});

describe('GET /api/v1/sections/{section_id}/enrollments', () => {
  it('lists those of the section alone, found by SIS id too', async () => {
    const { course } = await courseWith('Elsewhere Student');
    const section = await world.make.section({ course_id: course.id, sis_section_id: 'S-list' });
    const student = await world.make.person({ name: 'Right Here' });
    await world.make.enroll(student.id, course.id, 'StudentEnrollment', { course_section_id: section.id });
    for (const id of [section.id, 'sis_section_id:S-list']) {
      const { body } = await world.admin.get(`sections/${id}/enrollments`);
      expect(namesOf(body)).toEqual(['Right Here']);
    }
    const own = await world.as(student.token).get(`sections/${section.id}/enrollments`, { user_id: 'self' });
    expect(own.ids).toHaveLength(1);
    expect((await world.admin.get('sections/999999/enrollments')).status).toBe(404);
  });
});

describe('GET /api/v1/users/{user_id}/enrollments', () => {
  /** Enrolled in a running, a coming, a past and an unpublished course, and in one by invitation. */
  async function student() {
    const person = await world.make.person();
    const dated = (start_at: string, conclude_at: string) => ({
      start_at,
      conclude_at,
      restrict_enrollments_to_course_dates: true,
    });
    const courses = {
      active: await world.make.course(),
      pending_active: await world.make.course(dated('2027-01-01T00:00:00Z', '2027-06-01T00:00:00Z')),
      completed: await world.make.course(dated('2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z')),
      unpublished: await world.make.course({ workflow_state: 'claimed' }),
      invited: await world.make.course(),
    };
    const ids: Record<string, number> = {};
    for (const [name, course] of Object.entries(courses)) {
      const state = name === 'invited' ? 'invited' : name === 'unpublished' ? 'creation_pending' : 'active';
      const { id } = await world.make.enroll(person.id, course.id, 'StudentEnrollment', {
        workflow_state: state,
      });
      ids[name] = id;
    }
    return { person, ids, api: world.as(person.token) };
  }
  const sorted = (...ids: (number | undefined)[]) => [...ids].sort();

  it('gives one’s own that aren’t over', async () => {
    const { api, ids } = await student();
    const { status, ids: found } = await api.get('users/self/enrollments');
    expect(status).toBe(200);
    expect(found.sort()).toEqual(sorted(ids['active'], ids['pending_active'], ids['invited']));
  });

  it('gives one’s own by the states that the dates make', async () => {
    const { api, ids } = await student();
    const found = async (...state: string[]) =>
      (await api.get('users/self/enrollments', { 'state[]': state })).ids.sort();
    expect(await found('active')).toEqual(sorted(ids['active']));
    expect(await found('completed')).toEqual(sorted(ids['completed']));
    expect(await found('pending_active')).toEqual(sorted(ids['pending_active']));
    expect(await found('current_and_invited')).toEqual(sorted(ids['active'], ids['invited']));
    expect(await found('current_and_concluded')).toEqual(sorted(ids['active'], ids['completed']));
    expect(await found('current_and_future')).toEqual(
      sorted(ids['active'], ids['invited'], ids['pending_active'], ids['unpublished']),
    );
    expect(await api.get('users/self/enrollments', { 'state[]': 'deleted' })).toMatchObject({
      status: 400,
      body: { error: 'Invalid state deleted' },
    });
  });

  it('gives others’ to whoever reads the roster of the institution, by stored state', async () => {
    const { person, ids } = await student();
    const path = `users/${person.id}/enrollments`;
    expect((await world.admin.get(path)).ids.sort()).toEqual(
      sorted(ids['active'], ids['pending_active'], ids['completed'], ids['invited']),
    );
    expect((await world.admin.get(path, { 'state[]': 'creation_pending' })).ids).toEqual([
      ids['unpublished'],
    ]);
    const teacher = await world.make.person();
    expect((await world.as(teacher.token).get(path)).body).toEqual(notAuthorized);
  });

  it('gives a parent those of his child', async () => {
    const { person } = await student();
    const parent = await world.make.person();
    await linkObserver(person.id, parent.id);
    const { status, ids, body } = await world.as(parent.token).get(`users/${person.id}/enrollments`);
    expect(status).toBe(200);
    expect(ids).toHaveLength(4);
    expect(body[0].grades).toMatchObject(emptyGrades);
  });

  it('filters by term', async () => {
    const term = await world.make.term({ sis_term_id: 'T-enrollments' });
    const course = await world.make.course({ enrollment_term_id: term.id });
    const student = await world.make.member(course.id);
    await world.make.enroll(student.id, (await world.make.course()).id);
    const api = world.as(student.token);
    for (const enrollment_term_id of [term.id, 'sis_term_id:T-enrollments']) {
      expect((await api.get('users/self/enrollments', { enrollment_term_id })).ids).toHaveLength(1);
    }
    expect((await api.get('users/self/enrollments', { enrollment_term_id: 999_999 })).status).toBe(404);
  });
});

describe('GET /api/v1/accounts/{account_id}/enrollments/{id}', () => {
  it('shows one to whoever reads the roster, and his own to everybody', async () => {
    const course = await world.make.course();
    const student = await world.make.person();
    const { id } = await world.make.enroll(student.id, course.id);
    const other = await world.make.member(course.id);
    const path = `accounts/self/enrollments/${id}`;
    expect(await world.admin.get(path)).toMatchObject({ status: 200, body: { id, user_id: student.id } });
    const own = await world.as(student.token).get(path);
    expect(own.status).toBe(200);
    expect(own.body).not.toHaveProperty('user');
    expect((await world.as(other.token).get(path)).body).toEqual(notAuthorized);
  });

  it('knows them by the root account alone', async () => {
    const college = await world.make.account();
    const course = await world.make.course({ account_id: college.id });
    const student = await world.make.person();
    const { id } = await world.make.enroll(student.id, course.id, 'StudentEnrollment', {
      workflow_state: 'deleted',
    });
    expect((await world.admin.get(`accounts/${college.id}/enrollments/${id}`)).status).toBe(404);
    expect((await world.admin.get(`accounts/1/enrollments/${id}`)).body.enrollment_state).toBe('deleted');
    expect((await world.admin.get('accounts/1/enrollments/nothing')).status).toBe(404);
  });
});

describe('POST /api/v1/courses/{course_id}/enrollments', () => {
  const enroll = async (courseId: number, enrollment: object, api = world.admin) =>
    await api.post(`courses/${courseId}/enrollments`, { enrollment });

  it('invites a student to the default section', async () => {
    const course = await world.make.course();
    const person = await world.make.person();
    const { status, body } = await enroll(course.id, { user_id: person.id });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      user_id: person.id,
      type: 'StudentEnrollment',
      role: 'StudentEnrollment',
      enrollment_state: 'invited',
      limit_privileges_to_course_section: false,
    });
    expect(body).not.toHaveProperty('user');
  });

  it('begins in the state that course and type make', async () => {
    const draft = await world.make.course({ workflow_state: 'created' });
    const published = await world.make.course();
    const stateOf = async (courseId: number, type: string, enrollment_state?: string) => {
      const { id } = await world.make.person();
      return (await enroll(courseId, { user_id: id, type, enrollment_state })).body.enrollment_state;
    };
    expect(await stateOf(draft.id, 'StudentEnrollment')).toBe('creation_pending');
    expect(await stateOf(draft.id, 'StudentEnrollment', 'invited')).toBe('creation_pending');
    expect(await stateOf(draft.id, 'StudentEnrollment', 'active')).toBe('active');
    expect(await stateOf(draft.id, 'TeacherEnrollment')).toBe('invited');
    expect(await stateOf(published.id, 'ObserverEnrollment')).toBe('active');
    expect(await stateOf(published.id, 'TaEnrollment', 'inactive')).toBe('inactive');
    // Whoever teaches a course has claimed it.
    const { workflow_state } = await world.database.kysely
      .selectFrom('courses')
      .select('workflow_state')
      .where('id', '=', draft.id)
      .executeTakeFirstOrThrow();
    expect(workflow_state).toBe('claimed');
  });

  it('takes a form, with a user by SIS id, a section and dates', async () => {
    const course = await world.make.course();
    const section = await world.make.section({ course_id: course.id, sis_section_id: 'S-form' });
    await world.make.person({}, { sis_user_id: 'U-new' });
    const { body } = await world.admin.post(
      `courses/${course.id}/enrollments`,
      'enrollment[user_id]=sis_user_id:U-new&enrollment[course_section_id]=sis_section_id:S-form' +
        '&enrollment[limit_privileges_to_course_section]=true&enrollment[start_at]=2026-10-01T00:00:00Z' +
        '&enrollment[end_at]=2026-11-01T00:00:00Z',
    );
    expect(body).toMatchObject({
      course_section_id: section.id,
      limit_privileges_to_course_section: true,
      start_at: '2026-10-01T00:00:00Z',
      end_at: '2026-11-01T00:00:00Z',
    });
  });

  it('changes and revives the enrollment that is there, and adds one in another section', async () => {
    const course = await world.make.course();
    const section = await world.make.section({ course_id: course.id });
    const person = await world.make.person();
    const first = await enroll(course.id, { user_id: person.id, enrollment_state: 'active' });
    const again = await enroll(course.id, { user_id: person.id, limit_privileges_to_course_section: true });
    expect(again.body).toMatchObject({
      id: first.body.id,
      enrollment_state: 'active',
      limit_privileges_to_course_section: true,
    });
    await world.admin.delete(`courses/${course.id}/enrollments/${first.body.id}`, { task: 'delete' });
    const revived = await enroll(course.id, { user_id: person.id });
    expect(revived.body).toMatchObject({ id: first.body.id, enrollment_state: 'invited' });
    const second = await enroll(course.id, { user_id: person.id, course_section_id: section.id });
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('gives custom roles by id or name, which say their type', async () => {
    const course = await world.make.course();
    const role = await roleOf({ name: 'Grader', base_role_type: 'TaEnrollment' });
    const person = await world.make.person();
    for (const named of [{ role_id: role.id }, { role: 'Grader' }]) {
      const { body } = await enroll(course.id, { user_id: person.id, ...named });
      expect(body).toMatchObject({ type: 'TaEnrollment', role: 'Grader', role_id: role.id });
    }
    const elsewhere = await roleOf({
      name: 'Foreign',
      base_role_type: 'TaEnrollment',
      account_id: (await world.make.account()).id,
    });
    const asleep = await roleOf({
      name: 'Asleep',
      base_role_type: 'TaEnrollment',
      workflow_state: 'inactive',
    });
    const answer = (more: object) => enroll(course.id, { user_id: person.id, ...more });
    expect(await answer({ role_id: elsewhere.id })).toMatchObject(refusal('Invalid role'));
    expect(await answer({ role: 'No Such Role' })).toMatchObject(refusal('Invalid role'));
    expect(await answer({ role_id: await world.make.roleId('AccountAdmin') })).toMatchObject(
      refusal('Invalid role'),
    );
    expect(await answer({ role_id: asleep.id })).toMatchObject(
      refusal('Cannot create an enrollment with this role because it is inactive.'),
    );
    expect(await answer({ role_id: role.id, type: 'StudentEnrollment' })).toMatchObject(
      refusal('The specified type must match the base type for the role'),
    );
  });

  it('says what is missing or wrong', async () => {
    const course = await world.make.course();
    const person = await world.make.person();
    const noUser =
      "Can't create an enrollment without a user. Include enrollment[user_id] to create an enrollment";
    expect(await world.admin.post(`courses/${course.id}/enrollments`, {})).toMatchObject(
      refusal('No parameters given'),
    );
    expect(await enroll(course.id, { type: 'StudentEnrollment' })).toMatchObject(refusal(noUser));
    expect(await enroll(course.id, { type: 'Wizard' })).toMatchObject(refusal(`Invalid type, ${noUser}`));
    expect(await enroll(course.id, { user_id: person.id, type: 'AccountAdmin' })).toMatchObject(
      refusal('Invalid type'),
    );
    expect(
      await world.admin.post(`courses/${course.id}/enrollments`, {
        root_account: 'elsewhere.example',
        enrollment: { user_id: person.id },
      }),
    ).toMatchObject(
      refusal(
        "Can't create an enrollment without a sis_user_id or integration_id when root_account is provided",
      ),
    );
    expect(await enroll(course.id, { user_id: person.id, enrollment_state: 'asleep' })).toMatchObject({
      status: 400,
      body: { errors: { workflow_state: [{ type: 'inclusion' }] } },
    });
  });

  it('is 404 for users, sections and observed students who aren’t there', async () => {
    const course = await world.make.course();
    const foreign = await world.make.section({ course_id: (await world.make.course()).id });
    const person = await world.make.person();
    const loginless = await world.make.person();
    await world.database.kysely.deleteFrom('pseudonyms').where('user_id', '=', loginless.id).execute();
    expect((await enroll(course.id, { user_id: 999_999 })).status).toBe(404);
    expect((await enroll(course.id, { user_id: loginless.id })).status).toBe(404);
    expect((await enroll(course.id, { user_id: person.id, course_section_id: foreign.id })).status).toBe(404);
    expect(
      (
        await enroll(course.id, {
          user_id: person.id,
          type: 'ObserverEnrollment',
          associated_user_id: 999_999,
        })
      ).status,
    ).toBe(404);
  });

  it('is closed when the course is over, but for a move to an open section', async () => {
    const course = await world.make.course({
      conclude_at: '2026-06-01T00:00:00Z',
      restrict_enrollments_to_course_dates: true,
    });
    const open = await world.make.section({
      course_id: course.id,
      end_at: '2027-01-01T00:00:00Z',
      restrict_enrollments_to_section_dates: true,
    });
    const member = await world.make.member(course.id);
    const stranger = await world.make.person();
    const closed = refusal("Can't add an enrollment to a concluded course.");
    expect(await enroll(course.id, { user_id: stranger.id })).toMatchObject(closed);
    expect(await enroll(course.id, { user_id: stranger.id, course_section_id: open.id })).toMatchObject(
      closed,
    );
    expect((await enroll(course.id, { user_id: member.id, course_section_id: open.id })).status).toBe(200);
  });

  it('lets an observer watch a student, and nobody else watch', async () => {
    const { course, first } = await courseWith('Stu Dent');
    const student = first;
    const parent = await world.make.person();
    const watching = { user_id: parent.id, type: 'ObserverEnrollment', associated_user_id: student.id };
    expect((await enroll(course.id, watching)).body).toMatchObject({
      associated_user_id: student.id,
      enrollment_state: 'active',
    });
    const wrong = async (enrollment: object) =>
      (await enroll(course.id, enrollment)).body.errors.associated_user_id[0].message;
    expect(await wrong({ ...watching, type: 'StudentEnrollment' })).toBe(
      'only ObserverEnrollments may have an associated_user_id',
    );
    expect(await wrong({ ...watching, associated_user_id: parent.id })).toBe('Cannot observe yourself');
    expect(await wrong({ ...watching, user_id: student.id, associated_user_id: parent.id })).toBe(
      'Cannot observe observer observing self',
    );
  });

  it('takes linked observers along, and all that happens later', async () => {
    const course = await world.make.course();
    const student = await world.make.person();
    const parent = await world.make.person();
    await linkObserver(student.id, parent.id);
    const { id } = (await enroll(course.id, { user_id: student.id })).body;
    const following = async () => {
      const [row] = await world.database.kysely
        .selectFrom('enrollments')
        .select(['workflow_state', 'associated_user_id'])
        .where('user_id', '=', parent.id)
        .execute();
      return row;
    };
    expect(await following()).toEqual({ workflow_state: 'active', associated_user_id: student.id });
    const path = `courses/${course.id}/enrollments/${id}`;
    await world.admin.delete(path);
    expect(await following()).toMatchObject({ workflow_state: 'completed' });
    await enroll(course.id, { user_id: student.id, enrollment_state: 'active' });
    expect(await following()).toMatchObject({ workflow_state: 'active' });
    await world.admin.delete(path, { task: 'delete' });
    expect(await following()).toMatchObject({ workflow_state: 'deleted' });
  });

  it('takes the permission to add that kind of people', async () => {
    const course = await world.make.course();
    const ta = world.as((await world.make.member(course.id, 'TaEnrollment')).token);
    const person = await world.make.person();
    expect((await enroll(course.id, { user_id: person.id, type: 'TeacherEnrollment' }, ta)).body).toEqual(
      notAuthorized,
    );
    expect((await enroll(course.id, { user_id: person.id }, ta)).status).toBe(200);
    const blueprint = await world.make.course({ blueprint: true });
    expect((await enroll(blueprint.id, { user_id: person.id })).body).toEqual(notAuthorized);
    expect((await enroll(blueprint.id, { user_id: person.id, type: 'TaEnrollment' })).status).toBe(200);
  });

  it('lets people enroll themselves by the code', async () => {
    const course = await world.make.course({ self_enrollment: true, self_enrollment_code: 'LETMEIN' });
    const person = await world.make.person();
    const api = world.as(person.token);
    expect(await enroll(course.id, { self_enrollment_code: 'WRONG', user_id: person.id }, api)).toMatchObject(
      refusal(
        "enrollment[self_enrollment_code] is invalid, enrollment[user_id] must be 'self' when self-enrolling",
      ),
    );
    const own = { self_enrollment_code: 'LETMEIN', user_id: 'self' };
    const { status, body } = await enroll(course.id, own, api);
    expect(status).toBe(200);
    expect(body).toMatchObject({ user_id: person.id, enrollment_state: 'active' });
    expect(await rowOf(body.id)).toMatchObject({ self_enrolled: true });
    expect(await enroll(course.id, own, api)).toMatchObject({
      status: 400,
      body: { user: { self_enrollment_code: [{ message: 'already_enrolled' }] } },
    });
  });

  it('gives a course its code once people may enroll themselves, and shows it to who asks for it', async () => {
    const made = await world.admin.post('accounts/1/courses', {
      course: { self_enrollment: true },
      offer: true,
    });
    const code = async (id: number) =>
      (await world.admin.get(`courses/${id}`, { 'include[]': 'self_enrollment_code' })).body
        .self_enrollment_code;
    const given = await code(made.body.id);
    expect(given).toMatch(/^[A-Z3-9]{6}$/);
    const person = await world.make.person();
    const own = { self_enrollment_code: given, user_id: 'self' };
    expect((await enroll(made.body.id, own, world.as(person.token))).body).toMatchObject({
      user_id: person.id,
      enrollment_state: 'active',
    });

    const course = await world.make.course();
    expect(await code(course.id)).toBeNull();
    await world.admin.put(`courses/${course.id}`, { course: { self_enrollment: true } });
    const later = await code(course.id);
    expect(later).toMatch(/^[A-Z3-9]{6}$/);
    await world.admin.put(`courses/${course.id}`, { course: { self_enrollment: false } });
    await world.admin.put(`courses/${course.id}`, { course: { self_enrollment: true } });
    expect(await code(course.id)).toBe(later);
  });
});

describe('POST /api/v1/sections/{section_id}/enrollments', () => {
  it('enrolls in the section of the path, whatever else is said', async () => {
    const course = await world.make.course();
    const [one, two] = [
      await world.make.section({ course_id: course.id }),
      await world.make.section({ course_id: course.id }),
    ];
    const person = await world.make.person();
    const { body } = await world.admin.post(`sections/${one.id}/enrollments`, {
      enrollment: { user_id: person.id, course_section_id: two.id, type: 'DesignerEnrollment' },
    });
    expect(body).toMatchObject({
      course_section_id: one.id,
      course_id: course.id,
      type: 'DesignerEnrollment',
    });
  });
});

describe('POST /api/v1/accounts/{account_id}/bulk_enrollment', () => {
  it('enrolls everybody everywhere in the background', async () => {
    const courses = [await world.make.course(), await world.make.course()];
    const people = [await world.make.person(), await world.make.person()];
    const loginless = await world.make.person();
    await world.database.kysely.deleteFrom('pseudonyms').where('user_id', '=', loginless.id).execute();
    const { status, body } = await world.admin.post('accounts/1/bulk_enrollment', {
      user_ids: [...people, loginless].map(({ id }) => id),
      course_ids: courses.map(({ id }) => id),
      enrollment_type: 'TeacherEnrollment',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ tag: 'bulk_enrollment', workflow_state: 'queued', context_type: 'Account' });
    await world.runJobs();
    expect((await world.admin.get(`progress/${body.id}`)).body).toMatchObject({
      workflow_state: 'completed',
      completion: 100,
      results: {
        errors: {
          [loginless.id]: courses.map(({ id }) => `User ${loginless.id} cannot be enrolled in course ${id}`),
        },
      },
    });
    for (const { id } of courses) {
      const { body } = await world.admin.get(`courses/${id}/enrollments`);
      expect(body).toHaveLength(2);
      expect(body[0]).toMatchObject({ type: 'TeacherEnrollment', enrollment_state: 'invited' });
    }
  });

  it('says what it can’t do', async () => {
    const course = await world.make.course();
    const person = await world.make.person();
    const base = { user_ids: [person.id], course_ids: [course.id] };
    const answer = (more: object, api = world.admin) =>
      api.post('accounts/1/bulk_enrollment', { ...base, ...more });
    const grader = await roleOf({ name: 'Bulk', base_role_type: 'TaEnrollment' });
    expect(await answer({ enrollment_role_id: 999_999 })).toMatchObject({
      status: 400,
      body: { errors: 'Invalid role' },
    });
    expect(
      (await answer({ enrollment_role_id: grader.id, enrollment_type: 'StudentEnrollment' })).body,
    ).toEqual({
      errors: 'The specified type must match the base type for the role',
    });
    expect((await answer({ enrollment_type: 'Wizard' })).body).toEqual({
      errors: 'Invalid enrollment type.',
    });
    expect((await answer({ user_ids: Array.from({ length: 501 }, (_, n) => n + 1) })).body).toEqual({
      errors: 'Too many users to enroll at once.',
    });
    expect((await answer({ course_ids: [999_999] })).status).toBe(404);
    expect((await world.admin.post('accounts/1/bulk_enrollment', {})).status).toBe(400);
    expect((await answer({}, world.as(person.token))).body).toEqual(notAuthorized);
  });
});

describe('DELETE /api/v1/courses/{course_id}/enrollments/{id}', () => {
  it.each([
    [undefined, 'completed'],
    ['conclude', 'completed'],
    ['deactivate', 'inactive'],
    ['inactivate', 'inactive'],
    ['delete', 'deleted'],
  ])('with task %s ends in %s', async (task, enrollment_state) => {
    const course = await world.make.course();
    const student = await world.make.person();
    const { id } = await world.make.enroll(student.id, course.id);
    const answer = await world.admin.delete(`courses/${course.id}/enrollments/${id}`, task ? { task } : {});
    expect(answer).toMatchObject({ status: 200, body: { id, enrollment_state } });
    const { completed_at } = await rowOf(id);
    expect(completed_at).toBe(enrollment_state === 'completed' ? world.clock.now() : null);
  });

  it('keeps one’s own from oneself, unless one administers', async () => {
    const course = await world.make.course();
    const teacher = await world.make.person();
    const { id } = await world.make.enroll(teacher.id, course.id, 'TeacherEnrollment');
    const path = `courses/${course.id}/enrollments/${id}`;
    expect((await world.as(teacher.token).delete(path, { task: 'delete' })).body).toEqual(notAuthorized);
    expect((await world.admin.delete(path, { task: 'delete' })).status).toBe(200);
    expect((await world.admin.delete(path, { task: 'delete' })).status).toBe(404);
  });

  it('finds an enrollment in its own course only', async () => {
    const [one, two] = [await world.make.course(), await world.make.course()];
    const student = await world.make.person();
    const { id } = await world.make.enroll(student.id, one.id);
    expect((await world.admin.delete(`courses/${two.id}/enrollments/${id}`)).status).toBe(404);
  });
});

describe('POST /api/v1/courses/{course_id}/enrollments/{id}/accept', () => {
  const invited = async (values: Parameters<World['make']['enroll']>[3] = {}) => {
    const course = await world.make.course();
    const student = await world.make.person();
    const enrollment = await world.make.enroll(student.id, course.id, 'StudentEnrollment', {
      workflow_state: 'invited',
      ...values,
    });
    const path = `courses/${course.id}/enrollments/${enrollment.id}`;
    const answer = (word: 'accept' | 'reject') => world.as(student.token).post(`${path}/${word}`);
    return { id: enrollment.id, path, answer, student };
  };

  it('makes an invitation active, once and again', async () => {
    const { id, answer } = await invited();
    expect(await answer('accept')).toMatchObject({ status: 200, body: { success: true } });
    expect((await rowOf(id)).workflow_state).toBe('active');
    expect((await answer('accept')).body).toEqual({ success: true });
  });

  it('takes back a refusal', async () => {
    const { id, answer } = await invited({ workflow_state: 'rejected' });
    expect((await answer('accept')).body).toEqual({ success: true });
    expect((await rowOf(id)).workflow_state).toBe('active');
  });

  it.each([
    [{ workflow_state: 'inactive' }, 'membership not activated'],
    [{ self_enrolled: true }, 'self enroll'],
    [{ workflow_state: 'completed' }, 'no current invitation'],
    [{ start_at: '2027-01-01T00:00:00Z', end_at: '2027-02-01T00:00:00Z' }, 'no current invitation'],
  ] as const)('refuses %o', async (values, error) => {
    const { answer } = await invited(values);
    expect(await answer('accept')).toMatchObject({ status: 400, body: { error } });
  });

  it('is the invited person’s alone', async () => {
    const { path } = await invited();
    expect((await world.admin.post(`${path}/accept`)).body).toEqual(notAuthorized);
    expect((await world.anonymous.post(`${path}/accept`)).status).toBe(401);
  });

  describe('POST /api/v1/courses/{course_id}/enrollments/{id}/reject', () => {
    it('declines, once and again', async () => {
      const { id, answer } = await invited();
      expect(await answer('reject')).toMatchObject({ status: 200, body: { success: true } });
      expect((await rowOf(id)).workflow_state).toBe('rejected');
      expect((await answer('reject')).body).toEqual({ success: true });
    });

    it.each([
      [{ workflow_state: 'inactive' }, 'membership not activated'],
      [{ self_enrolled: true }, 'self enroll'],
      [{ workflow_state: 'active' }, 'no current invitation'],
    ] as const)('refuses %o', async (values, error) => {
      const { answer } = await invited(values);
      expect(await answer('reject')).toMatchObject({ status: 400, body: { error } });
    });
  });
});

describe('PUT /api/v1/courses/{course_id}/enrollments/{id}/reactivate', () => {
  it('activates the inactive and nobody else', async () => {
    const course = await world.make.course();
    const student = await world.make.person();
    const { id } = await world.make.enroll(student.id, course.id, 'StudentEnrollment', {
      workflow_state: 'inactive',
    });
    const path = `courses/${course.id}/enrollments/${id}/reactivate`;
    expect(await world.admin.put(path)).toMatchObject({
      status: 200,
      body: { id, enrollment_state: 'active' },
    });
    expect(await world.admin.put(path)).toMatchObject({
      status: 400,
      body: { error: 'enrollment not inactive' },
    });
    expect((await world.as(student.token).put(path)).body).toEqual(notAuthorized);
  });
});

describe('PUT /api/v1/courses/{course_id}/users/{user_id}/last_attended', () => {
  it('stores the day, however a browser writes it', async () => {
    const { course, first } = await courseWith('Stu Dent');
    const path = `courses/${course.id}/users/${first.id}/last_attended`;
    expect((await world.admin.put(path, { date: '2026-09-10T08:00:00Z' })).body).toEqual({
      date: '2026-09-10T08:00:00Z',
    });
    const { body } = await world.admin.put(path, { date: 'Thu Dec 21 2017 00:00:00 GMT-0700 (MST)' });
    expect(body).toEqual({ date: '2017-12-21T07:00:00Z' });
    const [enrollment] = (await world.admin.get(`courses/${course.id}/enrollments`)).body;
    expect(enrollment.last_attended_at).toBe('2017-12-21T07:00:00Z');
    for (const date of ['', 'yesterday or so']) {
      expect(await world.admin.put(path, { date })).toMatchObject(refusal('Invalid date time input'));
    }
    expect((await world.as(first.token).put(path, { date: '2026-09-10' })).body).toEqual(notAuthorized);
  });
});
