import { parseNumber } from '../../http/ids.ts';
import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { Written, writeRubric } from './write.ts';

/** As in Canvas an id that names no rubric of the course makes a new one. */
export default operation('PUT /api/v1/courses/{course_id}/rubrics/{id}', {
  summary: 'Change a rubric, or a copy of it where others use it too',
  load: { course: course('course_id') },
  requires: 'user',
  returns: Written,
  handle: ({ ctx, course, path, params }) =>
    writeRubric(ctx, { course, params, id: parseNumber(path.id), updates: true }),
});
