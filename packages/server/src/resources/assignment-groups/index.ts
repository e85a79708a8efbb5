/** Assignment groups: https://canvas.instructure.com/doc/api/assignment_groups.html */

import create from './create.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import show from './show.ts';
import update from './update.ts';

export default [list, show, create, update, destroy];
