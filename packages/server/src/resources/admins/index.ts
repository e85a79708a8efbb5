/**
 * Admins: https://canvas.instructure.com/doc/api/admins.html
 * Differences from Canvas: a built-in course role is refused as no account role, which Canvas only does with custom
 * ones; no mail goes to the new administrator.
 */
import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import listOwn from './list-own.ts';

export default [create, destroy, list, listOwn];
