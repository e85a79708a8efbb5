import { admins, staff, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'POST /api/v1/accounts/{account_id}/admins': ({ college, fellow }) => ({
    path: `accounts/${college.id}/admins`,
    params: { user_id: fellow.id },
    may: admins,
  }),
  'DELETE /api/v1/accounts/{account_id}/admins/{user_id}': ({ college, people }) => ({
    path: `accounts/${college.id}/admins/${people.subAdmin.id}`,
    may: admins,
  }),
  'GET /api/v1/accounts/{account_id}/admins': ({ college }) => ({
    path: `accounts/${college.id}/admins`,
    may: admins,
  }),
  'GET /api/v1/accounts/{account_id}/admins/self': ({ college }) => ({
    path: `accounts/${college.id}/admins/self`,
    may: [...staff, ...admins],
  }),
} satisfies WhoMay;
