import { permissionGroups } from '../../domain/permission-groups.ts';
import { operation } from '../../http/operation.ts';
import { MapOf } from '../../http/schema.ts';
import { PermissionGroup } from './schema.ts';

export default operation('GET /api/v1/permissions/groups', {
  summary: 'The groups under which granular permissions stand',
  requires: 'user',
  returns: MapOf(PermissionGroup),
  handle: async () => ({ ...permissionGroups }),
});
