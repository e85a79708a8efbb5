import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { listLinked } from './links.ts';
import { linked } from './load.ts';
import { LinkedUser } from './schema.ts';

export default operation('GET /api/v1/users/{user_id}/observees', {
  summary: 'Whom a user observes',
  load: { observer: linked('user_id') },
  requires: { observer: 'see_links' },
  returns: List(LinkedUser),
  handle: ({ ctx, observer, params }) => listLinked(ctx, 'observer_id', observer, params.include),
});
