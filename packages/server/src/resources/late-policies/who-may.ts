import { admins, type WhoMay } from '../../../testing/who-may.ts';

const graders = ['ta', 'teacher', ...admins] as const;
const policy = { late_policy: { late_submission_deduction: 10 } };

export default {
  // The course has no policy, so whoever gets in is told so; late-policies.test.ts says who that is.
  'GET /api/v1/courses/{id}/late_policy': ({ course }) => ({
    path: `courses/${course.id}/late_policy`,
    may: [],
  }),
  'POST /api/v1/courses/{id}/late_policy': ({ course }) => ({
    path: `courses/${course.id}/late_policy`,
    params: policy,
    may: graders,
  }),
  'PATCH /api/v1/courses/{id}/late_policy': ({ course }) => ({
    path: `courses/${course.id}/late_policy`,
    params: policy,
    may: [],
  }),
} satisfies WhoMay;
