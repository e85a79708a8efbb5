import { admins, signedIn, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/permissions/{context_type}/{permission}/help': () => ({
    path: 'permissions/course/read_roster/help',
    may: signedIn,
  }),
  'GET /api/v1/permissions/groups': () => ({ path: 'permissions/groups', may: signedIn }),
  'GET /api/v1/accounts/{account_id}/roles': ({ college }) => ({
    path: `accounts/${college.id}/roles`,
    may: admins,
  }),
  'GET /api/v1/accounts/{account_id}/roles/{id}': ({ college }) => ({
    path: `accounts/${college.id}/roles/TeacherEnrollment`,
    may: admins,
  }),
  'POST /api/v1/accounts/{account_id}/roles': ({ college }) => ({
    path: `accounts/${college.id}/roles`,
    params: { label: 'Assistant' },
    may: admins,
  }),
  // A built-in role can't be deactivated or activated, which only those learn who might.
  'DELETE /api/v1/accounts/{account_id}/roles/{id}': ({ college }) => ({
    path: `accounts/${college.id}/roles/TeacherEnrollment`,
    may: admins,
  }),
  'POST /api/v1/accounts/{account_id}/roles/{id}/activate': ({ college }) => ({
    path: `accounts/${college.id}/roles/TeacherEnrollment/activate`,
    may: admins,
  }),
  'PUT /api/v1/accounts/{account_id}/roles/{id}': ({ college }) => ({
    path: `accounts/${college.id}/roles/TeacherEnrollment`,
    may: admins,
  }),
  'GET /api/v1/accounts/{account_id}/roles/permissions': ({ college }) => ({
    path: `accounts/${college.id}/roles/permissions`,
    may: admins,
  }),
} satisfies WhoMay;
