import { admins, everybody, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/accounts/{account_id}/users': ({ college }) => ({
    path: `accounts/${college.id}/users`,
    may: admins,
  }),
  'GET /api/v1/users/{user_id}/missing_submissions': ({ fellow }) => ({
    path: `users/${fellow.id}/missing_submissions`,
    may: ['rootAdmin'],
  }),
  'GET /api/v1/users/{id}': ({ fellow }) => ({ path: `users/${fellow.id}`, may: admins }),
  'POST /api/v1/accounts/{account_id}/users': () => ({
    path: 'accounts/1/users',
    params: { pseudonym: { unique_id: 'new@easel.example' } },
    may: ['rootAdmin'],
  }),
  'POST /api/v1/accounts/{account_id}/self_registration': () => ({
    path: 'accounts/1/self_registration',
    params: { pseudonym: { unique_id: 'new@easel.example' } },
    may: ['rootAdmin'],
  }),
  'PUT /api/v1/users/{id}': ({ fellow }) => ({
    path: `users/${fellow.id}`,
    params: { user: { name: 'Another Name' } },
    may: ['rootAdmin'],
  }),
  'DELETE /api/v1/users/{id}/sessions': ({ fellow }) => ({
    path: `users/${fellow.id}/sessions`,
    may: ['rootAdmin'],
  }),
  'DELETE /api/v1/users/{id}/mobile_sessions': ({ fellow }) => ({
    path: `users/${fellow.id}/mobile_sessions`,
    may: ['rootAdmin'],
  }),
  'DELETE /api/v1/users/mobile_sessions': () => ({ path: 'users/mobile_sessions', may: ['rootAdmin'] }),
  'PUT /api/v1/users/{id}/merge_into/{destination_user_id}': ({ fellow, people }) => ({
    path: `users/${fellow.id}/merge_into/${people.stranger.id}`,
    may: ['rootAdmin'],
  }),
  'PUT /api/v1/users/{id}/merge_into/accounts/{destination_account_id}/users/{destination_user_id}': ({
    fellow,
    people,
  }) => ({
    path: `users/${fellow.id}/merge_into/accounts/1/users/${people.stranger.id}`,
    may: ['rootAdmin'],
  }),
  // That nothing was merged is said to everybody who is signed in.
  'POST /api/v1/users/{id}/split': ({ fellow }) => ({
    path: `users/${fellow.id}/split`,
    may: everybody.filter((name) => name !== 'anonymous'),
  }),
  'GET /api/v1/users/{id}/graded_submissions': ({ fellow }) => ({
    path: `users/${fellow.id}/graded_submissions`,
    may: admins,
  }),
  'GET /api/v1/users/{user_id}/profile': ({ fellow }) => ({
    path: `users/${fellow.id}/profile`,
    may: ['ta', 'designer', 'teacher', ...admins],
  }),
  'GET /api/v1/users/{user_id}/avatars': ({ fellow }) => ({
    path: `users/${fellow.id}/avatars`,
    may: ['rootAdmin'],
  }),
  'DELETE /api/v1/accounts/{account_id}/users/{user_id}': ({ fellow }) => ({
    path: `accounts/1/users/${fellow.id}`,
    may: ['rootAdmin'],
  }),
  'DELETE /api/v1/accounts/{account_id}/users': ({ fellow }) => ({
    path: 'accounts/1/users',
    params: { 'user_ids[]': [fellow.id] },
    may: ['rootAdmin'],
  }),
  'PUT /api/v1/accounts/{account_id}/users/bulk_update': ({ fellow }) => ({
    path: 'accounts/1/users/bulk_update',
    params: { user_ids: [fellow.id], user: { event: 'suspend' } },
    may: ['rootAdmin'],
  }),
  'PUT /api/v1/accounts/{account_id}/users/{user_id}/restore': ({ fellow }) => ({
    path: `accounts/1/users/${fellow.id}/restore`,
    may: ['rootAdmin'],
  }),
  'GET /api/v1/users/{user_id}/temporary_enrollment_status': ({ fellow }) => ({
    path: `users/${fellow.id}/temporary_enrollment_status`,
    may: admins,
  }),
} satisfies WhoMay;
