import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const { anonymous, as, clock, make } = await openWorld();

const student = as((await make.person()).token);

describe.each([
  ['GET /api/v1/users/self/activity_stream', 'users/self/activity_stream'],
  ['GET /api/v1/users/activity_stream', 'users/activity_stream'],
])('%s', (_, path) => {
  it('is empty, 21 a page and numbered', async () => {
    const { status, body, links } = await student.get(path);
    expect({ status, body }).toEqual({ status: 200, body: [] });
    expect(links['last']).toMatch(/page=1&per_page=21$/);
    expect((await student.get(path, { page: 'x' })).status).toBe(404);
  });

  it('takes somebody who is signed in', async () => {
    expect((await anonymous.get(path)).status).toBe(401);
  });
});

describe('GET /api/v1/users/self/activity_stream/summary', () => {
  it('counts nothing', async () => {
    const { body, headers } = await student.get('users/self/activity_stream/summary');
    expect(body).toEqual([]);
    expect(headers['link']).toBeUndefined();
  });
});

describe('GET /api/v1/users/self/todo', () => {
  it('is empty, with bookmark pages', async () => {
    const { body, links } = await student.get('users/self/todo', { 'include[]': 'ungraded_quizzes' });
    expect(body).toEqual([]);
    expect(links['current']).toMatch(/page=first&per_page=10$/);
    expect(links['last']).toBeUndefined();
    expect((await student.get('users/self/todo', { page: 'bookmark:xyz' })).status).toBe(404);
  });
});

describe('GET /api/v1/users/self/todo', () => {
  it('says what is to be graded, and what is to be handed in', async () => {
    const course = await make.course();
    const [teacher, learner] = [
      await make.member(course.id, 'TeacherEnrollment'),
      await make.member(course.id),
    ];
    const [teach, learn] = [as(teacher.token), as(learner.token)];
    const soon = new Date(Date.parse(clock.now()) + 86_400_000).toISOString();
    const made = await teach.post(`courses/${course.id}/assignments`, {
      assignment: {
        name: 'Essay',
        published: true,
        submission_types: ['online_text_entry'],
        due_at: `${soon.slice(0, 19)}Z`,
      },
    });
    const path = `courses/${course.id}/assignments/${made.body.id}`;
    const todo = await learn.get('users/self/todo');
    expect(todo.body).toMatchObject([
      { type: 'submitting', context_type: 'Course', course_id: course.id, assignment: { id: made.body.id } },
    ]);
    expect(todo.body[0].html_url).toMatch(new RegExp(`/${path}#submit$`));
    expect((await teach.get('users/self/todo')).body).toEqual([]);
    await learn.post(`${path}/submissions`, {
      submission: { submission_type: 'online_text_entry', body: 'x' },
    });
    expect((await learn.get(`courses/${course.id}/todo`)).body).toEqual([]);
    expect((await teach.get(`courses/${course.id}/todo`)).body).toMatchObject([
      { type: 'grading', needs_grading_count: 1, context_name: course.name },
    ]);
    expect((await teach.get('users/self/todo_item_count')).body).toEqual({
      needs_grading_count: 1,
      assignments_needing_submitting: 0,
    });
  });
});

describe('GET /api/v1/users/self/todo_item_count', () => {
  it('counts nothing', async () => {
    expect((await student.get('users/self/todo_item_count')).body).toEqual({
      needs_grading_count: 0,
      assignments_needing_submitting: 0,
    });
  });
});

describe('GET /api/v1/users/self/upcoming_events', () => {
  it('is empty and has no pages', async () => {
    const { body, headers } = await student.get('users/self/upcoming_events');
    expect(body).toEqual([]);
    expect(headers['link']).toBeUndefined();
  });
});

describe('DELETE /api/v1/users/self/activity_stream/{id}', () => {
  it('says that the item is hidden, whether there was one or not', async () => {
    expect((await student.delete('users/self/activity_stream/42')).body).toEqual({ hidden: true });
  });
});

describe('DELETE /api/v1/users/self/activity_stream', () => {
  it('says that all is hidden', async () => {
    expect((await student.delete('users/self/activity_stream')).body).toEqual({ hidden: true });
    expect((await anonymous.delete('users/self/activity_stream')).status).toBe(401);
  });
});

describe.each([
  ['GET /api/v1/courses/{course_id}/activity_stream', 'activity_stream'],
  ['GET /api/v1/courses/{course_id}/activity_stream/summary', 'activity_stream/summary'],
  ['GET /api/v1/courses/{course_id}/todo', 'todo'],
])('%s', (_, path) => {
  it('is empty for who may read the course', async () => {
    const course = await make.course();
    const member = as((await make.member(course.id)).token);
    expect(await member.get(`courses/${course.id}/${path}`)).toMatchObject({ status: 200, body: [] });
    expect((await student.get(`courses/${course.id}/${path}`)).status).toBe(401);
  });

  it('takes somebody who is signed in, even where anybody may read the course', async () => {
    const course = await make.course({ is_public: true });
    expect((await student.get(`courses/${course.id}/${path}`)).status).toBe(200);
    expect((await anonymous.get(`courses/${course.id}/${path}`)).status).toBe(401);
  });

  it('is 404 for a deleted course', async () => {
    const course = await make.course({ workflow_state: 'deleted' });
    expect((await student.get(`courses/${course.id}/${path}`)).status).toBe(404);
  });
});
