/**
 * Tabs: https://canvas.instructure.com/doc/api/tabs.html
 * Differences from Canvas: docs/differences.md, "Courses". Courses have no content yet, so tabs
 * that count it are unused; there are no external tools.
 */
import listOfAccount from './list-of-account.ts';
import listOfCourse from './list-of-course.ts';
import listOfGroup from './list-of-group.ts';
import listOfUser from './list-of-user.ts';
import update from './update.ts';

export default [listOfAccount, listOfCourse, listOfGroup, listOfUser, update];
