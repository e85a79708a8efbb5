/**
 * The logs: https://canvas.instructure.com/doc/api/authentications_log.html, course_audit_log.html,
 * grade_change_log.html; and one list of everything that is written down, which Canvas doesn't have.
 *
 * Easel has no page views yet: `page_view` is null. Events are kept for good
 * (Canvas keeps a year); bulk changes and copies leave none of single courses; event_source is `api`.
 */
import listAuthenticationOfAccount from './list-authentication-of-account.ts';
import listAuthenticationOfLogin from './list-authentication-of-login.ts';
import listAuthenticationOfUser from './list-authentication-of-user.ts';
import listCourseEvents from './list-course-events.ts';
import listCourseEventsOfAccount from './list-course-events-of-account.ts';
import listEvents from './list-events.ts';
import listGradeChanges from './list-grade-changes.ts';
import listGradeChangesOfAssignment from './list-grade-changes-of-assignment.ts';
import listGradeChangesOfCourse from './list-grade-changes-of-course.ts';
import listGradeChangesOfGrader from './list-grade-changes-of-grader.ts';
import listGradeChangesOfStudent from './list-grade-changes-of-student.ts';

export default [
  listAuthenticationOfLogin,
  listAuthenticationOfAccount,
  listAuthenticationOfUser,
  listCourseEvents,
  listCourseEventsOfAccount,
  listGradeChangesOfAssignment,
  listGradeChangesOfCourse,
  listGradeChangesOfStudent,
  listGradeChangesOfGrader,
  listGradeChanges,
  listEvents,
];
