import { operation } from '../../http/operation.ts';
import { demandGradeLog, GradeChanges, gradeChanges, memberHere } from './grade-changes.ts';

export default operation('GET /api/v1/audit/grade_change/students/{student_id}', {
  summary: 'Grade changes of a student',
  // A right over the institution, asked before the user is looked for.
  requires: 'user',
  returns: GradeChanges,
  async handle({ ctx, path, params }) {
    await demandGradeLog(ctx);
    const { id } = await memberHere(ctx, path.student_id);
    return await gradeChanges(ctx, { studentId: id }, params);
  },
});
