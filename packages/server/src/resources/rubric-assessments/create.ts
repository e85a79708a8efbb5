import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { rubricAssociation } from '../rubric-associations/load.ts';
import { WrittenAssessment } from './schema.ts';
import { writeAssessment } from './write.ts';

export default operation(
  'POST /api/v1/courses/{course_id}/rubric_associations/{rubric_association_id}/rubric_assessments',
  {
    summary: 'Assess the work of a student with a rubric',
    load: { course: course('course_id'), tied: rubricAssociation('rubric_association_id') },
    // Who may assess whom depends on what is sent.
    requires: 'user',
    returns: WrittenAssessment,
    handle: ({ ctx, tied, params }) => writeAssessment(ctx, tied, undefined, params),
  },
);
