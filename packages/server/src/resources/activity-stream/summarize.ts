import { operation } from '../../http/operation.ts';
import { Anything, List } from '../../http/schema.ts';
import { summarizeStream } from './stream.ts';

export default operation('GET /api/v1/users/self/activity_stream/summary', {
  summary: 'How many items of each type my stream has',
  requires: 'user',
  returns: List(Anything),
  handle: ({ ctx, params }) =>
    summarizeStream(ctx, { onlyActiveCourses: params.only_active_courses === true }),
});
