import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { listAssignments } from './listing.ts';
import { Assignment } from './schema.ts';

export default operation(
  'GET /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}/assignments',
  {
    summary: 'The assignments of one group; of a group that is none there are none',
    load: { course: course('course_id') },
    requires: { course: 'read' },
    returns: List(Assignment),
    handle: ({ ctx, course, params, path }) =>
      listAssignments(ctx, course, params, parseNumber(path.assignment_group_id) ?? 0),
  },
);
