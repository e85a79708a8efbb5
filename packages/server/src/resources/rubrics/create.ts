import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { Written, writeRubric } from './write.ts';

export default operation('POST /api/v1/courses/{course_id}/rubrics', {
  summary: 'Make a rubric, and tie it to what is graded with it',
  load: { course: course('course_id') },
  // Whoever may change an assignment may give it a rubric: asked of what the parameters name.
  requires: 'user',
  returns: Written,
  handle: ({ ctx, course, params }) =>
    writeRubric(ctx, { course, params, id: params.id ?? undefined, updates: false }),
});
