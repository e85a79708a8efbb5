import { admins, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'POST /api/v1/accounts/{account_id}/terms': () => ({
    path: 'accounts/1/terms',
    params: { enrollment_term: { name: 'Spring' } },
    may: ['rootAdmin'],
  }),
  'PUT /api/v1/accounts/{account_id}/terms/{id}': ({ term }) => ({
    path: `accounts/1/terms/${term.id}`,
    params: { enrollment_term: { name: 'Autumn' } },
    may: ['rootAdmin'],
  }),
  'DELETE /api/v1/accounts/{account_id}/terms/{id}': ({ term }) => ({
    path: `accounts/1/terms/${term.id}`,
    may: ['rootAdmin'],
  }),
  'GET /api/v1/accounts/{account_id}/terms': () => ({
    path: 'accounts/1/terms',
    may: ['ta', 'teacher', ...admins],
  }),
  'GET /api/v1/accounts/{account_id}/terms/{id}': ({ term }) => ({
    path: `accounts/1/terms/${term.id}`,
    may: ['ta', 'teacher', ...admins],
  }),
} satisfies WhoMay;
