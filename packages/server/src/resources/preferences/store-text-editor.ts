import { Refusal } from '../../errors.ts';
import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { savePreferences } from './save.ts';
import { TextEditorPreference } from './schema.ts';

export default operation('PUT /api/v1/users/{id}/text_editor_preference', {
  summary: 'Choose the editor that a user writes pages in',
  load: { user: user('id') },
  requires: { user: ['manage', 'manage_user_details'] },
  returns: TextEditorPreference,
  async handle({ ctx, user, params: { text_editor_preference: asked } }) {
    if (asked !== 'rce' && asked !== 'block_editor' && asked !== '') {
      throw new Refusal(400, { message: 'Invalid text_editor_preference provided' });
    }
    // A blank takes the choice back.
    const text_editor_preference = asked || null;
    await savePreferences(ctx, user, { text_editor_preference });
    return { text_editor_preference };
  },
});
