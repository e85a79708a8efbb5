import { deleteAssignment } from '../../domain/assignment-writing.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { assignment } from './load.ts';
import { Assignment } from './schema.ts';
import { serializeAssignment } from './serialize.ts';

export default operation('DELETE /api/v1/courses/{course_id}/assignments/{id}', {
  summary: 'Delete an assignment',
  load: { course: course('course_id'), assignment: assignment('id') },
  requires: { assignment: 'delete' },
  returns: Assignment,
  async handle({ ctx, course, assignment }) {
    return await serializeAssignment(ctx, course, await deleteAssignment(ctx, course, assignment));
  },
});
