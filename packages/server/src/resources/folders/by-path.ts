import { type AnyContext, ofCourse, ofUser } from '../../domain/contexts.ts';
import { seesHiddenFiles } from '../../domain/file-contexts.ts';
import { activeFolders, type FolderRow, openFolder, rootFolder } from '../../domain/folders.ts';
import { NotFound } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { course } from '../courses/load.ts';
import { user } from '../users/load.ts';
import { Folder } from './schema.ts';
import { serializeFolders } from './serialize.ts';

/** The folders from the root down to the one at a path, which doesn't name the root. Throws NotFound. */
export async function resolvePath(ctx: Context, context: AnyContext, path: string): Promise<Folder[]> {
  const sees = await seesHiddenFiles(ctx, context);
  const folders: FolderRow[] = [await rootFolder(ctx, context)];
  for (const name of path.split('/').filter((each) => each !== '')) {
    const child = await activeFolders(ctx, context)
      .where('parent_folder_id', '=', (folders.at(-1) as FolderRow).id)
      .where('name', '=', name)
      .$if(!sees, (query) => query.where(openFolder(ctx.now)))
      .executeTakeFirst();
    if (!child) throw new NotFound();
    folders.push(child);
  }
  return await serializeFolders(ctx, folders, sees);
}

const courseRights = ['read_files', 'manage_files_add', 'manage_files_edit', 'manage_files_delete'] as const;

export const byPathInCourse = operation('GET /api/v1/courses/{course_id}/folders/by_path/{full_path}', {
  summary: 'The folders on the way to a path in a course',
  load: { course: course('course_id') },
  requires: { course: courseRights },
  returns: List(Folder),
  handle: ({ ctx, course, path }) => resolvePath(ctx, ofCourse(course), path.full_path),
});

export const rootByPathInCourse = operation('GET /api/v1/courses/{course_id}/folders/by_path', {
  summary: 'The root folder of a course',
  load: { course: course('course_id') },
  requires: { course: courseRights },
  returns: List(Folder),
  handle: ({ ctx, course }) => resolvePath(ctx, ofCourse(course), ''),
});

export const byPathOfUser = operation('GET /api/v1/users/{user_id}/folders/by_path/{full_path}', {
  summary: 'The folders on the way to a path of a user',
  load: { user: user('user_id') },
  requires: { user: ['read_files', 'manage'] },
  returns: List(Folder),
  handle: ({ ctx, user, path }) => resolvePath(ctx, ofUser(user), path.full_path),
});

export const rootByPathOfUser = operation('GET /api/v1/users/{user_id}/folders/by_path', {
  summary: 'The root folder of a user',
  load: { user: user('user_id') },
  requires: { user: ['read_files', 'manage'] },
  returns: List(Folder),
  handle: ({ ctx, user }) => resolvePath(ctx, ofUser(user), ''),
});
