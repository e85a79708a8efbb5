import { operation } from '../../http/operation.ts';
import { GradeChanges, gradeChanges, gradedCourse } from './grade-changes.ts';

export default operation('GET /api/v1/audit/grade_change/courses/{course_id}', {
  summary: 'Grade changes of a course',
  // Refused as 404.
  requires: 'user',
  returns: GradeChanges,
  async handle({ ctx, path, params }) {
    return await gradeChanges(ctx, { course: await gradedCourse(ctx, path.course_id) }, params);
  },
});
