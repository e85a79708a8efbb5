import { admins, members, staff, type WhoMay } from '../../../testing/who-may.ts';

const ratings = [{ description: 'Yes', points: 1, mastery: true, color: '03893D' }];

export default {
  'POST /api/v1/accounts/{account_id}/outcome_proficiency': ({ college }) => ({
    path: `accounts/${college.id}/outcome_proficiency`,
    params: { ratings },
    may: admins,
  }),
  'POST /api/v1/courses/{course_id}/outcome_proficiency': ({ course }) => ({
    path: `courses/${course.id}/outcome_proficiency`,
    params: { ratings },
    may: admins,
  }),
  'GET /api/v1/accounts/{account_id}/outcome_proficiency': ({ college }) => ({
    path: `accounts/${college.id}/outcome_proficiency`,
    may: [...staff, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/outcome_proficiency': ({ course }) => ({
    path: `courses/${course.id}/outcome_proficiency`,
    may: [...members, ...admins],
  }),
} satisfies WhoMay;
