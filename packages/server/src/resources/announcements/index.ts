/** Announcements: https://canvas.instructure.com/doc/api/announcements.html. They are made as discussion topics. */
import list from './list.ts';

export default [list];
