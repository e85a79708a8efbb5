import { ofGroup } from '../../domain/contexts.ts';
import { operation } from '../../http/operation.ts';
import { List } from '../../http/schema.ts';
import { group } from '../groups/load.ts';
import { licenses } from './licenses.ts';
import { Removed, removeUsageRights } from './remove.ts';
import { License } from './schema.ts';
import { Applied, setUsageRights } from './set.ts';

export const setInGroup = operation('PUT /api/v1/groups/{group_id}/usage_rights', {
  summary: 'Say what one may do with files of a group',
  load: { group: group('group_id') },
  requires: { group: 'manage_files_edit' },
  returns: Applied,
  handle: ({ ctx, group, params }) => setUsageRights(ctx, ofGroup(group), params),
});

export const removeInGroup = operation('DELETE /api/v1/groups/{group_id}/usage_rights', {
  summary: 'Take back what was said of files of a group',
  load: { group: group('group_id') },
  requires: { group: 'manage_files_delete' },
  returns: Removed,
  handle: ({ ctx, group, params }) => removeUsageRights(ctx, ofGroup(group), params),
});

export const licensesOfGroup = operation('GET /api/v1/groups/{group_id}/content_licenses', {
  summary: 'The licenses that files of a group can have',
  load: { group: group('group_id') },
  requires: { group: 'read' },
  returns: List(License),
  handle: async () => [...licenses],
});
