/**
 * Sections: https://canvas.instructure.com/doc/api/sections.html
 * Nothing is passed back to a SIS yet, so `passback_status` is null; there are no sticky fields without SIS imports.
 * Differences from Canvas: docs/differences.md, "Enrollments and sections".
 */
import create from './create.ts';
import crosslist from './crosslist.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import show from './show.ts';
import uncrosslist from './uncrosslist.ts';
import update from './update.ts';
import users from './users.ts';

export default [list, create, crosslist, uncrosslist, update, ...show, destroy, users];
