/**
 * Users of a course: https://canvas.instructure.com/doc/api/courses.html#method.courses.users
 * Differences from Canvas: docs/differences.md, "Courses". Groups don't exist yet, so `group_ids` is empty; nothing
 * is graded, so scores are null.
 */
import contentShareUsers from './content-share-users.ts';
import list from './list.ts';
import recentStudents from './recent-students.ts';
import search from './search.ts';
import show from './show.ts';
import studentViewStudent from './student-view-student.ts';
import students from './students.ts';

export default [students, list, search, recentStudents, show, contentShareUsers, studentViewStudent];
