import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make } = world;
const db = world.database.kysely;

const JAN = '2030-01-10T12:00:00Z';
const FEB = '2030-02-10T12:00:00Z';
const MAR = '2030-03-10T12:00:00Z';

async function setUp() {
  const course = await make.course();
  const teacher = await make.member(course.id, 'TeacherEnrollment');
  const student = await make.member(course.id, 'StudentEnrollment', { name: 'Fred' });
  const section = await make.section({ course_id: course.id, name: 'Evening' });
  return { course, student, section, teach: world.as(teacher.token), base: `courses/${course.id}` };
}

async function putIntoModule(
  courseId: number,
  type: 'Assignment' | 'Page' | 'Discussion',
  contentId: number,
) {
  const module = await make.module({ course_id: courseId, name: 'Week 1' });
  await db
    .insertInto('module_items')
    .values({
      course_id: courseId,
      context_module_id: module.id,
      type,
      content_id: contentId,
      title: 'x',
      position: 1,
      workflow_state: 'active',
      created_at: world.clock.now(),
      updated_at: world.clock.now(),
    })
    .execute();
  return module;
}

describe('GET /api/v1/courses/{course_id}/assignments/{assignment_id}/date_details', () => {
  it('shows dates and a page of overrides', async () => {
    const { course, student, section, teach, base } = await setUp();
    const assignment = await make.assignment({
      course_id: course.id,
      due_at: JAN,
      only_visible_to_overrides: true,
    });
    const one = await make.assignmentOverride(
      {
        course_id: course.id,
        assignment_id: assignment.id,
        set_type: 'ADHOC',
        title: '1 student',
        due_at: FEB,
      },
      [student.id],
    );
    const two = await make.assignmentOverride({
      course_id: course.id,
      assignment_id: assignment.id,
      set_type: 'CourseSection',
      set_id: section.id,
    });
    const path = `${base}/assignments/${assignment.id}/date_details`;
    const { body, links } = await teach.get(path, { per_page: 1 });
    expect(body).toEqual({
      id: assignment.id,
      due_at: JAN,
      unlock_at: null,
      lock_at: null,
      only_visible_to_overrides: true,
      visible_to_everyone: false,
      group_category_id: null,
      graded: true,
      overrides: [
        {
          id: one.id,
          assignment_id: assignment.id,
          title: '1 student',
          due_at: FEB,
          all_day: false,
          all_day_date: null,
          unassign_item: false,
          student_ids: [student.id],
          students: [{ id: student.id, name: 'Fred' }],
        },
      ],
    });
    expect(links).toHaveProperty('next');
    const second = await teach.get(path, { per_page: 1, page: 2 });
    expect(second.body.overrides).toMatchObject([
      { id: two.id, title: 'Evening', course_section_id: section.id },
    ]);
  });

  it('knows what its modules say', async () => {
    const { course, section, teach, base } = await setUp();
    const assignment = await make.assignment({ course_id: course.id });
    const path = `${base}/assignments/${assignment.id}/date_details`;
    const module = await putIntoModule(course.id, 'Assignment', assignment.id);
    expect((await teach.get(path)).body.visible_to_everyone).toBe(true);
    await make.assignmentOverride({
      course_id: course.id,
      context_module_id: module.id,
      set_type: 'CourseSection',
      set_id: section.id,
    });
    expect((await teach.get(path)).body).toMatchObject({
      only_visible_to_overrides: false,
      visible_to_everyone: false,
      overrides: [{ context_module_id: module.id, context_module_name: 'Week 1' }],
    });
  });
});

describe('PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/date_details', () => {
  it('replaces dates and overrides, and the work follows', async () => {
    const { course, student, teach, base } = await setUp();
    const assignment = await make.assignment({ course_id: course.id });
    const path = `${base}/assignments/${assignment.id}/date_details`;
    const answer = await teach.put(path, {
      due_at: JAN,
      lock_at: MAR,
      assignment_overrides: [{ student_ids: [student.id], due_at: FEB }],
    });
    expect([answer.status, answer.body]).toEqual([204, '']);
    const { body } = await teach.get(path);
    expect(body).toMatchObject({
      due_at: JAN,
      lock_at: MAR,
      overrides: [{ due_at: FEB, title: '1 student' }],
    });
    const work = await db
      .selectFrom('submissions')
      .select('cached_due_date')
      .where('assignment_id', '=', assignment.id)
      .where('user_id', '=', student.id)
      .executeTakeFirstOrThrow();
    expect(work.cached_due_date).toBe(FEB);
    await teach.put(path, { assignment_overrides: [] });
    expect((await teach.get(path)).body).toMatchObject({ due_at: JAN, overrides: [] });
  });

  it('refuses what cannot be', async () => {
    const { course, teach, base } = await setUp();
    const assignment = await make.assignment({ course_id: course.id });
    const path = `${base}/assignments/${assignment.id}/date_details`;
    const { status, body } = await teach.put(path, { due_at: MAR, lock_at: JAN });
    expect(status).toBe(400);
    expect(Object.keys(body.errors)).toContain('due_at');
    expect((await teach.put(path, { assignment_overrides: [{ due_at: JAN }] })).status).toBe(400);
    expect((await teach.put(`${base}/assignments/0/date_details`, {})).status).toBe(404);
  });
});

describe('GET /api/v1/courses/{course_id}/modules/{context_module_id}/date_details', () => {
  it('is for everybody until it says for whom', async () => {
    const { course, section, teach, base } = await setUp();
    const module = await make.module({ course_id: course.id, unlock_at: JAN });
    const path = `${base}/modules/${module.id}/date_details`;
    expect((await teach.get(path)).body).toEqual({
      id: module.id,
      unlock_at: JAN,
      only_visible_to_overrides: false,
      visible_to_everyone: true,
      graded: false,
      overrides: [],
    });
    await teach.put(`${base}/modules/${module.id}/assignment_overrides`, {
      overrides: [{ course_section_id: section.id }],
    });
    expect((await teach.get(path)).body).toMatchObject({
      only_visible_to_overrides: true,
      visible_to_everyone: false,
      overrides: [{ course_section_id: section.id }],
    });
  });
});

describe('discussion_topics/{discussion_topic_id}/date_details', () => {
  it('shows and changes the assignment of a graded one', async () => {
    const { course, teach, base } = await setUp();
    const { body: topic } = await teach.post(`${base}/discussion_topics`, {
      title: 'Graded',
      lock_at: MAR,
      assignment: { points_possible: 5 },
    });
    const path = `${base}/discussion_topics/${topic.id}/date_details`;
    await teach.put(path, { due_at: JAN, lock_at: FEB });
    expect((await teach.get(path)).body).toMatchObject({
      id: topic.id,
      due_at: JAN,
      lock_at: FEB,
      graded: true,
    });
    const row = await db
      .selectFrom('discussion_topics')
      .select('lock_at')
      .where('id', '=', topic.id)
      .executeTakeFirstOrThrow();
    expect(row.lock_at).toBeNull();
    expect(course.id).toBeGreaterThan(0);
  });

  it('shows and changes one that isn’t graded, and takes its sections for overrides', async () => {
    const { course, section, student, teach, base } = await setUp();
    const topic = await make.topic({
      context_type: 'Course',
      context_id: course.id,
      is_section_specific: true,
    });
    await db
      .insertInto('discussion_topic_sections')
      .values({ discussion_topic_id: topic.id, course_section_id: section.id })
      .execute();
    const path = `${base}/discussion_topics/${topic.id}/date_details`;
    expect((await teach.get(path)).body).toEqual({
      id: topic.id,
      unlock_at: null,
      lock_at: null,
      only_visible_to_overrides: false,
      visible_to_everyone: false,
      group_category_id: null,
      graded: false,
      overrides: [
        {
          discussion_topic_id: topic.id,
          course_section_id: section.id,
          unlock_at: null,
          lock_at: null,
          unassign_item: false,
        },
      ],
    });
    const changes = {
      unlock_at: JAN,
      lock_at: FEB,
      only_visible_to_overrides: true,
      assignment_overrides: [{ student_ids: [student.id], lock_at: MAR }],
    };
    expect((await teach.put(path, changes)).status).toBe(204);
    expect((await teach.get(path)).body).toMatchObject({
      unlock_at: JAN,
      lock_at: FEB,
      only_visible_to_overrides: true,
      overrides: [{ discussion_topic_id: topic.id, lock_at: MAR, student_ids: [student.id] }],
    });
  });

  it('keeps a group discussion for all groups', async () => {
    const { course, teach, base } = await setUp();
    const category = await make.groupCategory({ context_type: 'Course', context_id: course.id });
    const group = await make.group({
      context_type: 'Course',
      context_id: course.id,
      group_category_id: category.id,
    });
    const topic = await make.topic({
      context_type: 'Course',
      context_id: course.id,
      group_category_id: category.id,
    });
    const path = `${base}/discussion_topics/${topic.id}/date_details`;
    await teach.put(path, {
      only_visible_to_overrides: true,
      assignment_overrides: [{ group_id: group.id, unlock_at: JAN }],
    });
    expect((await teach.get(path)).body).toMatchObject({
      only_visible_to_overrides: false,
      group_category_id: category.id,
      overrides: [{ group_id: group.id, unlock_at: JAN }],
    });
  });
});

describe('pages/{url_or_id}/date_details', () => {
  it('shows and changes them, by address or id', async () => {
    const { course, section, teach, base } = await setUp();
    const page = await make.page({ context_type: 'Course', context_id: course.id });
    const path = `${base}/pages/${page.url}/date_details`;
    const changes = {
      unlock_at: JAN,
      lock_at: FEB,
      assignment_overrides: [{ course_section_id: section.id }],
    };
    expect((await teach.put(path, changes)).status).toBe(204);
    expect((await teach.get(`${base}/pages/${page.id}/date_details`)).body).toMatchObject({
      id: page.id,
      unlock_at: JAN,
      lock_at: FEB,
      only_visible_to_overrides: false,
      visible_to_everyone: true,
      graded: false,
      overrides: [{ wiki_page_id: page.id, course_section_id: section.id }],
    });
    await teach.put(path, { unlock_at: null });
    expect((await teach.get(path)).body).toMatchObject({ unlock_at: null, lock_at: FEB });
    expect((await teach.get(`${base}/pages/nothing/date_details`)).status).toBe(404);
  });
});

describe('pages with dates', () => {
  it('open and close by them, to each by his own, and are for those whom they are for', async () => {
    const { course, student, teach, base } = await setUp();
    const fellow = await make.member(course.id);
    const page = await make.page({ context_type: 'Course', context_id: course.id, body: 'Secret' });
    const path = `${base}/pages/${page.url}`;
    const seenBy = async (person: { token: string }) => (await world.as(person.token).get(path)).body;
    await teach.put(`${path}/date_details`, {
      unlock_at: JAN,
      assignment_overrides: [{ student_ids: [fellow.id], unlock_at: null }],
    });
    const locked = await seenBy(student);
    expect(locked).toMatchObject({
      locked_for_user: true,
      lock_info: { asset_string: `wiki_page_${page.id}`, unlock_at: JAN },
      lock_explanation: expect.stringContaining('This page is locked until Jan 10, 2030'),
    });
    expect(locked).not.toHaveProperty('body');
    expect(await seenBy(fellow)).toMatchObject({ locked_for_user: false, body: 'Secret' });
    expect((await teach.get(path)).body).toMatchObject({ locked_for_user: false, body: 'Secret' });

    await teach.put(`${path}/date_details`, {
      unlock_at: null,
      only_visible_to_overrides: true,
      assignment_overrides: [{ student_ids: [fellow.id] }],
    });
    expect((await world.as(student.token).get(path)).status).toBe(401);
    expect(await seenBy(fellow)).toMatchObject({ body: 'Secret' });
  });
});

describe('files and quizzes', () => {
  it('have none', async () => {
    const { course, teach, base } = await setUp();
    const file = await make.file({ context_type: 'Course', context_id: course.id });
    for (const method of ['GET', 'PUT']) {
      expect(await teach.send(method, `${base}/files/${file.id}/date_details`)).toMatchObject({
        status: 400,
        body: { error: 'This API does not support files.' },
      });
      expect((await teach.send(method, `${base}/files/0/date_details`)).status).toBe(404);
      expect((await teach.send(method, `${base}/quizzes/1/date_details`)).status).toBe(404);
    }
  });
});
