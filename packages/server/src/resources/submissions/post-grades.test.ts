import { beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

describe('PUT /api/easel/v1/courses/{course_id}/assignments/{assignment_id}/post_grades', () => {
  it('shows what was graded behind a curtain, its comments and the score of the course; hiding takes it back', async () => {
    const course = await world.make.course();
    const teacher = world.as((await world.make.member(course.id, 'TeacherEnrollment')).token);
    const pupil = await world.make.member(course.id);
    const student = world.as(pupil.token);
    const { body: assignment } = await teacher.post(`courses/${course.id}/assignments`, {
      assignment: { name: 'Essay', points_possible: 10, published: true, submission_types: ['on_paper'] },
    });
    const own = `/api/easel/v1/courses/${course.id}/assignments/${assignment.id}`;
    expect((await teacher.put(`${own}/post_policy`, { post_manually: true })).body).toEqual({
      post_manually: true,
    });
    const path = `courses/${course.id}/assignments/${assignment.id}/submissions/${pupil.id}`;
    await teacher.put(path, { submission: { posted_grade: '8' }, comment: { text_comment: 'Good' } });
    const seen = async () =>
      (
        await student.get(`courses/${course.id}/assignments/${assignment.id}/submissions/self`, {
          'include[]': ['submission_comments'],
        })
      ).body;
    const score = async () =>
      (await student.get(`courses/${course.id}/enrollments`, { user_id: pupil.id })).body[0].grades
        .current_score;
    expect((await seen()).score ?? null).toBe(null);
    expect((await seen()).submission_comments).toEqual([]);
    expect(await score()).toBe(null);

    expect((await teacher.put(`${own}/post_grades`, { graded_only: true })).body).toEqual({ posted: 1 });
    expect(await seen()).toMatchObject({ score: 8, grade: '8', posted_at: world.clock.now() });
    expect((await seen()).submission_comments).toMatchObject([{ comment: 'Good' }]);
    expect(await score()).toBe(80);
    expect((await teacher.put(`${own}/post_grades`)).body).toEqual({ posted: 0 });

    expect((await teacher.put(`${own}/hide_grades`)).body).toEqual({ hidden: 1 });
    expect((await seen()).score ?? null).toBe(null);
    expect(await score()).toBe(null);
    expect((await student.put(`${own}/post_grades`)).status).toBe(401);
  });

  it('can be for some sections alone', async () => {
    const course = await world.make.course();
    const teacher = world.as((await world.make.member(course.id, 'TeacherEnrollment')).token);
    const other = await world.make.section({ course_id: course.id });
    const [here, there] = [await world.make.person(), await world.make.person()];
    await world.make.enroll(here.id, course.id);
    await world.make.enroll(there.id, course.id, 'StudentEnrollment', { course_section_id: other.id });
    const { body: assignment } = await teacher.post(`courses/${course.id}/assignments`, {
      assignment: { name: 'Essay', points_possible: 10, published: true },
    });
    const own = `/api/easel/v1/courses/${course.id}/assignments/${assignment.id}`;
    expect((await teacher.put(`${own}/post_grades`, { section_ids: [other.id] })).body).toEqual({
      posted: 1,
    });
    expect((await teacher.put(`${own}/post_grades`)).body).toEqual({ posted: 1 });
  });

  it('reaches only the students of a section-limited grader', async () => {
    const course = await world.make.course();
    const teacher = world.as((await world.make.member(course.id, 'TeacherEnrollment')).token);
    const section = await world.make.section({ course_id: course.id });
    const [elsewhere, mine, limited] = [
      await world.make.person(),
      await world.make.person(),
      await world.make.person(),
    ];
    await world.make.enroll(elsewhere.id, course.id);
    await world.make.enroll(mine.id, course.id, 'StudentEnrollment', { course_section_id: section.id });
    await world.make.enroll(limited.id, course.id, 'TaEnrollment', {
      course_section_id: section.id,
      limit_privileges_to_course_section: true,
    });
    const { body: assignment } = await teacher.post(`courses/${course.id}/assignments`, {
      assignment: { name: 'Essay', points_possible: 10, published: true },
    });
    const own = `/api/easel/v1/courses/${course.id}/assignments/${assignment.id}`;
    expect((await teacher.put(`${own}/post_grades`)).body).toEqual({ posted: 2 });
    expect((await world.as(limited.token).put(`${own}/hide_grades`)).body).toEqual({ hidden: 1 });
    const path = `courses/${course.id}/assignments/${assignment.id}/submissions`;
    const postedAt = async (id: number) => (await teacher.get(`${path}/${id}`)).body.posted_at;
    expect(await postedAt(elsewhere.id)).toBe(world.clock.now());
    expect(await postedAt(mine.id)).toBe(null);
  });
});
