/** Gradebooks reckoned by hand, from the assignment to the enrollment: what is graded through the API is read there. */
import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';
import { type Example, workedExamples } from '../../domain/grading/worked-examples.ts';

const world = await openWorld();
const { make, admin } = world;

describe('gradebooks reckoned by hand', () => {
  it.each(workedExamples.map((example) => [example.title, example] as const))('%s', async (_, example) => {
    const course = await make.course();
    const student = await make.member(course.id);
    const teacher = world.as((await make.member(course.id, 'TeacherEnrollment')).token);
    await setUp(course.id, example);
    await grade(course.id, student.id, example, teacher);

    const own = { current_score: example.current, final_score: example.final };
    const { body } = await teacher.get(`courses/${course.id}/enrollments`, { user_id: student.id });
    expect(body[0].grades).toMatchObject({
      ...own,
      unposted_current_score: example.unposted_current ?? example.current,
      unposted_final_score: example.unposted_final ?? example.final,
    });
    const [seen] = (await world.as(student.token).get('users/self/enrollments')).body;
    expect(seen.grades).toMatchObject(own);
    expect(seen.grades).not.toHaveProperty('unposted_current_score');
  });

  /** Groups, assignments and rules; ids by name. */
  async function setUp(courseId: number, { groups, assignments, weighted }: Example) {
    if (weighted)
      await admin.put(`courses/${courseId}`, { course: { apply_assignment_group_weights: true } });
    const groupIds = new Map<string, number>();
    for (const { name, weight } of groups) {
      const { body } = await admin.post(`courses/${courseId}/assignment_groups`, {
        name,
        group_weight: weight,
      });
      groupIds.set(name, body.id);
    }
    const ids = new Map<string, number>();
    for (const { name, group, points, omit, post_manually } of assignments) {
      const { body } = await admin.post(`courses/${courseId}/assignments`, {
        assignment: {
          name,
          assignment_group_id: groupIds.get(group),
          points_possible: points,
          omit_from_final_grade: omit,
          published: true,
        },
      });
      ids.set(name, body.id);
      // Canvas posts by policies that only GraphQL sets.
      if (post_manually) {
        await world.database.kysely
          .updateTable('assignments')
          .set({ post_manually: true })
          .where('id', '=', body.id)
          .execute();
      }
    }
    for (const { name, drop_lowest, drop_highest, never_drop } of groups) {
      if (!drop_lowest && !drop_highest) continue;
      const rules = { drop_lowest, drop_highest, never_drop: never_drop?.map((one) => ids.get(one)) };
      await admin.put(`courses/${courseId}/assignment_groups/${groupIds.get(name)}`, { rules });
    }
  }

  async function grade(courseId: number, studentId: number, { grades }: Example, teacher: typeof admin) {
    const { body: assignments } = await teacher.get(`courses/${courseId}/assignments`, { per_page: 100 });
    for (const { id, name } of assignments) {
      const given = grades[name];
      if (given === undefined) continue;
      const submission = given === 'excused' ? { excuse: true } : { posted_grade: given };
      const path = `courses/${courseId}/assignments/${id}/submissions/${studentId}`;
      expect((await teacher.put(path, { submission })).status).toBe(200);
    }
  }
});

describe('what scores follow', () => {
  async function gradebook() {
    const course = await make.course();
    const student = await make.member(course.id);
    const group = await make.assignmentGroup({ course_id: course.id });
    const ids: number[] = [];
    for (const points_possible of [10, 20]) {
      const { body } = await admin.post(`courses/${course.id}/assignments`, {
        assignment: { name: 'A', points_possible, assignment_group_id: group.id, published: true },
      });
      ids.push(body.id);
    }
    const put = (at: number, posted_grade: string) =>
      admin.put(`courses/${course.id}/assignments/${ids[at]}/submissions/${student.id}`, {
        submission: { posted_grade },
      });
    await put(0, '9');
    await put(1, '10');
    const score = async () =>
      (await admin.get(`courses/${course.id}/enrollments`, { user_id: student.id })).body[0].grades
        .current_score;
    return { course, student, group, ids, put, score };
  }

  it('grades, points, deletions', async () => {
    const { course, ids, put, score } = await gradebook();
    expect(await score()).toBe(63.33);
    await put(1, '16');
    expect(await score()).toBe(83.33);
    await admin.put(`courses/${course.id}/assignments/${ids[1]}`, { assignment: { points_possible: 40 } });
    expect(await score()).toBe(50);
    await admin.put(`courses/${course.id}/assignments/${ids[1]}`, {
      assignment: { omit_from_final_grade: true },
    });
    expect(await score()).toBe(90);
    await admin.delete(`courses/${course.id}/assignments/${ids[0]}`);
    expect(await score()).toBeNull();
  });

  it('rules and weights of groups', async () => {
    const { course, group, score } = await gradebook();
    await admin.put(`courses/${course.id}/assignment_groups/${group.id}`, { rules: { drop_lowest: 1 } });
    expect(await score()).toBe(90);
    await admin.put(`courses/${course.id}`, { course: { apply_assignment_group_weights: true } });
    expect(await score()).toBeNull();
    await admin.put(`courses/${course.id}/assignment_groups/${group.id}`, { group_weight: 20 });
    expect(await score()).toBe(90);
  });

  it('who joins has a score at once, and each of his enrollments has it', async () => {
    const { course, student } = await gradebook();
    const section = await make.section({ course_id: course.id });
    const enrolled = await admin.post(`sections/${section.id}/enrollments`, {
      enrollment: { user_id: student.id, type: 'StudentEnrollment', enrollment_state: 'active' },
    });
    const { body } = await admin.get(`sections/${section.id}/enrollments`);
    expect(body).toMatchObject([{ id: enrolled.body.id, grades: { current_score: 63.33 } }]);
    const newcomer = await make.person();
    await admin.post(`courses/${course.id}/enrollments`, {
      enrollment: { user_id: newcomer.id, type: 'StudentEnrollment', enrollment_state: 'active' },
    });
    const own = await admin.get(`courses/${course.id}/enrollments`, { user_id: newcomer.id });
    expect(own.body[0].grades).toMatchObject({ current_score: null, final_score: 0 });
  });

  it('letters, and what an instructor put in their place', async () => {
    const { course, student } = await gradebook();
    const standard = await make.gradingStandard({ context_type: 'Course', context_id: course.id });
    await admin.put(`courses/${course.id}`, {
      course: { grading_standard_id: standard.id, allow_final_grade_override: true },
    });
    const { body } = await admin.get(`courses/${course.id}/enrollments`, { user_id: student.id });
    expect(body[0].grades).toMatchObject({
      current_grade: 'Pass',
      final_grade: 'Pass',
      unposted_final_grade: 'Pass',
    });
    expect(body[0].grades).not.toHaveProperty('override_score');
    await world.database.kysely
      .updateTable('scores')
      .set({ override_score: 12 })
      .where('enrollment_id', '=', body[0].id)
      .execute();
    const graders = await admin.get(`courses/${course.id}/enrollments`, { user_id: student.id });
    expect(graders.body[0].grades).toMatchObject({
      current_score: 63.33,
      override_grade: 'Fail',
      override_score: 12,
    });
    const [own] = (await world.as(student.token).get('users/self/enrollments')).body;
    expect(own.grades).toMatchObject({ current_score: 12, current_grade: 'Fail', final_score: 12 });
    const [shown] = (await world.as(student.token).get('courses', { 'include[]': ['total_scores'] })).body;
    expect(shown.enrollments[0]).toMatchObject({ computed_current_score: 12, computed_final_grade: 'Fail' });
    await admin.put(`courses/${course.id}`, { course: { hide_final_grades: true } });
    const [hidden] = (await world.as(student.token).get('users/self/enrollments')).body;
    expect(Object.keys(hidden.grades)).toEqual(['html_url']);
    const { body: current } = await admin.get(`courses/${course.id}/enrollments`, {
      user_id: student.id,
      'include[]': ['current_points'],
    });
    expect(current[0].grades).toMatchObject({ current_points: 19, unposted_current_points: 19 });
  });

  it('two graders at once', async () => {
    const { ids, put, score } = await gradebook();
    for (const round of [1, 2, 3, 4, 5]) {
      await Promise.all(ids.map((_, at) => put(at, String(round))));
      expect(await score()).toBe(Number(((round * 200) / 30).toFixed(2)));
    }
  });
});
