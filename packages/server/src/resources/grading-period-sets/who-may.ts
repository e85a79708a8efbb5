import { admins, staff, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/accounts/{account_id}/grading_period_sets': ({ college }) => ({
    path: `accounts/${college.id}/grading_period_sets`,
    may: [...staff, ...admins],
  }),
  'POST /api/v1/accounts/{account_id}/grading_period_sets': () => ({
    path: 'accounts/self/grading_period_sets',
    params: { grading_period_set: { title: 'x' } },
    may: ['rootAdmin'],
  }),
  'PATCH /api/v1/accounts/{account_id}/grading_period_sets/{id}': ({ gradingPeriodSet }) => ({
    path: `accounts/self/grading_period_sets/${gradingPeriodSet.id}`,
    params: { grading_period_set: { title: 'x' } },
    may: ['rootAdmin'],
  }),
  'DELETE /api/v1/accounts/{account_id}/grading_period_sets/{id}': ({ gradingPeriodSet }) => ({
    path: `accounts/self/grading_period_sets/${gradingPeriodSet.id}`,
    may: ['rootAdmin'],
  }),
} satisfies WhoMay;
