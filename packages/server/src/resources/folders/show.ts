import { operation } from '../../http/operation.ts';
import { course } from '../courses/load.ts';
import { user } from '../users/load.ts';
import { folder, folderOfCourse, folderOfUser } from './load.ts';
import { Folder } from './schema.ts';
import { serializeFolder } from './serialize.ts';

export const show = operation('GET /api/v1/folders/{id}', {
  summary: 'One folder',
  load: { folder: folder('id') },
  requires: { folder: 'read_contents' },
  returns: Folder,
  handle: ({ ctx, folder }) => serializeFolder(ctx, folder),
});

export const showInCourse = operation('GET /api/v1/courses/{course_id}/folders/{id}', {
  summary: 'One folder of a course; "root" is the one that all others are in',
  load: { course: course('course_id'), folder: folderOfCourse('id') },
  requires: { folder: 'read_contents' },
  returns: Folder,
  handle: ({ ctx, folder }) => serializeFolder(ctx, folder),
});

export const showOfUser = operation('GET /api/v1/users/{user_id}/folders/{id}', {
  summary: 'One folder of a user; "root" is the one that all others are in',
  load: { user: user('user_id'), folder: folderOfUser('id') },
  requires: { folder: 'read_contents' },
  returns: Folder,
  handle: ({ ctx, folder }) => serializeFolder(ctx, folder),
});
