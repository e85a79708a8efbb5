import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';
import { portions } from './distribute.ts';
import { singular } from './singular.ts';

const world = await openWorld();
const { admin, as, make } = world;

async function aCourse(students = 0) {
  const course = await make.course();
  const context = { context_type: 'Course', context_id: course.id } as const;
  const teacher = await make.member(course.id, 'TeacherEnrollment');
  const people = [];
  for (let n = 0; n < students; n++) people.push(await make.member(course.id));
  return { course, context, people, me: as(teacher.token), path: `courses/${course.id}/group_categories` };
}

const groupsOf = async (id: number) =>
  (await admin.get(`group_categories/${id}/groups`, { per_page: 100 })).body;
const sizesOf = async (id: number) =>
  (await groupsOf(id)).map(({ members_count }: { members_count: number }) => members_count);

describe('names of groups', () => {
  it.each([
    ['Project Groups', 'Project Group'],
    ['Classes', 'Class'],
    ['Parties', 'Party'],
    ['Team', 'Team'],
    ['People', 'person'],
    ['News', 'News'],
    ['Wolves', 'Wolf'],
  ])('of %s are of one %s', (many, one) => {
    expect(singular(many)).toBe(one);
  });
});

describe('portions', () => {
  it.each([
    [7, [0, 0, 0], [3, 2, 2]],
    [3, [2, 0, 1], [0, 2, 1]],
    [1, [1, 1], [1, 0]],
    [0, [0, 0], [0, 0]],
  ])('of %i people over groups of %j are %j', (people, members, shares) => {
    const groups = members.map((count) => ({ members: count, most: null }));
    expect(portions(people, groups)).toEqual(shares);
  });

  it('leave without a place whom the limits keep out', () => {
    expect(
      portions(9, [
        { members: 1, most: 2 },
        { members: 0, most: 3 },
      ]),
    ).toEqual([1, 3]);
  });
});

describe('POST /api/v1/courses/{course_id}/group_categories', () => {
  it('makes a set, as Canvas sends it', async () => {
    const { course, me, path } = await aCourse(2);
    const { status, body } = await me.post(path, { name: 'Project Groups' });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: body.id,
      name: 'Project Groups',
      role: null,
      self_signup: null,
      group_limit: null,
      auto_leader: null,
      created_at: body.created_at,
      self_signup_end_at: null,
      context_type: 'Course',
      course_id: course.id,
      groups_count: 0,
      unassigned_users_count: 2,
      protected: false,
      allows_multiple_memberships: false,
      is_member: false,
      non_collaborative: false,
    });
    const shown = await admin.get(`group_categories/${body.id}`);
    expect(shown.body).toMatchObject({ sis_group_category_id: null, sis_import_id: null });
  });

  it('makes groups for self sign-up and leaves them empty', async () => {
    const { me, path } = await aCourse(3);
    const { body } = await me.post(path, {
      name: 'Labs',
      self_signup: 'enabled',
      group_limit: 4,
      create_group_count: 3,
    });
    expect(body).toMatchObject({ self_signup: 'enabled', group_limit: 4, groups_count: 3 });
    const groups = await groupsOf(body.id);
    expect(groups.map(({ name }: { name: string }) => name)).toEqual(['Lab 1', 'Lab 2', 'Lab 3']);
    expect(groups[0]).toMatchObject({ max_membership: 4, members_count: 0 });
  });

  it('splits the students among a number of groups or into groups of a size, with leaders', async () => {
    const { me, path } = await aCourse(6);
    const split = await me.post(path, { name: 'A', split_group_count: 3, create_group_count: 5 });
    expect(await sizesOf(split.body.id)).toEqual([2, 2, 2]);
    expect(split.body.unassigned_users_count).toBe(0);
    const sized = await me.post(path, { name: 'B', create_group_member_count: 4, auto_leader: 'random' });
    expect(await sizesOf(sized.body.id)).toEqual([3, 3]);
    for (const { leader } of await groupsOf(sized.body.id)) expect(leader).not.toBeNull();
    const empty = await me.post(path, { name: 'C', split_groups: '0', create_group_count: 2 });
    expect(await groupsOf(empty.body.id)).toEqual([]);
  });

  it('understands the flags that pages send', async () => {
    const { me, path } = await aCourse(2);
    const signup = await me.post(path, { name: 'A', enable_self_signup: '1', split_group_count: 3 });
    expect(signup.body).toMatchObject({ self_signup: 'enabled', groups_count: 0 });
    const restricted = await me.post(path, {
      name: 'B',
      enable_self_signup: '1',
      restrict_self_signup: '1',
      enable_auto_leader: '1',
      auto_leader_type: 'FIRST',
    });
    expect(restricted.body).toMatchObject({ self_signup: 'restricted', auto_leader: 'first' });
    const wrong = await me.post(path, { name: 'C', enable_auto_leader: '1', auto_leader_type: 'x' });
    expect(wrong.body.errors.auto_leader).toHaveLength(1);
  });

  it.each([
    [{}, 'name', 'Name is required'],
    [{ name: 'Student Groups' }, 'name', 'Student Groups is a reserved name.'],
    [{ name: 'Taken' }, 'name', 'Taken is already in use.'],
    [{ name: 'x'.repeat(256) }, 'name', 'Enter a shorter category name'],
    [{ name: 'x'.repeat(254), create_group_count: 10 }, 'name', 'Enter a shorter category name'],
    [{ name: 'x', group_limit: 1 }, 'group_limit', 'Must be greater than 1'],
  ])('refuses %j', async (params, field, message) => {
    const { me, path } = await aCourse();
    await me.post(path, { name: 'Taken' });
    const { status, body } = await me.post(path, params);
    expect(status).toBe(400);
    expect(body.errors[field]).toMatchObject([{ attribute: field, message }]);
  });

  it('takes a SIS id once, from whoever may give one', async () => {
    const { me, path } = await aCourse();
    expect((await admin.post(path, { name: 'S', sis_group_category_id: 'gc-9' })).body).toMatchObject({
      sis_group_category_id: 'gc-9',
    });
    expect((await admin.post(path, { name: 'T', sis_group_category_id: 'gc-9' })).status).toBe(400);
    expect(await me.post(path, { name: 'U', sis_group_category_id: 'gc-10' })).toMatchObject({
      status: 401,
      body: { message: 'You must have manage_sis permission to set sis attributes' },
    });
  });

  it('is for those who add groups', async () => {
    const { path, people } = await aCourse(1);
    expect((await as(people[0]?.token ?? '').post(path, { name: 'A' })).status).toBe(401);
  });
});

describe('POST /api/v1/accounts/{account_id}/group_categories', () => {
  it('makes one without groups, and without self sign-up', async () => {
    const account = await make.account();
    const path = `accounts/${account.id}/group_categories`;
    const { body } = await admin.post(path, { name: 'Clubs', split_group_count: 3 });
    expect(body).toMatchObject({ context_type: 'Account', account_id: account.id, groups_count: 0 });
    expect((await admin.post(path, { name: 'Open', self_signup: 'enabled' })).body.errors).toMatchObject({
      enable_self_signup: [{ message: 'Self-signup may only be enabled for course groups or communities' }],
    });
    expect((await admin.post(path, { name: 'Communities' })).status).toBe(400);
  });
});

describe('GET /api/v1/courses/{course_id}/group_categories', () => {
  it('gives the sets that are there, with counts and groups on request', async () => {
    const { context, me, path } = await aCourse(2);
    const [first, second] = [await make.groupCategory(context), await make.groupCategory(context)];
    await make.groupCategory({ ...context, deleted_at: '2026-01-01T00:00:00Z' });
    await make.groupCategory({ ...context, non_collaborative: true });
    const group = await make.group({ ...context, group_category_id: second.id });
    const { body, links } = await me.get(path, {
      'includes[]': ['groups_count', 'unassigned_users_count', 'groups', 'nonsense'],
    });
    expect(body).toMatchObject([
      { id: first.id, groups_count: 0, groups: [], unassigned_users_count: 2 },
      { id: second.id, groups_count: 1, groups: [{ id: group.id }] },
    ]);
    expect(links['last']).toContain('page=1');
    expect((await me.get(path)).body[0]).not.toHaveProperty('groups_count');
  });

  it('knows the states of collaboration', async () => {
    const { me, path } = await aCourse();
    expect(await me.get(path, { collaboration_state: 'x' })).toMatchObject({
      status: 400,
      body: { error: 'Invalid collaboration_state parameter' },
    });
    expect(await me.get(path, { collaboration_state: 'non_collaborative' })).toMatchObject({
      status: 403,
      body: { error: 'Unauthorized to view non-collaborative group categories' },
    });
    expect((await me.get(path, { collaboration_state: 'ALL' })).status).toBe(200);
  });
});

describe('GET /api/v1/accounts/{account_id}/group_categories', () => {
  it('gives those of the account', async () => {
    const account = await make.account();
    const category = await make.groupCategory({ context_type: 'Account', context_id: account.id });
    expect((await admin.get(`accounts/${account.id}/group_categories`)).ids).toEqual([category.id]);
  });
});

describe('GET /api/v1/group_categories/{group_category_id}', () => {
  it('gives one, by its SIS id too, and the work on it while it goes on', async () => {
    const { context, me } = await aCourse(1);
    const { id } = await make.groupCategory({ ...context, sis_group_category_id: 'gc-77' });
    await make.group({ ...context, group_category_id: id });
    expect((await me.get('group_categories/sis_group_category_id:gc-77')).body.id).toBe(id);
    await me.post(`group_categories/${id}/assign_unassigned_members`);
    expect((await me.get(`group_categories/${id}`)).body.progress).toMatchObject({
      tag: 'assign_unassigned_members',
      workflow_state: 'queued',
    });
    await world.runJobs();
    expect((await me.get(`group_categories/${id}`)).body).not.toHaveProperty('progress');
    expect((await me.get('group_categories/999999')).status).toBe(404);
  });
});

describe('PUT /api/v1/group_categories/{group_category_id}', () => {
  it('changes it, and takes away what isn’t said', async () => {
    const { context, me } = await aCourse();
    const set = await make.groupCategory({ ...context, self_signup: 'enabled', auto_leader: 'first' });
    const group = await make.group({ ...context, group_category_id: set.id });
    const { body } = await me.put(`group_categories/${set.id}`, { name: 'Renamed', group_limit: 5 });
    expect(body).toMatchObject({ name: 'Renamed', self_signup: null, auto_leader: null, group_limit: 5 });
    expect((await me.get(`groups/${group.id}`)).body.max_membership).toBe(5);
    const same = await me.put(`group_categories/${set.id}`, { name: 'Renamed', create_group_count: 2 });
    expect(same.status).toBe(200);
    expect(await groupsOf(set.id)).toHaveLength(3);
  });

  it('can’t restrict sign-up where a group is of two sections', async () => {
    const { course, context, people, me } = await aCourse(1);
    const set = await make.groupCategory(context);
    const group = await make.group({ ...context, group_category_id: set.id });
    const section = await make.section({ course_id: course.id });
    const apart = await make.person();
    await make.enroll(apart.id, course.id, 'StudentEnrollment', { course_section_id: section.id });
    await make.groupMember(group.id, people[0]?.id ?? 0);
    const path = `group_categories/${set.id}`;
    expect((await me.put(path, { self_signup: 'restricted' })).status).toBe(200);
    await me.put(path, {});
    await make.groupMember(group.id, apart.id);
    expect((await me.put(path, { self_signup: 'restricted' })).body.errors).toMatchObject({
      restrict_self_signup: [
        { message: "Can't restrict self-signup while a mixed-section group exists in the category" },
      ],
    });
  });
});

describe('DELETE /api/v1/group_categories/{group_category_id}', () => {
  it('deletes it with its groups, unless it is Canvas’s own', async () => {
    const { context, me } = await aCourse();
    const set = await make.groupCategory(context);
    const group = await make.group({ ...context, group_category_id: set.id });
    expect((await me.delete(`group_categories/${set.id}`)).body.id).toBe(set.id);
    expect((await me.get(`groups/${group.id}`)).status).toBe(404);
    expect((await me.get(`group_categories/${set.id}`)).status).toBe(404);
    const own = await make.groupCategory({ ...context, role: 'student_organized' });
    expect(await me.delete(`group_categories/${own.id}`)).toMatchObject({
      status: 401,
      body: { status: 'unauthorized' },
    });
    const imported = await make.groupCategory({ ...context, role: 'imported' });
    expect((await me.delete(`group_categories/${imported.id}`)).status).toBe(200);
  });
});

describe('GET /api/v1/group_categories/{group_category_id}/groups', () => {
  it('gives its groups by name', async () => {
    const { context, me } = await aCourse();
    const set = await make.groupCategory(context);
    const inSet = { ...context, group_category_id: set.id };
    const [b, a] = [await make.group({ ...inSet, name: 'B' }), await make.group({ ...inSet, name: 'a' })];
    await make.group({ ...inSet, workflow_state: 'deleted' });
    expect((await me.get(`group_categories/${set.id}/groups`)).ids).toEqual([a.id, b.id]);
  });
});

describe('GET /api/v1/group_categories/{group_category_id}/users', () => {
  it('gives the students of the course, or those in no group', async () => {
    const { context, course, people, me } = await aCourse(1);
    const waldo = await make.member(course.id, 'StudentEnrollment', { name: 'Waldo Lost' });
    const set = await make.groupCategory(context);
    const group = await make.group({ ...context, group_category_id: set.id });
    await make.groupMember(group.id, people[0]?.id ?? 0);
    const path = `group_categories/${set.id}/users`;
    expect((await me.get(path)).ids.toSorted()).toEqual([people[0]?.id, waldo.id].toSorted());
    expect((await me.get(path, { unassigned: true })).ids).toEqual([waldo.id]);
    expect((await me.get(path, { search_term: 'wald' })).ids).toEqual([waldo.id]);
    expect((await me.get(path, { search_term: 'w' })).status).toBe(400);
    expect((await as((await make.person()).token).get(path)).status).toBe(401);
  });

  it('gives the people of an account', async () => {
    const category = await make.groupCategory({ context_type: 'Account', context_id: 1 });
    const person = await make.person({ name: 'Nora Accountant' });
    const { ids } = await admin.get(`group_categories/${category.id}/users`, { search_term: 'Accountant' });
    expect(ids).toEqual([person.id]);
  });
});

describe('POST /api/v1/group_categories/{group_category_id}/assign_unassigned_members', () => {
  it('puts everybody into the smallest groups at once', async () => {
    const { context, course, people, me } = await aCourse(4);
    const set = await make.groupCategory({ ...context, auto_leader: 'first' });
    const inSet = { ...context, group_category_id: set.id };
    const [one, two] = [await make.group(inSet), await make.group(inSet)];
    for (const person of people.slice(0, 2)) await make.groupMember(two.id, person.id);
    const { status, body } = await me.post(`group_categories/${set.id}/assign_unassigned_members`, {
      sync: true,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject([{ id: one.id }]);
    expect(body[0].new_members).toEqual(
      people.slice(2).map(({ id, sortable_name, short_name }) => ({
        user_id: id,
        name: sortable_name,
        display_name: short_name,
        sections: [{ section_id: expect.any(Number), section_code: course.name }],
      })),
    );
    expect(await sizesOf(set.id)).toEqual([2, 2]);
    expect((await groupsOf(set.id))[0].leader).not.toBeNull();
  });

  it('does so in the background, with a Progress that is nobody’s', async () => {
    const { context, me } = await aCourse(5);
    const set = await make.groupCategory(context);
    const inSet = { ...context, group_category_id: set.id };
    for (let n = 0; n < 2; n++) await make.group({ ...inSet, max_membership: 2 });
    const { body } = await me.post(`group_categories/${set.id}/assign_unassigned_members`);
    expect(body).toMatchObject({
      context_type: 'GroupCategory',
      context_id: set.id,
      tag: 'assign_unassigned_members',
      completion: 0,
      user_id: null,
    });
    await world.runJobs();
    expect((await me.get(`progress/${body.id}`)).body).toMatchObject({
      workflow_state: 'completed',
      completion: 100,
    });
    expect(await sizesOf(set.id)).toEqual([2, 2]);
  });

  it('leaves groups alone that students make, or sign up for by section', async () => {
    const { context, me } = await aCourse();
    for (const values of [{ role: 'student_organized' }, { self_signup: 'restricted' }] as const) {
      const { id } = await make.groupCategory({ ...context, ...values });
      expect(await me.post(`group_categories/${id}/assign_unassigned_members`)).toMatchObject({
        status: 400,
        body: {},
      });
    }
  });
});

const csv = (path: string, token: string, payload: string | Buffer) =>
  as(token).send('POST', path, { payload, headers: { 'content-type': 'text/csv' } });

describe('POST /api/v1/group_categories/{group_category_id}/import', () => {
  it('makes groups, brings them back and moves students, by ids and logins', async () => {
    const { context, course, people } = await aCourse(3);
    const teacher = await make.member(course.id, 'TeacherEnrollment');
    const set = await make.groupCategory(context);
    const inSet = { ...context, group_category_id: set.id };
    const before = await make.group({ ...inSet, name: 'Before' });
    const gone = await make.group({ ...inSet, name: 'Gone', workflow_state: 'deleted' });
    const [ada, bob, cy] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
    await make.groupMember(before.id, ada.id);
    const table = [
      'Canvas_User_ID,login_id,group_name,canvas_group_id',
      `${ada.id},,"New, one",`,
      `,${bob.login.toUpperCase()},"New, one",`,
      `${cy.id},,,${gone.id}`,
      // Once is enough, and neither strangers nor teachers are put anywhere.
      `${cy.id},,Before,`,
      `999999,nobody,Before,`,
      `${teacher.id},,Before,`,
      '',
    ].join('\r\n');
    const path = `group_categories/${set.id}/import`;
    const { status, body } = await csv(path, teacher.token, table);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      context_type: 'GroupCategory',
      tag: 'course_group_import',
      workflow_state: 'queued',
      completion: 0,
    });
    await world.runJobs();
    const { body: progress } = await as(teacher.token).get(`progress/${body.id}`);
    expect(progress.workflow_state).toBe('completed');
    expect(JSON.parse(progress.message)).toEqual({ type: 'import_groups', groups: 2, users: 3, error: null });
    const groups = await groupsOf(set.id);
    expect(
      groups.map((each: { name: string; members_count: number }) => [each.name, each.members_count]),
    ).toEqual([
      ['Before', 0],
      ['Gone', 1],
      ['New, one', 2],
    ]);
  });

  it.each([
    ['"a', 'Malformed CSV'],
    [Buffer.from([0x61, 0xff, 0x0a]), 'Invalid UTF-8'],
  ])('fails over %j', async (payload, error) => {
    const { context, course } = await aCourse();
    const teacher = await make.member(course.id, 'TeacherEnrollment');
    const { id } = await make.groupCategory(context);
    const { body } = await csv(`group_categories/${id}/import`, teacher.token, payload);
    await world.runJobs();
    const { body: progress } = await as(teacher.token).get(`progress/${body.id}`);
    expect(progress.workflow_state).toBe('failed');
    expect(JSON.parse(progress.message)).toMatchObject({ error });
  });

  it('takes a part of a form, and refuses what is no set of a course', async () => {
    const { context, course, people } = await aCourse(1);
    const teacher = await make.member(course.id, 'TeacherEnrollment');
    const { id } = await make.groupCategory(context);
    const payload = `--b\r\ncontent-disposition: form-data; name="attachment"; filename="g.csv"\r\n\r\ncanvas_user_id,group_name\n${people[0]?.id},Red\n\r\n--b--\r\n`;
    const { status } = await as(teacher.token).send('POST', `group_categories/${id}/import`, {
      payload,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    expect(status).toBe(200);
    await world.runJobs();
    expect(await sizesOf(id)).toEqual([1]);
    const own = await make.groupCategory({ ...context, role: 'communities' });
    expect((await csv(`group_categories/${own.id}/import`, teacher.token, 'a')).status).toBe(401);
    const account = await make.groupCategory({ context_type: 'Account', context_id: 1 });
    expect((await admin.post(`group_categories/${account.id}/import`, '')).status).toBe(400);
  });
});

describe('GET /api/v1/group_categories/{group_category_id}/export', () => {
  it('gives the students with their sections and groups, ready to be imported', async () => {
    const { context, course, me } = await aCourse();
    const section = await make.section({ course_id: course.id, name: 'Night' });
    const ada = await make.person({ name: 'Ada Lovelace' }, { sis_user_id: 's-1', unique_id: 'ada1' });
    const bob = await make.person({ name: 'Bob Byte' }, { unique_id: 'bob1' });
    for (const { id } of [ada, bob]) await make.enroll(id, course.id);
    await make.enroll(ada.id, course.id, 'StudentEnrollment', { course_section_id: section.id });
    const set = await make.groupCategory({ ...context, name: 'Sets "1"' });
    const path = `group_categories/${set.id}/export`;
    const empty = await me.get(path);
    expect(empty.headers).toMatchObject({
      'content-type': 'text/csv',
      'content-disposition': `attachment; filename="Sets _1_.csv"; filename*=UTF-8''Sets%20%221%22.csv`,
    });
    expect(empty.body.split('\n')[0]).toBe('name,canvas_user_id,user_id,login_id,sections,group_name');
    const group = await make.group({
      ...context,
      group_category_id: set.id,
      name: 'Red',
      sis_group_id: 'r1',
    });
    await make.groupMember(group.id, ada.id);
    expect((await me.get(path)).body.split('\n')).toEqual([
      'name,canvas_user_id,user_id,login_id,sections,group_name,canvas_group_id,group_id',
      `"Lovelace, Ada",${ada.id},s-1,ada1,${course.name} and Night,Red,${group.id},r1`,
      `"Byte, Bob",${bob.id},,bob1,${course.name},,,`,
      '',
    ]);
  });

  it('is for groups of courses', async () => {
    const account = await make.groupCategory({ context_type: 'Account', context_id: 1 });
    expect((await admin.get(`group_categories/${account.id}/export`)).status).toBe(400);
  });
});
