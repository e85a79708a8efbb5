import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { assignment } from '../assignments/load.ts';
import { course } from '../courses/load.ts';
import { knownOverrides } from './load.ts';
import { AssignmentOverride } from './schema.ts';
import { serializeOverrides } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides', {
  summary: 'The overrides of an assignment that the caller may know of, all at once',
  load: { course: course('course_id'), assignment: assignment('assignment_id') },
  requires: { course: 'read' },
  returns: List(AssignmentOverride),
  handle: async ({ ctx, assignment }) => serializeOverrides(await knownOverrides(ctx, assignment)),
});
