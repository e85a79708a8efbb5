import { operation } from '../../http/operation.ts';
import { Anything, List } from '../../http/schema.ts';
import { courseOfMine } from './load.ts';
import { listStream } from './stream.ts';

export default operation('GET /api/v1/courses/{course_id}/activity_stream', {
  summary: 'What happened in a course, newest first',
  load: { course: courseOfMine('course_id') },
  requires: { course: 'read' },
  returns: List(Anything),
  handle: ({ ctx, course }) => listStream(ctx, { context: { type: 'Course', id: course.id } }),
});
