import { admins, signedIn, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/account_calendars': () => ({ path: 'account_calendars', may: signedIn }),
  // Hidden, as all are until somebody shows them.
  'GET /api/v1/account_calendars/{account_id}': ({ college }) => ({
    path: `account_calendars/${college.id}`,
    may: admins,
  }),
  'PUT /api/v1/account_calendars/{account_id}': ({ college }) => ({
    path: `account_calendars/${college.id}`,
    params: { visible: true },
    may: admins,
  }),
  'PUT /api/v1/accounts/{account_id}/account_calendars': ({ college }) => ({
    path: `accounts/${college.id}/account_calendars`,
    params: [{ id: college.id, visible: true }],
    may: admins,
  }),
  'GET /api/v1/accounts/{account_id}/account_calendars': ({ college }) => ({
    path: `accounts/${college.id}/account_calendars`,
    may: admins,
  }),
  'GET /api/v1/accounts/{account_id}/visible_calendars_count': ({ college }) => ({
    path: `accounts/${college.id}/visible_calendars_count`,
    may: admins,
  }),
} satisfies WhoMay;
