/**
 * Admins: https://canvas.instructure.com/doc/api/admins.html
 * Differences from Canvas: docs/differences.md, "Roles and administrators".
 */
import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import listOwn from './list-own.ts';

export default [create, destroy, list, listOwn];
