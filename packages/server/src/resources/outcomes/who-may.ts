import { admins, members, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/outcomes/{id}': ({ outcome }) => ({
    path: `outcomes/${outcome.id}`,
    may: [...members, ...admins],
  }),
  'PUT /api/v1/outcomes/{id}': ({ outcome }) => ({
    path: `outcomes/${outcome.id}`,
    params: { title: 'x' },
    may: ['designer', 'teacher', ...admins],
  }),
  'GET /api/v1/courses/{course_id}/outcome_alignments': ({ course, people }) => ({
    path: `courses/${course.id}/outcome_alignments`,
    params: { student_id: people.student.id },
    may: ['student', 'observer', 'ta', 'teacher', ...admins],
  }),
} satisfies WhoMay;
