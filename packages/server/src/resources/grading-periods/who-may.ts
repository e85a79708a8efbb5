import { admins, members, staff, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/accounts/{account_id}/grading_periods': ({ college }) => ({
    path: `accounts/${college.id}/grading_periods`,
    may: [...staff, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/grading_periods': ({ course }) => ({
    path: `courses/${course.id}/grading_periods`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/grading_periods/{id}': ({ course, gradingPeriod }) => ({
    path: `courses/${course.id}/grading_periods/${gradingPeriod.id}`,
    may: ['stranger', ...members, ...admins],
  }),
  // The course has the periods of its term, which it can't change.
  'PUT /api/v1/courses/{course_id}/grading_periods/{id}': ({ course, gradingPeriod }) => ({
    path: `courses/${course.id}/grading_periods/${gradingPeriod.id}`,
    params: { grading_periods: [{ weight: 1 }] },
    may: [],
  }),
  'DELETE /api/v1/courses/{course_id}/grading_periods/{id}': ({ course, gradingPeriod }) => ({
    path: `courses/${course.id}/grading_periods/${gradingPeriod.id}`,
    may: [],
  }),
  'DELETE /api/v1/accounts/{account_id}/grading_periods/{id}': ({ gradingPeriod }) => ({
    path: `accounts/self/grading_periods/${gradingPeriod.id}`,
    may: ['rootAdmin'],
  }),
  'PATCH /api/v1/courses/{course_id}/grading_periods/batch_update': ({
    course,
    gradingPeriodSet,
    gradingPeriod,
  }) => ({
    path: `courses/${course.id}/grading_periods/batch_update`,
    params: { set_id: gradingPeriodSet.id, grading_periods: [{ id: gradingPeriod.id, title: 'x' }] },
    may: ['rootAdmin'],
  }),
  'PATCH /api/v1/grading_period_sets/{set_id}/grading_periods/batch_update': ({
    gradingPeriodSet,
    gradingPeriod,
  }) => ({
    path: `grading_period_sets/${gradingPeriodSet.id}/grading_periods/batch_update`,
    params: { grading_periods: [{ id: gradingPeriod.id, title: 'x' }] },
    may: ['rootAdmin'],
  }),
} satisfies WhoMay;
