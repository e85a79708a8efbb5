import { operation } from '../../http/operation.ts';
import { assignment } from '../assignments/load.ts';
import { course } from '../courses/load.ts';
import { override } from './load.ts';
import { AssignmentOverride } from './schema.ts';
import { serializeOverride } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}', {
  summary: 'One override',
  load: { course: course('course_id'), assignment: assignment('assignment_id'), override: override('id') },
  requires: { course: 'read' },
  returns: AssignmentOverride,
  handle: async ({ override }) => serializeOverride(override),
});
