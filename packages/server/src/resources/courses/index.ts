/**
 * Courses: https://canvas.instructure.com/doc/api/courses.html
 * Differences from Canvas: docs/differences.md, "Courses".
 */
import create from './create.ts';
import destroy from './destroy.ts';
import listInAccount from './list-in-account.ts';
import show from './show.ts';
import showInAccount from './show-in-account.ts';
import update from './update.ts';

export default [listInAccount, show, showInAccount, create, update, destroy];
