import { signedIn, type WhoMay } from '../../../testing/who-may.ts';

const path = 'users/self/favorites';

export default {
  'GET /api/v1/users/self/favorites/courses': () => ({ path: `${path}/courses`, may: signedIn }),
  'GET /api/v1/users/self/favorites/groups': () => ({ path: `${path}/groups`, may: signedIn }),
  // As in Canvas, also a course that the caller has nothing to do with.
  'POST /api/v1/users/self/favorites/courses/{id}': ({ course }) => ({
    path: `${path}/courses/${course.id}`,
    may: signedIn,
  }),
  'DELETE /api/v1/users/self/favorites/courses/{id}': ({ course }) => ({
    path: `${path}/courses/${course.id}`,
    may: signedIn,
  }),
  'POST /api/v1/users/self/favorites/groups/{id}': ({ group }) => ({
    path: `${path}/groups/${group.id}`,
    may: signedIn,
  }),
  'DELETE /api/v1/users/self/favorites/groups/{id}': ({ group }) => ({
    path: `${path}/groups/${group.id}`,
    may: signedIn,
  }),
  'DELETE /api/v1/users/self/favorites/courses': () => ({ path: `${path}/courses`, may: signedIn }),
  'DELETE /api/v1/users/self/favorites/groups': () => ({ path: `${path}/groups`, may: signedIn }),
} satisfies WhoMay;
