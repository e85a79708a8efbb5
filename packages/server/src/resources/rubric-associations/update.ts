import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { findAssociation } from './load.ts';
import { Written, writeAssociation } from './write.ts';

/** As in Canvas an id that names no association of the course makes one, where the rest is said. */
export default operation('PUT /api/v1/courses/{course_id}/rubric_associations/{id}', {
  summary: 'Change how a rubric is used',
  load: { course: course('course_id') },
  requires: 'user',
  returns: Written,
  async handle({ ctx, course, path, params }) {
    const before = await findAssociation(ctx, course, path.id);
    return await writeAssociation(ctx, course, before, params);
  },
});
