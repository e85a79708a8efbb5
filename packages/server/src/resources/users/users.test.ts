import { describe, expect, it } from 'vitest';
import { openClassroom } from '../../../testing/classroom.ts';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { admin, anonymous, make, database } = world;

const notAuthorized = {
  status: 'unauthorized',
  errors: [{ message: 'user not authorized to perform that action' }],
};
const notFound = { errors: [{ message: 'The specified resource does not exist.' }] };
const problem = (attribute: string, type: string, message = type) => ({ attribute, type, message });

const userRow = (id: number) =>
  database.kysely.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const loginsOf = (id: number) =>
  database.kysely.selectFrom('pseudonyms').selectAll().where('user_id', '=', id).orderBy('id').execute();

describe('GET /api/v1/accounts/{account_id}/users', () => {
  it('gives the users of the account and of those below it, by sortable name', async () => {
    const college = await make.account();
    const department = await make.account({ parent_account_id: college.id });
    const course = await make.course({ account_id: department.id });
    const zoe = await make.member(course.id, 'StudentEnrollment', { name: 'Zoe Adams' });
    const bob = await make.member(course.id, 'TeacherEnrollment', { name: 'Bob Émile' });
    const dean = await make.accountAdmin(college.id);
    await make.person();

    const first = await admin.get(`accounts/${college.id}/users`, { per_page: 2 });
    expect(first.status).toBe(200);
    expect(first.links['last']).toBeUndefined();
    const all = (await admin.all(`accounts/${college.id}/users`, { per_page: 2 })) as { id: number }[];
    expect(all.map(({ id }) => id)).toEqual(
      [zoe, bob, dean]
        .sort((a, b) => (a.sortable_name_key < b.sortable_name_key ? -1 : 1))
        .map(({ id }) => id),
    );
    expect(first.body.find(({ id }: { id: number }) => id === zoe.id)).toEqual({
      id: zoe.id,
      name: 'Zoe Adams',
      created_at: zoe.created_at,
      sortable_name: 'Adams, Zoe',
      short_name: 'Zoe Adams',
      sis_user_id: null,
      integration_id: null,
      sis_import_id: null,
      login_id: zoe.login,
    });
  });

  it('finds people by name, id, login, SIS id and address', async () => {
    const eve = await make.person(
      { id: 4711, name: 'Evelyn Searchable' },
      { unique_id: 'eve_unique', sis_user_id: 'sis-eve' },
    );
    const { address } = await database.kysely
      .selectFrom('communication_channels')
      .select('address')
      .where('user_id', '=', eve.id)
      .executeTakeFirstOrThrow();
    for (const search_term of ['searchable', 'eve_u', 'SIS-EVE', address, '4711']) {
      expect((await admin.get('accounts/self/users', { search_term })).ids).toEqual([eve.id]);
    }
    const short = await admin.get('accounts/self/users', { search_term: 'e' });
    expect(short).toMatchObject({ status: 400, body: { errors: [{ field: 'search_term' }] } });
  });

  it('filters by enrollment type and role, and includes what is asked for', async () => {
    const account = await make.account();
    const course = await make.course({ account_id: account.id });
    const student = await make.member(course.id);
    const teacher = await make.member(course.id, 'TeacherEnrollment', { time_zone: 'Europe/Berlin' });
    const list = (query: object) => admin.get(`accounts/${account.id}/users`, { ...query });

    expect((await list({ enrollment_type: 'student' })).ids).toEqual([student.id]);
    expect((await list({ role_filter_id: await make.roleId('TeacherEnrollment') })).ids).toEqual([
      teacher.id,
    ]);
    const bad = await list({ enrollment_type: 'dragon' });
    expect(bad).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'Invalid enrollment type: dragon' }] },
    });
    const { body } = await list({
      enrollment_type: 'teacher',
      'include[]': ['email', 'time_zone', 'uuid', 'avatar_url', 'last_login', 'bio'],
    });
    expect(body[0]).toMatchObject({
      email: expect.stringContaining('@'),
      time_zone: 'Berlin',
      uuid: teacher.uuid,
      avatar_url: expect.stringMatching(/^http.*avatar-50\.png$/),
      last_login: null,
    });
    expect(body[0]).not.toHaveProperty('bio');
  });

  it('sorts by address, SIS id, last login and id, over pages, what has none last', async () => {
    const account = await make.account();
    const course = await make.course({ account_id: account.id });
    const logins = [
      { sis_user_id: 'b', last_login_at: '2026-09-01T00:00:00Z' },
      { sis_user_id: 'a', last_login_at: '2026-09-02T00:00:00Z' },
      {},
    ];
    const people = [];
    for (const login of logins) {
      const person = await make.person({}, login);
      await make.enroll(person.id, course.id);
      people.push(person.id);
    }
    const [b, a, none] = people as [number, number, number];
    const sorted = async (sort: string, order = 'asc') => {
      const rows = await admin.all(`accounts/${account.id}/users`, { sort, order, per_page: 1 });
      return (rows as { id: number }[]).map(({ id }) => id);
    };
    expect(await sorted('sis_id')).toEqual([a, b, none]);
    expect(await sorted('sis_id', 'desc')).toEqual([b, a, none]);
    expect(await sorted('last_login', 'desc')).toEqual([a, b, none]);
    expect(await sorted('id', 'desc')).toEqual([none, a, b]);
    expect(await sorted('email')).toEqual([b, a, none]);
  });

  it('shows whoever lost his login only with include_deleted_users', async () => {
    const gone = await make.person({ name: 'Gone Girl' }, { workflow_state: 'deleted' });
    const query = { search_term: 'Gone Girl' };
    expect((await admin.get('accounts/1/users', query)).ids).toEqual([]);
    const { body } = await admin.get('accounts/1/users', { ...query, include_deleted_users: true });
    expect(body).toMatchObject([{ id: gone.id, login_id: gone.login }]);
  });
});

describe('GET /api/v1/users/{user_id}/missing_submissions', () => {
  it('has what is past due and not handed in, the longest first', async () => {
    const room = await openClassroom(world);
    const late = await room.assignment({ due_at: '2026-09-10T12:00:00Z' });
    const later = await room.assignment({ due_at: '2026-09-01T12:00:00Z', lock_at: '2026-09-02T12:00:00Z' });
    await room.assignment({ due_at: '2026-09-30T12:00:00Z' });
    await room.assignment({ due_at: '2026-09-01T12:00:00Z', submission_types: ['on_paper'] });
    await room.assignment({ due_at: '2026-09-01T12:00:00Z', workflow_state: 'unpublished' });
    const done = await room.assignment({ due_at: '2026-09-01T12:00:00Z' });
    const me = world.as(room.student.token);
    await me.post(`${room.path(done)}/submissions`, {
      submission: { submission_type: 'online_text_entry', body: 'x' },
    });
    const ids = async (query: object) => (await me.get('users/self/missing_submissions', { ...query })).ids;
    expect(await ids({})).toEqual([later.id, late.id]);
    expect(await ids({ 'filter[]': ['submittable'] })).toEqual([late.id]);
    expect(await ids({ 'filter[]': ['current_grading_period'] })).toEqual([later.id, late.id]);
    expect(await ids({ 'course_ids[]': [999_999] })).toEqual([]);
    const { body } = await me.get('users/self/missing_submissions', {
      'include[]': ['course', 'planner_overrides'],
    });
    expect(body[0]).toMatchObject({ course: { id: room.course.id }, planner_override: null });
  });

  it('is empty without assignments', async () => {
    const student = await make.person();
    const answer = await world.as(student.token).get('users/self/missing_submissions');
    expect(answer).toMatchObject({ status: 200, body: [] });
  });

  it('shows a parent what he observes in the courses that he names', async () => {
    const course = await make.course();
    const student = await make.member(course.id);
    const parent = await make.person();
    await make.enroll(parent.id, course.id, 'ObserverEnrollment', { associated_user_id: student.id });
    const ask = (query: object) =>
      world
        .as(parent.token)
        .get('users/self/missing_submissions', { observed_user_id: student.id, ...query });
    expect((await ask({ 'course_ids[]': [course.id] })).status).toBe(200);
    expect((await ask({})).body).toEqual(notAuthorized);
    const other = await make.course();
    expect((await ask({ 'course_ids[]': [course.id, other.id] })).status).toBe(401);
  });
});

describe('GET /api/v1/users/{id}', () => {
  it('shows oneself', async () => {
    const ada = await make.person({ name: 'Ada Lovelace', locale: 'de', pronouns: 'She/Her' });
    const { status, body } = await world.as(ada.token).get('users/self');
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual([
      'id',
      'name',
      'created_at',
      'sortable_name',
      'short_name',
      'pronouns',
      'avatar_url',
      'last_name',
      'first_name',
      'locale',
      'effective_locale',
      'permissions',
    ]);
    expect(body).toMatchObject({
      first_name: 'Ada',
      last_name: 'Lovelace',
      effective_locale: 'de',
      permissions: { can_update_name: true, can_update_avatar: true, limit_parent_app_web_access: false },
    });
  });

  it('finds by SIS id, login and uuid, with address, uuid and last login for an administrator', async () => {
    const person = await make.person({}, { sis_user_id: 'sis-9', unique_id: 'Nine@Easel.example' });
    for (const id of ['sis_user_id:sis-9', 'sis_login_id:nine@easel.EXAMPLE', `uuid:${person.uuid}`]) {
      const { body } = await admin.get(`users/${id}`, {
        'include[]': ['uuid', 'last_login', 'avatar_state'],
      });
      expect(body).toMatchObject({
        id: person.id,
        sis_user_id: 'sis-9',
        login_id: 'Nine@Easel.example',
        email: expect.stringContaining('@'),
        uuid: person.uuid,
        last_login: null,
        avatar_state: 'none',
      });
    }
  });

  it('hides others: 404 without the right, as for whoever does not exist', async () => {
    const [one, other] = [await make.person(), await make.person()];
    expect(await world.as(one.token).get(`users/${other.id}`)).toMatchObject({ status: 404, body: notFound });
    expect(await admin.get('users/999999')).toMatchObject({ status: 404, body: notFound });
    expect((await anonymous.get(`users/${one.id}`)).status).toBe(404);
  });
});

describe('POST /api/v1/accounts/{account_id}/users', () => {
  it('creates a user with login and address', async () => {
    const { status, body } = await admin.post('accounts/self/users', {
      user: { name: 'Sheldon Cooper', time_zone: 'Pacific Time (US & Canada)', locale: 'en-GB' },
      pseudonym: { unique_id: ' sheldon@caltech.example ', sis_user_id: 'SHEL', password: 'bazinga-1' },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.any(Number),
      name: 'Sheldon Cooper',
      created_at: '2026-09-15T12:00:00Z',
      sortable_name: 'Cooper, Sheldon',
      short_name: 'Sheldon Cooper',
      sis_user_id: 'SHEL',
      integration_id: null,
      sis_import_id: null,
      login_id: 'sheldon@caltech.example',
      locale: 'en-GB',
      uuid: expect.stringMatching(/^\w{40}$/),
    });
    expect(await userRow(body.id)).toMatchObject({
      workflow_state: 'registered',
      time_zone: 'America/Los_Angeles',
    });
    const [login] = await loginsOf(body.id);
    expect(login).toMatchObject({
      workflow_state: 'active',
      password_hash: expect.stringMatching(/^scrypt\$/),
    });
  });

  it('names whoever has no name by his login, and waits for him to register', async () => {
    const { body } = await admin.post('accounts/1/users', 'pseudonym[unique_id]=nameless');
    expect(body).toMatchObject({ name: 'nameless', short_name: 'nameless' });
    expect(await userRow(body.id)).toMatchObject({ workflow_state: 'pre_registered' });
  });

  it('gives the confirmation URL, and none is needed where it is skipped', async () => {
    const create = (unique_id: string, channel: object) =>
      admin.post('accounts/1/users', {
        user: { skip_registration: true, terms_of_use: true },
        pseudonym: { unique_id },
        communication_channel: { type: 'email', address: unique_id, ...channel },
      });
    const { body } = await create('conf@easel.example', { confirmation_url: true });
    expect(body).toMatchObject({
      terms_of_use: true,
      confirmation_url: expect.stringMatching(/^http.*\/register\/\w{25}$/),
    });
    const skipped = await create('skip@easel.example', { skip_confirmation: true });
    const states = await database.kysely
      .selectFrom('communication_channels')
      .select('workflow_state')
      .where('user_id', 'in', [body.id, skipped.body.id])
      .orderBy('id')
      .execute();
    expect(states.map(({ workflow_state }) => workflow_state)).toEqual(['unconfirmed', 'active']);
  });

  it('says all that is wrong, by whose fault it is', async () => {
    const taken = await make.person({}, { unique_id: 'taken@easel.example', sis_user_id: 'taken-sis' });
    const wrong = async (pseudonym: object, more: object = {}) =>
      (await admin.post('accounts/1/users', { pseudonym, ...more })).body.errors;
    expect(await wrong({ unique_id: taken.login.toUpperCase() })).toEqual({
      user: { pseudonyms: [problem('pseudonyms', 'invalid')] },
      pseudonym: {
        unique_id: [
          problem('unique_id', 'taken', 'ID already in use for this account and authentication provider'),
        ],
      },
      observee: {},
      pairing_code: {},
      recaptcha: null,
    });
    expect((await wrong({ unique_id: 'new', sis_user_id: 'taken-sis' })).pseudonym).toEqual({
      sis_user_id: [problem('sis_user_id', 'taken', 'SIS ID "taken-sis" is already in use')],
    });
    expect((await wrong({ unique_id: 'new', password: 'short' })).pseudonym).toEqual({
      password: [problem('password', 'too_short')],
    });
    expect((await wrong({})).pseudonym.unique_id).toHaveLength(2);
    expect((await wrong({ unique_id: 'no-address' }, { force_validations: true })).user).toEqual({
      name: [problem('name', 'blank')],
      terms_of_use: [problem('terms_of_use', 'accepted')],
      pseudonyms: [problem('pseudonyms', 'invalid')],
    });
    expect((await wrong({ unique_id: 'new' }, { user: { locale: 'not a locale' } })).user).toEqual({
      locale: [problem('locale', 'inclusion')],
    });
  });

  it('brings a deleted SIS user back with enable_sis_reactivation', async () => {
    const back = await make.person(
      { workflow_state: 'deleted' },
      { sis_user_id: 'comeback', workflow_state: 'deleted' },
    );
    const create = (more: object) =>
      admin.post('accounts/1/users', {
        pseudonym: { unique_id: 'comeback@easel.example', sis_user_id: 'comeback' },
        ...more,
      });
    expect((await create({})).status).toBe(400);
    const { status, body } = await create({ enable_sis_reactivation: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: back.id, sis_user_id: 'comeback', login_id: 'comeback@easel.example' });
    expect(await userRow(back.id)).toMatchObject({ workflow_state: 'registered' });
  });

  it('refuses with an empty object where nobody may register himself', async () => {
    const answer = await anonymous.post('accounts/1/users', { pseudonym: { unique_id: 'me@easel.example' } });
    expect(answer).toMatchObject({ status: 403, body: {} });
  });
});

describe('POST /api/v1/accounts/{account_id}/self_registration', () => {
  const register = (more: object = {}) =>
    anonymous.post('accounts/1/self_registration', {
      user: { name: 'Self Made', terms_of_use: true },
      pseudonym: { unique_id: 'self@easel.example', password: 'ignored-here' },
      ...more,
    });

  it('is closed unless the institution opens it', async () => {
    expect(await register()).toMatchObject({ status: 403, body: {} });
  });

  it('registers whoever names an address and accepts the terms; the password comes later', async () => {
    const { status, body } = await world.withSettings({ self_registration: true }, register);
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual([
      'id',
      'name',
      'created_at',
      'sortable_name',
      'short_name',
      'locale',
      'terms_of_use',
      'uuid',
    ]);
    expect(await userRow(body.id)).toMatchObject({ workflow_state: 'pre_registered' });
    expect((await loginsOf(body.id))[0]).toMatchObject({ password_hash: null });
  });

  it('takes no login that is no address', async () => {
    const { body } = await world.withSettings({ self_registration: true }, () =>
      register({ pseudonym: { unique_id: 'just-a-name' } }),
    );
    expect(body.errors.pseudonym).toEqual({ unique_id: [problem('unique_id', 'not_email')] });
  });

  it('links an observer to the student whose pairing code he has', async () => {
    const course = await make.course();
    const student = await make.member(course.id);
    const { body: code } = await world.as(student.token).post('users/self/observer_pairing_codes');
    const observer = (text: string) =>
      world.withSettings({ self_registration: true }, () =>
        register({
          user: { name: 'Pa Rent', terms_of_use: true, initial_enrollment_type: 'observer' },
          pseudonym: { unique_id: 'parent@easel.example', password: 'a-good-one' },
          pairing_code: { code: text },
        }),
      );
    const wrong = await observer('nope');
    expect(wrong.body.errors.pairing_code).toEqual({ code: [problem('code', 'invalid')] });
    const { status, body } = await observer(code.code);
    expect(status).toBe(200);
    const enrollments = await database.kysely
      .selectFrom('enrollments')
      .select(['type', 'associated_user_id', 'workflow_state'])
      .where('user_id', '=', body.id)
      .execute();
    expect(enrollments).toEqual([
      { type: 'ObserverEnrollment', associated_user_id: student.id, workflow_state: 'active' },
    ]);
    expect((await observer(code.code)).status).toBe(400);
  });

  it('enrolls whoever brings the code of a course', async () => {
    const course = await make.course({ self_enrollment: true, self_enrollment_code: 'JOINME' });
    const { status, body } = await world.withSettings({ self_registration: true }, () =>
      register({
        user: { name: 'Joi Ner', terms_of_use: true, self_enrollment_code: ' JOINME ' },
        pseudonym: { unique_id: 'joiner', password: 'a-good-one' },
        self_enrollment: '1',
        pseudonym_type: 'username',
      }),
    );
    expect(status).toBe(200);
    const enrollment = await database.kysely
      .selectFrom('enrollments')
      .selectAll()
      .where('user_id', '=', body.id)
      .executeTakeFirstOrThrow();
    expect(enrollment).toMatchObject({
      course_id: course.id,
      type: 'StudentEnrollment',
      self_enrolled: true,
    });
  });
});

describe('PUT /api/v1/users/{id}', () => {
  it('renames, and the sortable name follows as long as nobody chose it', async () => {
    const person = await make.person({ name: 'Ada Byron' });
    const rename = (user: object) => admin.put(`users/${person.id}`, { user });
    expect((await rename({ name: 'Ada Lovelace' })).body).toMatchObject({
      name: 'Ada Lovelace',
      sortable_name: 'Lovelace, Ada',
      short_name: 'Ada Byron',
    });
    expect((await rename({ sortable_name: 'Countess', short_name: '' })).body).toMatchObject({
      sortable_name: 'Countess',
      short_name: 'Ada Lovelace',
    });
    expect((await rename({ name: 'Augusta King' })).body).toMatchObject({ sortable_name: 'Countess' });
    expect((await rename({ name: 'x'.repeat(256) })).body).toEqual({
      errors: { name: [problem('name', 'too_long')] },
    });
  });

  it('changes language, time zone and address, and answers them', async () => {
    const person = await make.person();
    const { body } = await admin.put(`users/${person.id}`, {
      user: { locale: 'pt-BR', time_zone: 'Alaska', email: 'new@easel.example' },
    });
    expect(body).toMatchObject({
      locale: 'pt-BR',
      time_zone: 'Alaska',
      email: 'new@easel.example',
      avatar_state: 'none',
    });
    const bad = await admin.put(`users/${person.id}`, { user: { email: 'nonsense' } });
    expect(bad).toMatchObject({ status: 400, body: { errors: [{ field: 'email' }] } });
  });

  it('refuses the whole request for one key that it does not accept', async () => {
    const person = await make.person({ name: 'Un Changed' });
    for (const user of [{ name: 'New', uuid: 'x' }, { bio: 'no profiles here' }, { email: null }]) {
      const answer = await admin.put(`users/${person.id}`, { user });
      expect(answer).toMatchObject({ status: 401, body: notAuthorized });
    }
    expect(await userRow(person.id)).toMatchObject({ name: 'Un Changed' });
    // Canvas gave birthdates up and forgives them.
    expect((await admin.put(`users/${person.id}`, { user: { birthdate: '2000-01-01' } })).status).toBe(200);
  });

  it('lets people rename themselves unless the institution forbids it', async () => {
    const person = await make.person();
    const rename = () => world.as(person.token).put('users/self', { user: { name: 'Me Myself' } });
    expect((await world.withSettings({ users_can_edit_name: false }, rename)).status).toBe(401);
    expect(await rename()).toMatchObject({ status: 200, body: { name: 'Me Myself' } });
    const email = await world.as(person.token).put('users/self', { user: { email: 'me@easel.example' } });
    expect(email.status).toBe(401);
    const terms = await world.as(person.token).put('users/self', { user: { terms_of_use: '1' } });
    expect(terms.status).toBe(200);
    expect((await userRow(person.id)).terms_accepted_at).toBe('2026-09-15T12:00:00Z');
    const others = await admin.put(`users/${person.id}`, { user: { terms_of_use: true } });
    expect(others.status).toBe(401);
  });

  it('keeps title, bio and pronouns to institutions that have them', async () => {
    const person = await make.person();
    const { status, body } = await world.withSettings(
      { enable_profiles: true, can_add_pronouns: true, pronouns: ['Ze/Zir'] },
      () =>
        admin.put(`users/${person.id}`, { user: { title: 'Dr.', bio: 'Likes Muppets', pronouns: 'ze/zir' } }),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: 'Dr.', bio: 'Likes Muppets', pronouns: 'Ze/Zir' });
  });

  it('sets the picture by token, by address, and its state', async () => {
    const person = await make.person();
    const choices = (await world.as(person.token).get('users/self/avatars')).body;
    const put = (avatar: object, api = world.as(person.token)) =>
      api.put(`users/${person.id}`, { user: { avatar } });
    expect((await put({ token: choices[0].token })).body.avatar_url).toBe(choices[0].url);
    expect(await userRow(person.id)).toMatchObject({ avatar_state: 'submitted' });
    const url = 'https://pictures.example/me.png';
    expect((await put({ url }, admin)).body).toMatchObject({ avatar_url: url, avatar_state: 'approved' });
    expect((await put({ state: 'locked' }, admin)).body.avatar_state).toBe('locked');
    expect((await put({ url: 'https://pictures.example/other.png' })).body.avatar_url).toBe(url);
    expect((await put({ state: 'none' }, admin)).body.avatar_url).toMatch(/avatar-50\.png$/);
    expect((await put({ token: 'forged' })).status).toBe(200);
  });

  it('suspends the logins of others, and frees them', async () => {
    const person = await make.person();
    const event = (name: string, api = admin) => api.put(`users/${person.id}`, { user: { event: name } });
    await event('suspend');
    expect((await loginsOf(person.id))[0]).toMatchObject({ workflow_state: 'suspended' });
    expect((await world.as(person.token).get('users/self')).status).toBe(401);
    await event('unsuspend');
    expect((await loginsOf(person.id))[0]).toMatchObject({ workflow_state: 'active' });
    await admin.put('users/self', { user: { event: 'suspend' } });
    expect((await loginsOf(1))[0]).toMatchObject({ workflow_state: 'active' });
  });
});

describe('DELETE /api/v1/users/{id}/sessions', () => {
  it('ends every token of the user at once', async () => {
    const person = await make.person();
    expect(await admin.delete(`users/${person.id}/sessions`)).toMatchObject({ status: 200, body: 'ok' });
    expect((await world.as(person.token).get('users/self')).body.errors).toEqual([
      { message: 'Expired access token.', expired_at: '2026-09-15T12:00:00Z' },
    ]);
  });
});

describe('DELETE /api/v1/users/{id}/mobile_sessions', () => {
  it('ends the tokens that apps hold for the user, and no others', async () => {
    const person = await make.person();
    const app = await make.token(person.id, { developer_key_id: (await make.developerKey()).id });
    const answer = await admin.delete(`users/${person.id}/mobile_sessions`);
    expect(answer).toMatchObject({ status: 200, body: 'ok' });
    expect((await world.as(app).get('users/self')).status).toBe(401);
    expect((await world.as(person.token).get('users/self')).status).toBe(200);
    expect((await admin.delete('users/999999/mobile_sessions')).status).toBe(404);
  });
});

describe('DELETE /api/v1/users/mobile_sessions', () => {
  it('ends them for all but the administrators', async () => {
    const [person, dean] = [await make.person(), await make.accountAdmin()];
    const { id: developer_key_id } = await make.developerKey();
    const tokens = [
      await make.token(person.id, { developer_key_id }),
      await make.token(dean.id, { developer_key_id }),
    ];
    await admin.delete('users/mobile_sessions', { skip_admins: true });
    const statuses = await Promise.all(tokens.map(async (t) => (await world.as(t).get('users/self')).status));
    expect(statuses).toEqual([401, 200]);
  });
});

describe('PUT /api/v1/users/{id}/merge_into/{destination_user_id}', () => {
  it('moves logins, addresses, tokens and enrollments, and deletes the first user', async () => {
    const [both, own] = [await make.course(), await make.course()];
    const from = await make.person({ name: 'Old Self' });
    const into = await make.person({ name: 'New Self' });
    await make.enroll(from.id, own.id);
    await make.enroll(from.id, both.id);
    await make.enroll(into.id, both.id, 'StudentEnrollment', { workflow_state: 'invited' });

    const { status, body } = await admin.put(`users/${from.id}/merge_into/${into.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: into.id, name: 'New Self', login_id: into.login, locale: null });
    expect((await loginsOf(into.id)).map(({ unique_id }) => unique_id)).toEqual([from.login, into.login]);
    expect((await world.as(from.token).get('users/self')).body.id).toBe(into.id);
    const enrollments = await database.kysely
      .selectFrom('enrollments')
      .select(['course_id', 'workflow_state'])
      .where('user_id', '=', into.id)
      .orderBy('course_id')
      .execute();
    // Where both were enrolled one enrollment is left, in the better state.
    expect(enrollments).toEqual([
      { course_id: both.id, workflow_state: 'active' },
      { course_id: own.id, workflow_state: 'active' },
    ]);
    expect(await userRow(from.id)).toMatchObject({
      workflow_state: 'deleted',
      merged_into_user_id: into.id,
    });
    // Tools in the course go on knowing him by his old id.
    const past = await admin.get(`users/lti_user_id:${from.lti_context_id}`);
    expect(past.body.id).toBe(into.id);
  });

  it('tells whoever acts as others whom the user is now', async () => {
    const [from, into] = [await make.person(), await make.person()];
    await admin.put(`users/${from.id}/merge_into/${into.id}`);
    expect(await admin.get('users/self', { as_user_id: from.id })).toMatchObject({
      status: 401,
      body: { errors: 'Invalid as_user_id', merged_into_user_id: into.id },
    });
    const curious = await world.as(into.token).get('users/self', { as_user_id: from.id });
    expect(curious.body).toEqual({ errors: 'Invalid as_user_id' });
  });

  it('refuses whoever may not manage both, and the second time', async () => {
    const [from, into] = [await make.person(), await make.person()];
    const own = await world.as(from.token).put(`users/self/merge_into/${into.id}`);
    expect(own).toMatchObject({ status: 401, body: notAuthorized });
    await admin.put(`users/${from.id}/merge_into/${into.id}`);
    expect((await admin.put(`users/${from.id}/merge_into/${into.id}`)).status).toBe(404);
    expect((await admin.put(`users/${into.id}/merge_into/${into.id}`)).body.id).toBe(into.id);
  });
});

describe('what merged users have made', () => {
  const { kysely } = database;

  it('is the other’s, and each gets his own back when they are split', async () => {
    const course = await make.course();
    const [from, into] = [await make.member(course.id), await make.member(course.id)];
    const place = { context_type: 'Course', context_id: course.id } as const;
    const assignments = [
      await make.assignment({ course_id: course.id }),
      await make.assignment({ course_id: course.id }),
    ];
    const [first, second] = assignments.map(({ id }) => id) as [number, number];
    const graded = {
      score: 8,
      grade: '8',
      workflow_state: 'graded',
      posted_at: world.clock.now(),
    } as const;
    const submission = (user_id: number, assignment_id: number, values: object = {}) =>
      make.submission({ course_id: course.id, user_id, assignment_id, ...values });
    const best = await submission(from.id, first, graded);
    const empty = await submission(into.id, first);
    const weak = await submission(from.id, second);
    const strong = await submission(into.id, second, graded);
    const topic = await make.topic({ ...place, user_id: from.id });
    const entry = await make.entry(topic.id, from.id);
    const group = await make.group(place);
    const member = await make.groupMember(group.id, from.id);
    const message = await admin.post('conversations', { recipients: [from.id], body: 'Hello' });
    expect(message.status).toBe(201);

    const holders = async () => ({
      submissions: (
        await kysely
          .selectFrom('submissions')
          .select(['id', 'user_id'])
          .where('id', 'in', [best.id, empty.id, weak.id, strong.id])
          .orderBy('id')
          .execute()
      ).map(({ user_id }) => user_id),
      entry: (
        await kysely
          .selectFrom('discussion_entries')
          .select('user_id')
          .where('id', '=', entry.id)
          .executeTakeFirst()
      )?.user_id,
      topic: (
        await kysely
          .selectFrom('discussion_topics')
          .select('user_id')
          .where('id', '=', topic.id)
          .executeTakeFirst()
      )?.user_id,
      member: (
        await kysely
          .selectFrom('group_memberships')
          .select('user_id')
          .where('id', '=', member.id)
          .executeTakeFirst()
      )?.user_id,
      inbox: await kysely
        .selectFrom('conversation_participants')
        .select('user_id')
        .where('conversation_id', '=', message.body[0].id)
        .where('user_id', '<>', 1)
        .execute(),
    });
    const [f, i] = [from.id, into.id];
    await admin.put(`users/${f}/merge_into/${i}`);
    expect(await holders()).toEqual({
      submissions: [i, f, f, i],
      entry: i,
      topic: i,
      member: i,
      inbox: [{ user_id: i }],
    });
    const { body } = await admin.get(`courses/${course.id}/enrollments`, { user_id: i });
    expect(body[0].grades.current_score).toBe(80);
    // The same people have the same conversation.
    const again = await admin.post('conversations', { recipients: [i], body: 'Again' });
    expect(again.body[0].id).toBe(message.body[0].id);

    await admin.post(`users/${i}/split`);
    expect(await holders()).toEqual({
      submissions: [f, i, f, i],
      entry: f,
      topic: f,
      member: f,
      inbox: [{ user_id: f }],
    });
  });

  it('are files too, in their folders, without doubles', async () => {
    const [from, into] = [await make.person(), await make.person()];
    const folder = async ({ id }: { id: number }, names: string[]) => {
      const of = { context_type: 'User', context_id: id } as const;
      let parent = await make.folder({ ...of, name: 'my files' });
      const made = [parent];
      for (const name of names) {
        parent = await make.folder({
          ...of,
          name,
          parent_folder_id: parent.id,
          full_name: `${parent.full_name}/${name}`,
        });
        made.push(parent);
      }
      return made;
    };
    const theirs = await folder(from, ['notes', 'old']);
    const own = await folder(into, ['notes']);
    const file = (where: (typeof own)[number] | undefined, display_name: string, content_tag: string) =>
      make.file({
        context_type: 'User',
        context_id: where?.context_id ?? 0,
        folder_id: where?.id,
        display_name,
        content_tag,
      });
    await file(own[1], 'same.txt', 'a');
    await file(own[1], 'other.txt', 'b');
    const same = await file(theirs[1], 'same.txt', 'a');
    const other = await file(theirs[1], 'other.txt', 'c');
    const deep = await file(theirs[2], 'deep.txt', 'd');
    const paths = async (userId: number) =>
      (
        await kysely
          .selectFrom('attachments')
          .innerJoin('folders', 'folders.id', 'attachments.folder_id')
          .select(['attachments.id', 'full_name', 'display_name'])
          .where('attachments.context_id', '=', userId)
          .where('attachments.context_type', '=', 'User')
          .where('attachments.id', 'in', [same.id, other.id, deep.id])
          .orderBy('attachments.id')
          .execute()
      ).map(({ full_name, display_name }) => `${full_name}/${display_name}`);
    await admin.put(`users/${from.id}/merge_into/${into.id}`);
    expect(await paths(into.id)).toEqual(['my files/notes/other-1.txt', 'my files/notes/old/deep.txt']);
    expect(await paths(from.id)).toEqual(['my files/notes/same.txt']);
    await admin.post(`users/${into.id}/split`);
    expect(await paths(from.id)).toEqual([
      'my files/notes/same.txt',
      'my files/notes/other-1.txt',
      'my files/notes/old/deep.txt',
    ]);
  });
});

describe('PUT /api/v1/users/{id}/merge_into/accounts/{destination_account_id}/users/{destination_user_id}', () => {
  it('finds the second user in the account, by id or host name', async () => {
    for (const account of ['1', 'self', 'localhost']) {
      const [from, into] = [await make.person(), await make.person()];
      const { status } = await admin.put(
        `users/${from.id}/merge_into/accounts/${account}/users/sis_login_id:${encodeURIComponent(into.login)}`,
      );
      expect(status).toBe(200);
    }
  });
});

describe('POST /api/v1/users/{id}/split', () => {
  it('gives each user back what was his', async () => {
    const [both, own] = [await make.course(), await make.course()];
    const from = await make.person({ name: 'Ann' });
    const into = await make.person({ name: 'Ben' });
    const parent = await make.person();
    await make.enroll(from.id, both.id);
    await make.enroll(from.id, own.id);
    await make.enroll(into.id, both.id, 'StudentEnrollment', { workflow_state: 'invited' });
    await admin.put(`users/${parent.id}/observees/${from.id}`);
    await admin.put(`users/${from.id}/merge_into/${into.id}`);
    expect((await admin.get(`users/${parent.id}/observees`)).ids).toEqual([into.id]);

    const { status, body } = await admin.post(`users/${into.id}/split`);
    expect(status).toBe(200);
    expect(body.map(({ id }: { id: number }) => id)).toEqual([from.id, into.id]);
    expect(Object.keys(body[0])).toEqual(['id', 'name', 'created_at', 'sortable_name', 'short_name']);
    expect((await loginsOf(from.id)).map(({ unique_id }) => unique_id)).toEqual([from.login]);
    expect((await world.as(from.token).get('users/self')).body.id).toBe(from.id);
    const states = async (id: number) =>
      (
        await database.kysely
          .selectFrom('enrollments')
          .select(['course_id', 'workflow_state'])
          .where('user_id', '=', id)
          .where('type', '=', 'StudentEnrollment')
          .orderBy('course_id')
          .execute()
      ).map(({ course_id, workflow_state }) => [course_id, workflow_state]);
    expect(await states(from.id)).toEqual([
      [both.id, 'active'],
      [own.id, 'active'],
    ]);
    expect(await states(into.id)).toEqual([[both.id, 'invited']]);
    expect((await admin.get(`users/${parent.id}/observees`)).ids).toEqual([from.id]);
    expect((await admin.post(`users/${into.id}/split`)).status).toBe(400);
  });

  it('says when there is nothing to split, also after half a year', async () => {
    const [from, into] = [await make.person(), await make.person()];
    const nothing = { status: 400, body: { message: 'Nothing to split off of this user' } };
    expect(await admin.post(`users/${into.id}/split`)).toMatchObject(nothing);
    await admin.put(`users/${from.id}/merge_into/${into.id}`);
    world.clock.set('2027-03-15T12:00:00Z');
    expect(await admin.post(`users/${into.id}/split`)).toMatchObject(nothing);
    world.clock.set('2026-09-15T12:00:00Z');
  });
});

describe('GET /api/v1/users/{id}/graded_submissions', () => {
  it('has what was graded and posted, the latest first', async () => {
    const room = await openClassroom(world);
    const [first, second] = [await room.assignment(), await room.assignment({ workflow_state: 'published' })];
    const hidden = await room.assignment({ post_manually: true });
    for (const assignment of [first, second, hidden]) {
      world.clock.advance(60);
      await room.asTeacher.put(`${room.path(assignment)}/submissions/${room.student.id}`, {
        submission: { posted_grade: '5' },
      });
    }
    const { body } = await world.as(room.student.token).get('users/self/graded_submissions', {
      'include[]': ['assignment'],
      only_current_enrollments: true,
      only_published_assignments: true,
    });
    expect(body).toMatchObject([
      { assignment_id: second.id, score: 5, assignment: { id: second.id } },
      { assignment_id: first.id, score: 5 },
    ]);
    expect(body).toHaveLength(2);
    const others = await world.as(room.fellow.token).get(`users/${room.student.id}/graded_submissions`);
    expect(others.status).toBe(401);
  });

  it('is empty where nothing is graded', async () => {
    const { status, body, links } = await admin.get('users/self/graded_submissions');
    expect([status, body]).toEqual([200, []]);
    expect(links['last']).toBeUndefined();
  });
});

describe('GET /api/v1/users/{user_id}/profile', () => {
  it('shows one of oneself in full', async () => {
    const ada = await make.person({ name: 'Ada Lovelace', title: 'Countess', time_zone: 'Europe/London' });
    const { body } = await world.as(ada.token).get('users/self/profile', { 'include[]': ['uuid', 'links'] });
    expect(body).toEqual({
      id: ada.id,
      name: 'Ada Lovelace',
      short_name: 'Ada Lovelace',
      sortable_name: 'Lovelace, Ada',
      login_id: ada.login,
      avatar_url: expect.stringContaining('avatar-50.png'),
      integration_id: null,
      title: 'Countess',
      bio: null,
      primary_email: expect.stringContaining('@'),
      time_zone: 'Europe/London',
      locale: null,
      effective_locale: 'en',
      calendar: { ics: expect.stringContaining(`/feeds/calendars/user_${ada.uuid}.ics`) },
      lti_user_id: ada.lti_context_id,
      k5_user: false,
      use_classic_font_in_k5: false,
      links: [],
      uuid: ada.uuid,
    });
  });

  it('shows the students of a course to their teacher', async () => {
    const course = await make.course();
    const student = await make.member(course.id);
    const teacher = await make.member(course.id, 'TeacherEnrollment');
    const { status, body } = await world.as(teacher.token).get(`users/${student.id}/profile`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ login_id: student.login, primary_email: expect.any(String) });
    expect(body).not.toHaveProperty('lti_user_id');
    expect((await world.as(student.token).get(`users/${teacher.id}/profile`)).body).toEqual(notAuthorized);
  });
});

describe('GET /api/v1/users/{user_id}/avatars', () => {
  it('offers Gravatar and no picture, each with its token', async () => {
    const person = await make.person();
    const { body } = await world.as(person.token).get('users/self/avatars');
    expect(body).toEqual([
      {
        url: expect.stringMatching(/^https:\/\/secure\.gravatar\.com\/avatar\/[0-9a-f]{32}\?s=50&d=http/),
        type: 'gravatar',
        display_name: 'gravatar pic',
        token: expect.stringMatching(/^[0-9a-f]{40}$/),
      },
      {
        url: expect.stringContaining('/images/dotted_pic.png'),
        type: 'no_pic',
        display_name: 'no pic',
        token: expect.stringMatching(/^[0-9a-f]{40}$/),
      },
    ]);
  });
});

describe('DELETE /api/v1/accounts/{account_id}/users/{user_id}', () => {
  it('takes a user out, with logins, enrollments and roles', async () => {
    const course = await make.course();
    const person = await make.member(course.id);
    const { status, body } = await admin.delete(`accounts/1/users/${person.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: person.id, name: person.name });
    expect((await loginsOf(person.id))[0]).toMatchObject({ workflow_state: 'deleted' });
    const enrollments = await database.kysely
      .selectFrom('enrollments')
      .select('workflow_state')
      .where('user_id', '=', person.id)
      .execute();
    expect(enrollments).toEqual([{ workflow_state: 'deleted' }]);
    expect(await admin.delete(`accounts/1/users/${person.id}`)).toMatchObject({ status: 404 });
  });

  it('knows users of root accounts only, and nobody takes himself out without the right', async () => {
    const college = await make.account();
    const person = await make.person();
    expect((await admin.delete(`accounts/${college.id}/users/${person.id}`)).status).toBe(404);
    expect((await world.as(person.token).delete('accounts/1/users/self')).body).toEqual(notAuthorized);
  });
});

/** Runs the job and gives its Progress as it is afterwards. */
async function done({ id }: { id: number }) {
  await world.runJobs();
  return (await admin.get(`progress/${id}`)).body;
}

describe('DELETE /api/v1/accounts/{account_id}/users', () => {
  it('takes users out one by one, and says of whom it could not', async () => {
    const [person, gone] = [await make.person(), await make.person({ workflow_state: 'deleted' })];
    const { status, body } = await admin.delete('accounts/1/users', {
      'user_ids[]': [`sis_login_id:${person.login}`, gone.id],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ context_type: 'Account', context_id: 1, workflow_state: 'queued' });
    expect((await loginsOf(person.id))[0]).toMatchObject({ workflow_state: 'active' });
    expect(await done(body)).toMatchObject({
      workflow_state: 'completed',
      completion: 100,
      results: { errors: { [gone.id]: JSON.stringify(notFound) } },
    });
    expect((await loginsOf(person.id))[0]).toMatchObject({ workflow_state: 'deleted' });
  });

  it('needs somebody to take out', async () => {
    expect(await admin.delete('accounts/1/users')).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'user_ids is missing' }] },
    });
  });
});

describe('PUT /api/v1/accounts/{account_id}/users/bulk_update', () => {
  it('suspends many users at once', async () => {
    const people = [await make.person(), await make.person()];
    const { body } = await admin.put('accounts/1/users/bulk_update', {
      user_ids: people.map(({ id }) => id),
      user: { event: 'suspend' },
    });
    expect(await done(body)).toMatchObject({ workflow_state: 'completed', results: { errors: {} } });
    for (const { id } of people) {
      expect((await loginsOf(id))[0]).toMatchObject({ workflow_state: 'suspended' });
    }
  });

  it('changes nobody by a key that the update of one user does not accept', async () => {
    const person = await make.person();
    const { body } = await admin.put('accounts/1/users/bulk_update', {
      user_ids: [person.id],
      user: { name: 'Changed', password: 'x' },
    });
    expect((await done(body)).results.errors[person.id]).toContain('not authorized');
    expect(await userRow(person.id)).toMatchObject({ name: person.name });
    const nothing = await admin.put('accounts/1/users/bulk_update', { user_ids: [person.id] });
    expect(nothing.body).toEqual({ errors: [{ message: 'user is missing' }] });
  });
});

describe('PUT /api/v1/accounts/{account_id}/users/{user_id}/restore', () => {
  it('brings a user back with the login that was deleted last', async () => {
    const person = await make.person();
    await admin.delete(`accounts/1/users/${person.id}`);
    const { status, body } = await admin.put(`accounts/1/users/${person.id}/restore`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: person.id, login_id: person.login });
    expect((await world.as(person.token).get('users/self')).status).toBe(200);
    expect(await admin.put(`accounts/1/users/${person.id}/restore`)).toMatchObject({
      status: 400,
      body: { errors: 'User not deleted' },
    });
  });
});

describe('GET /api/v1/users/{user_id}/temporary_enrollment_status', () => {
  it('says that nobody lends or borrows', async () => {
    const person = await make.person();
    const { status, body } = await admin.get(`users/${person.id}/temporary_enrollment_status`);
    expect([status, body]).toEqual([200, { is_provider: false, is_recipient: false }]);
    const unknown = await admin.get(`users/${person.id}/temporary_enrollment_status`, { account_id: 999 });
    expect(unknown.status).toBe(404);
  });
});
