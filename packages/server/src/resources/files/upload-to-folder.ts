import { contextOf } from '../../domain/contexts.ts';
import { demand } from '../../domain/demand.ts';
import { operation } from '../../http/operation.ts';
import { folder } from '../folders/load.ts';
import { folderGrants } from '../folders/rules.ts';
import { mayAddFiles } from './load.ts';
import { announceUpload } from './upload.ts';
import { Upload } from './upload-schema.ts';

export default operation('POST /api/v1/folders/{folder_id}/files', {
  summary: 'Begin to upload a file to a folder',
  load: { folder: folder('folder_id') },
  requires: 'user',
  returns: Upload,
  async handle({ ctx, folder, params }) {
    const context = await contextOf(ctx, folder);
    await demand(ctx, mayAddFiles(ctx, context));
    await demand(ctx, folderGrants(ctx, folder, 'manage_contents'));
    return await announceUpload(ctx, context, params, folder);
  },
});
