import { emptyPage } from '../../domain/empty-page.ts';
import { operation } from '../../http/operation.ts';
import { Anything, List } from '../../http/schema.ts';
import { courseOfMine } from './load.ts';

export default operation('GET /api/v1/courses/{course_id}/todo', {
  summary: 'What I have to grade and to submit in a course',
  load: { course: courseOfMine('course_id') },
  requires: { course: 'read' },
  returns: List(Anything),
  handle: ({ ctx }) => emptyPage(ctx, 'bookmarks'),
});
