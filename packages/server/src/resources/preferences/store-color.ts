import { NotFound, Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { findContexts } from './contexts.ts';
import { saveEntries } from './save.ts';
import { CustomColor } from './schema.ts';

const HEXCODE = /^#?(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

export default operation('PUT /api/v1/users/{id}/colors/{asset_string}', {
  summary: 'Give a course or a group a color for a user',
  load: { user: user('id') },
  requires: { user: ['manage', 'manage_user_details'] },
  returns: CustomColor,
  async handle({ ctx, user, path, params: { hexcode: asked } }) {
    const context = (await findContexts(ctx, [path.asset_string])).get(path.asset_string);
    if (!context) throw new NotFound();
    if (!asked || !HEXCODE.test(asked)) throw new Refusal(400, { message: 'Invalid Hexcode Provided' });
    const hexcode = asked.startsWith('#') ? asked : `#${asked}`;
    await saveEntries(ctx, user, 'custom_colors', { [context.asset_string]: hexcode });
    return { hexcode };
  },
});
