import { describe, expect, it } from 'vitest';
import { openClassroom } from '../../../testing/classroom.ts';
import { upload } from '../../../testing/upload.ts';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, as } = world;

async function commented(values: object = {}) {
  const room = await openClassroom(world);
  const assignment = await room.assignment(values);
  const path = `${room.path(assignment)}/submissions/${room.student.id}`;
  const say = async (api: typeof room.asTeacher, text_comment: string) => {
    const { body } = await api.put(path, { comment: { text_comment } });
    return body.submission_comments.at(-1).id as number;
  };
  return { room, path, say };
}

describe('PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/comments/{id}', () => {
  it('changes a grader’s own comment, and says when', async () => {
    const { room, path, say } = await commented();
    const id = await say(room.asTeacher, 'Goood');
    const { status, body } = await room.asTeacher.put(`${path}/comments/${id}`, { comment: 'Good <i>x</i>' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, comment: 'Good x', edited_at: '2026-09-15T12:00:00Z' });
    expect(Object.keys(body)).toEqual([
      ...['id', 'author_id', 'author_name', 'created_at', 'edited_at', 'attempt', 'comment', 'author'],
    ]);
    const unchanged = await room.asTeacher.put(`${path}/comments/${id}`, {});
    expect(unchanged.body.comment).toBe('Good x');
  });

  it('is refused for others’ comments, to students, and for unknown ones', async () => {
    const { room, path, say } = await commented();
    const [teachers, own] = [await say(room.asTeacher, 'Good'), await say(as(room.student.token), 'Thanks')];
    const change = (api: typeof room.asTeacher, id: number) =>
      api.put(`${path}/comments/${id}`, { comment: 'x' });
    expect((await change(room.asTeacher, own)).status).toBe(401);
    expect((await change(as(room.student.token), own)).status).toBe(401);
    expect((await change(as(room.student.token), teachers)).status).toBe(401);
    expect((await change(room.asTeacher, 999_999)).status).toBe(404);
    const elsewhere = await commented();
    const there = await elsewhere.say(elsewhere.room.asTeacher, 'x');
    expect((await change(world.admin, there)).status).toBe(404);
  });
});

describe('DELETE /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/comments/{id}', () => {
  it('takes a comment away, and answers with what it was', async () => {
    const { room, path, say } = await commented();
    const id = await say(as(room.student.token), 'Oh no');
    expect((await as(room.student.token).delete(`${path}/comments/${id}`)).status).toBe(401);
    const { status, body } = await room.asTeacher.delete(`${path}/comments/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      comment: 'Oh no',
      author_id: room.student.id,
      author_name: 'Student 1',
      draft: false,
      publishable: false,
    });
    const shown = await room.asTeacher.get(path, { 'include[]': ['submission_comments'] });
    expect(shown.body.submission_comments).toEqual([]);
    expect((await room.asTeacher.delete(`${path}/comments/${id}`)).status).toBe(404);
  });

  it('takes it from everybody in the group', async () => {
    const room = await openClassroom(world);
    const group = await make.group({ context_type: 'Course', context_id: room.course.id });
    for (const { id } of room.students) await make.groupMember(group.id, id);
    const assignment = await room.assignment({ group_category_id: group.group_category_id });
    const path = `${room.path(assignment)}/submissions`;
    const { body } = await room.asTeacher.put(`${path}/${room.student.id}`, {
      comment: { text_comment: 'All', group_comment: true },
    });
    const [comment] = body.submission_comments;
    await room.asTeacher.delete(`${path}/${room.student.id}/comments/${comment.id}`);
    const list = await room.asTeacher.get(path, { 'include[]': ['submission_comments'] });
    expect(list.body.map((row: { submission_comments: unknown[] }) => row.submission_comments)).toEqual([
      [],
      [],
    ]);
  });

  it('doesn’t tell whose anonymous work it was on', async () => {
    const { room, path, say } = await commented({ anonymous_grading: true });
    const id = await say(as(room.student.token), 'Me');
    const shown = await room.asTeacher.get(path, { 'include[]': ['submission_comments'] });
    expect(shown.body.submission_comments).toMatchObject([
      { author_id: null, author_name: 'Anonymous User', author: {} },
    ]);
    const { body } = await room.asTeacher.delete(`${path}/comments/${id}`);
    expect(body.anonymous_id).toMatch(/^\w{5}$/);
    expect(body).not.toHaveProperty('author_id');
  });
});

describe('POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/comments/files', () => {
  it('uploads without a quota, for students of the assignment and graders', async () => {
    const { room, path } = await commented();
    for (const api of [room.asTeacher, as(room.student.token)]) {
      const file = await upload(
        api,
        `${path}/comments/files`,
        { name: 'notes.txt', size: 90_000_000 },
        'Notes',
      );
      expect(file.body).toMatchObject({ display_name: 'notes.txt', folder_id: null, size: 5 });
    }
    const stranger = await make.person();
    expect((await as(stranger.token).post(`${path}/comments/files`, { name: 'x' })).status).toBe(401);
    const other = path.replace(String(room.student.id), String(stranger.id));
    expect((await room.asTeacher.post(`${other}/comments/files`, { name: 'x' })).status).toBe(404);
  });
});
