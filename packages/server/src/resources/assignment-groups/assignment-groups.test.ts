import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, admin } = world;

async function classroom() {
  const course = await make.course();
  const teacher = await make.member(course.id, 'TeacherEnrollment');
  const student = await make.member(course.id);
  return {
    course,
    student,
    teach: world.as(teacher.token),
    learn: world.as(student.token),
    path: `courses/${course.id}/assignment_groups`,
  };
}

describe('GET /api/v1/courses/{course_id}/assignment_groups', () => {
  it('lists groups by position, with their assignments on request', async () => {
    const { course, teach, learn, path } = await classroom();
    const second = await make.assignmentGroup({ course_id: course.id, position: 2, group_weight: 40 });
    const first = await make.assignmentGroup({ course_id: course.id, position: 1 });
    await make.assignmentGroup({ course_id: course.id, position: 3, workflow_state: 'deleted' });
    const quiz = { course_id: course.id, assignment_group_id: second.id };
    const published = await make.assignment({ ...quiz, position: 2 });
    const draft = await make.assignment({ ...quiz, position: 1, workflow_state: 'unpublished' });
    const tool = await make.assignment({ ...quiz, position: 3, submission_types: ['external_tool'] });
    expect((await learn.get(path)).body).toEqual([
      {
        id: first.id,
        name: first.name,
        position: 1,
        group_weight: 0,
        sis_source_id: null,
        integration_data: {},
        rules: {},
      },
      {
        id: second.id,
        name: second.name,
        position: 2,
        group_weight: 40,
        sis_source_id: null,
        integration_data: {},
        rules: {},
      },
    ]);
    const idsOf = async (caller: typeof teach, query: object) => {
      const { body } = await caller.get(path, { 'include[]': 'assignments', ...query });
      return body[1].assignments.map(({ id }: { id: number }) => id);
    };
    expect(await idsOf(teach, {})).toEqual([draft.id, published.id, tool.id]);
    expect(await idsOf(learn, {})).toEqual([published.id, tool.id]);
    expect(await idsOf(learn, { 'exclude_assignment_submission_types[]': 'external_tool' })).toEqual([
      published.id,
    ]);
    expect(await idsOf(learn, { assignment_ids: `${published.id},7` })).toEqual([published.id]);
    const bare = await learn.get(path, {
      'include[]': 'assignments',
      'exclude_response_fields[]': 'description',
    });
    expect(bare.body[1].assignments[0]).not.toHaveProperty('description');
    expect(bare.body[1].any_assignment_in_closed_grading_period).toBe(false);
  });

  it('narrows to what is due in a grading period', async () => {
    const term = await make.term();
    const set = await make.gradingPeriodSet({}, [term.id]);
    const now = Date.parse(world.clock.now());
    const day = (days: number) => `${new Date(now + days * 86_400_000).toISOString().slice(0, 19)}Z`;
    const period = await make.gradingPeriod({
      grading_period_group_id: set.id,
      start_date: day(0),
      end_date: day(10),
      close_date: day(20),
    });
    const course = await make.course({ enrollment_term_id: term.id });
    const student = await make.member(course.id);
    const assignments = `courses/${course.id}/assignments`;
    const inside = await admin.post(assignments, {
      assignment: { name: 'In', due_at: day(5), published: true },
    });
    await admin.post(assignments, { assignment: { name: 'Out', due_at: day(30), published: true } });
    const { body } = await world.as(student.token).get(`courses/${course.id}/assignment_groups`, {
      'include[]': 'assignments',
      grading_period_id: period.id,
      scope_assignments_to_student: true,
    });
    expect(body[0].assignments.map(({ id }: { id: number }) => id)).toEqual([inside.body.id]);
    const one = `courses/${course.id}/assignment_groups/${body[0].id}`;
    expect((await admin.get(one, { grading_period_id: 7_000_000 })).status).toBe(404);
  });
});

describe('GET /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}', () => {
  it('is one of the course', async () => {
    const { course, learn, path } = await classroom();
    const assignment = await make.assignment({ course_id: course.id });
    const one = `${path}/${assignment.assignment_group_id}`;
    expect((await learn.get(one, { 'include[]': 'assignments' })).body).toMatchObject({
      id: assignment.assignment_group_id,
      assignments: [{ id: assignment.id }],
    });
    const other = await make.course();
    expect(
      (await learn.get(`courses/${other.id}/assignment_groups/${assignment.assignment_group_id}`)).status,
    ).toBe(404);
  });
});

describe('POST /api/v1/courses/{course_id}/assignment_groups', () => {
  it('makes one after the others', async () => {
    const { teach, path } = await classroom();
    const first = await teach.post(path, {});
    expect(first).toMatchObject({
      status: 200,
      body: { name: 'Assignments', position: 1, group_weight: 0, rules: {} },
    });
    const fields = { name: 'Quizzes', group_weight: 12.5, sis_source_id: 'Q', integration_data: { a: 1 } };
    expect((await teach.post(path, fields)).body).toMatchObject({ ...fields, position: 2 });
    expect((await teach.post(path, { name: 'First', position: 1 })).body.position).toBe(1);
  });

  it('refuses names that are too long, and data that are none', async () => {
    const { teach, path } = await classroom();
    expect(await teach.post(path, { name: 'x'.repeat(256) })).toMatchObject({
      status: 400,
      body: { errors: { name: [{ attribute: 'name', type: 'too_long', message: 'too_long' }] } },
    });
    expect(await teach.post(path, { integration_data: 'x' })).toMatchObject({
      status: 400,
      body: 'Invalid integration data',
    });
  });
});

describe('PUT /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}', () => {
  it('changes names, weights and rules', async () => {
    const { course, teach, path } = await classroom();
    const { assignment_group_id: id } = await make.assignment({ course_id: course.id });
    const rules = { drop_lowest: 1, never_drop: [42] };
    expect((await teach.put(`${path}/${id}`, { name: 'Labs', group_weight: 30, rules })).body).toMatchObject({
      name: 'Labs',
      group_weight: 30,
      rules,
    });
    expect((await teach.put(`${path}/${id}`, { rules: { drop_highest: 1 } })).body.rules).toEqual({
      drop_highest: 1,
    });
    const form = 'rules[drop_lowest]=1&rules[never_drop][]=7';
    expect((await teach.put(`${path}/${id}`, form)).body.rules).toEqual({ drop_lowest: 1, never_drop: [7] });
  });

  it.each([
    [{ drop_lowest: -1 }, 'Drop rules must be a positive number'],
    [{ drop_lowest: 2 }, 'Drop rules cannot be higher than the number of assignments'],
  ])('refuses rules %j', async (rules, message) => {
    const { course, teach, path } = await classroom();
    const { assignment_group_id: id } = await make.assignment({ course_id: course.id });
    expect(await teach.put(`${path}/${id}`, { rules })).toMatchObject({
      status: 400,
      body: { errors: { rules: [{ attribute: 'rules', type: message, message }] } },
    });
  });
});

describe('DELETE /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}', () => {
  it('deletes what is in it, or moves it behind what is in another', async () => {
    const { course, teach, path } = await classroom();
    const [from, to] = [
      await make.assignmentGroup({ course_id: course.id }),
      await make.assignmentGroup({ course_id: course.id }),
    ];
    const add = (group: { id: number }, position: number) =>
      make.assignment({ course_id: course.id, assignment_group_id: group.id, position });
    const moved = await add(from, 1);
    const there = await add(to, 5);
    expect((await teach.delete(`${path}/${from.id}`, { move_assignments_to: to.id })).body).toMatchObject({
      id: from.id,
    });
    const list = async () => (await teach.get(`courses/${course.id}/assignments`)).body;
    expect(await list()).toMatchObject([
      { id: there.id, position: 1 },
      { id: moved.id, position: 2, assignment_group_id: to.id },
    ]);
    expect((await teach.delete(`${path}/${to.id}`)).status).toBe(200);
    expect(await list()).toEqual([]);
    expect((await teach.get(`${path}/${to.id}`)).status).toBe(404);
  });

  it('moves nothing to a group that isn’t there', async () => {
    const { course, teach, path } = await classroom();
    const { assignment_group_id: id } = await make.assignment({ course_id: course.id });
    expect((await teach.delete(`${path}/${id}`, { move_assignments_to: 7_000_000 })).status).toBe(404);
    expect((await teach.get(`${path}/${id}`)).status).toBe(200);
  });
});
