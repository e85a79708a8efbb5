import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';
import { hashPassword } from '../../domain/passwords.ts';

const world = await openWorld();
const { admin, make, database } = world;

const notAuthorized = {
  status: 'unauthorized',
  errors: [{ message: 'user not authorized to perform that action' }],
};
const notFound = { errors: [{ message: 'The specified resource does not exist.' }] };
const said = (message: string) => ({ errors: [{ message }] });

const enrollmentsOf = (userId: number) =>
  database.kysely
    .selectFrom('enrollments')
    .select(['course_id', 'type', 'associated_user_id', 'workflow_state'])
    .where('user_id', '=', userId)
    .orderBy('id')
    .execute();

/** A student in a course, with a parent who observes him. */
async function family() {
  const course = await make.course();
  const student = await make.member(course.id, 'StudentEnrollment', { name: 'Kim Kid' });
  const parent = await make.person({ name: 'Pat Parent' });
  await admin.put(`users/${parent.id}/observees/${student.id}`);
  return { course, student, parent };
}

describe('GET /api/v1/users/{user_id}/observees', () => {
  it('lists whom somebody observes by name, with the institutions of the link', async () => {
    const { student, parent } = await family();
    const second = await make.person({ name: 'Amy Aardvark' });
    await admin.put(`users/${parent.id}/observees/${second.id}`);
    const { body, links } = await world.as(parent.token).get('users/self/observees');
    expect(body).toEqual([
      {
        id: second.id,
        name: 'Amy Aardvark',
        created_at: second.created_at,
        sortable_name: 'Aardvark, Amy',
        short_name: 'Amy Aardvark',
        observation_link_root_account_ids: [1],
      },
      expect.objectContaining({ id: student.id }),
    ]);
    expect(links['last']).toBeDefined();
    const withPicture = await admin.get(`users/${parent.id}/observees`, { 'include[]': 'avatar_url' });
    expect(withPicture.body[0]).toMatchObject({ avatar_url: expect.any(String), login_id: second.login });
  });

  it('is for oneself and those who manage observers', async () => {
    const { student, parent } = await family();
    expect((await world.as(student.token).get(`users/${parent.id}/observees`)).body).toEqual(notAuthorized);
  });
});

describe('GET /api/v1/users/{user_id}/observers', () => {
  it('lists who observes a student', async () => {
    const { student, parent } = await family();
    const { body } = await world.as(student.token).get('users/self/observers');
    expect(body).toMatchObject([{ id: parent.id, observation_link_root_account_ids: [1] }]);
  });
});

describe('POST /api/v1/users/{user_id}/observees', () => {
  async function strangers() {
    const course = await make.course();
    const student = await make.member(course.id);
    const parent = await make.person();
    await database.kysely
      .updateTable('pseudonyms')
      .set({ password_hash: await hashPassword('the-password') })
      .where('user_id', '=', student.id)
      .execute();
    const observe = (body: object) => world.as(parent.token).post('users/self/observees', body);
    return { course, student, parent, observe };
  }

  it('takes the login of the student, and enrolls the observer beside him', async () => {
    const { course, student, parent, observe } = await strangers();
    const unknown = await observe({ observee: { unique_id: 'nobody', password: 'x' } });
    expect(unknown).toMatchObject({ status: 422, body: said('Unknown observee.') });
    const wrong = await observe({ observee: { unique_id: student.login, password: 'wrong' } });
    expect(wrong).toMatchObject({ status: 401, body: said('Invalid credentials provided.') });
    const { status, body } = await observe({
      observee: { unique_id: student.login.toUpperCase(), password: 'the-password' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: student.id, observation_link_root_account_ids: [1] });
    expect(await enrollmentsOf(parent.id)).toEqual([
      {
        course_id: course.id,
        type: 'ObserverEnrollment',
        associated_user_id: student.id,
        workflow_state: 'active',
      },
    ]);
  });

  it('takes a token of the student', async () => {
    const { student, observe } = await strangers();
    expect(await observe({ access_token: 'forged' })).toMatchObject({
      status: 422,
      body: said('Unknown observee.'),
    });
    expect((await observe({ access_token: student.token })).body.id).toBe(student.id);
  });

  it('takes a pairing code, once and for a week', async () => {
    const { student, observe } = await strangers();
    const makeCode = async () =>
      (await world.as(student.token).post('users/self/observer_pairing_codes')).body.code;
    const stale = await makeCode();
    world.clock.set('2026-09-22T12:00:00Z');
    expect(await observe({ pairing_code: stale })).toMatchObject({
      status: 422,
      body: said('Invalid pairing code.'),
    });
    world.clock.set('2026-09-15T12:00:00Z');
    const code = await makeCode();
    expect((await observe({ pairing_code: code })).body.id).toBe(student.id);
    expect((await observe({ pairing_code: code })).status).toBe(422);
  });

  it('needs one of them, and nobody observes himself', async () => {
    const { parent, observe } = await strangers();
    expect(await observe({})).toMatchObject({ status: 400, body: said('observee is missing') });
    expect(await observe({ access_token: parent.token })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'observer_id', message: 'Cannot observe yourself' }] },
    });
  });
});

describe('GET /api/v1/users/{user_id}/observees/{observee_id}', () => {
  it('shows one of them, without his login', async () => {
    const { student, parent } = await family();
    const { body } = await admin.get(`users/${parent.id}/observees/${student.id}`);
    expect(Object.keys(body)).toEqual([
      'id',
      'name',
      'created_at',
      'sortable_name',
      'short_name',
      'observation_link_root_account_ids',
    ]);
    const other = await make.person();
    const unlinked = await admin.get(`users/${parent.id}/observees/${other.id}`);
    expect(unlinked).toMatchObject({ status: 404, body: notFound });
  });
});

describe('GET /api/v1/users/{user_id}/observers/{observer_id}', () => {
  it('shows one of the observers', async () => {
    const { student, parent } = await family();
    const { body } = await world.as(student.token).get(`users/self/observers/${parent.id}`);
    expect(body).toMatchObject({ id: parent.id, observation_link_root_account_ids: [1] });
    expect((await admin.get(`users/${parent.id}/observers/${student.id}`)).status).toBe(404);
  });
});

describe('PUT /api/v1/users/{user_id}/observees/{observee_id}', () => {
  it('links two users for an administrator, in the institution that is asked for', async () => {
    const [student, parent] = [await make.person(), await make.person()];
    const put = (body?: object) => admin.put(`users/${parent.id}/observees/${student.id}`, body);
    const college = await make.account();
    expect((await put({ root_account_id: college.id })).status).toBe(404);
    expect((await put({ root_account_id: 'all' })).body.observation_link_root_account_ids).toEqual([1]);
    expect((await put()).body.observation_link_root_account_ids).toEqual([1]);
  });

  it('takes credentials from everybody else, even for oneself', async () => {
    const [student, parent] = [await make.person(), await make.person()];
    const own = await world.as(parent.token).put(`users/self/observees/${student.id}`);
    expect(own).toMatchObject({ status: 401, body: notAuthorized });
  });

  it('follows the student into later courses', async () => {
    const { student, parent } = await family();
    const later = await make.course();
    await admin.post(`courses/${later.id}/enrollments`, { enrollment: { user_id: student.id } });
    const courses = (await enrollmentsOf(parent.id)).map(({ course_id }) => course_id);
    expect(courses).toContain(later.id);
  });
});

describe('DELETE /api/v1/users/{user_id}/observees/{observee_id}', () => {
  it('ends the link and takes the observer out of the courses', async () => {
    const { student, parent } = await family();
    const { status, body } = await world.as(parent.token).delete(`users/self/observees/${student.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: student.id, observation_link_root_account_ids: [] });
    expect((await enrollmentsOf(parent.id)).map(({ workflow_state }) => workflow_state)).toEqual(['deleted']);
    expect((await admin.delete(`users/${parent.id}/observees/${student.id}`)).body).toEqual(notFound);
    // The link can be made again, and the enrollment comes back with it.
    await admin.put(`users/${parent.id}/observees/${student.id}`);
    expect((await enrollmentsOf(parent.id)).map(({ workflow_state }) => workflow_state)).toEqual(['active']);
  });
});

describe('POST /api/v1/users/{user_id}/observer_pairing_codes', () => {
  it('makes a code of six characters for a student', async () => {
    const course = await make.course();
    const student = await make.member(course.id);
    const { status, body } = await world.as(student.token).post('users/self/observer_pairing_codes');
    expect(status).toBe(200);
    expect(body).toEqual({
      user_id: student.id,
      code: expect.stringMatching(/^\w{6}$/),
      expires_at: '2026-09-22T12:00:00Z',
      workflow_state: 'active',
    });
  });

  it('is of no use to whoever studies nothing', async () => {
    const person = await make.person();
    const answer = await world.as(person.token).post('users/self/observer_pairing_codes');
    expect(answer).toMatchObject({ status: 401, body: notAuthorized });
  });
});
