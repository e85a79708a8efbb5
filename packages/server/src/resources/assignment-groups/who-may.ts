import { admins, members, type WhoMay } from '../../../testing/who-may.ts';

const editors = ['ta', 'designer', 'teacher', ...admins] as const;

export default {
  'GET /api/v1/courses/{course_id}/assignment_groups': ({ course }) => ({
    path: `courses/${course.id}/assignment_groups`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}': ({ course, assignment }) => ({
    path: `courses/${course.id}/assignment_groups/${assignment.assignment_group_id}`,
    may: [...members, ...admins],
  }),
  'POST /api/v1/courses/{course_id}/assignment_groups': ({ course }) => ({
    path: `courses/${course.id}/assignment_groups`,
    may: editors,
  }),
  'PUT /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}': ({ course, assignment }) => ({
    path: `courses/${course.id}/assignment_groups/${assignment.assignment_group_id}`,
    params: { name: 'Labs' },
    may: editors,
  }),
  'DELETE /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}': ({ course, assignment }) => ({
    path: `courses/${course.id}/assignment_groups/${assignment.assignment_group_id}`,
    may: editors,
  }),
} satisfies WhoMay;
