import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { listUsers } from './list.ts';
import { CourseUser } from './schema.ts';

export default operation('GET /api/v1/courses/{course_id}/search_users', {
  summary: 'The people in a course, by another name',
  load: { course: course('course_id') },
  requires: { course: ['read_roster', 'view_all_grades', 'manage_grades'] },
  returns: List(CourseUser),
  handle: ({ ctx, course, params }) => listUsers(ctx, course, params),
});
