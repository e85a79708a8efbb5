/**
 * Course copies, which Canvas keeps for old clients beside content migrations, and which are such:
 * https://canvas.instructure.com/doc/api/courses.html#method.content_imports.copy_course_content
 * Differences from Canvas: docs/differences.md, "Content migrations".
 */
import create from './create.ts';
import show from './show.ts';

export default [show, create];
