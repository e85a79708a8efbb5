import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { admin, anonymous, as, clock, database, make } = world;

const notAuthorized = {
  status: 'unauthorized',
  errors: [{ message: 'user not authorized to perform that action' }],
};

/** A course with a teacher, and a group in it with one student. */
async function aGroup(category: object = {}, values: object = {}) {
  const course = await make.course();
  const context = { context_type: 'Course', context_id: course.id } as const;
  const teacher = await make.member(course.id, 'TeacherEnrollment');
  const student = await make.member(course.id, 'StudentEnrollment', { name: 'Ada Member' });
  const set = await make.groupCategory({ ...context, ...category });
  const group = await make.group({ ...context, group_category_id: set.id, ...values });
  const membership = await make.groupMember(group.id, student.id);
  const path = `groups/${group.id}`;
  return { course, context, teacher, student, set, group, membership, path };
}

const roll = async (groupId: number) => {
  const { body } = await admin.get(`groups/${groupId}/memberships`, { per_page: 100 });
  return body.map(({ user_id, workflow_state }: { user_id: number; workflow_state: string }) => [
    user_id,
    workflow_state,
  ]);
};

describe('GET /api/v1/groups/{group_id}', () => {
  it('gives a group to its member, in Canvas’s order', async () => {
    const { course, student, set, group } = await aGroup({}, { name: 'Red', description: 'We are red' });
    const { status, body } = await as(student.token).get(`groups/${group.id}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      id: group.id,
      name: 'Red',
      created_at: group.created_at,
      max_membership: null,
      is_public: false,
      join_level: 'invitation_only',
      group_category_id: set.id,
      description: 'We are red',
      members_count: 1,
      storage_quota_mb: 50,
      context_type: 'Course',
      course_id: course.id,
      context_name: course.name,
      avatar_url: null,
      role: null,
      leader: null,
      is_full: false,
      has_submission: false,
      concluded: false,
      non_collaborative: false,
    });
    expect(Object.keys(body).slice(0, 5)).toEqual([
      'id',
      'name',
      'created_at',
      'max_membership',
      'is_public',
    ]);
  });

  it('is found by its SIS id, and shows SIS fields to whoever may see them', async () => {
    const { teacher, group } = await aGroup({}, { sis_group_id: 'g-red' });
    const { body } = await admin.get('groups/sis_group_id:g-red');
    expect(body).toMatchObject({ id: group.id, sis_group_id: 'g-red', sis_import_id: null });
    expect((await as(teacher.token).get(`groups/${group.id}`)).body).not.toHaveProperty('sis_group_id');
    expect((await admin.get(`groups/lti_context_id:${group.lti_context_id}`)).body.id).toBe(group.id);
  });

  it('includes users, category, permissions, favorites, tabs and rights', async () => {
    const { course, student, teacher, group, set } = await aGroup();
    const inactive = await make.person({ name: 'Zoe Gone' });
    await make.enroll(inactive.id, course.id, 'StudentEnrollment', { workflow_state: 'inactive' });
    await make.groupMember(group.id, inactive.id);
    const include = {
      'include[]': [
        ...['users', 'group_category', 'permissions', 'favorites', 'html_url', 'tabs'],
        ...['can_access', 'can_message', 'nonsense'],
      ],
    };
    const me = as(student.token);
    await me.post(`users/self/favorites/groups/${group.id}`);
    const { body } = await me.get(`groups/${group.id}`, include);
    expect(body).toMatchObject({
      permissions: { create_discussion_topic: true, join: false, create_announcement: true },
      users: [{ id: student.id, name: 'Ada Member' }],
      group_category: { id: set.id, is_member: true },
      is_favorite: true,
      html_url: expect.stringMatching(`/groups/${group.id}$`),
      can_access: true,
      can_message: true,
    });
    expect(body.users).toHaveLength(1);
    expect(body.tabs.map(({ id }: { id: string }) => id)).toEqual([
      ...['home', 'announcements', 'pages', 'people', 'discussions', 'files'],
    ]);
    const seen = await as(teacher.token).get(`groups/${group.id}`, { 'include[]': 'users' });
    expect(seen.body.users.map(({ id }: { id: number }) => id)).toEqual([inactive.id, student.id]);
  });

  it('is full at its limit or at that of its category, and knows its leader and picture', async () => {
    const { group, student } = await aGroup({ group_limit: 2 });
    const picture = await make.file({
      context_type: 'Group',
      context_id: group.id,
      content_type: 'image/png',
    });
    await database.kysely
      .updateTable('groups')
      .set({ max_membership: 1, leader_id: student.id, avatar_attachment_id: picture.id })
      .where('id', '=', group.id)
      .execute();
    const { body } = await admin.get(`groups/${group.id}`);
    expect(body).toMatchObject({
      is_full: true,
      avatar_url: expect.stringMatching(`/images/thumbnails/${picture.id}/${picture.uuid}$`),
      leader: {
        id: student.id,
        display_name: 'Ada Member',
        html_url: expect.stringMatching(`/groups/${group.id}/users/${student.id}$`),
      },
    });
  });

  it('is concluded with its course, and has handed something in', async () => {
    const { course, group, set, student } = await aGroup();
    const assignment = await make.assignment({ course_id: course.id, group_category_id: set.id });
    await make.submission({
      course_id: course.id,
      assignment_id: assignment.id,
      user_id: student.id,
      group_id: group.id,
    });
    expect((await admin.get(`groups/${group.id}`)).body).toMatchObject({
      concluded: false,
      has_submission: true,
    });
    await admin.delete(`courses/${course.id}`, { event: 'conclude' });
    expect((await admin.get(`groups/${group.id}`)).body.concluded).toBe(true);
  });

  it('counts for whoever is kept to a section the members there', async () => {
    const { course, group } = await aGroup();
    const section = await make.section({ course_id: course.id });
    const pupil = await make.person();
    await make.enroll(pupil.id, course.id, 'StudentEnrollment', { course_section_id: section.id });
    await make.groupMember(group.id, pupil.id);
    const ta = await make.person();
    await make.enroll(ta.id, course.id, 'TaEnrollment', {
      course_section_id: section.id,
      limit_privileges_to_course_section: true,
    });
    const me = as(ta.token);
    expect((await me.get(`groups/${group.id}`)).body.members_count).toBe(1);
    expect((await me.get(`groups/${group.id}/users`)).ids).toEqual([pupil.id]);
    const { body } = await me.get(`courses/${course.id}/groups`, { 'include[]': 'users' });
    expect(body[0].users.map(({ id }: { id: number }) => id)).toEqual([pupil.id]);
  });

  it('is closed to other students, and gone once deleted', async () => {
    const { course, group } = await aGroup();
    const other = await make.member(course.id);
    expect(await as(other.token).get(`groups/${group.id}`)).toMatchObject({
      status: 401,
      body: notAuthorized,
    });
    expect((await anonymous.get(`groups/${group.id}`)).status).toBe(401);
    await admin.delete(`groups/${group.id}`);
    expect((await admin.get(`groups/${group.id}`)).status).toBe(404);
    expect((await admin.get('groups/nonsense')).status).toBe(404);
  });
});

describe('GET /api/v1/users/self/groups', () => {
  it('gives mine by name, of whatever context, be the course deleted', async () => {
    const { course, student, group } = await aGroup({}, { name: 'beta' });
    const account = { context_type: 'Account', context_id: 1 } as const;
    const community = await make.group({ ...account, name: 'Alpha' });
    await make.groupMember(community.id, student.id);
    const asked = await make.group({ ...account, name: 'Asked' });
    await make.groupMember(asked.id, student.id, { workflow_state: 'requested' });
    const me = as(student.token);
    expect((await me.get('users/self/groups')).ids).toEqual([community.id, group.id]);
    expect((await me.get('users/self/groups', { context_type: 'Course' })).ids).toEqual([group.id]);
    expect((await me.get('users/self/groups', { context_type: 'Nonsense' })).ids).toEqual([]);
    await admin.delete(`courses/${course.id}`, { event: 'delete' });
    const { body } = await me.get('users/self/groups', { 'include[]': 'can_access' });
    expect(body[1]).toMatchObject({ id: group.id, concluded: true, can_access: false });
  });
});

describe('GET /api/v1/courses/{course_id}/groups', () => {
  it('gives all groups by category and name, in a number of queries that doesn’t grow', async () => {
    const course = await make.course();
    const context = { context_type: 'Course', context_id: course.id } as const;
    const [b, a] = [
      await make.groupCategory({ ...context, name: 'B' }),
      await make.groupCategory({ ...context, name: 'a' }),
    ];
    const [b1, a2, a1] = [
      await make.group({ ...context, group_category_id: b.id, name: 'One' }),
      await make.group({ ...context, group_category_id: a.id, name: 'Two' }),
      await make.group({ ...context, group_category_id: a.id, name: 'one' }),
    ];
    const student = await make.member(course.id);
    await make.groupMember(a2.id, student.id);
    const me = as(student.token);
    const { ids, links } = await me.get(`courses/${course.id}/groups`, { per_page: 2 });
    expect(ids).toEqual([a1.id, a2.id]);
    expect(links['last']).toContain('page=2');
    expect((await me.get(`courses/${course.id}/groups`, { per_page: 2, page: 2 })).ids).toEqual([b1.id]);
    const own = await me.get(`courses/${course.id}/groups`, { only_own_groups: true });
    expect(own.ids).toEqual([a2.id]);
  });

  it('filters by the names of groups and members, and by a member', async () => {
    const { course, context, student, group } = await aGroup({}, { name: 'Squirtles' });
    const other = await make.group({ ...context, name: 'Abras' });
    const path = `courses/${course.id}/groups`;
    expect((await admin.get(path, { filter: 'abr' })).ids).toEqual([other.id]);
    expect((await admin.get(path, { filter: 'ada mem' })).ids).toEqual([group.id]);
    expect((await admin.get(path, { filter: '' })).ids).toHaveLength(2);
    expect((await admin.get(path, { user_id: student.id })).ids).toEqual([group.id]);
  });

  it('gives inactive members on request, and says who is at work', async () => {
    const { course, student, group } = await aGroup();
    const inactive = await make.person({ name: 'Zoe Gone' });
    await make.enroll(inactive.id, course.id, 'StudentEnrollment', { workflow_state: 'inactive' });
    await make.groupMember(group.id, inactive.id);
    const { body } = await as(student.token).get(`courses/${course.id}/groups`, {
      'include[]': 'users',
      include_inactive_users: true,
    });
    expect(body[0].users.map(({ id, active }: { id: number; active: boolean }) => [id, active])).toEqual([
      [inactive.id, false],
      [student.id, true],
    ]);
  });

  it('shows students their own groups alone where the people are hidden', async () => {
    const { course, context, student, group } = await aGroup();
    await make.group(context);
    await admin.put(`courses/${course.id}/tabs/people`, { hidden: true });
    expect((await as(student.token).get(`courses/${course.id}/groups`)).ids).toEqual([group.id]);
    expect((await admin.get(`courses/${course.id}/groups`)).ids).toHaveLength(2);
  });

  it('leaves differentiation tags out, and takes a right to ask for them', async () => {
    const { course, context, teacher } = await aGroup(
      { non_collaborative: true },
      { non_collaborative: true },
    );
    const plain = await make.group(context);
    const me = as(teacher.token);
    const path = `courses/${course.id}/groups`;
    expect((await me.get(path)).ids).toEqual([plain.id]);
    expect((await me.get(path, { collaboration_state: 'all' })).ids).toEqual([plain.id]);
    expect((await me.get(path, { collaboration_state: 'non_collaborative' })).status).toBe(401);
  });
});

describe('GET /api/v1/accounts/{account_id}/groups', () => {
  it('gives an account’s own groups to its administrators', async () => {
    const account = await make.account();
    const group = await make.group({ context_type: 'Account', context_id: account.id });
    const { body } = await admin.get(`accounts/${account.id}/groups`);
    expect(body).toMatchObject([
      { id: group.id, context_type: 'Account', account_id: account.id, context_name: account.name },
    ]);
    expect((await as((await make.person()).token).get(`accounts/${account.id}/groups`)).status).toBe(401);
  });
});

describe('POST /api/v1/groups', () => {
  it('makes a community of which whoever makes it is moderator', async () => {
    const person = await make.person();
    const { status, body } = await as(person.token).post('groups', {
      name: 'History Teachers',
      description: 'Because history is awesome',
      is_public: true,
      join_level: 'parent_context_request',
      storage_quota_mb: 22,
      max_membership: 30,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'History Teachers',
      is_public: true,
      join_level: 'parent_context_request',
      role: 'communities',
      context_type: 'Account',
      account_id: 1,
      // Without the right to it a quota is ignored.
      storage_quota_mb: 50,
      max_membership: 30,
      members_count: 1,
      users: [{ id: person.id }],
      group_category: { name: 'Communities', protected: true, allows_multiple_memberships: true },
      permissions: { create_discussion_topic: true, create_announcement: true },
    });
    const { body: membership } = await as(person.token).get(`groups/${body.id}/memberships/self`);
    expect(membership).toMatchObject({ moderator: true, workflow_state: 'accepted' });
    const second = await admin.post('groups', { name: 'Others', storage_quota_mb: 22 });
    expect(second.body).toMatchObject({ storage_quota_mb: 22, group_category_id: body.group_category_id });
  });

  it('names it where no name is given, and refuses what can’t be', async () => {
    expect((await admin.post('groups', {})).body.name).toMatch(/^\w{40}$/);
    expect(await admin.post('groups', { name: ' ', max_membership: 1 })).toMatchObject({
      status: 400,
      body: {
        errors: {
          name: [{ attribute: 'name', type: 'Name is required', message: 'Name is required' }],
          max_membership: [{ message: 'Must be greater than 1' }],
        },
      },
    });
    expect((await admin.post('groups', { name: 'x'.repeat(256) })).body.errors.name[0].message).toBe(
      'Enter a shorter group name',
    );
    expect((await admin.post('groups', { max_membership: 99_999_999_999 })).status).toBe(200);
  });

  it('takes a SIS id once, from whoever may give one', async () => {
    expect((await admin.post('groups', { sis_group_id: 'c-1' })).body.sis_group_id).toBe('c-1');
    expect(await admin.post('groups', { sis_group_id: 'c-1' })).toMatchObject({
      status: 400,
      body: { errors: { sis_source_id: [{ type: 'taken', message: 'has already been taken' }] } },
    });
    expect(await as((await make.person()).token).post('groups', { sis_group_id: 'c-2' })).toMatchObject({
      status: 401,
      body: { message: 'You must have manage_sis permission to set sis attributes' },
    });
  });
});

describe('POST /api/v1/group_categories/{group_category_id}/groups', () => {
  it('makes a group with the category’s limit, and invites', async () => {
    const { course, set, teacher } = await aGroup({ group_limit: 3 });
    const pupil = await make.member(course.id);
    const { status, body } = await as(teacher.token).post(`group_categories/${set.id}/groups`, {
      name: 'Blue',
      is_public: true,
      invitees: { [pupil.id]: '1', [teacher.id]: '0' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Blue', is_public: false, max_membership: 3, course_id: course.id });
    expect(await roll(body.id)).toEqual([[pupil.id, 'accepted']]);
  });

  it('is for those who add groups, and finds the category by its SIS id', async () => {
    const { set, student } = await aGroup({ sis_group_category_id: 'gc-1' });
    expect((await admin.post('group_categories/sis_group_category_id:gc-1/groups', {})).status).toBe(200);
    expect((await as(student.token).post(`group_categories/${set.id}/groups`, {})).status).toBe(401);
    expect((await admin.post('group_categories/999999/groups', {})).status).toBe(404);
  });
});

describe('PUT /api/v1/groups/{group_id}', () => {
  it('lets a moderator change a community, but not take it back from the public', async () => {
    const moderator = as((await make.person()).token);
    const { body: made } = await moderator.post('groups', { name: 'Chess' });
    const picture = await make.file({
      context_type: 'Group',
      context_id: made.id,
      content_type: 'image/png',
    });
    const { status, body } = await moderator.put(`groups/${made.id}`, {
      name: 'Chess II',
      description: 'Mate',
      is_public: true,
      join_level: 'parent_context_auto_join',
      avatar_id: picture.id,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Chess II',
      description: 'Mate',
      is_public: true,
      join_level: 'parent_context_auto_join',
      avatar_url: expect.stringContaining(`/images/thumbnails/${picture.id}/`),
    });
    expect(await moderator.put(`groups/${made.id}`, { is_public: false })).toMatchObject({
      status: 400,
      body: { errors: { is_public: [{ message: 'cannot be changed to that value' }] } },
    });
  });

  it('sets the members: others go, new ones come', async () => {
    const { course, student, group } = await aGroup();
    const pupil = await make.member(course.id);
    const stranger = await make.person();
    const { body } = await admin.put(`groups/${group.id}`, { members: [pupil.id, stranger.id, 'x'] });
    expect(body.users.map(({ id }: { id: number }) => id)).toEqual([pupil.id]);
    expect(await roll(group.id)).toEqual([[pupil.id, 'accepted']]);
    expect((await as(student.token).get(`groups/${group.id}`)).status).toBe(401);
  });

  it('gives it a leader among its members, who may change it', async () => {
    const { course, student, group } = await aGroup();
    const path = `groups/${group.id}`;
    expect((await admin.put(path, { leader: { id: student.id } })).body.leader.id).toBe(student.id);
    expect((await as(student.token).put(path, { name: 'Mine' })).body.name).toBe('Mine');
    expect(await admin.put(path, { leader: { id: (await make.member(course.id)).id } })).toMatchObject({
      status: 400,
      body: {},
    });
    expect((await admin.put(path, { leader: '' })).body.leader).toBeNull();
    expect((await as(student.token).put(path, { name: 'Still' })).status).toBe(401);
  });

  it('leaves a chosen name alone when asked to', async () => {
    const { group } = await aGroup();
    await admin.put(`groups/${group.id}`, { name: 'Chosen' });
    const { body } = await admin.put(`groups/${group.id}`, {
      name: 'From SIS',
      description: 'new',
      override_sis_stickiness: false,
    });
    expect(body).toMatchObject({ name: 'Chosen', description: 'new' });
  });

  it('refuses a SIS id without the right to it', async () => {
    const { teacher, group } = await aGroup();
    expect(await as(teacher.token).put(`groups/${group.id}`, { sis_group_id: 'x' })).toMatchObject({
      status: 401,
      body: { message: 'You must have manage_sis permission to update sis attributes' },
    });
    expect((await admin.put(`groups/${group.id}`, { sis_group_id: 'x-1' })).body.sis_group_id).toBe('x-1');
  });
});

describe('DELETE /api/v1/groups/{group_id}', () => {
  it('deletes it for those who may', async () => {
    const { student, teacher, group } = await aGroup();
    expect((await as(student.token).delete(`groups/${group.id}`)).status).toBe(401);
    expect(await as(teacher.token).delete(`groups/${group.id}`)).toMatchObject({
      status: 200,
      body: { id: group.id },
    });
    expect((await as(student.token).get('users/self/groups')).ids).toEqual([]);
  });
});

describe('POST /api/v1/groups/{group_id}/invite', () => {
  it('invites by address or login, and makes users of strangers', async () => {
    const moderator = as((await make.person()).token);
    const { body: group } = await moderator.post('groups', { name: 'Physics' });
    const known = await make.person();
    const { status, body } = await moderator.post(`groups/${group.id}/invite`, {
      invitees: [known.login, '"Leonard H" <Leonard@easel.example>, leonard@easel.example', 'no address'],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { user_id: known.id, workflow_state: 'invited', moderator: false, group_id: group.id },
      { workflow_state: 'invited' },
    ]);
    expect(body).toHaveLength(2);
    const { body: users } = await moderator.get(`groups/${group.id}/users`, { search_term: 'leon' });
    expect(users).toMatchObject([{ id: body[1].user_id, name: 'Leonard H', sortable_name: 'H, Leonard' }]);
    const again = await moderator.post(`groups/${group.id}/invite`, { invitees: ['leonard@easel.example'] });
    expect(again.body[0].id).toBe(body[1].id);
  });

  it('takes the right to manage the group', async () => {
    const { student, group } = await aGroup();
    const answer = await as(student.token).post(`groups/${group.id}/invite`, { invitees: ['a@b.example'] });
    expect(answer.status).toBe(401);
  });
});

describe('GET /api/v1/groups/{group_id}/users', () => {
  it('gives the members by name, searched and without the inactive', async () => {
    const { course, student, group } = await aGroup();
    const inactive = await make.person({ name: 'Zoe Abel' });
    await make.enroll(inactive.id, course.id, 'StudentEnrollment', { workflow_state: 'inactive' });
    await make.groupMember(group.id, inactive.id);
    const me = as(student.token);
    const path = `groups/${group.id}/users`;
    expect((await me.get(path)).ids).toEqual([inactive.id, student.id]);
    expect((await me.get(path, { exclude_inactive: true })).ids).toEqual([student.id]);
    expect((await me.get(path, { search_term: 'zoe' })).ids).toEqual([inactive.id]);
    expect(await me.get(path, { search_term: 'z' })).toMatchObject({
      status: 400,
      body: {
        errors: [{ field: 'search_term', code: 'invalid', message: '2 or more characters is required' }],
      },
    });
    const { body } = await me.get(path, { 'include[]': 'avatar_url' });
    expect(body[0].avatar_url).toContain('/images/');
    expect(body[0]).not.toHaveProperty('login_id');
  });
});

describe('GET /api/v1/groups/{group_id}/permissions', () => {
  it('tells the caller’s rights', async () => {
    const { student, teacher, group } = await aGroup();
    const path = `groups/${group.id}/permissions`;
    const asked = { 'permissions[]': ['read_roster', 'manage', 'nonsense'] };
    expect((await as(student.token).get(path, asked)).body).toEqual({
      read_roster: true,
      manage: false,
      nonsense: false,
    });
    expect((await as(teacher.token).get(path)).body).toMatchObject({ manage: true, participate: false });
  });
});

describe('POST /api/v1/groups/{group_id}/preview_html', () => {
  it('cleans HTML', async () => {
    const { student, group } = await aGroup();
    const { body } = await as(student.token).post(`groups/${group.id}/preview_html`, {
      html: '<p onclick="x()">a</p><script></script>',
    });
    expect(body).toEqual({ html: '<p>a</p>' });
  });
});

describe('who leaves a course', () => {
  it('leaves its groups once his last enrollment there is deleted', async () => {
    const { course, student, group } = await aGroup({ auto_leader: 'first' });
    const enrollment = await database.kysely
      .selectFrom('enrollments')
      .select('id')
      .where('user_id', '=', student.id)
      .executeTakeFirstOrThrow();
    const end = (task: string) => admin.delete(`courses/${course.id}/enrollments/${enrollment.id}`, { task });
    await end('inactivate');
    expect(await roll(group.id)).toEqual([[student.id, 'accepted']]);
    await end('delete');
    expect(await roll(group.id)).toEqual([]);
  });

  it('stays in those that ask for no section while he is enrolled in another', async () => {
    const { course, context, student, group } = await aGroup();
    const restricted = await make.groupCategory({ ...context, self_signup: 'restricted' });
    const closed = await make.group({ ...context, group_category_id: restricted.id });
    await make.groupMember(closed.id, student.id);
    await make.groupMember(closed.id, (await make.member(course.id)).id);
    const section = await make.section({ course_id: course.id });
    await make.enroll(student.id, course.id, 'StudentEnrollment', { course_section_id: section.id });
    const { id } = await database.kysely
      .selectFrom('enrollments')
      .select('id')
      .where('user_id', '=', student.id)
      .orderBy('id')
      .executeTakeFirstOrThrow();
    await admin.delete(`courses/${course.id}/enrollments/${id}`, { task: 'delete' });
    expect(await roll(group.id)).toHaveLength(1);
    expect(await roll(closed.id)).toHaveLength(1);
  });

  it('leaves all groups with the institution', async () => {
    const { student, group } = await aGroup();
    await admin.delete(`accounts/1/users/${student.id}`);
    expect(await roll(group.id)).toEqual([]);
    clock.advance(1);
  });
});
