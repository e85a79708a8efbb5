import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { CourseSettings } from './schema.ts';
import { serializeSettings } from './serialize.ts';

export default operation('GET /api/v1/courses/{course_id}/settings', {
  summary: 'The settings of a course',
  load: { course: course('course_id') },
  requires: { course: 'read' },
  returns: CourseSettings,
  handle: ({ ctx, course }) => serializeSettings(ctx, course),
});
