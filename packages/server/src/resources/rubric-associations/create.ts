import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { Written, writeAssociation } from './write.ts';

/** Asked a second time for the same rubric and assignment it gives, and changes, the association that is there. */
export default operation('POST /api/v1/courses/{course_id}/rubric_associations', {
  summary: 'Tie a rubric to an assignment, or list it in a course',
  load: { course: course('course_id') },
  // Whoever may change an assignment may give it a rubric: asked of what the parameters name.
  requires: 'user',
  returns: Written,
  handle: ({ ctx, course, params }) => writeAssociation(ctx, course, undefined, params),
});
