import { admins, members, staff, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/courses/{course_id}/settings': ({ course }) => ({
    path: `courses/${course.id}/settings`,
    may: [...members, ...admins],
  }),
  'PUT /api/v1/courses/{course_id}/settings': ({ course }) => ({
    path: `courses/${course.id}/settings`,
    params: { hide_final_grades: true },
    may: [...staff, ...admins],
  }),
} satisfies WhoMay;
