import { operation } from '../../http/operation.ts';
import { Anything, List } from '../../http/schema.ts';
import { listStream } from './stream.ts';

export default operation('GET /api/v1/users/activity_stream', {
  summary: 'What happened in my courses and groups, under the older address',
  requires: 'user',
  returns: List(Anything),
  handle: ({ ctx, params }) => listStream(ctx, { onlyActiveCourses: params.only_active_courses === true }),
});
