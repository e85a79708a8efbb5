import type { WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/users/{user_id}/logins': ({ fellow }) => ({
    path: `users/${fellow.id}/logins`,
    may: ['rootAdmin'],
  }),
  'GET /api/v1/accounts/{account_id}/logins': ({ fellow }) => ({
    path: `accounts/1/logins`,
    params: { 'user[id]': fellow.id },
    may: ['rootAdmin'],
  }),
  'POST /api/v1/users/reset_password': ({ fellow }) => ({
    path: 'users/reset_password',
    params: { email: fellow.login },
    may: ['rootAdmin'],
  }),
  'POST /api/v1/accounts/{account_id}/logins': ({ fellow }) => ({
    path: 'accounts/1/logins',
    params: { user: { id: fellow.id }, login: { unique_id: 'another@easel.example' } },
    may: ['rootAdmin'],
  }),
  'PUT /api/v1/accounts/{account_id}/logins/{id}': () => ({
    // The login of the seeded administrator, whom another one may manage.
    path: 'accounts/1/logins/1',
    params: { login: { unique_id: 'another@easel.example' } },
    may: ['rootAdmin'],
  }),
  'DELETE /api/v1/users/{user_id}/logins/{id}': () => ({
    path: 'users/1/logins/1',
    may: ['rootAdmin'],
  }),
} satisfies WhoMay;
