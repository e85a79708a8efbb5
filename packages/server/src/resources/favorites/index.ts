/**
 * Favorites: https://canvas.instructure.com/doc/api/favorites.html
 *
 * In an account with Canvas for Elementary students can't choose, and see all their courses; here they choose like
 * everybody.
 */
import addCourse from './add-course.ts';
import addGroup from './add-group.ts';
import listCourses from './list-courses.ts';
import listGroups from './list-groups.ts';
import removeCourse from './remove-course.ts';
import removeGroup from './remove-group.ts';
import resetCourses from './reset-courses.ts';
import resetGroups from './reset-groups.ts';

export default [
  listCourses,
  listGroups,
  addCourse,
  addGroup,
  removeCourse,
  removeGroup,
  resetCourses,
  resetGroups,
];
