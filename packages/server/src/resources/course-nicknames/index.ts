/** Course nicknames: https://canvas.instructure.com/doc/api/users.html#method.course_nicknames.index */
import clear from './clear.ts';
import destroy from './destroy.ts';
import list from './list.ts';
import show from './show.ts';
import store from './store.ts';

export default [list, show, store, destroy, clear];
