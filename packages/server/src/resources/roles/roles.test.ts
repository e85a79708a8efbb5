import { beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const sub = () => world.make.account();
const overridesOf = (id: number) =>
  world.database.kysely
    .selectFrom('role_overrides')
    .select(['permission', 'enabled', 'locked', 'applies_to_self', 'applies_to_descendants'])
    .where('role_id', '=', id)
    .orderBy('id')
    .execute();
const create = (params: object, account = 1) => world.admin.post(`accounts/${account}/roles`, params);

describe('permissions behind a feature', () => {
  const TAGS = 'manage_tags_add';

  it('are listed, shown and set where the institution has it on', async () => {
    const role = await world.make.role({ name: 'Tagger' });
    const path = `accounts/1/roles/${role.id}`;
    const listed = async () =>
      (await world.admin.get('accounts/1/roles/permissions', { per_page: 100 })).body.map(
        ({ key }: { key: string }) => key,
      );
    const change = { permissions: { [TAGS]: { explicit: true, enabled: true } } };
    expect(await listed()).not.toContain(TAGS);
    expect((await world.admin.put(path, change)).body.permissions).not.toHaveProperty(TAGS);
    expect(await overridesOf(role.id)).toEqual([]);
    await world.withSettings({ allow_assign_to_differentiation_tags: { value: true } }, async () => {
      expect(await listed()).toContain(TAGS);
      expect((await world.admin.put(path, change)).body.permissions[TAGS]).toMatchObject({ enabled: true });
      expect(await overridesOf(role.id)).toMatchObject([{ permission: TAGS, enabled: true }]);
    });
  });
});

describe('GET /api/v1/accounts/{account_id}/roles', () => {
  it('lists the built-in roles in their order', async () => {
    const account = await sub();
    const { status, body } = await world.admin.get(`accounts/${account.id}/roles`);
    expect(status).toBe(200);
    expect(body.map((role: { label: string }) => role.label)).toEqual([
      'Account Admin',
      'Student',
      'Teacher',
      'TA',
      'Designer',
      'Observer',
    ]);
    expect(body[0]).toMatchObject({
      role: 'AccountAdmin',
      base_role_type: 'AccountMembership',
      workflow_state: 'built_in',
      is_account_role: true,
    });
    expect(body[0]).not.toHaveProperty('account');
    expect(body[2]).toMatchObject({
      role: 'TeacherEnrollment',
      base_role_type: 'TeacherEnrollment',
      is_account_role: false,
    });
  });

  it("adds the account's own, with inherited ones and other states on request", async () => {
    const account = await sub();
    const above = await world.make.role({ name: 'Above' });
    const own = await world.make.role({ account_id: account.id, name: 'Own' });
    const off = await world.make.role({ account_id: account.id, name: 'Off', workflow_state: 'inactive' });
    await world.make.role({ account_id: account.id, name: 'Gone', workflow_state: 'deleted' });
    const path = `accounts/${account.id}/roles`;
    const custom = async (query: object) =>
      (await world.admin.get(path, { per_page: 100, ...query })).ids.filter((id) => id > 6);
    expect(await custom({})).toEqual([own.id]);
    expect(await custom({ show_inherited: true })).toEqual(expect.arrayContaining([above.id, own.id]));
    expect(await custom({ 'state[]': ['active', 'inactive'] })).toEqual([own.id, off.id]);
    const inactive = await world.admin.get(path, { 'state[]': 'inactive' });
    expect(inactive.ids).toEqual([off.id]);
    expect((await world.admin.get(path, { 'state[]': 'nonsense' })).ids).toContain(own.id);
  });

  it('pages with a last page', async () => {
    const { ids, links } = await world.admin.get('accounts/1/roles', { per_page: 4 });
    expect(ids).toEqual([1, 2, 3, 4]);
    expect(links['next']).toContain('page=2');
    expect(links['last']).toBeDefined();
  });
});

describe('GET /api/v1/accounts/{account_id}/roles/{id}', () => {
  it('shows a custom role with its account, keys in order', async () => {
    const role = await world.make.role({ name: 'Grader', base_role_type: 'TaEnrollment' });
    const { body } = await world.admin.get(`accounts/1/roles/${role.id}`);
    expect(Object.keys(body)).toEqual([
      'id',
      'role',
      'label',
      'last_updated_at',
      'base_role_type',
      'workflow_state',
      'created_at',
      'permissions',
      'is_account_role',
      'account',
    ]);
    expect(body).toMatchObject({ role: 'Grader', label: 'Grader', account: { id: 1 } });
    expect(body.permissions.read_roster).toEqual({
      enabled: true,
      locked: false,
      readonly: false,
      explicit: false,
      applies_to_self: true,
      applies_to_descendants: true,
    });
    expect(body.permissions.manage_courses_delete).toEqual({
      enabled: false,
      locked: true,
      readonly: true,
      explicit: false,
      group: 'manage_courses',
    });
  });

  it('leaves out what only the root account has', async () => {
    const account = await sub();
    const { body } = await world.admin.get(`accounts/${account.id}/roles/AccountAdmin`);
    expect(body.permissions).not.toHaveProperty('become_user');
    expect(body.permissions).not.toHaveProperty('manage_developer_keys');
    const root = await world.admin.get('accounts/1/roles/AccountAdmin');
    expect(root.body.permissions).toHaveProperty('become_user');
    expect(root.body.permissions).toHaveProperty('manage_developer_keys');
  });

  it('finds a role by its name, the nearest custom one first', async () => {
    const account = await sub();
    await world.make.role({ name: 'Helper' });
    const near = await world.make.role({ name: 'Helper', account_id: account.id });
    expect((await world.admin.get(`accounts/${account.id}/roles/Helper`)).body.id).toBe(near.id);
    expect((await world.admin.get(`accounts/${account.id}/roles/TaEnrollment`)).body.label).toBe('TA');
  });

  it('is 404 in its own words for what the account does not know', async () => {
    const account = await sub();
    const foreign = await world.make.role({ account_id: account.id });
    const deleted = await world.make.role({ workflow_state: 'deleted' });
    for (const id of [foreign.id, deleted.id, 99_999, 'Nobody']) {
      expect(await world.admin.get(`accounts/1/roles/${id}`)).toMatchObject({
        status: 404,
        body: { message: 'role not found' },
      });
    }
  });
});

describe('POST /api/v1/accounts/{account_id}/roles', () => {
  it('makes an account role unless told otherwise', async () => {
    const { status, body } = await create({ label: 'Librarian' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      role: 'Librarian',
      label: 'Librarian',
      base_role_type: 'AccountMembership',
      workflow_state: 'active',
      is_account_role: true,
      account: { id: 1 },
    });
    expect(body).not.toHaveProperty('base_role_type_label');
    expect(body.permissions.read_reports).toEqual({
      enabled: false,
      locked: false,
      readonly: false,
      explicit: false,
    });
  });

  it('makes a course role, and says what its base is called', async () => {
    const { body } = await create({ role: 'Proctor', base_role_type: 'TaEnrollment' });
    expect(body).toMatchObject({
      role: 'Proctor',
      base_role_type: 'TaEnrollment',
      is_account_role: false,
      base_role_type_label: 'TA',
    });
  });

  it('sets permissions at once, in every spelling of yes and no', async () => {
    const { body } = await create({
      role: 'Weird student',
      base_role_type: 'StudentEnrollment',
      permissions: {
        read_forum: { enabled: 'true', explicit: 'true' },
        moderate_forum: { explicit: true, enabled: false },
        post_to_forum: { explicit: 'false' },
        send_messages: { explicit: 'on', locked: 'yes', enabled: 'off' },
        manage_master_courses: { explicit: 1, enabled: 1 },
        no_such_permission: { explicit: 1, enabled: 1 },
      },
    });
    expect(await overridesOf(body.id)).toEqual([
      { permission: 'read_forum', enabled: true, locked: false, ...everywhere },
      { permission: 'moderate_forum', enabled: false, locked: false, ...everywhere },
      { permission: 'send_messages', enabled: false, locked: true, ...everywhere },
    ]);
    expect(body.permissions.read_forum).toMatchObject({ explicit: true, prior_default: true });
  });

  const everywhere = { applies_to_self: true, applies_to_descendants: true };

  it.each([
    [{ explicit: 1, locked: 0 }, []],
    [{ explicit: 0, enabled: 1, locked: 0 }, []],
    [{ explicit: 1, enabled: 0 }, [{ enabled: false, locked: false }]],
    [{ locked: 1 }, [{ enabled: true, locked: true }]],
    [
      { explicit: 1, enabled: 1, applies_to_descendants: 0 },
      [{ enabled: true, applies_to_self: true, applies_to_descendants: false }],
    ],
    [{ explicit: 1, enabled: 1, readonly: 1 }, []],
  ])('%j leaves %j', async (change, left) => {
    const { body } = await create({
      label: `R${JSON.stringify(change)}`,
      permissions: { read_reports: change },
    });
    expect(await overridesOf(body.id)).toMatchObject(left);
    expect(await overridesOf(body.id)).toHaveLength(left.length);
  });

  it('refuses what is in force for nobody, and leaves no role behind', async () => {
    const change = { locked: 1, applies_to_self: 0, applies_to_descendants: 0 };
    const answer = await create({ label: 'Nobody', permissions: { read_reports: change } });
    expect(answer).toMatchObject({
      status: 400,
      body: { message: 'Permission must be enabled for someone' },
    });
    expect((await world.admin.get('accounts/1/roles/Nobody')).status).toBe(404);
  });

  it.each([
    [{}, { message: "missing required parameter 'role'" }],
    [{ label: ' ' }, { message: "missing required parameter 'role'" }],
    [{ label: 'TeacherEnrollment' }, { message: 'role name TeacherEnrollment already in use' }],
    [
      { label: 'X', base_role_type: 'nonsense' },
      {
        errors: {
          base_role_type: [{ attribute: 'base_role_type', type: 'is invalid', message: 'is invalid' }],
        },
      },
    ],
    [
      { label: 'student' },
      { errors: { name: [{ attribute: 'name', type: 'is reserved', message: 'is reserved' }] } },
    ],
    [
      { label: 'Account Admin' },
      {
        errors: {
          label: [
            {
              attribute: 'label',
              type: 'A role with this name already exists',
              message: 'A role with this name already exists',
            },
          ],
        },
      },
    ],
  ])('refuses %j', async (params, body) => {
    expect(await create(params)).toMatchObject({ status: 400, body });
  });

  it('refuses a name in use along the chain, but not that of an inactive or foreign role', async () => {
    const account = await sub();
    await world.make.role({ name: 'Used above' });
    await world.make.role({ name: 'Resting', account_id: account.id, workflow_state: 'inactive' });
    await world.make.role({ name: 'Below', account_id: account.id });
    expect((await create({ label: 'Used above' }, account.id)).body).toEqual({
      message: 'role name Used above already in use',
    });
    expect((await create({ label: 'Resting' }, account.id)).status).toBe(200);
    expect((await create({ label: 'Below' })).status).toBe(200);
  });

  it('refuses a name that is too long', async () => {
    const { status, body } = await create({ label: 'x'.repeat(256) });
    expect(status).toBe(400);
    expect(body.errors.name[0].message).toBe('is too long (maximum is 255 characters)');
  });
});

describe('PUT /api/v1/accounts/{account_id}/roles/{id}', () => {
  const update = (id: number | string, params: object, account = 1) =>
    world.admin.put(`accounts/${account}/roles/${id}`, params);

  it('renames a custom role', async () => {
    const { id } = await world.make.role();
    const { body } = await update(id, { label: 'New name' });
    expect(body).toMatchObject({ id, role: 'New name', label: 'New name' });
  });

  it('renames neither a built-in nor an inherited role', async () => {
    const account = await sub();
    const { id } = await world.make.role();
    expect((await update('AccountAdmin', { label: 'Boss' })).body).toEqual({
      message: "cannot update the 'label' for a built-in role",
    });
    expect((await update('AccountAdmin', { label: 'Account Admin' })).status).toBe(200);
    expect((await update(id, { label: 'Boss' }, account.id)).body).toEqual({
      message: "cannot update the 'label' for an inherited role",
    });
  });

  it('refuses the name of another active role', async () => {
    await world.make.role({ name: 'Taken' });
    const { id } = await world.make.role();
    const { status, body } = await update(id, { label: 'Taken' });
    expect(status).toBe(400);
    expect(body.errors.label[0].message).toBe('A role with this name already exists');
  });

  it('sets and takes back a permission of a built-in role, in this account', async () => {
    const account = await sub();
    const set = await update(
      'TeacherEnrollment',
      { permissions: { read_question_banks: { explicit: 1, enabled: 0, locked: 1 } } },
      account.id,
    );
    expect(set.body.permissions.read_question_banks).toEqual({
      enabled: false,
      locked: true,
      readonly: false,
      explicit: true,
      prior_default: true,
    });
    const below = await world.make.account({ parent_account_id: account.id });
    const seen = await world.admin.get(`accounts/${below.id}/roles/TeacherEnrollment`);
    expect(seen.body.permissions.read_question_banks).toMatchObject({
      enabled: false,
      locked: true,
      readonly: true,
      explicit: false,
    });
    const root = await world.admin.get('accounts/1/roles/TeacherEnrollment');
    expect(root.body.permissions.read_question_banks).toMatchObject({ enabled: true, explicit: false });

    const unset = await update(
      'TeacherEnrollment',
      { permissions: { read_question_banks: { explicit: 0 } } },
      account.id,
    );
    expect(unset.body.permissions.read_question_banks).toMatchObject({ enabled: true, explicit: false });
  });

  it('ignores what the role can never have', async () => {
    const { body } = await update('StudentEnrollment', {
      permissions: { read_question_banks: { explicit: 1, enabled: 1 } },
    });
    expect(body.permissions.read_question_banks).toEqual({
      enabled: false,
      locked: true,
      readonly: true,
      explicit: false,
    });
  });

  it('sets all members of a group by its name, and locks only the group', async () => {
    const { id } = await world.make.role();
    await update(id, { permissions: { manage_sections: { explicit: 1, enabled: 1, locked: 1 } } });
    expect(await overridesOf(id)).toMatchObject(
      ['add', 'edit', 'delete'].map((verb) => ({
        permission: `manage_sections_${verb}`,
        enabled: true,
        locked: true,
      })),
    );
    await update(id, { permissions: { manage_sections_edit: { explicit: 1, enabled: 0 } } });
    // Explicit alone leaves each as it is; the lock goes.
    await update(id, { permissions: { manage_sections: { explicit: 1, locked: 0 } } });
    const left = await overridesOf(id);
    expect(left.map(({ permission, enabled, locked }) => [permission, enabled, locked])).toEqual([
      ['manage_sections_add', true, false],
      ['manage_sections_edit', false, false],
      ['manage_sections_delete', true, false],
    ]);
    expect(await update(id, { permissions: { manage_sections_add: { locked: 1 } } })).toMatchObject({
      status: 400,
      body: { message: 'Cannot change locked status on granular permission' },
    });
  });

  it('is felt by those who have the role', async () => {
    const account = await sub();
    const role = await world.make.role({ account_id: account.id });
    const person = await world.make.accountAdmin(account.id, role.id);
    const path = `accounts/${account.id}/courses`;
    expect((await world.as(person.token).get(path)).status).toBe(401);
    await update(role.id, { permissions: { read_course_list: { explicit: 1, enabled: 1 } } }, account.id);
    expect((await world.as(person.token).get(path)).status).toBe(200);
  });

  it('answers malformed permissions with 400', async () => {
    expect((await update('TaEnrollment', { permissions: 'all' })).status).toBe(400);
    expect((await update('TaEnrollment', { permissions: { read_forum: 'yes' } })).status).toBe(400);
  });
});

describe('DELETE /api/v1/accounts/{account_id}/roles/{id}', () => {
  it('deactivates, once', async () => {
    const { id } = await world.make.role();
    const { status, body } = await world.admin.delete(`accounts/1/roles/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, workflow_state: 'inactive' });
    expect((await world.admin.delete(`accounts/1/roles/${id}`)).body).toEqual({
      message: 'Cannot deactivate an already inactive role',
    });
  });

  it('refuses built-in roles, and knows those of other accounts not', async () => {
    const account = await sub();
    const { id } = await world.make.role();
    expect(await world.admin.delete('accounts/1/roles/TaEnrollment')).toMatchObject({
      status: 400,
      body: { message: 'Cannot remove a built-in role' },
    });
    const { status, body } = await world.admin.delete(`accounts/${account.id}/roles/${id}`);
    expect(status).toBe(404);
    expect(body.errors[0].message).toBe('The specified resource does not exist.');
  });
});

describe('POST /api/v1/accounts/{account_id}/roles/{id}/activate', () => {
  const activate = (id: number | string, account = 1) =>
    world.admin.post(`accounts/${account}/roles/${id}/activate`);

  it('brings an inactive role back', async () => {
    const { id } = await world.make.role({ workflow_state: 'inactive' });
    expect(await activate(id)).toMatchObject({ status: 200, body: { id, workflow_state: 'active' } });
  });

  it('refuses while another of the name is active, or the role itself', async () => {
    const message = 'An active role already exists with that name';
    const active = await world.make.role({ name: 'Twin' });
    const resting = await world.make.role({ name: 'Twin', workflow_state: 'inactive' });
    expect(await activate(resting.id)).toMatchObject({ status: 400, body: { message } });
    expect(await activate(active.id)).toMatchObject({ status: 400, body: { message } });
  });

  it('refuses built-in roles and those of other accounts', async () => {
    const account = await sub();
    const { id } = await world.make.role({ workflow_state: 'inactive' });
    expect((await activate('TaEnrollment')).body).toEqual({ message: 'Cannot activate a built-in role' });
    expect((await activate(id, account.id)).status).toBe(404);
  });
});

describe('GET /api/v1/accounts/{account_id}/roles/permissions', () => {
  it('lists them all at once, with their groups', async () => {
    const { body, links } = await world.admin.get('accounts/1/roles/permissions');
    expect(body.length).toBeGreaterThan(80);
    expect(links).toEqual({});
    expect(body[0]).toMatchObject({ key: 'become_user', label: 'Users - act as' });
    expect(body.find(({ key }: { key: string }) => key === 'manage_sections_add')).toMatchObject({
      group: 'manage_sections',
      group_label: 'Manage Course Sections',
    });
  });

  it('searches key, label and group', async () => {
    const keys = async (search_term: string, account = 1) =>
      (await world.admin.get(`accounts/${account}/roles/permissions`, { search_term })).body.map(
        ({ key }: { key: string }) => key,
      );
    expect(await keys('ACT AS')).toEqual(['become_user']);
    expect(await keys('become_user')).toEqual(['become_user']);
    expect(await keys('become_user', (await sub()).id)).toEqual([]);
    expect(await keys('Manage Course Sections')).toHaveLength(3);
    expect(await keys('no such thing')).toEqual([]);
  });
});

describe('GET /api/v1/permissions/groups', () => {
  it('is a map of labels', async () => {
    const { body } = await world.admin.get('permissions/groups');
    expect(body.manage_sections).toEqual({
      label: 'Manage Course Sections',
      subtitle: 'add / delete / edit',
    });
  });
});

describe('GET /api/v1/permissions/{context_type}/{permission}/help', () => {
  it('says who has a permission and can be given it, in courses or in accounts', async () => {
    const inCourse = await world.admin.get('permissions/course/read_roster/help');
    expect(inCourse.body).toEqual({
      details: [
        {
          title: 'Users - view list',
          description: 'On by default for: Student, TA, Designer, Teacher. Can also be given to: Observer.',
        },
      ],
      considerations: [
        {
          title: 'Users - view list',
          description: 'After the course has ended, kept by: Teacher, TA, Designer.',
        },
      ],
    });
    const inAccount = await world.admin.get('permissions/account/become_user/help');
    expect(inAccount.body.considerations).toEqual([
      { title: 'Users - act as', description: 'In force only for roles held in the root account.' },
    ]);
  });

  it('explains the members of a group', async () => {
    const { body } = await world.admin.get('permissions/course/manage_sections/help');
    expect(body.details).toHaveLength(3);
  });

  it('is 404 for what is no permission', async () => {
    expect((await world.admin.get('permissions/course/fly/help')).status).toBe(404);
  });
});
