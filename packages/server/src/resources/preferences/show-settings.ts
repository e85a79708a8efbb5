import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { Settings } from './schema.ts';
import { serializeSettings } from './serialize.ts';

export default operation('GET /api/v1/users/{id}/settings', {
  summary: 'The settings of a user',
  load: { user: user('id') },
  requires: { user: 'read' },
  returns: Settings,
  handle: async ({ user }) => serializeSettings(user.preferences),
});
