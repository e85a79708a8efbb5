/**
 * Settings of a course: https://canvas.instructure.com/doc/api/courses.html#method.courses.api_settings
 * Differences from Canvas: docs/differences.md, "Courses".
 */
import show from './show.ts';
import update from './update.ts';

export default [show, update];
