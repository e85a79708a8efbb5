/** The files of groups: whoever takes part in one manages its files, as those do who manage the course's groups. */
import { ofGroup } from '../../domain/contexts.ts';
import { quotaOf } from '../../domain/file-quota.ts';
import { operation } from '../../http/operation.ts';
import { Either, List } from '../../http/schema.ts';
import { rootOfGroup } from '../folders/load.ts';
import { findGroup, group } from '../groups/load.ts';
import { listContextFiles } from './list.ts';
import { fileOfGroup } from './load.ts';
import { Quota } from './quota.ts';
import { File, FileNames } from './schema.ts';
import { showFile } from './show.ts';
import { announceUpload } from './upload.ts';
import { Upload } from './upload-schema.ts';

export const groupQuota = operation('GET /api/v1/groups/{group_id}/files/quota', {
  summary: 'How much a group may keep and keeps',
  load: { group: group('group_id') },
  requires: { group: 'manage_files_add' },
  returns: Quota,
  handle: ({ ctx, group }) => quotaOf(ctx, ofGroup(group)),
});

export const listOfGroup = operation('GET /api/v1/groups/{group_id}/files', {
  summary: 'The files of a group, from all its folders',
  load: { root: rootOfGroup('group_id') },
  requires: { root: 'read_contents' },
  returns: List(Either(File, FileNames)),
  handle: async ({ ctx, path, params }) =>
    await listContextFiles(ctx, ofGroup(await findGroup(ctx, path.group_id)), params),
});

export const showOfGroup = operation('GET /api/v1/groups/{group_id}/files/{id}', {
  summary: 'One file of a group, or what took its place there',
  load: { group: group('group_id'), file: fileOfGroup('id') },
  requires: 'public',
  returns: File,
  handle: ({ ctx, file, params }) => showFile(ctx, file, params),
});

export const uploadToGroup = operation('POST /api/v1/groups/{group_id}/files', {
  summary: 'Begin to upload a file to a group',
  load: { group: group('group_id') },
  requires: { group: 'manage_files_add' },
  returns: Upload,
  handle: ({ ctx, group, params }) => announceUpload(ctx, ofGroup(group), params),
});
