import { createAssignmentOf } from '../../domain/assignment-writing.ts';
import { MissingParameter } from '../../errors.ts';
import { operation, Reply } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { Assignment } from './schema.ts';
import { serializeAssignment } from './serialize.ts';

export default operation('POST /api/v1/courses/{course_id}/assignments', {
  summary: 'Make an assignment, unpublished unless it says otherwise',
  load: { course: course('course_id') },
  requires: { course: 'manage_assignments_add' },
  returns: Assignment,
  async handle({ ctx, course, params }) {
    if (!params.assignment) throw new MissingParameter('assignment');
    const assignment = await createAssignmentOf(ctx, course, params.assignment);
    return new Reply(201, await serializeAssignment(ctx, course, assignment));
  },
});
