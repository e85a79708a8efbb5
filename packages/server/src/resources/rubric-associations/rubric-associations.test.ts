import { describe, expect, it } from 'vitest';
import { openClassroom } from '../../../testing/classroom.ts';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, admin } = world;
const room = await openClassroom(world);
const { course, asTeacher, student } = room;
const here = `courses/${course.id}/rubric_associations`;
const inCourse = { context_type: 'Course', context_id: course.id } as const;

const tie = (rubricId: number, assignmentId: number, more: object = {}) => ({
  rubric_association: {
    rubric_id: rubricId,
    association_type: 'Assignment',
    association_id: assignmentId,
    purpose: 'grading',
    ...more,
  },
});

describe('POST /api/v1/courses/{course_id}/rubric_associations', () => {
  it('ties a rubric to the assignment of a discussion, which shows it, and a second time the same', async () => {
    const rubric = await make.rubric(inCourse);
    const { body: topic } = await asTeacher.post(`courses/${course.id}/discussion_topics`, {
      title: 'Talk',
      assignment: { points_possible: 100 },
    });
    const form = [
      `rubric_association[rubric_id]=${rubric.id}`,
      'rubric_association[association_type]=Assignment',
      `rubric_association[association_id]=${topic.assignment_id}`,
      'rubric_association[purpose]=grading',
      'rubric_association[use_for_grading]=true',
    ].join('&');
    const first = await asTeacher.post(here, form);
    expect(first.status).toBe(200);
    expect(first.body.rubric).toMatchObject({ id: rubric.id, association_count: 1, read_only: false });
    expect(first.body.rubric_association).toMatchObject({
      rubric_id: rubric.id,
      association_id: topic.assignment_id,
      association_type: 'Assignment',
      use_for_grading: true,
      purpose: 'grading',
      title: 'Talk',
      bookmarked: true,
      context_code: `course_${course.id}`,
      rubric_assessments: [],
      assessment_requests: [],
      association_count: 2,
      permissions: { update: true, delete: true, manage: true, submit: false, view_rubric_assessments: true },
    });
    const again = await asTeacher.post(here, form);
    expect(again.body.rubric_association.id).toBe(first.body.rubric_association.id);
    const { body } = await asTeacher.get(`courses/${course.id}/discussion_topics/${topic.id}`);
    expect(body.assignment).toMatchObject({
      points_possible: 5,
      use_rubric_for_grading: true,
      rubric_settings: { id: rubric.id },
    });
  });

  it('puts another rubric in the place of the one before', async () => {
    const assignment = await room.assignment();
    const [one, other] = [await make.rubric(inCourse), await make.rubric(inCourse)];
    const before = await asTeacher.post(here, tie(one.id, assignment.id));
    await asTeacher.post(`${here}/${before.body.rubric_association.id}/rubric_assessments`, {
      rubric_assessment: { user_id: student.id, assessment_type: 'grading', criterion_crit: { points: 5 } },
    });
    const after = await asTeacher.post(here, tie(other.id, assignment.id));
    expect((await asTeacher.get(room.path(assignment))).body.rubric_settings.id).toBe(other.id);
    expect((await asTeacher.put(`${here}/${before.body.rubric_association.id}`, {})).status).toBe(404);
    expect(after.body.rubric_association.rubric_assessments).toEqual([]);
    const work = await asTeacher.get(`${room.path(assignment)}/submissions/${student.id}`, {
      'include[]': 'rubric_assessment',
    });
    expect(work.body).not.toHaveProperty('rubric_assessment');
  });

  it('makes a rubric read-only that two things are graded with', async () => {
    const rubric = await make.rubric(inCourse);
    await asTeacher.post(here, tie(rubric.id, (await room.assignment()).id));
    const { body } = await asTeacher.post(here, tie(rubric.id, (await room.assignment()).id));
    expect(body.rubric).toMatchObject({
      association_count: 2,
      read_only: true,
      permissions: { update: false, delete: true },
    });
  });

  it('hides points by using the rubric for no grade', async () => {
    const assignment = await room.assignment({ points_possible: 30 });
    const rubric = await make.rubric(inCourse);
    const { body } = await asTeacher.post(
      here,
      tie(rubric.id, assignment.id, { hide_points: true, use_for_grading: true, hide_score_total: true }),
    );
    expect(body.rubric_association).toMatchObject({
      hide_points: true,
      use_for_grading: false,
      hide_score_total: false,
    });
    expect((await asTeacher.get(room.path(assignment))).body.points_possible).toBe(30);
  });

  it('copies the rubric of another course', async () => {
    const elsewhere = await make.course();
    const rubric = await make.rubric({ context_type: 'Course', context_id: elsewhere.id, title: 'Far' });
    const { body } = await asTeacher.post(here, tie(rubric.id, (await room.assignment()).id));
    expect(body.rubric).toMatchObject({ rubric_id: rubric.id, context_id: course.id, title: 'Far' });
    expect(body.rubric.data).toEqual(
      (await admin.get(`courses/${elsewhere.id}/rubrics/${rubric.id}`)).body.data,
    );
  });

  it('needs a rubric, and something of the course', async () => {
    const rubric = await make.rubric(inCourse);
    const elsewhere = await make.course();
    const foreign = await make.assignment({ course_id: elsewhere.id });
    expect((await asTeacher.post(here, tie(999_999, (await room.assignment()).id))).status).toBe(404);
    expect((await asTeacher.post(here, tie(rubric.id, foreign.id))).status).toBe(400);
    expect((await asTeacher.post(here, {})).status).toBe(404);
    expect((await world.as(student.token).post(here, tie(rubric.id, foreign.id))).status).toBe(401);
  });
});

describe('PUT /api/v1/courses/{course_id}/rubric_associations/{id}', () => {
  it('changes what is said, and leaves the rest', async () => {
    const assignment = await room.assignment({ points_possible: 50 });
    const rubric = await make.rubric(inCourse);
    const { body: made } = await asTeacher.post(here, tie(rubric.id, assignment.id, { title: 'Mine' }));
    const { body } = await asTeacher.put(`${here}/${made.rubric_association.id}`, {
      rubric_association: { use_for_grading: true, bookmarked: false },
    });
    expect(body.rubric_association).toMatchObject({
      id: made.rubric_association.id,
      title: 'Mine',
      purpose: 'grading',
      use_for_grading: true,
      bookmarked: false,
    });
    expect((await asTeacher.get(room.path(assignment))).body.points_possible).toBe(5);
  });
});

describe('DELETE /api/v1/courses/{course_id}/rubric_associations/{id}', () => {
  it('takes the rubric away; listed it stays, else it goes', async () => {
    const assignment = await room.assignment();
    const rubric = await make.rubric(inCourse);
    const { body: made } = await asTeacher.post(here, tie(rubric.id, assignment.id));
    const { status, body } = await asTeacher.delete(`${here}/${made.rubric_association.id}`);
    expect([status, body.rubric_association]).toMatchObject([
      200,
      { id: made.rubric_association.id, workflow_state: 'deleted' },
    ]);
    expect((await asTeacher.get(room.path(assignment))).body).not.toHaveProperty('rubric_settings');
    expect((await asTeacher.get(`courses/${course.id}/rubrics/${rubric.id}`)).status).toBe(200);

    const { body: unlisted } = await asTeacher.post(`courses/${course.id}/rubrics`, {
      rubric: { title: 'Once', criteria: { '0': { description: 'One' } } },
      rubric_association: tie(0, assignment.id).rubric_association,
    });
    await asTeacher.delete(`${here}/${unlisted.rubric_association.id}`);
    const listed = await asTeacher.all(`courses/${course.id}/rubrics`);
    expect((listed as { title: string }[]).some(({ title }) => title === 'Once')).toBe(false);
  });
});
