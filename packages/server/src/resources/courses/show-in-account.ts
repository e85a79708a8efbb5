import { operation } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { courseInAccount } from './load.ts';
import { Course } from './schema.ts';
import { showCourse } from './show.ts';

export default operation('GET /api/v1/accounts/{account_id}/courses/{id}', {
  summary: 'One course, found in an account or below it',
  load: { account: account('account_id'), course: courseInAccount('id') },
  requires: { course: 'read' },
  returns: Course,
  handle: ({ ctx, course, params }) => showCourse(ctx, course, params),
});
