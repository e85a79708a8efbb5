import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { rubricAssociation } from '../rubric-associations/load.ts';
import { findAssessment } from './load.ts';
import { WrittenAssessment } from './schema.ts';
import { writeAssessment } from './write.ts';

/** As in Canvas an id that names no assessment leaves it to `user_id` whose work is assessed. */
export default operation(
  'PUT /api/v1/courses/{course_id}/rubric_associations/{rubric_association_id}/rubric_assessments/{id}',
  {
    summary: 'Assess the work of a student again',
    load: { course: course('course_id'), tied: rubricAssociation('rubric_association_id') },
    requires: 'user',
    returns: WrittenAssessment,
    async handle({ ctx, tied, path, params }) {
      return await writeAssessment(ctx, tied, await findAssessment(ctx, tied.association, path.id), params);
    },
  },
);
