import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { savePreferences } from './save.ts';
import { FilesUiVersion } from './schema.ts';

export default operation('PUT /api/v1/users/{id}/files_ui_version_preference', {
  summary: 'Choose the pages that a user sees files in',
  load: { user: user('id') },
  requires: { user: ['manage', 'manage_user_details'] },
  returns: FilesUiVersion,
  async handle({ ctx, user, params: { files_ui_version } }) {
    if (files_ui_version !== 'v1' && files_ui_version !== 'v2') {
      throw new Refusal(400, { message: 'Invalid files_ui_version provided' });
    }
    await savePreferences(ctx, user, { files_ui_version });
    return { files_ui_version };
  },
});
