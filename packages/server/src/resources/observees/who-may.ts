import type { WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/users/{user_id}/observees': ({ fellow }) => ({
    path: `users/${fellow.id}/observees`,
    may: ['rootAdmin'],
  }),
  'GET /api/v1/users/{user_id}/observers': ({ fellow }) => ({
    path: `users/${fellow.id}/observers`,
    may: ['rootAdmin'],
  }),
  'POST /api/v1/users/{user_id}/observees': ({ people, fellow }) => ({
    path: `users/${fellow.id}/observees`,
    params: { access_token: people.student.token },
    may: ['rootAdmin'],
  }),
  'GET /api/v1/users/{user_id}/observees/{observee_id}': ({ people, fellow }) => ({
    path: `users/${fellow.id}/observees/${people.student.id}`,
    // Nobody is linked on the stage, so whoever may ask is told that there is no such link.
    may: [],
  }),
  'GET /api/v1/users/{user_id}/observers/{observer_id}': ({ people, fellow }) => ({
    path: `users/${fellow.id}/observers/${people.student.id}`,
    may: [],
  }),
  'PUT /api/v1/users/{user_id}/observees/{observee_id}': ({ people, fellow }) => ({
    path: `users/${fellow.id}/observees/${people.student.id}`,
    may: ['rootAdmin'],
  }),
  'DELETE /api/v1/users/{user_id}/observees/{observee_id}': ({ people, fellow }) => ({
    path: `users/${fellow.id}/observees/${people.student.id}`,
    may: [],
  }),
  'POST /api/v1/users/{user_id}/observer_pairing_codes': ({ fellow }) => ({
    path: `users/${fellow.id}/observer_pairing_codes`,
    may: ['subAdmin', 'rootAdmin'],
  }),
} satisfies WhoMay;
