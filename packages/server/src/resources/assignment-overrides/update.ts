import { overridableOf } from '../../domain/assignment-writing.ts';
import { interpretOverride } from '../../domain/override-data.ts';
import { changeOverride } from '../../domain/override-writing.ts';
import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { assignment } from '../assignments/load.ts';
import { course } from '../courses/load.ts';
import { overridesChanged, reloaded } from './changing.ts';
import { override } from './load.ts';
import { AssignmentOverride } from './schema.ts';
import { serializeOverride } from './serialize.ts';

export default operation('PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}', {
  summary:
    'Change the dates of an override, all of them at once, and the students of one that is for students',
  load: { course: course('course_id'), assignment: assignment('assignment_id'), override: override('id') },
  requires: { assignment: 'update' },
  returns: AssignmentOverride,
  async handle({ ctx, course, assignment, override, params }) {
    const of = overridableOf(course, assignment);
    const result = await interpretOverride(ctx, of, params.assignment_override, override.set_type);
    if ('errors' in result) throw new Refusal(400, { errors: result.errors });
    await changeOverride(ctx, of, override, result.data);
    await overridesChanged(ctx, course, [assignment]);
    return serializeOverride(await reloaded(ctx, assignment, override.id));
  },
});
