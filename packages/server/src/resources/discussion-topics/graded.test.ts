import { beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

async function setClass() {
  const course = await world.make.course();
  const teacher = await world.make.member(course.id, 'TeacherEnrollment');
  const student = await world.make.member(course.id, 'StudentEnrollment');
  return {
    course,
    student,
    asTeacher: world.as(teacher.token),
    asStudent: world.as(student.token),
    path: `courses/${course.id}/discussion_topics`,
  };
}

describe('graded topics', () => {
  it('make an assignment that goes with them', async () => {
    const { asTeacher, asStudent, path, course } = await setClass();
    const { status, body } = await asTeacher.post(path, {
      title: 'Debate',
      message: '<p>For or against?</p>',
      published: true,
      assignment: { points_possible: 20, due_at: '2026-12-01T12:00:00Z', grading_type: 'points' },
    });
    expect(status).toBe(200);
    expect(body.assignment).toMatchObject({
      id: body.assignment_id,
      name: 'Debate',
      description: '<p>For or against?</p>',
      points_possible: 20,
      due_at: '2026-12-01T12:00:00Z',
      submission_types: ['discussion_topic'],
      published: true,
    });
    expect(body.assignment).not.toHaveProperty('discussion_topic');
    expect(body.can_lock).toBe(false);
    const assignments = `courses/${course.id}/assignments`;
    const shown = (await asStudent.get(`${assignments}/${body.assignment_id}`)).body;
    expect(shown.discussion_topic).toMatchObject({ id: body.id, title: 'Debate' });

    const renamed = await asTeacher.put(`${path}/${body.id}`, {
      title: 'Dispute',
      assignment: { points_possible: 5 },
    });
    expect(renamed.body.assignment).toMatchObject({ name: 'Dispute', points_possible: 5 });
    await asTeacher.put(`${path}/${body.id}`, { published: false });
    expect((await asTeacher.get(`${assignments}/${body.assignment_id}`)).body.published).toBe(false);

    const plain = await asTeacher.put(`${path}/${body.id}`, { assignment: { set_assignment: false } });
    expect(plain.body.assignment_id).toBe(null);
    expect((await asTeacher.get(`${assignments}/${body.assignment_id}`)).status).toBe(404);
  });

  it('are handed in by posting, and no longer once it is taken back', async () => {
    const { asTeacher, asStudent, path, course, student } = await setClass();
    const { body: topic } = await asTeacher.post(path, {
      title: 'A',
      published: true,
      assignment: { points_possible: 1 },
    });
    const submission = async () =>
      (
        await asTeacher.get(
          `courses/${course.id}/assignments/${topic.assignment_id}/submissions/${student.id}`,
        )
      ).body;
    expect(await submission()).toMatchObject({ workflow_state: 'unsubmitted', submission_type: null });
    const { body: entry } = await asStudent.post(`${path}/${topic.id}/entries`, { message: 'mine' });
    expect(await submission()).toMatchObject({
      workflow_state: 'submitted',
      submission_type: 'discussion_topic',
      submitted_at: world.clock.now(),
      attempt: 1,
      discussion_entries: [{ id: entry.id, message: 'mine', user_name: student.name }],
    });
    world.clock.advance(60);
    const { body: second } = await asStudent.post(`${path}/${topic.id}/entries`, { message: 'more' });
    expect((await submission()).attempt).toBe(1);
    await asStudent.delete(`${path}/${topic.id}/entries/${entry.id}`);
    expect((await submission()).submitted_at).toBe(second.created_at);
    await asStudent.delete(`${path}/${topic.id}/entries/${second.id}`);
    expect(await submission()).toMatchObject({ workflow_state: 'unsubmitted', submitted_at: null });
  });

  it('are seen by those alone to whom they are assigned', async () => {
    const { asTeacher, asStudent, path, course } = await setClass();
    const other = await world.make.section({ course_id: course.id });
    const { body } = await asTeacher.post(path, {
      title: 'Theirs',
      published: true,
      assignment: {
        points_possible: 1,
        only_visible_to_overrides: true,
        assignment_overrides: [{ course_section_id: other.id, due_at: '2026-12-01T12:00:00Z' }],
      },
    });
    expect((await asStudent.get(`${path}/${body.id}`)).status).toBe(401);
    expect((await asStudent.get(path)).ids).toEqual([]);
    expect((await asTeacher.get(path)).ids).toEqual([body.id]);
  });

  it('go by the dates of the assignment', async () => {
    const { asTeacher, asStudent, path } = await setClass();
    const { body } = await asTeacher.post(path, {
      title: 'Later',
      published: true,
      delayed_post_at: '2030-01-01T00:00:00Z',
      assignment: { points_possible: 1, unlock_at: '2031-01-01T00:00:00Z' },
    });
    expect(body.delayed_post_at).toBe(null);
    expect((await asStudent.get(`${path}/${body.id}`)).body.lock_info.unlock_at).toBe('2031-01-01T00:00:00Z');
  });

  it('take their assignments with them, and are copied with them', async () => {
    const { asTeacher, path, course } = await setClass();
    const { body } = await asTeacher.post(path, {
      title: 'A',
      published: true,
      assignment: { points_possible: 3 },
    });
    const copy = (await asTeacher.post(`${path}/${body.id}/duplicate`)).body;
    expect(copy).toMatchObject({ title: 'A Copy', set_assignment: true, assignment: { points_possible: 3 } });
    expect(copy.assignment_id).not.toBe(body.assignment_id);
    await asTeacher.delete(`${path}/${body.id}`);
    expect((await asTeacher.get(`courses/${course.id}/assignments`)).ids).toEqual([copy.assignment_id]);
  });

  it('take the right to make assignments', async () => {
    const { asStudent, path } = await setClass();
    const refused = await asStudent.post(path, { title: 'A', assignment: { points_possible: 3 } });
    expect(refused.status).toBe(401);
  });
});

describe('ungraded topics', () => {
  it('open for somebody when his override says', async () => {
    const { asTeacher, asStudent, path, course, student } = await setClass();
    const { body } = await asTeacher.post(path, {
      title: 'Early',
      published: true,
      delayed_post_at: '2031-01-01T00:00:00Z',
    });
    expect((await asStudent.get(`${path}/${body.id}`)).body.locked_for_user).toBe(true);
    const early = await asTeacher.put(`courses/${course.id}/discussion_topics/${body.id}/date_details`, {
      unlock_at: '2031-01-01T00:00:00Z',
      assignment_overrides: [{ student_ids: [student.id], unlock_at: '2026-01-01T00:00:00Z' }],
    });
    expect(early.status).toBe(204);
    expect((await asStudent.get(`${path}/${body.id}`)).body.locked_for_user).toBe(false);
    const other = await world.make.member(course.id);
    expect((await world.as(other.token).get(`${path}/${body.id}`)).body.locked_for_user).toBe(true);
  });
});
