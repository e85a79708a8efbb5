import { admins, members, type WhoMay } from '../../../testing/who-may.ts';

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
} satisfies WhoMay;
