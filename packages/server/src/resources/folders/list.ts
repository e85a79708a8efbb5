import type { SelectQueryBuilder } from 'kysely';
import type { Tables } from '../../db/tables/index.ts';
import { type AnyContext, contextOf, ofCourse, ofUser } from '../../domain/contexts.ts';
import { seesHiddenFiles } from '../../domain/file-contexts.ts';
import { activeFolders, type FolderRow, openFolder, rootFolder } from '../../domain/folders.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { paginate } from '../../http/page.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { user } from '../users/load.ts';
import { folder } from './load.ts';
import { Folder } from './schema.ts';
import { serializeFolders } from './serialize.ts';

type Query = SelectQueryBuilder<Tables, 'folders', FolderRow>;

/** By name unless by position; whoever doesn't see what is hidden sees neither hidden nor locked folders. */
async function listFolders(
  ctx: Context,
  context: AnyContext,
  query: Query,
  { sort_by }: { sort_by?: string | null },
): Promise<Folder[]> {
  const sees = await seesHiddenFiles(ctx, context);
  const rows = await paginate(ctx, sees ? query : query.where(openFolder(ctx.now)), {
    kind: 'total',
    // The root alone has no position.
    order: [{ by: sort_by === 'position' ? 'folders.position' : 'folders.name_key' }],
    key: 'folders.id',
  });
  return await serializeFolders(ctx, rows, sees);
}

export async function listContextFolders(
  ctx: Context,
  context: AnyContext,
  params: { sort_by?: string | null },
) {
  await rootFolder(ctx, context);
  return await listFolders(ctx, context, activeFolders(ctx, context), params);
}

export const listInFolder = operation('GET /api/v1/folders/{id}/folders', {
  summary: 'The folders in a folder',
  load: { folder: folder('id') },
  requires: { folder: 'read_contents' },
  returns: List(Folder),
  async handle({ ctx, folder, params }) {
    const context = await contextOf(ctx, folder);
    const query = activeFolders(ctx, context).where('parent_folder_id', '=', folder.id);
    return await listFolders(ctx, context, query, params);
  },
});

export const listOfCourse = operation('GET /api/v1/courses/{course_id}/folders', {
  summary: 'All folders of a course',
  load: { course: course('course_id') },
  requires: { course: 'read_files' },
  returns: List(Folder),
  handle: ({ ctx, course, params }) => listContextFolders(ctx, ofCourse(course), params),
});

export const listOfUser = operation('GET /api/v1/users/{user_id}/folders', {
  summary: 'All folders of a user',
  load: { user: user('user_id') },
  requires: { user: 'read_files' },
  returns: List(Folder),
  handle: ({ ctx, user, params }) => listContextFolders(ctx, ofUser(user), params),
});
