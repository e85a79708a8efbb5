import { ofGroup } from '../../domain/contexts.ts';
import { MANAGE_FILES } from '../../domain/file-contexts.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { group } from '../groups/load.ts';
import { resolvePath } from './by-path.ts';
import { createFolder } from './create.ts';
import { listContextFolders } from './list.ts';
import { folderOfGroup } from './load.ts';
import { mediaFolder } from './media.ts';
import { Folder } from './schema.ts';
import { serializeFolder } from './serialize.ts';

const rights = ['read_files', ...MANAGE_FILES] as const;

const list = operation('GET /api/v1/groups/{group_id}/folders', {
  summary: 'All folders of a group',
  load: { group: group('group_id') },
  requires: { group: 'read_files' },
  returns: List(Folder),
  handle: ({ ctx, group, params }) => listContextFolders(ctx, ofGroup(group), params),
});

const byPath = operation('GET /api/v1/groups/{group_id}/folders/by_path/{full_path}', {
  summary: 'The folders on the way to a path in a group',
  load: { group: group('group_id') },
  requires: { group: rights },
  returns: List(Folder),
  handle: ({ ctx, group, path }) => resolvePath(ctx, ofGroup(group), path.full_path),
});

const rootByPath = operation('GET /api/v1/groups/{group_id}/folders/by_path', {
  summary: 'The root folder of a group',
  load: { group: group('group_id') },
  requires: { group: rights },
  returns: List(Folder),
  handle: ({ ctx, group }) => resolvePath(ctx, ofGroup(group), ''),
});

const show = operation('GET /api/v1/groups/{group_id}/folders/{id}', {
  summary: 'One folder of a group; "root" is the one that all others are in',
  load: { group: group('group_id'), folder: folderOfGroup('id') },
  requires: { folder: 'read_contents' },
  returns: Folder,
  handle: ({ ctx, folder }) => serializeFolder(ctx, folder),
});

const create = operation('POST /api/v1/groups/{group_id}/folders', {
  summary: 'Make a folder in a group',
  load: { group: group('group_id') },
  requires: { group: 'manage_files_add' },
  returns: Folder,
  handle: ({ ctx, group, params }) => createFolder(ctx, ofGroup(group), params),
});

const media = operation('GET /api/v1/groups/{group_id}/folders/media', {
  summary: 'The folder for media: the group’s for those who manage its files, else one’s own',
  load: { group: group('group_id') },
  requires: { group: 'read_files' },
  returns: Folder,
  handle: ({ ctx, group }) => mediaFolder(ctx, ofGroup(group)),
});

export default [list, byPath, rootByPath, show, create, media];
