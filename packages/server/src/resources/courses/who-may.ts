import { admins, members, signedIn, staff, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/accounts/{account_id}/courses': ({ college }) => ({
    path: `accounts/${college.id}/courses`,
    may: admins,
  }),
  'GET /api/v1/courses/{id}': ({ course }) => ({
    path: `courses/${course.id}`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/accounts/{account_id}/courses/{id}': ({ college, course }) => ({
    path: `accounts/${college.id}/courses/${course.id}`,
    may: [...members, ...admins],
  }),
  'POST /api/v1/accounts/{account_id}/courses': ({ college }) => ({
    path: `accounts/${college.id}/courses`,
    may: admins,
  }),
  'PUT /api/v1/courses/{id}': ({ course }) => ({
    path: `courses/${course.id}`,
    params: { course: { syllabus_body: 'x' } },
    may: ['ta', 'designer', 'teacher', ...admins],
  }),
  'DELETE /api/v1/courses/{id}': ({ course }) => ({
    path: `courses/${course.id}`,
    params: { event: 'conclude' },
    may: ['designer', 'teacher', ...admins],
  }),
  'PUT /api/v1/accounts/{account_id}/courses': ({ college, course }) => ({
    path: `accounts/${college.id}/courses`,
    params: { course_ids: [course.id], event: 'offer' },
    may: admins,
  }),
  'POST /api/v1/courses/{course_id}/reset_content': ({ course }) => ({
    path: `courses/${course.id}/reset_content`,
    may: admins,
  }),
  'GET /api/v1/courses': () => ({ path: 'courses', may: signedIn }),
  'GET /api/v1/users/{user_id}/courses': ({ fellow }) => ({
    path: `users/${fellow.id}/courses`,
    may: [...staff, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/users/{user_id}/progress': ({ course, fellow }) => ({
    path: `courses/${course.id}/users/${fellow.id}/progress`,
    may: ['ta', 'teacher', ...admins],
  }),
  'POST /api/v1/courses/{course_id}/preview_html': ({ course }) => ({
    path: `courses/${course.id}/preview_html`,
    params: { html: 'x' },
    may: [...members, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/effective_due_dates': ({ course }) => ({
    path: `courses/${course.id}/effective_due_dates`,
    may: [...staff, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/permissions': ({ course }) => ({
    path: `courses/${course.id}/permissions`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/bulk_user_progress': ({ course }) => ({
    path: `courses/${course.id}/bulk_user_progress`,
    may: ['ta', 'teacher', ...admins],
  }),
  // There is never an alert to dismiss, which is a 404 for everybody.
  'POST /api/v1/courses/{id}/dismiss_migration_limitation_message': ({ course }) => ({
    path: `courses/${course.id}/dismiss_migration_limitation_message`,
    may: [],
  }),
  // The version isn't there, so whoever gets in is told so.
  'POST /api/v1/courses/{course_id}/restore/{version_id}': ({ course }) => ({
    path: `courses/${course.id}/restore/1`,
    may: [],
  }),
} satisfies WhoMay;
