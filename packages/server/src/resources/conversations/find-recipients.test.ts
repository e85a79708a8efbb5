import { beforeAll, describe, expect, it } from 'vitest';
import type { Person, Row } from '../../../testing/maker.ts';
import { openWorld, type World } from '../../../testing/world.ts';
import type * as T from '../../db/tables/index.ts';

let world: World;
let course: Row<T.CoursesTable>;
let evening: Row<T.CourseSectionsTable>;
let group: Row<T.GroupsTable>;
let teacher: Person;
let ann: Person;
let dan: Person;
let parent: Person;

beforeAll(async () => {
  world = await openWorld();
  const { make } = world;
  course = await make.course({ name: 'Biology' });
  evening = await make.section({ course_id: course.id, name: 'Evening' });
  teacher = await make.member(course.id, 'TeacherEnrollment', { name: 'Tess Teacher' });
  ann = await make.member(course.id, 'StudentEnrollment', { name: 'Ann Able' });
  dan = await make.person({ name: 'Dan Able' });
  await make.enroll(dan.id, course.id, 'StudentEnrollment', { course_section_id: evening.id });
  parent = await make.person({ name: 'Pia Able' });
  await make.enroll(parent.id, course.id, 'ObserverEnrollment', { associated_user_id: ann.id });
  group = await make.group({ context_type: 'Course', context_id: course.id, name: 'Able hands' });
  await make.groupMember(group.id, ann.id);
});

const find = async (person: Person, query: object) =>
  (await world.as(person.token).get('search/recipients', query as Record<string, unknown>)).body;
const idsFor = async (person: Person, query: object) =>
  (await find(person, query)).map(({ id }: { id: number | string }) => id);

describe('GET /api/v1/search/recipients', () => {
  it('finds contexts and then people, with what one has in common', async () => {
    const found = await find(teacher, { search: 'able' });
    expect(found).toEqual([
      {
        id: `group_${group.id}`,
        name: 'Able hands',
        avatar_url: expect.stringContaining('avatar-group-50.png'),
        type: 'context',
        user_count: 1,
        permissions: {},
        context_name: 'Biology',
      },
      {
        id: ann.id,
        name: 'Ann Able',
        full_name: 'Ann Able',
        pronouns: null,
        common_courses: { [course.id]: ['StudentEnrollment'] },
        common_groups: { [group.id]: ['Member'] },
        avatar_url: expect.any(String),
      },
      expect.objectContaining({ id: dan.id }),
      expect.objectContaining({ id: parent.id, common_courses: { [course.id]: ['ObserverEnrollment'] } }),
    ]);
    expect(await idsFor(teacher, { search: 'able dan' })).toEqual([dan.id]);
    expect(await idsFor(teacher, { search: 'able', type: 'user', 'exclude[]': [dan.id] })).toEqual([
      ann.id,
      parent.id,
    ]);
    expect(await idsFor(teacher, { search: 'biology', type: 'course' })).toEqual([`course_${course.id}`]);
    expect(await idsFor(teacher, { search: 'evening' })).toEqual([`section_${evening.id}`]);
  });

  it('goes through pages over both', async () => {
    const api = world.as(teacher.token);
    const all = (await api.all('search/recipients', { search: 'able', per_page: 1 })) as { id: unknown }[];
    expect(all.map(({ id }) => id)).toEqual([`group_${group.id}`, ann.id, dan.id, parent.id]);
  });

  it('keeps to a course, a section or a role in it', async () => {
    expect(await idsFor(teacher, { context: `course_${course.id}`, search: 'able' })).toEqual([
      ann.id,
      dan.id,
      parent.id,
    ]);
    expect(await idsFor(teacher, { context: `section_${evening.id}` })).toEqual([dan.id]);
    expect(await idsFor(teacher, { context: `course_${course.id}_teachers` })).toEqual([teacher.id]);
    expect(await idsFor(teacher, { context: `group_${group.id}` })).toEqual([ann.id]);
    const [only] = await find(teacher, { context: `group_${group.id}` });
    expect(only).toMatchObject({ common_courses: {}, common_groups: { [group.id]: ['Member'] } });
  });

  it('shows students no observers but their own, and observers teachers and whom they observe', async () => {
    expect(await idsFor(ann, { search: 'able', type: 'user' })).toEqual([ann.id, dan.id, parent.id]);
    expect(await idsFor(dan, { search: 'able', type: 'user' })).toEqual([ann.id, dan.id]);
    expect(await idsFor(parent, { search: '', type: 'user' })).toEqual([ann.id, parent.id, teacher.id]);
  });

  it('limits a section’s teacher to his section', async () => {
    const limited = await world.make.person({ name: 'Lea Limited' });
    await world.make.enroll(limited.id, course.id, 'TaEnrollment', {
      course_section_id: evening.id,
      limit_privileges_to_course_section: true,
    });
    expect(await idsFor(limited, { search: 'able', type: 'user' })).toEqual([dan.id]);
  });

  it('shows those who may not write their teachers alone', async () => {
    const override = await world.database.kysely
      .insertInto('role_overrides')
      .values({
        account_id: 1,
        role_id: await world.make.roleId('StudentEnrollment'),
        permission: 'send_messages',
        enabled: false,
        created_at: world.clock.now(),
        updated_at: world.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const found = await find(ann, { search: '', type: 'user' });
    expect(found.map(({ name }: { name: string }) => name)).toEqual([
      'Ann Able',
      'Lea Limited',
      'Tess Teacher',
    ]);
    expect(await idsFor(ann, { context: `section_${evening.id}` })).toEqual([]);
    await world.database.kysely.deleteFrom('role_overrides').where('id', '=', override.id).execute();
  });

  it('leaves out courses that are over, unless one asks for them', async () => {
    const over = await world.make.course({ name: 'Old biology', workflow_state: 'completed' });
    const lecturer = await world.make.person({ name: 'Lou Past' });
    await world.make.enroll(lecturer.id, over.id, 'TeacherEnrollment', { workflow_state: 'completed' });
    const former = await world.make.person({ name: 'Fay Past' });
    await world.make.enroll(former.id, over.id, 'StudentEnrollment', { workflow_state: 'completed' });
    expect(await idsFor(lecturer, { search: 'old', type: 'course' })).toEqual([]);
    expect(await idsFor(lecturer, { search: 'old', type: 'course', include_inactive: true })).toEqual([
      `course_${over.id}`,
    ]);
    expect(await idsFor(lecturer, { context: `course_${over.id}` })).toEqual([]);
    // Whoever taught there is known all the same.
    expect(await idsFor(former, { search: 'lou' })).toEqual([lecturer.id]);
  });

  it('asks for one user, who may be known from a conversation alone', async () => {
    const stranger = await world.make.person({ name: 'Sam Strange' });
    expect(await idsFor(ann, { user_id: stranger.id })).toEqual([]);
    const { id } = await world.make.conversation(stranger.id, ann.id);
    expect(await idsFor(ann, { user_id: stranger.id, from_conversation_id: id })).toEqual([stranger.id]);
    expect(await idsFor(ann, { user_id: teacher.id })).toEqual([teacher.id]);
  });

  it('gives an administrator everybody, and permissions of contexts', async () => {
    const { body } = await world.admin.get('search/recipients', { search: 'ann able', type: 'user' });
    expect(body).toMatchObject([{ id: ann.id, common_courses: { 0: ['FakeEnrollment'] } }]);
    const within = await world.admin.get('search/recipients', {
      context: `course_${course.id}`,
      search: 'ann',
    });
    expect(within.body).toMatchObject([
      { id: ann.id, common_courses: { [course.id]: ['StudentEnrollment'] } },
    ]);
    const [found] = await find(ann, {
      search: 'biology',
      'permissions[]': ['send_messages', 'send_messages_all'],
    });
    expect(found.permissions).toEqual({ send_messages: true });
  });

  it('shows what is in a course before one searches it', async () => {
    const context = `course_${course.id}`;
    const found = await find(teacher, { context, synthetic_contexts: true });
    expect(
      found.map(({ id, user_count, item_count }: Record<string, unknown>) => [id, user_count ?? item_count]),
    ).toEqual([
      [`${context}_teachers`, 1],
      [`${context}_tas`, 1],
      [`${context}_students`, 2],
      [`${context}_observers`, 1],
      [`${context}_sections`, 2],
      [`${context}_groups`, 1],
    ]);
    expect(await idsFor(teacher, { context: `${context}_groups`, synthetic_contexts: true })).toEqual([
      `group_${group.id}`,
    ]);
  });

  it('answers nothing where nothing is asked', async () => {
    expect(await find(teacher, {})).toEqual([]);
    expect((await find(teacher, { search: '' }))[0]).toMatchObject({
      id: `course_${course.id}`,
      user_count: 5,
    });
  });
});

describe('GET /api/v1/conversations/find_recipients', () => {
  it('is the same under its old name', async () => {
    const { body } = await world.as(teacher.token).get('conversations/find_recipients', { search: 'dan' });
    expect(body).toMatchObject([{ id: dan.id }]);
  });
});
