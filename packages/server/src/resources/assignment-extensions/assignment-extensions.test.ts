import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../testing/world.ts';

const world = await openWorld();
const { make } = world;

async function classroom() {
  const course = await make.course();
  const teacher = await make.member(course.id, 'TeacherEnrollment');
  const student = await make.member(course.id);
  const assignment = await make.assignment({ course_id: course.id });
  await make.submission({ course_id: course.id, assignment_id: assignment.id, user_id: student.id });
  return {
    student,
    teach: world.as(teacher.token),
    path: `courses/${course.id}/assignments/${assignment.id}/extensions`,
  };
}

describe('POST /api/v1/courses/{course_id}/assignments/{assignment_id}/extensions', () => {
  it('gives attempts to whoever has the assignment', async () => {
    const { student, teach, path } = await classroom();
    const assignment_extensions = [
      { user_id: student.id, extra_attempts: 2 },
      { user_id: 7_000_000, extra_attempts: 1 },
    ];
    expect(await teach.post(path, { assignment_extensions })).toMatchObject({
      status: 200,
      body: { assignment_extensions: [{ user_id: student.id, extra_attempts: 2 }] },
    });
    const form = `assignment_extensions[][user_id]=${student.id}&assignment_extensions[][extra_attempts]=3`;
    expect((await teach.post(path, form)).body.assignment_extensions).toEqual([
      { user_id: student.id, extra_attempts: 3 },
    ]);
  });

  it('refuses what is no extension', async () => {
    const { student, teach, path } = await classroom();
    expect(await teach.post(path, {})).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'missing required key :assignment_extensions' }] },
    });
    expect((await teach.post(path, { assignment_extensions: [{ user_id: 1 }] })).body.errors[0].message).toBe(
      ':assignment_extensions must be in this format: { user_id: 1, extra_attempts: 2 }',
    );
    const negative = { assignment_extensions: [{ user_id: student.id, extra_attempts: -1 }] };
    expect(await teach.post(path, negative)).toMatchObject({
      status: 400,
      body: {
        errors: [{ user_id: student.id, errors: ['Extra attempts must be greater than or equal to 0'] }],
      },
    });
  });
});
