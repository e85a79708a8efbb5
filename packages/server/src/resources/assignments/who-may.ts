import { admins, members, type WhoMay } from '../../../testing/who-may.ts';

const editors = ['ta', 'designer', 'teacher', ...admins] as const;

export default {
  'DELETE /api/v1/courses/{course_id}/assignments/{id}': ({ course, assignment }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}`,
    may: editors,
  }),
  'GET /api/v1/courses/{course_id}/assignments': ({ course }) => ({
    path: `courses/${course.id}/assignments`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}/assignments': ({
    course,
    assignment,
  }) => ({
    path: `courses/${course.id}/assignment_groups/${assignment.assignment_group_id}/assignments`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/users/{user_id}/courses/{course_id}/assignments': ({ course, fellow }) => ({
    path: `users/${fellow.id}/courses/${course.id}/assignments`,
    may: ['ta', 'teacher', ...admins],
  }),
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/duplicate': ({ course, assignment }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}/duplicate`,
    may: editors,
  }),
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/users/{user_id}/group_members': ({
    course,
    assignment,
    fellow,
  }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}/users/${fellow.id}/group_members`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/assignments/{id}': ({ course, assignment }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}`,
    may: [...members, ...admins],
  }),
  'POST /api/v1/courses/{course_id}/assignments': ({ course }) => ({
    path: `courses/${course.id}/assignments`,
    params: { assignment: { name: 'Essay' } },
    may: editors,
  }),
  'PUT /api/v1/courses/{course_id}/assignments/{id}': ({ course, assignment }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}`,
    params: { assignment: { name: 'Paper' } },
    may: editors,
  }),
  'PUT /api/v1/courses/{course_id}/assignments/bulk_update': ({ course, assignment }) => ({
    path: `courses/${course.id}/assignments/bulk_update`,
    params: [{ id: assignment.id, all_dates: [{ base: true, due_at: null }] }],
    may: editors,
  }),
} satisfies WhoMay;
