import { NotFound, Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { findUser } from '../users/load.ts';
import { demandGradeLog, GradeChanges, gradedCourse, noGradeChanges } from './grade-changes.ts';

export default operation('GET /api/v1/audit/grade_change', {
  summary: 'Grade changes by course, assignment, student and grader together',
  // What it takes depends on what is asked for.
  requires: 'user',
  returns: GradeChanges,
  async handle({ ctx, params: { course_id, assignment_id, student_id, grader_id } }) {
    const isOverride = assignment_id === 'override';
    if (course_id) await gradedCourse(ctx, course_id);
    else if (!assignment_id) await demandGradeLog(ctx);
    // There are no assignments that an id could name.
    if (assignment_id && (!isOverride || !course_id)) throw new NotFound();
    for (const id of [student_id, grader_id]) if (id) await findUser(ctx, id);
    if (!course_id && !student_id && !grader_id) {
      throw new Refusal(400, { message: 'Must specify at least one query condition' });
    }
    return await noGradeChanges(ctx);
  },
});
