import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { listLinked } from './links.ts';
import { linked } from './load.ts';
import { LinkedUser } from './schema.ts';

export default operation('GET /api/v1/users/{user_id}/observers', {
  summary: 'Who observes a user',
  load: { student: linked('user_id') },
  requires: { student: 'see_links' },
  returns: List(LinkedUser),
  handle: ({ ctx, student, params }) => listLinked(ctx, 'user_id', student, params.include),
});
