import { DEFAULT_GROUP, insertGroup } from '../../domain/assignment-groups.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { AssignmentGroup } from './schema.ts';
import { serializeGroup } from './serialize.ts';
import { changesOf, stored } from './write.ts';

export default operation('POST /api/v1/courses/{course_id}/assignment_groups', {
  summary: 'Make a group of assignments, after the others unless it has a position',
  load: { course: course('course_id') },
  requires: { course: 'manage_assignments_add' },
  returns: AssignmentGroup,
  async handle({ ctx, course, params }) {
    const changes = changesOf(params, undefined, 0);
    return serializeGroup(await insertGroup(ctx, course.id, { name: DEFAULT_GROUP, ...stored(changes) }));
  },
});
