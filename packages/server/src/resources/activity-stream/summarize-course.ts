import { operation } from '../../http/operation.ts';
import { Anything, List } from '../../http/schema.ts';
import { courseOfMine } from './load.ts';
import { summarizeStream } from './stream.ts';

export default operation('GET /api/v1/courses/{course_id}/activity_stream/summary', {
  summary: 'How many items of each type my stream has of a course',
  load: { course: courseOfMine('course_id') },
  requires: { course: 'read' },
  returns: List(Anything),
  handle: ({ ctx, course }) => summarizeStream(ctx, { context: { type: 'Course', id: course.id } }),
});
