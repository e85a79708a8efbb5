import { type AnyContext, contextOf, ofAccount, ofCourse, ofUser } from '../../domain/contexts.ts';
import { demand } from '../../domain/demand.ts';
import { mayInFileContext } from '../../domain/file-contexts.ts';
import { assertPath, type FolderRow, freeNameIn, insertFolder, unfiledFolder } from '../../domain/folders.ts';
import { MissingParameter, Refusal } from '../../errors.ts';
import { INT4_MAX } from '../../http/coerce.ts';
import type { Context } from '../../http/context.ts';
import { operation, type Params } from '../../http/operation.ts';
import { account } from '../accounts/load.ts';
import { course } from '../courses/load.ts';
import { user } from '../users/load.ts';
import { findFolderIn, folder as folderEntity } from './load.ts';
import { folderGrants } from './rules.ts';
import { Folder } from './schema.ts';
import { serializeFolder } from './serialize.ts';
import { checkedName, folderChanges } from './write.ts';

type CreateParams = Params<'POST /api/v1/courses/{course_id}/folders'>;

export async function createFolder(
  ctx: Context,
  context: AnyContext,
  params: CreateParams,
  given?: FolderRow,
): Promise<Folder> {
  const { parent_folder_id: id, parent_folder_path: path } = params;
  const places = [given, id, path].filter((place) => place !== undefined && place !== null);
  if (places.length > 1) {
    throw new Refusal(400, { message: "Can't set folder path and folder id" });
  }
  await demand(ctx, mayInFileContext(ctx, context, 'manage_files_add'));
  if (params.name === undefined) throw new MissingParameter('name');
  const parent = given ?? (await parentOf(ctx, context, id, path));
  const { position, ...changes } = folderChanges(params);
  const folder = await insertFolder(ctx, context, {
    ...changes,
    name: await freeNameIn(ctx, parent, checkedName(params.name)),
    parent,
    ...(typeof position === 'number' && { position: Math.min(position, INT4_MAX) }),
  });
  return await serializeFolder(ctx, folder);
}

/** An empty path is the root's. */
const isUnsaid = (text: string | null | undefined) => text === undefined || text === null;

async function parentOf(
  ctx: Context,
  context: AnyContext,
  id: string | null | undefined,
  path: string | null | undefined,
): Promise<FolderRow> {
  if (isUnsaid(id) && isUnsaid(path)) return await unfiledFolder(ctx, context);
  const parent = isUnsaid(id)
    ? await assertPath(ctx, context, path ?? '')
    : await findFolderIn(ctx, context, id ?? '');
  await demand(ctx, folderGrants(ctx, parent, 'manage_contents'));
  return parent;
}

export const createInCourse = operation('POST /api/v1/courses/{course_id}/folders', {
  summary: 'Make a folder in a course',
  load: { course: course('course_id') },
  requires: { course: 'manage_files_add' },
  returns: Folder,
  handle: ({ ctx, course, params }) => createFolder(ctx, ofCourse(course), params),
});

export const createOfUser = operation('POST /api/v1/users/{user_id}/folders', {
  summary: 'Make a folder of one’s own',
  load: { user: user('user_id') },
  requires: { user: 'manage' },
  returns: Folder,
  handle: ({ ctx, user, params }) => createFolder(ctx, ofUser(user), params),
});

export const createInAccount = operation('POST /api/v1/accounts/{account_id}/folders', {
  summary: 'Make a folder in an account',
  load: { account: account('account_id') },
  requires: { account: 'manage_files_add' },
  returns: Folder,
  handle: ({ ctx, account, params }) => createFolder(ctx, ofAccount(account), params),
});

export const createInFolder = operation('POST /api/v1/folders/{folder_id}/folders', {
  summary: 'Make a folder in a folder',
  load: { folder: folderEntity('folder_id') },
  requires: { folder: 'manage_contents' },
  returns: Folder,
  handle: async ({ ctx, folder, params }) =>
    await createFolder(ctx, await contextOf(ctx, folder), params, folder),
});
