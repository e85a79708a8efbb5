import { admins, members, staff, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/accounts/{account_id}/tabs': ({ college }) => ({
    path: `accounts/${college.id}/tabs`,
    may: [...staff, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/tabs': ({ course }) => ({
    path: `courses/${course.id}/tabs`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/groups/{group_id}/tabs': ({ group }) => ({
    path: `groups/${group.id}/tabs`,
    may: ['student', 'ta', 'designer', 'teacher', 'subAdmin', 'rootAdmin'],
  }),
  'GET /api/v1/users/{user_id}/tabs': ({ fellow }) => ({
    path: `users/${fellow.id}/tabs`,
    may: ['rootAdmin'],
  }),
  'PUT /api/v1/courses/{course_id}/tabs/{tab_id}': ({ course }) => ({
    path: `courses/${course.id}/tabs/people`,
    params: { hidden: true },
    may: [...staff, ...admins],
  }),
} satisfies WhoMay;
