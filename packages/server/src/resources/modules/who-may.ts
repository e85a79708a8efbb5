import { admins, members, staff, type WhoMay } from '../../../testing/who-may.ts';

const editors = [...staff, ...admins];
const readers = [...members, ...admins];

export default {
  'GET /api/v1/courses/{course_id}/modules': ({ course }) => ({
    path: `courses/${course.id}/modules`,
    may: readers,
  }),
  'GET /api/v1/courses/{course_id}/modules/{id}': ({ course, module }) => ({
    path: `courses/${course.id}/modules/${module.id}`,
    may: readers,
  }),
  'POST /api/v1/courses/{course_id}/modules': ({ course }) => ({
    path: `courses/${course.id}/modules`,
    params: { module: { name: 'Week 1' } },
    may: editors,
  }),
  'PUT /api/v1/courses/{course_id}/modules/{id}': ({ course, module }) => ({
    path: `courses/${course.id}/modules/${module.id}`,
    params: { module: { name: 'Week 1' } },
    may: editors,
  }),
  'DELETE /api/v1/courses/{course_id}/modules/{id}': ({ course, module }) => ({
    path: `courses/${course.id}/modules/${module.id}`,
    may: editors,
  }),
  'PUT /api/v1/courses/{course_id}/modules/{id}/relock': ({ course, module }) => ({
    path: `courses/${course.id}/modules/${module.id}/relock`,
    may: editors,
  }),
  'GET /api/v1/courses/{course_id}/modules/{context_module_id}/assignment_overrides': ({
    course,
    module,
  }) => ({
    path: `courses/${course.id}/modules/${module.id}/assignment_overrides`,
    may: editors,
  }),
  'PUT /api/v1/courses/{course_id}/modules/{context_module_id}/assignment_overrides': ({
    course,
    module,
  }) => ({
    path: `courses/${course.id}/modules/${module.id}/assignment_overrides`,
    params: { overrides: [] },
    may: editors,
  }),
} satisfies WhoMay;
