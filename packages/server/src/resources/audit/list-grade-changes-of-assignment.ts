import { operation } from '../../http/operation.ts';
import { GradeChanges, gradeChanges, gradedAssignment } from './grade-changes.ts';

export default operation('GET /api/v1/audit/grade_change/assignments/{assignment_id}', {
  summary: 'Grade changes of an assignment',
  // Refused as 404.
  requires: 'user',
  returns: GradeChanges,
  async handle({ ctx, path, params }) {
    const { assignment } = await gradedAssignment(ctx, path.assignment_id);
    return await gradeChanges(ctx, { assignment }, params);
  },
});
