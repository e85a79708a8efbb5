import { describe, expect, it } from 'vitest';
import { openClassroom } from '../../../testing/classroom.ts';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { as, admin } = world;

async function graded() {
  const room = await openClassroom(world);
  const assignment = await room.assignment();
  const path = `${room.path(assignment)}/submissions`;
  const api = as(room.student.token);
  await room.asTeacher.put(`${path}/${room.student.id}`, { submission: { posted_grade: '5' } });
  /** Without changing it. */
  const state = async () => {
    const rows = await world.database.kysely
      .selectFrom('submission_read_states')
      .select(['item', 'workflow_state'])
      .where('user_id', '=', room.student.id)
      .execute();
    return Object.fromEntries(rows.map((row) => [row.item, row.workflow_state]));
  };
  return { room, path, own: `${path}/self`, api, state };
}

describe('PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/read', () => {
  it('marks a submission as read, with all that is in it', async () => {
    const { own, api, state } = await graded();
    expect(await state()).toEqual({ grade: 'unread' });
    expect(await api.put(`${own}/read`)).toMatchObject({ status: 204, body: '' });
    expect(await state()).toMatchObject({ grade: 'read', comment: 'read', rubric: 'read' });
  });

  it('is done by looking too, where that is asked for', async () => {
    const { own, api } = await graded();
    const look = async () => (await api.get(own, { 'include[]': ['read_state'] })).body.read_state;
    expect([await look(), await look()]).toEqual(['unread', 'read']);
  });
});

describe('DELETE /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/read', () => {
  it('marks it as unread', async () => {
    const { own, api, state } = await graded();
    await api.put(`${own}/read`);
    expect((await api.delete(`${own}/read`)).status).toBe(204);
    expect(await state()).toMatchObject({ grade: 'unread' });
  });
});

describe('PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/read/{item}', () => {
  it('marks one thing, and knows which there are', async () => {
    const { room, path, own, api, state } = await graded();
    await room.asTeacher.put(`${path}/${room.student.id}`, { comment: { text_comment: 'Look' } });
    expect(await state()).toEqual({ comment: 'unread', grade: 'unread' });
    expect((await api.put(`${own}/read/comment`)).status).toBe(204);
    expect(await state()).toEqual({ comment: 'read', grade: 'unread' });
    const { status, body } = await api.put(`${own}/read/mood`);
    expect([status, body.errors.content_item[0].type]).toEqual([400, 'inclusion']);
    expect((await room.asTeacher.put(`${path}/${room.student.id}/read/grade`)).status).toBe(401);
  });
});

describe('PUT /api/v1/courses/{course_id}/submissions/bulk_mark_read', () => {
  it('marks one’s own, and lets others be', async () => {
    const { room, path, api, state } = await graded();
    const { body } = await room.asTeacher.get(path);
    const submissionIds = body.map(({ id }: { id: number }) => String(id));
    const mark = `courses/${room.course.id}/submissions/bulk_mark_read`;
    expect((await as(room.fellow.token).put(mark, { submissionIds })).status).toBe(204);
    expect(await state()).toEqual({ grade: 'unread' });
    expect((await api.put(mark, { submissionIds: [...submissionIds, 'x'] })).status).toBe(204);
    expect(await state()).toMatchObject({ grade: 'read' });
  });
});

describe('PUT /api/v1/courses/{course_id}/submissions/{user_id}/clear_unread', () => {
  it('marks all of a student', async () => {
    const { room, state } = await graded();
    const path = `courses/${room.course.id}/submissions/${room.student.id}/clear_unread`;
    expect((await room.asTeacher.put(path)).status).toBe(401);
    expect((await admin.put(path)).status).toBe(204);
    expect(await state()).toMatchObject({ grade: 'read' });
  });
});

describe.each(['rubric_assessments', 'rubric_comments', 'document_annotations'])('…/%s/read', (name) => {
  it('is read as long as nothing new came, and marked by the student himself', async () => {
    const { room, path, own, api } = await graded();
    expect((await api.get(`${own}/${name}/read`)).body).toEqual({ read: true });
    const item = name === 'document_annotations' ? 'document_annotation' : 'rubric_assessment';
    const { body } = await room.asTeacher.get(`${path}/${room.student.id}`);
    await world.database.kysely
      .insertInto('submission_read_states')
      .values({
        submission_id: body.id,
        user_id: room.student.id,
        item,
        workflow_state: 'unread',
        updated_at: world.clock.now(),
      })
      .execute();
    const others = `${path}/${room.student.id}/${name}/read`;
    expect((await room.asTeacher.get(others)).body).toEqual({ read: false });
    expect((await room.asTeacher.put(others)).status).toBe(401);
    expect((await api.put(`${own}/${name}/read`)).body).toEqual({ read: true });
    expect((await api.get(`${own}/${name}/read`)).body).toEqual({ read: true });
  });
});
