/**
 * Course copies, which Canvas keeps for old clients beside content migrations:
 * https://canvas.instructure.com/doc/api/courses.html#method.content_imports.copy_course_content
 * Differences from Canvas: docs/differences.md, "Courses". Only settings and the syllabus exist to be copied, and
 * they are copied at once.
 */
import create from './create.ts';
import show from './show.ts';

export default [show, create];
