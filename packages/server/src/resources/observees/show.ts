import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { refuseUnlinked, showLinked } from './links.ts';
import { linked } from './load.ts';
import { LinkedUser } from './schema.ts';

export default operation('GET /api/v1/users/{user_id}/observees/{observee_id}', {
  summary: 'One whom a user observes',
  load: { observer: linked('user_id'), student: user('observee_id') },
  requires: { observer: 'see_links' },
  returns: LinkedUser,
  async handle({ ctx, observer, student }) {
    await refuseUnlinked(ctx, 'observer_id', observer, student);
    return await showLinked(ctx, 'observer_id', observer, student);
  },
});
