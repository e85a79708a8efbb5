import { admins, members, signedIn, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/users/self/course_nicknames': () => ({
    path: 'users/self/course_nicknames',
    may: signedIn,
  }),
  'GET /api/v1/users/self/course_nicknames/{course_id}': ({ course }) => ({
    path: `users/self/course_nicknames/${course.id}`,
    may: [...members, ...admins],
  }),
  'PUT /api/v1/users/self/course_nicknames/{course_id}': ({ course }) => ({
    path: `users/self/course_nicknames/${course.id}`,
    params: { nickname: 'Physics' },
    may: [...members, ...admins],
  }),
  // Nobody has a nickname for the course, which is 404 for all who are signed in.
  'DELETE /api/v1/users/self/course_nicknames/{course_id}': ({ course }) => ({
    path: `users/self/course_nicknames/${course.id}`,
    may: [],
  }),
  'DELETE /api/v1/users/self/course_nicknames': () => ({
    path: 'users/self/course_nicknames',
    may: signedIn,
  }),
} satisfies WhoMay;
