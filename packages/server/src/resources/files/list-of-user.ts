import { ofUser } from '../../domain/contexts.ts';
import { operation } from '../../http/operation.ts';
import { Either, List } from '../../http/schema.ts';
import { rootOfUser } from '../folders/load.ts';
import { findUser } from '../users/load.ts';
import { listContextFiles } from './list.ts';
import { File, FileNames } from './schema.ts';

export default operation('GET /api/v1/users/{user_id}/files', {
  summary: 'The files of a user, from all his folders',
  load: { root: rootOfUser('user_id') },
  requires: { root: 'read_contents' },
  returns: List(Either(File, FileNames)),
  handle: async ({ ctx, path, params }) =>
    await listContextFiles(ctx, ofUser(await findUser(ctx, path.user_id)), params),
});
