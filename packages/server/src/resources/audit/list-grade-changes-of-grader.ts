import { operation } from '../../http/operation.ts';
import { demandGradeLog, GradeChanges, gradeChanges, memberHere } from './grade-changes.ts';

export default operation('GET /api/v1/audit/grade_change/graders/{grader_id}', {
  summary: 'Grade changes that somebody made',
  // A right over the institution, asked before the user is looked for.
  requires: 'user',
  returns: GradeChanges,
  async handle({ ctx, path, params }) {
    await demandGradeLog(ctx);
    const { id } = await memberHere(ctx, path.grader_id);
    return await gradeChanges(ctx, { graderId: id }, params);
  },
});
