import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { writeBatch } from './batch.ts';
import { AssignmentOverride } from './schema.ts';

export default operation('PUT /api/v1/courses/{course_id}/assignments/overrides', {
  summary: 'Change overrides of several assignments, all of them or none',
  load: { course: course('course_id') },
  requires: { course: 'manage_assignments_edit' },
  returns: List(AssignmentOverride),
  handle: ({ ctx, course, params }) => writeBatch(ctx, course, params.assignment_overrides, true),
});
