import { admins, signedIn, staff, type WhoMay } from '../../../testing/who-may.ts';

const may = [...staff, ...admins];
const rubric = { rubric: { title: 'Other', criteria: { '0': { description: 'One' } } } };

export default {
  'POST /api/v1/courses/{course_id}/rubrics': ({ course }) => ({
    path: `courses/${course.id}/rubrics`,
    params: rubric,
    may,
  }),
  'PUT /api/v1/courses/{course_id}/rubrics/{id}': ({ rubric: { id, context_id } }) => ({
    path: `courses/${context_id}/rubrics/${id}`,
    params: rubric,
    may,
  }),
  'DELETE /api/v1/courses/{course_id}/rubrics/{id}': ({ rubric: { id, context_id } }) => ({
    path: `courses/${context_id}/rubrics/${id}`,
    may,
  }),
  'GET /api/v1/accounts/{account_id}/rubrics': ({ college }) => ({
    path: `accounts/${college.id}/rubrics`,
    may: admins,
  }),
  'GET /api/v1/courses/{course_id}/rubrics': ({ course }) => ({ path: `courses/${course.id}/rubrics`, may }),
  'GET /api/v1/accounts/{account_id}/rubrics/{id}': ({ college, collegeRubric }) => ({
    path: `accounts/${college.id}/rubrics/${collegeRubric.id}`,
    may: admins,
  }),
  'GET /api/v1/courses/{course_id}/rubrics/{id}': ({ rubric: { id, context_id } }) => ({
    path: `courses/${context_id}/rubrics/${id}`,
    may,
  }),
  'GET /api/v1/accounts/{account_id}/rubrics/{id}/used_locations': ({ college, collegeRubric }) => ({
    path: `accounts/${college.id}/rubrics/${collegeRubric.id}/used_locations`,
    may: admins,
  }),
  'GET /api/v1/courses/{course_id}/rubrics/{id}/used_locations': ({ rubric: { id, context_id } }) => ({
    path: `courses/${context_id}/rubrics/${id}/used_locations`,
    may,
  }),
  // Whoever is let in is told that the file is missing.
  'POST /api/v1/accounts/{account_id}/rubrics/upload': ({ college }) => ({
    path: `accounts/${college.id}/rubrics/upload`,
    may: admins,
  }),
  'POST /api/v1/courses/{course_id}/rubrics/upload': ({ course }) => ({
    path: `courses/${course.id}/rubrics/upload`,
    may,
  }),
  'GET /api/v1/rubrics/upload_template': () => ({ path: 'rubrics/upload_template', may: signedIn }),
  'GET /api/v1/accounts/{account_id}/rubrics/upload/{id}': ({ college }) => ({
    path: `accounts/${college.id}/rubrics/upload/latest`,
    may: admins,
  }),
  'GET /api/v1/courses/{course_id}/rubrics/upload/{id}': ({ course }) => ({
    path: `courses/${course.id}/rubrics/upload/latest`,
    may,
  }),
} satisfies WhoMay;
