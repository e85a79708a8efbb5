import { Refusal } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { findAssignment } from '../assignments/load.ts';
import { findUser } from '../users/load.ts';
import {
  type Condition,
  demandGradeLog,
  GradeChanges,
  gradeChanges,
  gradedAssignment,
  gradedCourse,
} from './grade-changes.ts';

export default operation('GET /api/v1/audit/grade_change', {
  summary: 'Grade changes by course, assignment, student and grader together',
  // What it takes depends on what is asked for.
  requires: 'user',
  returns: GradeChanges,
  async handle({ ctx, params }) {
    const place = await placeOf(ctx, params);
    const { student_id, grader_id } = params;
    const studentId = student_id ? (await findUser(ctx, student_id)).id : undefined;
    const graderId = grader_id ? (await findUser(ctx, grader_id)).id : undefined;
    if (!place.course && studentId === undefined && graderId === undefined) {
      throw new Refusal(400, { message: 'Must specify at least one query condition' });
    }
    return await gradeChanges(ctx, { ...place, studentId, graderId }, params);
  },
});

/** Without a place in which the caller sees grades it takes a right over the institution. */
async function placeOf(
  ctx: Context,
  { course_id, assignment_id }: Params<'GET /api/v1/audit/grade_change'>,
): Promise<Pick<Condition, 'course' | 'assignment'>> {
  if (course_id) {
    const course = await gradedCourse(ctx, course_id);
    if (!assignment_id) return { course };
    const isOverride = assignment_id === 'override';
    return { course, assignment: isOverride ? 'override' : await findAssignment(ctx, course, assignment_id) };
  }
  if (assignment_id) return await gradedAssignment(ctx, assignment_id);
  await demandGradeLog(ctx);
  return {};
}
