import { admins, type CastMember, type WhoMay } from '../../../testing/who-may.ts';

const managers: CastMember[] = ['designer', 'teacher', ...admins];

export default {
  'POST /api/v1/accounts/{account_id}/outcome_imports': ({ college }) => ({
    path: `accounts/${college.id}/outcome_imports`,
    may: admins,
  }),
  'POST /api/v1/courses/{course_id}/outcome_imports': ({ course }) => ({
    path: `courses/${course.id}/outcome_imports`,
    may: managers,
  }),
  'GET /api/v1/accounts/{account_id}/outcome_imports/{id}': ({ college }) => ({
    path: `accounts/${college.id}/outcome_imports/latest`,
    may: admins,
  }),
  'GET /api/v1/courses/{course_id}/outcome_imports/{id}': ({ course }) => ({
    path: `courses/${course.id}/outcome_imports/latest`,
    may: managers,
  }),
  'GET /api/v1/accounts/{account_id}/outcome_imports/{id}/created_group_ids': ({ college }) => ({
    path: `accounts/${college.id}/outcome_imports/latest/created_group_ids`,
    may: admins,
  }),
  'GET /api/v1/courses/{course_id}/outcome_imports/{id}/created_group_ids': ({ course }) => ({
    path: `courses/${course.id}/outcome_imports/latest/created_group_ids`,
    may: managers,
  }),
} satisfies WhoMay;
