import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { GradeChanges } from './grade-changes.ts';

export default operation('GET /api/v1/audit/grade_change/assignments/{assignment_id}', {
  summary: 'Grade changes of an assignment',
  requires: 'user',
  returns: GradeChanges,
  // There are no assignments that an id could name.
  handle: () => Promise.reject(new NotFound()),
});
