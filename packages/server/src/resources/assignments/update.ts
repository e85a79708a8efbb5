import { updateAssignment } from '../../domain/assignment-writing.ts';
import { MissingParameter } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { assignment } from './load.ts';
import { Assignment } from './schema.ts';
import { serializeAssignment } from './serialize.ts';

export default operation('PUT /api/v1/courses/{course_id}/assignments/{id}', {
  summary: 'Change an assignment',
  load: { course: course('course_id'), assignment: assignment('id') },
  requires: { assignment: 'update' },
  returns: Assignment,
  async handle({ ctx, course, assignment, params }) {
    if (!params.assignment) throw new MissingParameter('assignment');
    const changed = await updateAssignment(ctx, course, assignment, params.assignment);
    return await serializeAssignment(ctx, course, changed, {
      overrideDates: params.assignment.override_dates,
    });
  },
});
