import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { savePreferences } from './save.ts';
import { Settings } from './schema.ts';
import { serializeSettings, settingNames } from './serialize.ts';

export default operation('PUT /api/v1/users/{id}/settings', {
  summary: 'Change the settings of a user',
  load: { user: user('id') },
  requires: { user: ['manage', 'manage_user_details'] },
  returns: Settings,
  async handle({ ctx, user, params }) {
    const changes = Object.fromEntries(
      settingNames.flatMap((name) => {
        const value = params[name];
        // A null leaves the setting, although as a boolean it is false.
        return value === undefined || ctx.request.params[name] === null ? [] : [[name, value]];
      }),
    );
    return serializeSettings(await savePreferences(ctx, user, changes));
  },
});
