import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { CustomColors } from './schema.ts';
import { customColors } from './serialize.ts';

export default operation('GET /api/v1/users/{id}/colors', {
  summary: 'The colors that a user gave to courses and groups',
  load: { user: user('id') },
  requires: { user: 'read' },
  returns: CustomColors,
  handle: async ({ user }) => ({ custom_colors: customColors(user.preferences) }),
});
