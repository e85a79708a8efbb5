import { deleteOverrides } from '../../domain/override-writing.ts';
import { operation } from '../../http/operation.ts';
import { assignment } from '../assignments/load.ts';
import { course } from '../courses/load.ts';
import { overridesChanged } from './changing.ts';
import { override } from './load.ts';
import { AssignmentOverride } from './schema.ts';
import { serializeOverride } from './serialize.ts';

export default operation('DELETE /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}', {
  summary: 'Delete an override',
  load: { course: course('course_id'), assignment: assignment('assignment_id'), override: override('id') },
  requires: { assignment: 'update' },
  returns: AssignmentOverride,
  async handle({ ctx, course, assignment, override }) {
    await deleteOverrides(ctx, [override.id]);
    await overridesChanged(ctx, course, [assignment]);
    // Its students have left it.
    return serializeOverride({ ...override, student_ids: [] });
  },
});
