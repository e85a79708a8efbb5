import { ofUser } from '../../domain/contexts.ts';
import { operation } from '../../http/operation.ts';
import { user } from '../users/load.ts';
import { announceUpload } from './upload.ts';
import { Upload } from './upload-schema.ts';

export default operation('POST /api/v1/users/{user_id}/files', {
  summary: 'Begin to upload a file of one’s own',
  load: { user: user('user_id') },
  requires: { user: 'manage' },
  returns: Upload,
  handle: ({ ctx, user, params }) => announceUpload(ctx, ofUser(user), params),
});
