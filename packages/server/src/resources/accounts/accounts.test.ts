import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { admin, anonymous, make, database } = world;

const notFound = { errors: [{ message: 'The specified resource does not exist.' }] };
const error = (attribute: string, message: string, type = message) => ({
  errors: { [attribute]: [{ attribute, type, message }] },
});

/** An administrator of an account whose role has only some permissions. */
async function adminWith(accountId: number, ...permissions: string[]) {
  const role = await database.kysely
    .insertInto('roles')
    .values({
      root_account_id: 1,
      account_id: 1,
      name: `Role ${Math.random()}`,
      base_role_type: 'AccountMembership',
      workflow_state: 'active',
      created_at: world.clock.now(),
      updated_at: world.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const permission of permissions) {
    await database.kysely
      .insertInto('role_overrides')
      .values({
        account_id: 1,
        role_id: role.id,
        permission,
        enabled: true,
        created_at: world.clock.now(),
        updated_at: world.clock.now(),
      })
      .execute();
  }
  const person = await make.accountAdmin(accountId, role.id);
  return world.as(person.token);
}

async function settingsOf(id: number) {
  const row = await database.kysely
    .selectFrom('accounts')
    .select('settings')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.settings;
}

async function withRootSettings(settings: object, run: () => Promise<void>) {
  const before = JSON.stringify(await settingsOf(1));
  const set = (text: string) =>
    database.kysely.updateTable('accounts').set({ settings: text }).where('id', '=', 1).execute();
  await set(JSON.stringify(settings));
  try {
    await run();
  } finally {
    await set(before);
  }
}

describe('GET /api/v1/accounts', () => {
  it('gives the accounts in which one holds a role, by name, each once', async () => {
    const physics = await make.account({ name: 'physics' });
    const art = await make.account({ name: 'Ärt' });
    await make.account({ name: 'Below', parent_account_id: physics.id });
    const gone = await make.account({ workflow_state: 'deleted' });
    const person = await make.accountAdmin(physics.id);
    for (const [account, role] of [
      [physics.id, 'StudentEnrollment'],
      [art.id, 'AccountAdmin'],
      [gone.id, 'AccountAdmin'],
    ] as const) {
      await database.kysely
        .insertInto('account_users')
        .values({
          account_id: account,
          user_id: person.id,
          role_id: await make.roleId(role),
          created_at: world.clock.now(),
          updated_at: world.clock.now(),
        })
        .execute();
    }
    const { status, body, links } = await world.as(person.token).get('accounts');
    expect(status).toBe(200);
    expect(body.map(({ name }: { name: string }) => name)).toEqual(['Ärt', 'physics']);
    expect(links['last']).toMatch(/page=1&per_page=10$/);
  });

  it('gives the full form, with what is asked for by either name', async () => {
    const { body } = await admin.get('accounts', {
      'include[]': ['lti_guid', 'registration_settings', 'services', 'global_id'],
    });
    expect(Object.keys(body[0])).toEqual([
      'id',
      'name',
      'workflow_state',
      'parent_account_id',
      'root_account_id',
      'uuid',
      'default_storage_quota_mb',
      'default_user_storage_quota_mb',
      'default_group_storage_quota_mb',
      'default_time_zone',
      'lti_guid',
      'registration_settings',
      'terms_required',
      'terms_of_use_url',
      'privacy_policy_url',
      'recaptcha_key',
      'services',
      'global_id',
    ]);
    expect(body[0]).toMatchObject({
      id: 1,
      parent_account_id: null,
      root_account_id: null,
      registration_settings: { login_handle_name: 'Email', require_email: false },
      terms_required: false,
      services: { google_docs_previews: true, skype: true, avatars: false },
      global_id: 10000000000001,
    });
    expect((await admin.get('accounts', { 'includes[]': 'global_id' })).body[0].global_id).toBe(
      10000000000001,
    );
  });

  it('gives nothing to a teacher, and asks nobody in', async () => {
    const course = await make.course();
    const teacher = await make.member(course.id, 'TeacherEnrollment');
    expect((await world.as(teacher.token).get('accounts')).body).toEqual([]);
    expect((await anonymous.get('accounts')).status).toBe(401);
  });
});

describe('GET /api/v1/course_accounts', () => {
  it('gives the accounts of the courses that one works in, in the short form', async () => {
    const beta = await make.account({ name: 'beta' });
    const alpha = await make.account({ name: 'Alpha' });
    const studied = await make.account();
    const unpublished = await make.account({ name: 'gamma' });
    const person = await make.person();
    for (const account of [beta, alpha]) {
      const course = await make.course({ account_id: account.id });
      await make.enroll(person.id, course.id, 'TaEnrollment');
    }
    await make.enroll(person.id, (await make.course({ account_id: studied.id })).id, 'StudentEnrollment');
    const draft = await make.course({ account_id: unpublished.id, workflow_state: 'claimed' });
    await make.enroll(person.id, draft.id, 'DesignerEnrollment', { workflow_state: 'invited' });

    const api = world.as(person.token);
    const { ids, body } = await api.get('course_accounts');
    expect(ids).toEqual([alpha.id, beta.id, unpublished.id]);
    expect(Object.keys(body[0])).toEqual([
      'id',
      'name',
      'workflow_state',
      'parent_account_id',
      'root_account_id',
      'uuid',
      'default_time_zone',
    ]);
    const pages = await api.all('course_accounts', { per_page: 1 });
    expect((pages as { id: number }[]).map(({ id }) => id)).toEqual(ids);
    expect((await api.get('course_accounts', { per_page: 1 })).links['last']).toBeUndefined();
  });

  it('gives nothing to nobody', async () => {
    expect(await anonymous.get('course_accounts')).toMatchObject({ status: 200, body: [] });
  });
});

describe('GET /api/v1/manageable_accounts', () => {
  it('gives the accounts that one manages, each with what is below it', async () => {
    const college = await make.account();
    const department = await make.account({ parent_account_id: college.id });
    const institute = await make.account({ parent_account_id: department.id });
    const gone = await make.account({ parent_account_id: college.id, workflow_state: 'deleted' });
    await make.account({ parent_account_id: gone.id });
    const second = await make.account({ parent_account_id: college.id });
    const person = await make.accountAdmin(college.id);
    const api = world.as(person.token);
    expect((await api.get('manageable_accounts')).ids).toEqual([
      college.id,
      department.id,
      second.id,
      institute.id,
    ]);
    const page = await api.get('manageable_accounts', { per_page: 3, page: 2 });
    expect(page.ids).toEqual([institute.id]);
    expect(page.links['last']).toContain('page=2');
  });

  it('gives nothing to those who manage no courses', async () => {
    const api = await adminWith((await make.account()).id, 'manage_account_settings');
    expect((await api.get('manageable_accounts')).body).toEqual([]);
    expect((await anonymous.get('manageable_accounts')).body).toEqual([]);
  });
});

describe('GET /api/v1/course_creation_accounts', () => {
  it('gives administrators their accounts and all below', async () => {
    const college = await make.account();
    const department = await make.account({ parent_account_id: college.id });
    const api = await adminWith(college.id, 'manage_courses_add');
    expect((await api.get('course_creation_accounts')).ids).toEqual([college.id, department.id]);
  });

  it('gives teachers and newcomers what the institution lets them have', async () => {
    const college = await make.account();
    const course = await make.course({ account_id: college.id });
    const teacher = world.as((await make.member(course.id, 'TeacherEnrollment')).token);
    const newcomer = world.as((await make.person()).token);
    expect((await teacher.get('course_creation_accounts')).body).toEqual([]);

    await withRootSettings({ teachers_can_create_courses: true }, async () => {
      const { body } = await teacher.get('course_creation_accounts');
      expect(body.map(({ name }: { name: string }) => name)).toEqual([
        'Manually-Created Courses',
        college.name,
      ]);
      expect((await newcomer.get('course_creation_accounts')).body).toEqual([]);
    });
    const restricted = { teachers_can_create_courses: true, teachers_can_create_courses_anywhere: false };
    await withRootSettings(restricted, async () => {
      const { body } = await teacher.get('course_creation_accounts');
      expect(body.map(({ name }: { name: string }) => name)).toEqual(['Manually-Created Courses']);
    });
    await withRootSettings({ no_enrollments_can_create_courses: true }, async () => {
      expect((await newcomer.get('course_creation_accounts')).ids).toHaveLength(1);
      expect((await teacher.get('course_creation_accounts')).ids).toHaveLength(0);
    });
    expect((await anonymous.get('course_creation_accounts')).body).toEqual([]);
  });
});

describe('GET /api/v1/accounts/{id}', () => {
  it('finds an account in every form of its id', async () => {
    const account = await make.account({ sis_account_id: 'bio', integration_id: 'int-bio' });
    for (const id of [
      account.id,
      'sis_account_id:bio',
      'sis_integration_id:int-bio',
      `uuid:${account.uuid}`,
      `lti_context_id:${account.lti_context_id}`,
    ]) {
      expect((await admin.get(`accounts/${id}`)).body).toMatchObject({
        id: account.id,
        parent_account_id: 1,
        root_account_id: 1,
        sis_account_id: 'bio',
        sis_import_id: null,
        integration_id: 'int-bio',
      });
    }
    for (const id of ['self', 'default']) expect((await admin.get(`accounts/${id}`)).body.id).toBe(1);
    for (const id of ['site_admin', '0', 'nonsense', '99999999999999999999']) {
      expect(await admin.get(`accounts/${id}`)).toMatchObject({ status: 404, body: notFound });
    }
  });

  it('gives teachers the short form and keeps SIS ids from those without the right', async () => {
    const account = await make.account();
    const course = await make.course({ account_id: account.id });
    const teacher = await make.member(course.id, 'TeacherEnrollment');
    const { body } = await world
      .as(teacher.token)
      .get(`accounts/${account.id}`, { 'includes[]': 'global_id' });
    expect(body).not.toHaveProperty('default_storage_quota_mb');
    expect(body).not.toHaveProperty('global_id');
    const subAdmin = await make.accountAdmin(account.id);
    const full = (await world.as(subAdmin.token).get(`accounts/${account.id}`)).body;
    expect(full).toHaveProperty('default_storage_quota_mb');
    expect(full).not.toHaveProperty('sis_account_id');
  });

  it('is refused to strangers, and 404 for what is deleted', async () => {
    const account = await make.account();
    const stranger = await make.person();
    expect((await world.as(stranger.token).get(`accounts/${account.id}`)).status).toBe(401);
    const gone = await make.account({ workflow_state: 'deleted' });
    expect((await admin.get(`accounts/${gone.id}`)).status).toBe(404);
  });
});

describe('PUT /api/v1/accounts/{id}', () => {
  it('changes name, time zone by either name, SIS id and quotas', async () => {
    const { id } = await make.account();
    const { status, body } = await admin.put(`accounts/${id}`, {
      account: {
        name: 'Letters',
        default_time_zone: 'Alaska',
        sis_account_id: `letters-${id}`,
        default_storage_quota_mb: 789,
        default_user_storage_quota_mb: '12',
        default_group_storage_quota_mb: ' 34 ',
      },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Letters',
      default_time_zone: 'America/Juneau',
      sis_account_id: `letters-${id}`,
      default_storage_quota_mb: 789,
      default_user_storage_quota_mb: 12,
      default_group_storage_quota_mb: 34,
    });
    const cleared = await admin.put(`accounts/${id}`, {
      account: { sis_account_id: '', default_storage_quota_mb: 0 },
    });
    expect(cleared.body).toMatchObject({ sis_account_id: null, default_storage_quota_mb: 500 });
  });

  it('hands a quota down to those below that have none of their own', async () => {
    const top = await make.account();
    const follows = await make.account({ parent_account_id: top.id });
    const own = await make.account({ parent_account_id: top.id, default_storage_quota_mb: 7 });
    const followsToo = await make.account({ parent_account_id: follows.id });
    const below = await make.account({ parent_account_id: own.id });
    await admin.put(`accounts/${top.id}`, { account: { default_storage_quota_mb: 900 } });
    const quota = async ({ id }: { id: number }) =>
      (await admin.get(`accounts/${id}`)).body.default_storage_quota_mb;
    expect(await quota(follows)).toBe(900);
    expect(await quota(followsToo)).toBe(900);
    expect(await quota(own)).toBe(7);
    expect(await quota(below)).toBe(500);
  });

  it.each([
    [{ name: '' }, error('name', 'The account name cannot be blank')],
    [{ name: null }, error('name', 'The account name cannot be blank')],
    [{ name: 'x'.repeat(256) }, error('name', 'is too long (maximum is 255 characters)', 'too_long')],
    [{ default_time_zone: 'Booger' }, error('default_time_zone', "'Booger' is not a recognized time zone")],
    [{ default_storage_quota_mb: 'lots' }, error('default_storage_quota_mb', 'An integer value is required')],
    [{ default_user_storage_quota_mb: -1 }, error('default_user_storage_quota_mb', 'Value must be positive')],
    [{ default_group_storage_quota_mb: 2 ** 42 }, error('default_group_storage_quota_mb', 'Value too large')],
  ])('refuses %j', async (account, body) => {
    const { id } = await make.account();
    expect(await admin.put(`accounts/${id}`, { account })).toMatchObject({ status: 400, body });
  });

  it('refuses a request without account, an id that is taken, and Microsoft sync', async () => {
    const { id } = await make.account();
    expect((await admin.put(`accounts/${id}`, {})).body).toEqual({
      errors: [{ message: 'account is missing' }],
    });
    await make.account({ sis_account_id: 'taken', workflow_state: 'deleted' });
    expect(await admin.put(`accounts/${id}`, { account: { sis_account_id: 'taken' } })).toMatchObject({
      status: 400,
      body: error('sis_source_id', 'SIS ID "taken" is already in use'),
    });
    const sync = await admin.put(`accounts/${id}`, {
      account: { settings: { microsoft_sync_enabled: true } },
    });
    expect(sync.status).toBe(400);
    expect(sync.body.errors.bad_request[0].message).toContain('does not allow for Microsoft Teams sync');
  });

  it('stores settings that are inherited and ignores the rest with a hint', async () => {
    const { id } = await make.account();
    const { status, headers } = await admin.put(`accounts/${id}`, {
      account: {
        settings: {
          restrict_student_past_view: { value: 'yes', locked: '1' },
          lock_all_announcements: { value: false },
          sis_assignment_name_length_input: { value: '300' },
          open_registration: true,
          'no\nheader': true,
        },
      },
    });
    expect(status).toBe(200);
    expect(headers['x-easel-hint']).toContain('open_registration');
    expect(await settingsOf(id)).toEqual({
      restrict_student_past_view: { value: true, locked: true },
      lock_all_announcements: { value: false },
      sis_assignment_name_length_input: { value: '255' },
    });
    await admin.put(`accounts/${id}`, 'account[settings][restrict_student_past_view][value]=0');
    expect((await settingsOf(id))['restrict_student_past_view']).toEqual({ value: false });
  });

  it('turns services on and off and shows them', async () => {
    const { id } = await make.account();
    const { body } = await admin.put(`accounts/${id}`, {
      account: { services: { avatars: '1', skype: 'false', gopher: true } },
    });
    expect(body.services).toEqual({ google_docs_previews: true, skype: false, avatars: true });
  });

  it('takes a right for each part', async () => {
    const { id } = await make.account();
    const settings = await adminWith(id, 'manage_account_settings');
    const storage = await adminWith(id, 'manage_storage_quotas');
    expect(
      await settings.put(`accounts/${id}`, { account: { default_storage_quota_mb: 1, name: 'A' } }),
    ).toMatchObject({
      status: 401,
      body: error('default_storage_quota_mb', 'You are not allowed to manage quota settings'),
    });
    const denied = await storage.put(`accounts/${id}`, {
      account: { name: 'A', settings: {}, default_time_zone: 'UTC' },
    });
    expect(denied.status).toBe(401);
    expect(Object.keys(denied.body.errors)).toEqual(['name', 'default_time_zone', 'settings']);
    expect((await storage.put(`accounts/${id}`, { account: { default_storage_quota_mb: 1 } })).status).toBe(
      200,
    );
    expect((await storage.put(`accounts/${id}`, { account: { services: { avatars: true } } })).status).toBe(
      401,
    );
    expect(await settings.put(`accounts/${id}`, { account: { sis_account_id: 'x' } })).toMatchObject({
      status: 401,
      body: error('unauthorized', 'To change sis_account_id the user must have manage_sis permission.'),
    });
    expect(await admin.put('accounts/self', { account: { sis_account_id: 'x' } })).toMatchObject({
      status: 401,
      body: error('unauthorized', 'Cannot set sis_account_id on a root_account.'),
    });
  });

  it('chooses a template among the template courses', async () => {
    const { id } = await make.account();
    const template = await make.course({ template: true, account_id: id });
    const course = await make.course({ account_id: id });
    const choose = (course_template_id: unknown) =>
      admin.put(`accounts/${id}`, { account: { course_template_id } });
    const stored = async () =>
      (
        await database.kysely
          .selectFrom('accounts')
          .select('course_template_id')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).course_template_id;
    expect((await choose(template.id)).status).toBe(200);
    expect(await stored()).toBe(template.id);
    expect((await choose(course.id)).status).toBe(404);
    await choose(0);
    expect(await stored()).toBe(0);
    await choose('');
    expect(await stored()).toBeNull();
    const settings = await adminWith(id, 'manage_account_settings');
    expect(
      await settings.put(`accounts/${id}`, { account: { course_template_id: template.id } }),
    ).toMatchObject({
      status: 401,
      body: { errors: {} },
    });
  });

  it('moves an account with all below it, but never below itself', async () => {
    const from = await make.account();
    const to = await make.account();
    const moved = await make.account({ parent_account_id: from.id });
    const below = await make.account({ parent_account_id: moved.id });
    const course = await make.course({ account_id: below.id });
    const move = (id: number, parent_account_id: number) =>
      admin.put(`accounts/${id}`, { account: { parent_account_id } });
    expect((await move(moved.id, to.id)).body.parent_account_id).toBe(to.id);
    expect((await admin.get(`accounts/${to.id}/courses`)).ids).toEqual([course.id]);
    expect((await admin.get(`accounts/${from.id}/courses`)).ids).toEqual([]);
    const loop = await move(moved.id, below.id);
    expect(loop.status).toBe(400);
    expect(loop.body.errors.parent_account_id[0].message).toContain('would create a loop');
    const subAdmin = world.as((await make.accountAdmin(to.id)).token);
    expect(
      (await subAdmin.put(`accounts/${moved.id}`, { account: { parent_account_id: from.id } })).status,
    ).toBe(401);
  });

  it('leaves alone what sticks when asked not to override it', async () => {
    const { id, name } = await make.account();
    const rename = (name: string) =>
      admin.put(`accounts/${id}`, { account: { name }, override_sis_stickiness: false });
    expect((await rename(name)).body.name).toBe(name);
    expect((await rename('First')).body.name).toBe('First');
    expect((await rename('Second')).body.name).toBe('First');
    expect((await admin.put(`accounts/${id}`, { account: { name: 'Third' } })).body.name).toBe('Third');
  });
});

describe('GET /api/v1/accounts/{account_id}/settings', () => {
  it('shows what is set of Microsoft sync, and nothing else', async () => {
    const { id } = await make.account({
      settings: JSON.stringify({ microsoft_sync_enabled: true, microsoft_sync_tenant: null, kill_joy: true }),
    });
    expect((await admin.get(`accounts/${id}/settings`)).body).toEqual({ microsoft_sync_enabled: true });
    expect((await admin.get('accounts/self/settings')).body).toEqual({});
  });
});

describe('GET /api/v1/settings/environment', () => {
  it('shows what the institution has set, to anybody', async () => {
    expect((await anonymous.get('settings/environment')).body).toEqual({});
    await withRootSettings({ calendar_contexts_limit: 15, open_registration: false, secret: 1 }, async () => {
      expect((await anonymous.get('settings/environment')).body).toEqual({
        calendar_contexts_limit: 15,
        open_registration: false,
      });
    });
  });
});

describe('GET /api/v1/accounts/{account_id}/permissions', () => {
  it('says which of those asked for one has', async () => {
    const { id } = await make.account();
    const api = await adminWith(id, 'manage_storage_quotas');
    const { body } = await api.get(`accounts/${id}/permissions`, {
      'permissions[]': ['manage_storage_quotas', 'become_user', 'read', 'fly'],
    });
    expect(body).toEqual({ manage_storage_quotas: true, become_user: false, read: true, fly: false });
  });

  it('says all without a list', async () => {
    const { body } = await admin.get('accounts/self/permissions');
    expect(Object.keys(body).length).toBeGreaterThan(80);
    expect(body).toMatchObject({ manage_account_settings: true, manage_site_settings: false });
  });
});

describe('GET /api/v1/accounts/{account_id}/sub_accounts', () => {
  it('gives what is directly below, by id or by name', async () => {
    const top = await make.account();
    const zoology = await make.account({ parent_account_id: top.id, name: 'Zoology' });
    const art = await make.account({ parent_account_id: top.id, name: 'art' });
    await make.account({ parent_account_id: art.id });
    await make.account({ parent_account_id: top.id, workflow_state: 'deleted' });
    const { ids, links } = await admin.get(`accounts/${top.id}/sub_accounts`);
    expect(ids).toEqual([zoology.id, art.id]);
    expect(links['last']).toBeDefined();
    expect((await admin.get(`accounts/${top.id}/sub_accounts`, { order: 'name' })).ids).toEqual([
      art.id,
      zoology.id,
    ]);
    expect((await admin.get(`accounts/${art.id}/sub_accounts`, { page: 2 })).body).toEqual([]);
  });

  it('gives all below tier by tier when asked, without a total', async () => {
    const top = await make.account();
    const one = await make.account({ parent_account_id: top.id });
    const deep = await make.account({ parent_account_id: one.id });
    const two = await make.account({ parent_account_id: top.id });
    const gone = await make.account({ parent_account_id: top.id, workflow_state: 'deleted' });
    await make.account({ parent_account_id: gone.id });
    const { ids, links } = await admin.get(`accounts/${top.id}/sub_accounts`, { recursive: true });
    expect(ids).toEqual([one.id, two.id, deep.id]);
    expect(links['last']).toBeUndefined();
    const rows = await admin.all(`accounts/${top.id}/sub_accounts`, { recursive: 1, per_page: 1 });
    expect((rows as { id: number }[]).map(({ id }) => id)).toEqual(ids);
  });

  it('counts courses and accounts below when asked', async () => {
    const top = await make.account();
    const child = await make.account({ parent_account_id: top.id });
    await make.account({ parent_account_id: child.id });
    await make.course({ account_id: child.id });
    await make.course({ account_id: child.id, workflow_state: 'deleted' });
    const { body } = await admin.get(`accounts/${top.id}/sub_accounts`, {
      'include[]': ['course_count', 'sub_account_count'],
    });
    expect(body).toMatchObject([{ id: child.id, course_count: 1, sub_account_count: 1 }]);
  });
});

describe('POST /api/v1/accounts/{account_id}/sub_accounts', () => {
  it('makes an account below, with the quotas of the one above', async () => {
    const top = await make.account({ default_storage_quota_mb: 321, default_user_storage_quota_mb: 9 });
    const { status, body } = await admin.post(`accounts/${top.id}/sub_accounts`, {
      account: { name: 'New', sis_account_id: `new-${top.id}`, default_group_storage_quota_mb: 147 },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'New',
      workflow_state: 'active',
      parent_account_id: top.id,
      root_account_id: 1,
      default_storage_quota_mb: 321,
      default_user_storage_quota_mb: 50,
      default_group_storage_quota_mb: 147,
      sis_account_id: `new-${top.id}`,
    });
    expect((await admin.get('accounts/1/sub_accounts', { recursive: 1, per_page: 100 })).ids).toContain(
      body.id,
    );
    const { path } = await database.kysely
      .selectFrom('accounts')
      .select('path')
      .where('id', '=', body.id)
      .executeTakeFirstOrThrow();
    expect(path).toEqual([1, top.id, body.id]);
  });

  it('hangs it below a descendant that is named, and no other account', async () => {
    const top = await make.account();
    const below = await make.account({ parent_account_id: top.id });
    const other = await make.account();
    const create = (parent_account_id: number) =>
      admin.post(`accounts/${top.id}/sub_accounts`, { account: { name: 'N', parent_account_id } });
    expect((await create(below.id)).body.parent_account_id).toBe(below.id);
    expect(await create(other.id)).toMatchObject({ status: 404, body: notFound });
  });

  it('refuses what is missing, taken or not allowed', async () => {
    const { id } = await make.account();
    const create = (body: unknown, api = admin) => api.post(`accounts/${id}/sub_accounts`, body);
    expect(await create({})).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'account is missing' }] },
    });
    expect(await create({ account: { name: '' } })).toMatchObject({
      status: 400,
      body: error('name', "can't be blank", 'blank'),
    });
    await make.account({ sis_account_id: `taken-${id}` });
    expect(await create({ account: { name: 'N', sis_account_id: `taken-${id}` } })).toMatchObject({
      status: 400,
      body: error('sis_source_id', `SIS ID "taken-${id}" is already in use`),
    });
    const settings = await adminWith(id, 'manage_account_settings');
    expect(await create({ account: { name: 'N', sis_account_id: 'x' } }, settings)).toMatchObject({
      status: 401,
      body: { message: 'user not authorized to manage SIS data - account[sis_account_id]' },
    });
  });
});

describe('DELETE /api/v1/accounts/{account_id}/sub_accounts/{id}', () => {
  it('deletes an account that holds nothing, once and again', async () => {
    const top = await make.account();
    const account = await make.account({ parent_account_id: top.id });
    const below = world.as((await make.accountAdmin(account.id)).token);
    for (let time = 0; time < 2; time++) {
      expect(await admin.delete(`accounts/${top.id}/sub_accounts/${account.id}`)).toMatchObject({
        status: 200,
        body: { id: account.id, workflow_state: 'deleted' },
      });
    }
    expect((await admin.get(`accounts/${account.id}`)).status).toBe(404);
    expect((await below.get('accounts')).body).toEqual([]);
  });

  it('keeps one that holds courses or accounts, and the institution', async () => {
    const top = await make.account();
    const full = await make.account({ parent_account_id: top.id });
    const course = await make.course({ account_id: full.id });
    const remove = (id: number | string) => admin.delete(`accounts/1/sub_accounts/${id}`);
    const courses = {
      status: 409,
      body: { message: "You can't delete a sub-account that has courses in it." },
    };
    expect(await remove(full.id)).toMatchObject(courses);
    expect(await remove(top.id)).toMatchObject(courses);
    await admin.delete(`courses/${course.id}`, { event: 'delete' });
    expect(await remove(top.id)).toMatchObject({
      status: 409,
      body: { message: "You can't delete a sub-account that has sub-accounts in it." },
    });
    for (const id of ['sis_account_id:x', '0', 'x']) expect((await remove(id)).status).toBe(404);
    const other = await make.account();
    expect((await admin.delete(`accounts/${top.id}/sub_accounts/${other.id}`)).status).toBe(404);
  });
});

describe('GET /api/v1/accounts/{account_id}/terms_of_service', () => {
  it("gives the institution's, the same every time", async () => {
    const { id } = await make.account();
    const { status, body } = await anonymous.get('accounts/self/terms_of_service');
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.any(Number),
      terms_type: 'default',
      passive: true,
      account_id: 1,
      content: null,
      self_registration_type: 'none',
    });
    expect((await anonymous.get(`accounts/${id}/terms_of_service`)).body).toEqual({
      ...body,
      self_registration_type: null,
    });
  });
});

describe('GET /api/v1/accounts/{account_id}/help_links', () => {
  it("gives Canvas's links, and nothing for another account than the institution", async () => {
    const { body } = await admin.get('accounts/self/help_links');
    expect(body).toMatchObject({ help_link_name: 'Help', help_link_icon: 'help' });
    const ids = (links: { id: string }[]) => links.map(({ id }) => id);
    expect(ids(body.default_help_links)).toEqual([
      'instructor_question',
      'search_the_canvas_guides',
      'report_a_problem',
    ]);
    expect(body.custom_help_links).toEqual(body.default_help_links);
    const { id } = await make.account();
    expect((await admin.get(`accounts/${id}/help_links`)).body).toEqual({});
  });

  it("gives the institution's own links, filled in from Canvas's", async () => {
    const settings = {
      help_link_name: 'Rescue',
      new_custom_help_links: true,
      custom_help_links: [
        {
          text: 'Library',
          subtext: 'Open late',
          url: 'https://lib.example',
          available_to: ['student'],
          id: 'link1',
        },
        { type: 'default', id: 'report_a_problem', text: 'Complain', available_to: ['user'] },
      ],
    };
    await withRootSettings(settings, async () => {
      const { body } = await admin.get('accounts/self/help_links');
      expect(body.help_link_name).toBe('Rescue');
      expect(body.custom_help_links).toEqual([
        {
          available_to: ['student'],
          text: 'Library',
          subtext: 'Open late',
          url: 'https://lib.example',
          type: 'custom',
          id: 'link1',
        },
        {
          available_to: ['user'],
          text: 'Complain',
          subtext: 'If Canvas misbehaves, tell us about it',
          url: '#create_ticket',
          type: 'default',
          id: 'report_a_problem',
        },
      ]);
    });
  });
});

describe('GET /api/v1/manually_created_courses_account', () => {
  it('makes the account once, whoever asks and however many at a time', async () => {
    const stranger = world.as((await make.person()).token);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => stranger.get('manually_created_courses_account')),
    );
    const [first] = answers;
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(first?.body).toMatchObject({ name: 'Manually-Created Courses', parent_account_id: 1 });
    expect(first?.body).not.toHaveProperty('default_storage_quota_mb');
    const full = (await admin.get('manually_created_courses_account')).body;
    expect(full).toMatchObject({ id: first?.body.id, default_storage_quota_mb: 500 });
    expect(await settingsOf(full.id)).toEqual({ manually_created_courses: true });
  });
});

describe('POST /api/v1/accounts/{account_id}/root_accounts', () => {
  it('is refused to everybody who is no site administrator', async () => {
    expect((await admin.post('accounts/1/root_accounts', { account: { name: 'Else' } })).status).toBe(401);
    expect((await anonymous.post('accounts/1/root_accounts', {})).status).toBe(401);
    expect((await admin.post('accounts/0/root_accounts', {})).status).toBe(404);
  });
});
