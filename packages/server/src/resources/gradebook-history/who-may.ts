import type { CastMember, WhoMay } from '../../../testing/who-may.ts';

const graders: CastMember[] = ['ta', 'teacher', 'subAdmin', 'rootAdmin'];

export default {
  'GET /api/v1/courses/{course_id}/gradebook_history/days': ({ course }) => ({
    path: `courses/${course.id}/gradebook_history/days`,
    may: graders,
  }),
  'GET /api/v1/courses/{course_id}/gradebook_history/{date}': ({ course }) => ({
    path: `courses/${course.id}/gradebook_history/2026-09-15`,
    may: graders,
  }),
  'GET /api/v1/courses/{course_id}/gradebook_history/{date}/graders/{grader_id}/assignments/{assignment_id}/submissions':
    ({ course, people, assignment }) => ({
      path: `courses/${course.id}/gradebook_history/2026-09-15/graders/${people.teacher.id}/assignments/${assignment.id}/submissions`,
      may: graders,
    }),
  'GET /api/v1/courses/{course_id}/gradebook_history/feed': ({ course }) => ({
    path: `courses/${course.id}/gradebook_history/feed`,
    may: graders,
  }),
} satisfies WhoMay;
