import { NotFound } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { CustomColor } from './schema.ts';
import { customColors } from './serialize.ts';

export default operation('GET /api/v1/users/{id}/colors/{asset_string}', {
  summary: 'The color that a user gave to a course or a group',
  load: { user: user('id') },
  requires: { user: 'read' },
  returns: CustomColor,
  async handle({ user, path }) {
    const colors = new Map(Object.entries(customColors(user.preferences)));
    const hexcode = colors.get(path.asset_string);
    if (hexcode === undefined) throw new NotFound();
    return { hexcode };
  },
});
