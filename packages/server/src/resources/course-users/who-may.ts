import { admins, staff, type WhoMay } from '../../../testing/who-may.ts';

/** Observers don't read rosters unless their role is allowed to. */
const readers = ['student', ...staff, ...admins] as const;

export default {
  'GET /api/v1/courses/{course_id}/students': ({ course }) => ({
    path: `courses/${course.id}/students`,
    may: readers,
  }),
  'GET /api/v1/courses/{course_id}/users': ({ course }) => ({
    path: `courses/${course.id}/users`,
    may: readers,
  }),
  'GET /api/v1/courses/{course_id}/search_users': ({ course }) => ({
    path: `courses/${course.id}/search_users`,
    may: readers,
  }),
  'GET /api/v1/courses/{course_id}/recent_students': ({ course }) => ({
    path: `courses/${course.id}/recent_students`,
    may: [...staff, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/users/{id}': ({ course, fellow }) => ({
    path: `courses/${course.id}/users/${fellow.id}`,
    may: readers,
  }),
  'GET /api/v1/courses/{course_id}/content_share_users': ({ course }) => ({
    path: `courses/${course.id}/content_share_users`,
    params: { search_term: 'person' },
    may: [...staff, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/student_view_student': ({ course }) => ({
    path: `courses/${course.id}/student_view_student`,
    may: [...staff, ...admins],
  }),
} satisfies WhoMay;
