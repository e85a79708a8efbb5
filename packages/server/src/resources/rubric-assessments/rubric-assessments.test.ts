import { describe, expect, it } from 'vitest';
import { openClassroom } from '../../../testing/classroom.ts';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make } = world;
const room = await openClassroom(world, { students: 3 });
const { course, asTeacher, student, fellow } = room;
const inCourse = { context_type: 'Course', context_id: course.id } as const;

async function gradedBy(more: object = {}, values: object = {}) {
  const assignment = await room.assignment({ points_possible: 10, ...values });
  const rubric = await make.rubric(inCourse);
  const { body } = await asTeacher.post(`courses/${course.id}/rubric_associations`, {
    rubric_association: {
      rubric_id: rubric.id,
      association_type: 'Assignment',
      association_id: assignment.id,
      purpose: 'grading',
      use_for_grading: true,
      ...more,
    },
  });
  const association = body.rubric_association.id as number;
  return {
    assignment,
    rubric,
    association,
    path: `courses/${course.id}/rubric_associations/${association}/rubric_assessments`,
  };
}

const assessing = (userId: number, points: unknown, more: object = {}) => ({
  rubric_assessment: {
    user_id: userId,
    assessment_type: 'grading',
    criterion_crit: { points, comments: 'Good & well', ...more },
  },
});

const workOf = async (assignmentId: number, userId: number) =>
  (await asTeacher.get(`courses/${course.id}/assignments/${assignmentId}/submissions/${userId}`)).body;

describe('POST …/rubric_assessments', () => {
  it('is not for a grader of another section, who does not read the marks either', async () => {
    const { path, rubric } = await gradedBy();
    expect((await asTeacher.post(path, assessing(student.id, 5))).status).toBe(200);
    const section = await make.section({ course_id: course.id });
    const limited = await make.person();
    await make.enroll(limited.id, course.id, 'TaEnrollment', {
      course_section_id: section.id,
      limit_privileges_to_course_section: true,
    });
    const asLimited = world.as(limited.token);
    expect((await asLimited.post(path, assessing(student.id, 1))).status).toBe(404);
    const shown = { include: ['assessments'], style: 'full' };
    const rubricPath = `courses/${course.id}/rubrics/${rubric.id}`;
    expect((await asLimited.get(rubricPath, shown)).body.assessments).toEqual([]);
    expect((await asTeacher.get(rubricPath, shown)).body.assessments).toHaveLength(1);
  });

  it('assesses and grades', async () => {
    const { path, assignment, association, rubric } = await gradedBy();
    const { status, body } = await asTeacher.post(path, assessing(student.id, 5));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      user_id: student.id,
      rubric_id: rubric.id,
      rubric_association_id: association,
      score: 5,
      artifact_type: 'Submission',
      assessment_type: 'grading',
      assessor_id: room.teacher.id,
      assessor_name: 'Tess Teacher',
      artifact: { user_id: student.id, score: 5, submission_comments: [] },
      rubric_association: { id: association },
      related_group_submissions_and_assessments: [
        {
          submission: { submission: { user_id: student.id } },
          rubric_assessments: [{ rubric_assessment: { score: 5 } }],
        },
      ],
    });
    expect(body.ratings).toEqual([
      {
        id: 'high',
        points: 5,
        criterion_id: 'crit',
        learning_outcome_id: null,
        description: 'High',
        comments_enabled: true,
        comments: 'Good & well',
        comments_html: 'Good &amp; well',
      },
    ]);
    expect(await workOf(assignment.id, student.id)).toMatchObject({
      score: 5,
      grade: '5',
      workflow_state: 'graded',
    });
  });

  it('is one for all graders, the last of them its assessor', async () => {
    const { path, assignment } = await gradedBy();
    const first = await asTeacher.post(path, assessing(student.id, 5));
    const ta = await make.member(course.id, 'TaEnrollment');
    const second = await world.as(ta.token).post(path, assessing(student.id, '2.5 points'));
    expect(second.body).toMatchObject({ id: first.body.id, score: 2.5, assessor_id: ta.id });
    expect((await workOf(assignment.id, student.id)).score).toBe(2.5);
  });

  it('leaves the grade alone where it isn’t used for grading, and takes it away with the points', async () => {
    const unused = await gradedBy({ use_for_grading: false });
    await asTeacher.post(unused.path, assessing(student.id, 5));
    expect((await workOf(unused.assignment.id, student.id)).score).toBeNull();
    const used = await gradedBy();
    await asTeacher.post(used.path, assessing(student.id, 5));
    await asTeacher.post(used.path, assessing(student.id, ''));
    expect(await workOf(used.assignment.id, student.id)).toMatchObject({ score: null, grade: null });
  });

  it('makes the score what the grading type shows of it', async () => {
    const { path, assignment } = await gradedBy({}, { grading_type: 'percent' });
    await asTeacher.post(path, assessing(student.id, 4));
    expect(await workOf(assignment.id, student.id)).toMatchObject({ score: 4, grade: '80%' });
  });

  it('assesses a whole group', async () => {
    const category = await make.groupCategory(inCourse);
    const group = await make.group({ ...inCourse, group_category_id: category.id });
    for (const { id } of [student, fellow]) await make.groupMember(group.id, id);
    const { path, assignment } = await gradedBy({}, { group_category_id: category.id });
    const { body } = await asTeacher.post(path, assessing(fellow.id, 3));
    expect(body.user_id).toBe(fellow.id);
    expect(body.related_group_submissions_and_assessments).toHaveLength(2);
    expect((await workOf(assignment.id, student.id)).score).toBe(3);
  });

  it('keeps comments for the next time', async () => {
    const { path, rubric } = await gradedBy();
    await asTeacher.post(path, assessing(student.id, 5, { save_comment: '1' }));
    const { body } = await asTeacher.get(`courses/${course.id}/rubrics/${rubric.id}`, {
      'include[]': 'assignment_associations',
    });
    expect(body.associations[0].summary_data).toEqual({ saved_comments: { crit: ['Good & well'] } });
  });

  it('refuses what can’t be assessed', async () => {
    const { path, rubric } = await gradedBy();
    const stranger = await make.person();
    expect((await asTeacher.post(path, assessing(stranger.id, 5))).status).toBe(404);
    expect((await asTeacher.post(path, {})).status).toBe(400);
    const untyped = await asTeacher.post(path, { rubric_assessment: { user_id: student.id } });
    expect([untyped.status, untyped.body.errors.assessment_type[0].type]).toEqual([400, 'blank']);
    expect((await world.as(fellow.token).post(path, assessing(student.id, 5))).status).toBe(401);
    const { body: listed } = await asTeacher.get(`courses/${course.id}/rubrics/${rubric.id}`, {
      'include[]': 'course_associations',
    });
    const bookmark = `courses/${course.id}/rubric_associations/${listed.associations[0].id}/rubric_assessments`;
    expect((await asTeacher.post(bookmark, assessing(student.id, 5))).status).toBe(400);
  });

  it('logs a grade given without knowing whose work it was', async () => {
    const { path, assignment } = await gradedBy();
    await asTeacher.post(path, { ...assessing(student.id, 5), graded_anonymously: true });
    const { event_data } = await world.database.kysely
      .selectFrom('audit_events')
      .select('event_data')
      .where('category', '=', 'grade_change')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(event_data).toMatchObject({
      assignment_id: assignment.id,
      graded_anonymously: true,
      score_after: 5,
    });
  });
});

describe('PUT …/rubric_assessments/{id}', () => {
  it('assesses again, whoever is named', async () => {
    const { path, assignment } = await gradedBy();
    const { body } = await asTeacher.post(path, assessing(student.id, 5));
    const again = await asTeacher.put(`${path}/${body.id}`, assessing(fellow.id, 1));
    expect(again.body).toMatchObject({ id: body.id, user_id: student.id, score: 1 });
    expect((await workOf(assignment.id, fellow.id)).score).toBeNull();
  });
});

describe('DELETE …/rubric_assessments/{id}', () => {
  it('deletes it, and leaves the grade', async () => {
    const { path, assignment } = await gradedBy();
    const { body } = await asTeacher.post(path, assessing(student.id, 5));
    const { body: gone } = await asTeacher.delete(`${path}/${body.id}`);
    expect(gone.rubric_assessment).toMatchObject({ id: body.id, score: 5 });
    expect((await asTeacher.delete(`${path}/${body.id}`)).status).toBe(404);
    expect((await workOf(assignment.id, student.id)).score).toBe(5);
  });
});

describe('outcomes', () => {
  it('are aligned with what is graded, and have results of what is assessed', async () => {
    const outcome = await make.outcome(inCourse);
    const assignment = await room.assignment();
    const { body } = await asTeacher.post(`courses/${course.id}/rubrics`, {
      rubric: {
        title: 'Outcomes',
        criteria: {
          '0': {
            id: 'o',
            learning_outcome_id: outcome.id,
            ratings: { '0': { points: 4 }, '1': { points: 0 } },
          },
        },
      },
      rubric_association: {
        association_type: 'Assignment',
        association_id: assignment.id,
        purpose: 'grading',
        use_for_grading: true,
      },
    });
    const path = `courses/${course.id}/rubric_associations/${body.rubric_association.id}/rubric_assessments`;
    const assessed = await asTeacher.post(path, {
      rubric_assessment: { user_id: student.id, assessment_type: 'grading', criterion_o: { points: 9 } },
    });
    // No more than the criterion has.
    expect(assessed.body.score).toBe(4);
    const { body: results } = await asTeacher.get(`courses/${course.id}/outcome_results`, {
      'user_ids[]': student.id,
    });
    expect(results.outcome_results).toMatchObject([
      { score: 4, links: { learning_outcome: String(outcome.id) } },
    ]);
    const without = await asTeacher.put(`courses/${course.id}/rubrics/${body.rubric.id}`, {
      rubric: { title: 'Outcomes', criteria: { '0': { description: 'Other' } } },
    });
    expect(without.body).toEqual({
      error: true,
      messages: ['This rubric removes criterions that have learning outcome results'],
    });
    const twice = await asTeacher.post(`courses/${course.id}/rubrics`, {
      rubric: {
        title: 'Twice',
        criteria: { '0': { learning_outcome_id: outcome.id }, '1': { learning_outcome_id: outcome.id } },
      },
    });
    expect(twice.body.messages).toEqual(['This rubric has Outcomes aligned more than once']);
  });

  it('are followed by rubrics that nobody was assessed with', async () => {
    const outcome = await make.outcome(inCourse);
    const { body } = await asTeacher.post(`courses/${course.id}/rubrics`, {
      rubric: {
        title: 'Following',
        criteria: { '0': { id: 'f', learning_outcome_id: outcome.id, ratings: { '0': { points: 4 } } } },
      },
      rubric_association: { association_type: 'Course', association_id: course.id, purpose: 'bookmark' },
    });
    const { body: changed } = await asTeacher.put(`outcomes/${outcome.id}`, {
      title: 'Writes',
      mastery_points: 2,
      ratings: [
        { description: 'Well', points: 6 },
        { description: 'Badly', points: 0 },
      ],
    });
    expect(changed.has_updateable_rubrics).toBe(true);
    const { body: rubric } = await asTeacher.get(`courses/${course.id}/rubrics/${body.rubric.id}`);
    expect(rubric).toMatchObject({
      points_possible: 6,
      data: [
        {
          id: 'f',
          description: 'Writes',
          mastery_points: 2,
          ratings: [{ description: 'Well', points: 6 }, { description: 'Badly' }],
        },
      ],
    });
  });
});
