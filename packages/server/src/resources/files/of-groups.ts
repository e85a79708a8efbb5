import { inNoGroup } from '../../domain/no-groups.ts';

export const groupQuota = inNoGroup('GET /api/v1/groups/{group_id}/files/quota');
export const listOfGroup = inNoGroup('GET /api/v1/groups/{group_id}/files');
export const showOfGroup = inNoGroup('GET /api/v1/groups/{group_id}/files/{id}');
export const uploadToGroup = inNoGroup('POST /api/v1/groups/{group_id}/files');
