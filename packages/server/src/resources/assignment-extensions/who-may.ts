import { admins, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/extensions': ({
    course,
    assignment,
    fellow,
  }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}/extensions`,
    params: { assignment_extensions: [{ user_id: fellow.id, extra_attempts: 1 }] },
    may: ['ta', 'designer', 'teacher', ...admins],
  }),
} satisfies WhoMay;
