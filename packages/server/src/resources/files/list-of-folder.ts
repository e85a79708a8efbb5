import { operation } from '../../http/operation.ts';
import { Either, List } from '../../http/schema.ts';
import { folder } from '../folders/load.ts';
import { listFolderFiles } from './list.ts';
import { File, FileNames } from './schema.ts';

export default operation('GET /api/v1/folders/{id}/files', {
  summary: 'The files in a folder',
  load: { folder: folder('id') },
  requires: { folder: 'read_contents' },
  returns: List(Either(File, FileNames)),
  handle: ({ ctx, folder, params }) => listFolderFiles(ctx, folder, params),
});
