import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { admin, as, make } = world;

// The institution has them on for the length of this file.
await world.database.kysely
  .updateTable('accounts')
  .set({ settings: JSON.stringify({ allow_assign_to_differentiation_tags: { value: true } }) })
  .where('id', '=', 1)
  .execute();

/** A course with two students, and a set with one tag. */
async function aTag() {
  const course = await make.course();
  const context = { context_type: 'Course', context_id: course.id } as const;
  const teacher = await make.member(course.id, 'TeacherEnrollment');
  const ada = await make.member(course.id, 'StudentEnrollment', { name: 'Ada First' });
  const bob = await make.member(course.id, 'StudentEnrollment', { name: 'Bob Second' });
  const me = as(teacher.token);
  const bulk = `courses/${course.id}/group_categories/bulk_manage_differentiation_tag`;
  const made = await me.post(bulk, {
    operations: { create: [{ name: 'Extra time' }] },
    group_category: { name: 'Needs' },
  });
  const { created, group_category: set } = made.body;
  return { course, context, ada, bob, me, bulk, set, tag: created[0], token: teacher.token };
}

const tagged = async (id: number) => (await admin.get(`groups/${id}/users`)).ids;

describe('POST /api/v1/courses/{course_id}/group_categories/bulk_manage_differentiation_tag', () => {
  it('makes, renames and deletes the tags of a set', async () => {
    const { course, me, bulk, set, tag } = await aTag();
    expect(set).toMatchObject({ name: 'Needs', non_collaborative: true, course_id: course.id });
    expect(tag).toMatchObject({ name: 'Extra time', non_collaborative: true, group_category_id: set.id });
    const { status, body } = await me.post(bulk, {
      operations: {
        create: [{ name: 'Quiet room' }, { name: 'Large print' }],
        update: [{ id: tag.id, name: 'More time' }],
      },
      group_category: { id: set.id, name: 'What they need' },
    });
    expect(status).toBe(200);
    expect(body.created.map(({ name }: { name: string }) => name)).toEqual(['Quiet room', 'Large print']);
    expect(body).toMatchObject({
      updated: [{ id: tag.id, name: 'More time' }],
      deleted: [],
      group_category: { name: 'What they need' },
    });
    const gone = await me.post(bulk, {
      operations: { delete: [{ id: tag.id }] },
      group_category: { id: set.id },
    });
    expect(gone.body.deleted).toMatchObject([{ id: tag.id }]);
    expect((await me.get(`groups/${tag.id}`)).status).toBe(404);
  });

  it('does all or nothing, and says what is wrong', async () => {
    const { context, me, bulk, set, tag } = await aTag();
    const unknown = await me.post(bulk, {
      operations: { create: [{ name: 'Never' }], update: [{ id: 999_999, name: 'x' }] },
      group_category: { id: set.id },
    });
    expect(unknown).toMatchObject({ status: 404, body: { error: "Couldn't find Group with 'id'=999999" } });
    const { body } = await me.get(`group_categories/${set.id}/groups`);
    expect(body).toMatchObject([{ id: tag.id }]);
    expect((await me.post(bulk, { group_category: { id: set.id } })).status).toBe(400);
    expect((await me.post(bulk, { operations: { create: [{ name: 'x' }] } })).status).toBe(400);
    const plain = await make.groupCategory(context);
    expect(
      (await me.post(bulk, { operations: { delete: [{ id: 1 }] }, group_category: { id: plain.id } })).body,
    ).toEqual({ errors: 'This endpoint only works for Differentiation Tags' });
    const many = Array.from({ length: 51 }, (_, index) => ({ name: `T${index}` }));
    expect(
      (await me.post(bulk, { operations: { create: many }, group_category: { id: set.id } })).body,
    ).toEqual({ errors: 'You can only perform a maximum of 50 operations at a time.' });
    const eleven = await me.post(bulk, {
      operations: { create: many.slice(0, 10) },
      group_category: { id: set.id },
    });
    expect(eleven.body.errors.base[0].message).toBe('Variant limit reached for tag');
  });
});

describe('differentiation tags', () => {
  it('are given to many at once, several to one person, and seen by those who manage them', async () => {
    const { course, ada, bob, me, tag, set, bulk } = await aTag();
    const stranger = await make.person();
    const path = `groups/${tag.id}/memberships`;
    expect(await me.post(path, { members: [ada.id] })).toMatchObject({ status: 200, body: '' });
    expect((await me.post(path, { members: [ada.id, bob.id, stranger.id] })).body).toEqual({
      message: 'Partial failure encountered',
      invalid_user_ids: [stranger.id],
      membership_errors: [],
    });
    expect(await tagged(tag.id)).toEqual([ada.id, bob.id]);
    const second = await me.post(bulk, {
      operations: { create: [{ name: 'Second' }] },
      group_category: { id: set.id },
    });
    const other = second.body.created[0].id;
    await me.post(`groups/${other}/memberships`, { all_in_group_course: true, exclude_user_ids: [bob.id] });
    expect(await tagged(other)).toEqual([ada.id]);
    expect(await tagged(tag.id)).toHaveLength(2);

    expect((await as(ada.token).get(`groups/${tag.id}`)).status).toBe(401);
    expect((await as(ada.token).get('users/self/groups')).ids).toEqual([]);
    const list = `courses/${course.id}/groups`;
    expect((await me.get(list)).ids).toEqual([]);
    expect((await me.get(list, { collaboration_state: 'all' })).ids).toHaveLength(2);
    const { body } = await me.get(list, { collaboration_state: 'non_collaborative', user_id: bob.id });
    expect(body).toMatchObject([{ id: tag.id, group_category_name: 'Needs', is_single_tag: false }]);
    expect((await me.delete(`groups/${tag.id}/users/${bob.id}`)).body).toEqual({ ok: true });
    expect(await me.post(path, { members: [] })).toMatchObject({ status: 400, body: '' });
  });

  it('can’t be made in an account, led, or filled with files', async () => {
    const { me, tag, ada } = await aTag();
    const inAccount = await admin.post('accounts/1/group_categories', {
      name: 'Tags',
      non_collaborative: true,
    });
    expect(inAccount.body.errors.base[0].message).toBe(
      'Non-collaborative group categories can only be created for courses',
    );
    await me.post(`groups/${tag.id}/memberships`, { members: [ada.id] });
    expect((await me.put(`groups/${tag.id}`, { leader: { id: ada.id } })).body.errors.base).toHaveLength(1);
    expect((await me.post(`groups/${tag.id}/files`, { name: 'a' })).status).toBe(401);
  });
});

describe('GET /api/v1/courses/{course_id}/bulk_user_tags', () => {
  it('gives the tags of each user who is asked about', async () => {
    const { course, ada, bob, me, tag } = await aTag();
    await me.post(`groups/${tag.id}/memberships`, { members: [ada.id] });
    const path = `courses/${course.id}/bulk_user_tags`;
    expect((await me.get(path, { 'user_ids[]': [ada.id, bob.id] })).body).toEqual({
      [ada.id]: [tag.id],
      [bob.id]: [],
    });
    expect((await me.get(path)).body).toEqual({});
    expect((await as(ada.token).get(path)).status).toBe(401);
  });
});

describe('POST /api/v1/courses/{course_id}/group_categories/import_tags', () => {
  it('makes tags with their sets, and gives a student several', async () => {
    const { course, ada, bob, token, me, tag, set } = await aTag();
    const table = [
      'canvas_user_id,canvas_tag_id,tag_name,tag_set_name',
      `${ada.id},${tag.id},,`,
      `${ada.id},,Reader,Jobs`,
      `${bob.id},,Alone,`,
    ].join('\n');
    const { status, body } = await as(token).send(
      'POST',
      `courses/${course.id}/group_categories/import_tags`,
      { payload: table, headers: { 'content-type': 'text/csv' } },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ context_type: 'Course', tag: 'course_group_import' });
    await world.runJobs();
    expect(JSON.parse((await me.get(`progress/${body.id}`)).body.message)).toMatchObject({
      groups: 3,
      users: 2,
    });
    expect(await tagged(tag.id)).toEqual([ada.id]);
    const sets = await me.get(`courses/${course.id}/group_categories`, {
      collaboration_state: 'non_collaborative',
    });
    expect(sets.body.map(({ name }: { name: string }) => name)).toEqual([set.name, 'Jobs', 'Alone']);
  });
});

describe('GET /api/v1/courses/{course_id}/group_categories/export_tags', () => {
  it('gives a line for each tag of each student', async () => {
    const { course, ada, bob, me, tag, set } = await aTag();
    await me.post(`groups/${tag.id}/memberships`, { members: [ada.id] });
    const { body } = await me.get(`courses/${course.id}/group_categories/export_tags`);
    expect(body.split('\n')).toEqual([
      'name,canvas_user_id,user_id,login_id,tag_name,canvas_tag_id,tag_id,tag_set_name,canvas_tag_set_id,tag_set_id',
      `"First, Ada",${ada.id},,${ada.login},Extra time,${tag.id},,Needs,${set.id},`,
      `"Second, Bob",${bob.id},,${bob.login}`,
      '',
    ]);
  });
});
