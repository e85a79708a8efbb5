import { admins, members, staff, type WhoMay } from '../../../testing/who-may.ts';

const scheme = {
  title: 'Pass',
  grading_scheme_entry: [
    { name: 'P', value: 50 },
    { name: 'F', value: 0 },
  ],
};

export default {
  'POST /api/v1/accounts/{account_id}/grading_standards': ({ college }) => ({
    path: `accounts/${college.id}/grading_standards`,
    params: scheme,
    may: admins,
  }),
  'POST /api/v1/courses/{course_id}/grading_standards': ({ course }) => ({
    path: `courses/${course.id}/grading_standards`,
    params: scheme,
    may: ['ta', 'teacher', ...admins],
  }),
  'GET /api/v1/accounts/{account_id}/grading_standards': ({ college }) => ({
    path: `accounts/${college.id}/grading_standards`,
    may: [...staff, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/grading_standards': ({ course }) => ({
    path: `courses/${course.id}/grading_standards`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/accounts/{account_id}/grading_standards/{grading_standard_id}': ({ accountStandard }) => ({
    path: `accounts/${accountStandard.context_id}/grading_standards/${accountStandard.id}`,
    may: [...staff, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/grading_standards/{grading_standard_id}': ({ courseStandard }) => ({
    path: `courses/${courseStandard.context_id}/grading_standards/${courseStandard.id}`,
    may: [...members, ...admins],
  }),
  'PUT /api/v1/accounts/{account_id}/grading_standards/{grading_standard_id}': ({ accountStandard }) => ({
    path: `accounts/${accountStandard.context_id}/grading_standards/${accountStandard.id}`,
    params: { title: 'Other' },
    may: admins,
  }),
  'PUT /api/v1/courses/{course_id}/grading_standards/{grading_standard_id}': ({ courseStandard }) => ({
    path: `courses/${courseStandard.context_id}/grading_standards/${courseStandard.id}`,
    params: { title: 'Other' },
    may: ['ta', 'teacher', ...admins],
  }),
  'DELETE /api/v1/accounts/{account_id}/grading_standards/{grading_standard_id}': ({ accountStandard }) => ({
    path: `accounts/${accountStandard.context_id}/grading_standards/${accountStandard.id}`,
    may: admins,
  }),
  'DELETE /api/v1/courses/{course_id}/grading_standards/{grading_standard_id}': ({ courseStandard }) => ({
    path: `courses/${courseStandard.context_id}/grading_standards/${courseStandard.id}`,
    may: ['ta', 'teacher', ...admins],
  }),
} satisfies WhoMay;
