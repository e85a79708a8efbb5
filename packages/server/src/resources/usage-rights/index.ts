/**
 * Usage rights: https://canvas.instructure.com/doc/api/files.html#UsageRights
 * There are no groups yet, so nothing is found in one.
 */
import { inNoGroup } from '../../domain/no-groups.ts';
import { licensesOfCourse, licensesOfUser } from './list-licenses.ts';
import { removeInCourse, removeOfUser } from './remove.ts';
import { setInCourse, setOfUser } from './set.ts';

export default [
  setInCourse,
  inNoGroup('PUT /api/v1/groups/{group_id}/usage_rights'),
  setOfUser,
  removeInCourse,
  inNoGroup('DELETE /api/v1/groups/{group_id}/usage_rights'),
  removeOfUser,
  licensesOfCourse,
  inNoGroup('GET /api/v1/groups/{group_id}/content_licenses'),
  licensesOfUser,
];
