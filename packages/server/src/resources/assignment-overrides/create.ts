import { overridableOf } from '../../domain/assignment-writing.ts';
import { interpretOverride } from '../../domain/override-data.ts';
import { createOverride } from '../../domain/override-writing.ts';
import { Refusal } from '../../errors.ts';
import { operation, Reply } from '../../http/operation.ts';
import { assignment } from '../assignments/load.ts';
import { course } from '../courses/load.ts';
import { overridesChanged, reloaded } from './changing.ts';
import { AssignmentOverride } from './schema.ts';
import { serializeOverride } from './serialize.ts';

export default operation('POST /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides', {
  summary: 'Give other dates to some students, a group or a section',
  load: { course: course('course_id'), assignment: assignment('assignment_id') },
  requires: { assignment: 'update' },
  returns: AssignmentOverride,
  async handle({ ctx, course, assignment, params }) {
    const of = overridableOf(course, assignment);
    const result = await interpretOverride(ctx, of, params.assignment_override);
    if ('errors' in result) throw new Refusal(400, { errors: result.errors });
    const id = await createOverride(ctx, of, result.data);
    await overridesChanged(ctx, course, [assignment]);
    return new Reply(201, serializeOverride(await reloaded(ctx, assignment, id)));
  },
});
