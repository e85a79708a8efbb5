/**
 * Roles: https://canvas.instructure.com/doc/api/roles.html
 * Differences from Canvas: docs/differences.md, "Roles and administrators".
 */
import activate from './activate.ts';
import create from './create.ts';
import deactivate from './deactivate.ts';
import help from './help.ts';
import list from './list.ts';
import listGroups from './list-groups.ts';
import listPermissions from './list-permissions.ts';
import show from './show.ts';
import update from './update.ts';

export default [help, listGroups, list, show, create, deactivate, activate, update, listPermissions];
