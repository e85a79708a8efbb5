import type { Stage, WhoMay } from '../../../testing/who-may.ts';

const comment = ({ course, assignment, fellow, comment }: Stage) =>
  `courses/${course.id}/assignments/${assignment.id}/submissions/${fellow.id}/comments/${comment.id}`;

export default {
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/comments/{id}': (
    stage,
  ) => ({ path: comment(stage), params: { comment: 'Better' }, may: ['teacher'] }),
  'DELETE /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/comments/{id}': (
    stage,
  ) => ({ path: comment(stage), may: ['ta', 'teacher', 'subAdmin', 'rootAdmin'] }),
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/comments/files': ({
    course,
    assignment,
    people,
  }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}/submissions/${people.student.id}/comments/files`,
    params: { name: 'notes.txt' },
    may: ['student', 'ta', 'teacher', 'subAdmin', 'rootAdmin'],
  }),
} satisfies WhoMay;
