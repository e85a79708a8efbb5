import { inNoGroup } from '../../domain/no-groups.ts';

export default [
  inNoGroup('GET /api/v1/groups/{group_id}/folders'),
  inNoGroup('GET /api/v1/groups/{group_id}/folders/by_path/{full_path}'),
  inNoGroup('GET /api/v1/groups/{group_id}/folders/by_path'),
  inNoGroup('GET /api/v1/groups/{group_id}/folders/{id}'),
  inNoGroup('POST /api/v1/groups/{group_id}/folders'),
  inNoGroup('GET /api/v1/groups/{group_id}/folders/media'),
];
