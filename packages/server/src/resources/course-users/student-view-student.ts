import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { User } from '../users/schema.ts';
import { serializeUser } from '../users/serialize.ts';
import { testStudentOf } from './test-student.ts';

export default operation('GET /api/v1/courses/{course_id}/student_view_student', {
  summary: "The course's Test Student, made when he is first asked for",
  load: { course: course('course_id') },
  requires: { course: 'use_student_view' },
  returns: User,
  async handle({ ctx, course }) {
    return await serializeUser(ctx, await testStudentOf(ctx, course), { context: { course } });
  },
});
