import { admins, everybody, signedIn, staff, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/accounts': () => ({ path: 'accounts', may: signedIn }),
  'GET /api/v1/manageable_accounts': () => ({ path: 'manageable_accounts', may: everybody }),
  'GET /api/v1/course_creation_accounts': () => ({ path: 'course_creation_accounts', may: everybody }),
  'GET /api/v1/course_accounts': () => ({ path: 'course_accounts', may: everybody }),
  'GET /api/v1/accounts/{id}': ({ college }) => ({
    path: `accounts/${college.id}`,
    may: [...staff, ...admins],
  }),
  'GET /api/v1/accounts/{account_id}/settings': ({ college }) => ({
    path: `accounts/${college.id}/settings`,
    may: admins,
  }),
  'GET /api/v1/settings/environment': () => ({ path: 'settings/environment', may: everybody }),
  'GET /api/v1/accounts/{account_id}/permissions': ({ college }) => ({
    path: `accounts/${college.id}/permissions`,
    may: [...staff, ...admins],
  }),
  'GET /api/v1/accounts/{account_id}/sub_accounts': ({ college }) => ({
    path: `accounts/${college.id}/sub_accounts`,
    may: [...staff, ...admins],
  }),
  'GET /api/v1/accounts/{account_id}/terms_of_service': ({ college }) => ({
    path: `accounts/${college.id}/terms_of_service`,
    may: everybody,
  }),
  'GET /api/v1/accounts/{account_id}/help_links': ({ college }) => ({
    path: `accounts/${college.id}/help_links`,
    may: signedIn,
  }),
  'GET /api/v1/manually_created_courses_account': () => ({
    path: 'manually_created_courses_account',
    may: signedIn,
  }),
  'PUT /api/v1/accounts/{id}': ({ college }) => ({
    path: `accounts/${college.id}`,
    params: { account: { name: 'College of Letters' } },
    may: admins,
  }),
  // It takes a site administrator, and an Easel has none.
  'POST /api/v1/accounts/{account_id}/root_accounts': () => ({
    path: 'accounts/1/root_accounts',
    params: { account: { name: 'Elsewhere' } },
    may: [],
  }),
  'POST /api/v1/accounts/{account_id}/sub_accounts': ({ college }) => ({
    path: `accounts/${college.id}/sub_accounts`,
    params: { account: { name: 'Department' } },
    may: admins,
  }),
  // With a course in it, the answer to those who may is a conflict.
  'DELETE /api/v1/accounts/{account_id}/sub_accounts/{id}': ({ college }) => ({
    path: `accounts/${college.id}/sub_accounts/${college.id}`,
    may: admins,
  }),
} satisfies WhoMay;
