import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { listAssignments } from './listing.ts';
import { Assignment } from './schema.ts';

export default operation('GET /api/v1/courses/{course_id}/assignments', {
  summary: 'The assignments of a course that the caller may see',
  load: { course: course('course_id') },
  requires: { course: 'read' },
  returns: List(Assignment),
  handle: ({ ctx, course, params }) => listAssignments(ctx, course, params),
});
