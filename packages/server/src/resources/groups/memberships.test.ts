import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const { admin, as, database, make } = await openWorld();

async function aCourse(category: object = {}) {
  const course = await make.course();
  const context = { context_type: 'Course', context_id: course.id } as const;
  const teacher = await make.member(course.id, 'TeacherEnrollment');
  const student = await make.member(course.id);
  const set = await make.groupCategory({ ...context, ...category });
  const inSet = { ...context, group_category_id: set.id };
  const group = await make.group(inSet);
  return { course, context, teacher, student, set, inSet, group };
}

/** A community with its moderator. */
async function aCommunity(values: object = {}) {
  const moderator = await make.person();
  const { body } = await as(moderator.token).post('groups', { name: 'Readers', ...values });
  return { moderator: as(moderator.token), id: body.id as number, path: `groups/${body.id}/memberships` };
}

const leaderOf = async (id: number) => (await admin.get(`groups/${id}`)).body.leader?.id ?? null;

describe('POST /api/v1/groups/{group_id}/memberships', () => {
  it('puts a student into a group, once, and moves him out of the others of its category', async () => {
    const { teacher, student, inSet, group } = await aCourse();
    const other = await make.group(inSet);
    const me = as(teacher.token);
    const first = await me.post(`groups/${group.id}/memberships`, { user_id: student.id });
    expect(first).toMatchObject({
      status: 200,
      body: {
        group_id: group.id,
        user_id: student.id,
        workflow_state: 'accepted',
        moderator: false,
        just_created: true,
      },
    });
    expect(Object.keys(first.body)).toEqual([
      ...['id', 'group_id', 'workflow_state', 'user_id', 'created_at', 'moderator', 'just_created'],
    ]);
    const again = await me.post(`groups/${group.id}/memberships`, { user_id: student.id });
    expect(again.body).toMatchObject({ id: first.body.id, just_created: false });
    await me.post(`groups/${other.id}/memberships`, { user_id: student.id });
    expect((await me.get(`groups/${group.id}/memberships`)).body).toEqual([]);
    expect((await as(student.token).get('users/self/groups')).ids).toEqual([other.id]);
  });

  it('lets students join by themselves where the category says so', async () => {
    const closed = await aCourse();
    const join = (token: string, id: number) =>
      as(token).post(`groups/${id}/memberships`, { user_id: 'self' });
    expect((await join(closed.student.token, closed.group.id)).status).toBe(401);
    const open = await aCourse({ self_signup: 'enabled' });
    expect((await join(open.student.token, open.group.id)).body.workflow_state).toBe('accepted');
    const another = await make.member(open.course.id);
    const sent = await as(open.student.token).post(`groups/${open.group.id}/memberships`, {
      user_id: another.id,
    });
    expect(sent.status).toBe(401);
    expect((await as(open.student.token).delete(`groups/${open.group.id}/memberships/self`)).body).toEqual({
      ok: true,
    });
  });

  it('asks for a section in common where sign-up is restricted', async () => {
    const { course, student, group } = await aCourse({ self_signup: 'restricted' });
    const section = await make.section({ course_id: course.id });
    const apart = await make.person({ name: 'Bea Apart' });
    await make.enroll(apart.id, course.id, 'StudentEnrollment', { course_section_id: section.id });
    const join = (token: string) => as(token).post(`groups/${group.id}/memberships`, { user_id: 'self' });
    expect((await join(student.token)).status).toBe(200);
    expect((await join(apart.token)).status).toBe(401);
    expect(await admin.post(`groups/${group.id}/memberships`, { user_id: apart.id })).toMatchObject({
      status: 400,
      body: {
        errors: {
          user_id: [
            { message: `Bea Apart does not share a section with the other members of ${group.name}.` },
          ],
        },
      },
    });
  });

  it('is refused when the group is full, and the last place is given once', async () => {
    const { course, group, teacher } = await aCourse({ self_signup: 'enabled', group_limit: 2 });
    const people = [];
    for (let n = 0; n < 4; n++) people.push(await make.member(course.id));
    const answers = await Promise.all(
      people.map(({ token }) => as(token).post(`groups/${group.id}/memberships`, { user_id: 'self' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 400, 400]);
    expect(answers.find(({ status }) => status === 400)?.body).toMatchObject({
      errors: { group_id: [{ message: 'The group is full.' }] },
    });
    expect((await as(teacher.token).get(`groups/${group.id}`)).body).toMatchObject({
      members_count: 2,
      is_full: true,
    });
  });

  it('asks or joins in a community as its level has it', async () => {
    const person = await make.person();
    const me = as(person.token);
    const join = (path: string) => me.post(path, { user_id: 'self' });
    const asked = await aCommunity({ join_level: 'parent_context_request' });
    expect((await join(asked.path)).body.workflow_state).toBe('requested');
    const free = await aCommunity({ join_level: 'parent_context_auto_join' });
    expect((await join(free.path)).body.workflow_state).toBe('accepted');
    const closed = await aCommunity();
    expect((await join(closed.path)).status).toBe(401);
    // One comes to a community by oneself.
    expect((await free.moderator.post(free.path, { user_id: (await make.person()).id })).status).toBe(401);
  });

  it('knows nobody who isn’t there, and puts nobody in who isn’t in the course', async () => {
    const { group } = await aCourse();
    const path = `groups/${group.id}/memberships`;
    expect((await admin.post(path, { user_id: 999_999 })).status).toBe(404);
    expect((await admin.post(path, {})).status).toBe(404);
    expect((await admin.post(path, { user_id: (await make.person()).id })).status).toBe(401);
  });

  it('takes many at once for differentiation tags alone', async () => {
    const { student, group } = await aCourse();
    const answer = await admin.post(`groups/${group.id}/memberships`, { members: [student.id] });
    expect(answer).toMatchObject({ status: 400, body: '' });
  });

  it('makes the first to come the leader, and another when he leaves', async () => {
    const { course, student, group } = await aCourse({ auto_leader: 'first', self_signup: 'enabled' });
    const second = await make.member(course.id);
    const path = `groups/${group.id}/memberships`;
    for (const { token } of [student, second]) await as(token).post(path, { user_id: 'self' });
    expect(await leaderOf(group.id)).toBe(student.id);
    await as(student.token).delete(`${path}/self`);
    expect(await leaderOf(group.id)).toBe(second.id);
    await as(second.token).delete(`${path}/self`);
    expect(await leaderOf(group.id)).toBeNull();
  });
});

describe('GET /api/v1/groups/{group_id}/memberships', () => {
  it('gives all but who has left, or those in some states', async () => {
    const { id, moderator, path } = await aCommunity();
    const [asked, gone] = [await make.person(), await make.person()];
    await make.groupMember(id, asked.id, { workflow_state: 'requested' });
    await make.groupMember(id, gone.id, { workflow_state: 'deleted' });
    expect((await moderator.get(path)).body).toHaveLength(2);
    const { body } = await moderator.get(path, { 'filter_states[]': ['requested', 'deleted'] });
    expect(body).toMatchObject([{ user_id: asked.id }]);
    expect((await moderator.get(path, { 'filter_states[]': 'deleted' })).body).toEqual([]);
    expect((await as((await make.person()).token).get(path)).status).toBe(401);
    expect((await admin.get(path)).body[0]).toMatchObject({ sis_group_id: null, sis_import_id: null });
  });
});

describe('GET /api/v1/groups/{group_id}/memberships/{membership_id}', () => {
  it('gives one, by its id or as self', async () => {
    const { student, group } = await aCourse();
    const { id } = await make.groupMember(group.id, student.id);
    const me = as(student.token);
    expect((await me.get(`groups/${group.id}/memberships/${id}`)).body.user_id).toBe(student.id);
    expect((await me.get(`groups/${group.id}/memberships/self`)).body.id).toBe(id);
    expect((await admin.get(`groups/${group.id}/memberships/self`)).status).toBe(404);
    expect((await me.get(`groups/${group.id}/memberships/999999`)).status).toBe(404);
    expect((await me.get(`groups/${group.id}/memberships/x`)).status).toBe(404);
  });
});

describe('GET /api/v1/groups/{group_id}/users/{user_id}', () => {
  it('gives the membership of a user, in whatever form he is named', async () => {
    const { student, group } = await aCourse();
    const { id } = await make.groupMember(group.id, student.id);
    for (const name of [student.id, `sis_login_id:${student.login}`]) {
      expect((await admin.get(`groups/${group.id}/users/${name}`)).body.id).toBe(id);
    }
    expect((await as(student.token).get(`groups/${group.id}/users/self`)).body.id).toBe(id);
    expect((await admin.get(`groups/${group.id}/users/sis_user_id:nobody`)).status).toBe(404);
  });
});

describe('PUT /api/v1/groups/{group_id}/memberships/{membership_id}', () => {
  it('lets somebody in, and changes no other state', async () => {
    const { id, moderator, path } = await aCommunity();
    const person = await make.person();
    const asked = await make.groupMember(id, person.id, { workflow_state: 'requested' });
    expect((await as(person.token).put(`${path}/${asked.id}`, { workflow_state: 'accepted' })).status).toBe(
      401,
    );
    const { body } = await moderator.put(`${path}/${asked.id}`, { workflow_state: 'accepted' });
    expect(body).toMatchObject({ id: asked.id, workflow_state: 'accepted' });
    for (const workflow_state of ['requested', 'invited', 'deleted']) {
      const { status, body: same } = await moderator.put(`${path}/${asked.id}`, { workflow_state });
      expect([status, same.workflow_state]).toEqual([200, 'accepted']);
    }
  });
});

describe('PUT /api/v1/groups/{group_id}/users/{user_id}', () => {
  it('makes a moderator, who may then manage', async () => {
    const { teacher, student, group } = await aCourse();
    await make.groupMember(group.id, student.id);
    const path = `groups/${group.id}/users/${student.id}`;
    expect((await as(student.token).put(path, { moderator: true })).status).toBe(401);
    expect((await as(teacher.token).put(path, { moderator: true })).body.moderator).toBe(true);
    expect((await as(student.token).put(path, { moderator: false })).body.moderator).toBe(false);
  });
});

describe('DELETE /api/v1/groups/{group_id}/memberships/{membership_id}', () => {
  it('takes somebody out; of course groups one doesn’t go by oneself', async () => {
    const { teacher, student, group } = await aCourse();
    const { id } = await make.groupMember(group.id, student.id);
    const path = `groups/${group.id}/memberships/${id}`;
    expect((await as(student.token).delete(path)).status).toBe(401);
    expect(await as(teacher.token).delete(path)).toMatchObject({ status: 200, body: { ok: true } });
    expect((await as(teacher.token).delete(path)).status).toBe(404);
  });
});

describe('DELETE /api/v1/groups/{group_id}/users/{user_id}', () => {
  it('leaves a community', async () => {
    const { id } = await aCommunity();
    const person = await make.person();
    await make.groupMember(id, person.id);
    expect((await as(person.token).delete(`groups/${id}/users/self`)).body).toEqual({ ok: true });
    const { workflow_state } = await database.kysely
      .selectFrom('group_memberships')
      .select('workflow_state')
      .where('user_id', '=', person.id)
      .executeTakeFirstOrThrow();
    expect(workflow_state).toBe('deleted');
  });
});

describe('DELETE /api/v1/groups/{group_id}/users', () => {
  it('takes several out, and names those whom it may not', async () => {
    const { course, teacher, student, group } = await aCourse();
    const second = await make.member(course.id);
    for (const { id } of [student, second]) await make.groupMember(group.id, id);
    const path = `groups/${group.id}/users`;
    const asked = { 'user_ids[]': [student.id, second.id, 999_999, 'x'] };
    expect((await as(student.token).delete(path, asked)).body).toEqual({
      message: 'Bulk delete completed',
      deleted_user_ids: [],
      unauthorized_user_ids: [student.id, second.id],
    });
    expect((await as(teacher.token).delete(path, asked)).body).toEqual({
      message: 'Bulk delete completed',
      deleted_user_ids: [student.id, second.id],
      unauthorized_user_ids: [],
    });
  });
});
