import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { refuseUnlinked, showLinked } from './links.ts';
import { linked } from './load.ts';
import { LinkedUser } from './schema.ts';

export default operation('GET /api/v1/users/{user_id}/observers/{observer_id}', {
  summary: 'One who observes a user',
  load: { student: linked('user_id'), observer: user('observer_id') },
  requires: { student: 'see_links' },
  returns: LinkedUser,
  async handle({ ctx, student, observer }) {
    await refuseUnlinked(ctx, 'user_id', student, observer);
    return await showLinked(ctx, 'user_id', student, observer);
  },
});
