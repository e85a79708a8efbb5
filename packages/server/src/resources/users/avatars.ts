import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { Avatar, avatarChoices } from './avatar-choices.ts';
import { user } from './load.ts';

export default operation('GET /api/v1/users/{user_id}/avatars', {
  summary: 'The pictures that a user can choose from',
  load: { user: user('user_id') },
  requires: { user: 'update_avatar' },
  returns: List(Avatar),
  handle: ({ ctx, user }) => avatarChoices(ctx, user),
});
