import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make, admin } = world;

/** A course with a teacher, a student and both as callers. */
async function classroom() {
  const course = await make.course();
  const teacher = await make.member(course.id, 'TeacherEnrollment');
  const student = await make.member(course.id);
  return {
    course,
    teacher,
    student,
    teach: world.as(teacher.token),
    learn: world.as(student.token),
    path: `courses/${course.id}/assignments`,
  };
}

describe('POST /api/v1/courses/{course_id}/assignments', () => {
  it('makes an unpublished assignment in a group that is made for it', async () => {
    const { course, teach, path } = await classroom();
    const { status, body } = await teach.post(path, { assignment: { name: 'Essay' } });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'Essay',
      description: null,
      course_id: course.id,
      workflow_state: 'unpublished',
      published: false,
      points_possible: 0,
      grading_type: 'points',
      submission_types: ['none'],
      position: 1,
      allowed_attempts: -1,
      due_at: null,
      muted: true,
      has_overrides: false,
      unpublishable: true,
      needs_grading_count: 0,
    });
    const groups = await teach.get(`courses/${course.id}/assignment_groups`);
    expect(groups.body).toMatchObject([{ id: body.assignment_group_id, name: 'Assignments' }]);
  });
});
