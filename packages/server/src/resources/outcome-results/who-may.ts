import { admins, type CastMember, type WhoMay } from '../../../testing/who-may.ts';

const graders: CastMember[] = ['ta', 'teacher', ...admins];
/** Those of the student, which he sees himself, and who observes him. */
const ofStudent: CastMember[] = ['student', 'observer', ...graders];

export default {
  'GET /api/v1/courses/{course_id}/outcome_results': ({ course, people }) => ({
    path: `courses/${course.id}/outcome_results`,
    params: { 'user_ids[]': [people.student.id] },
    may: ofStudent,
  }),
  'GET /api/v1/courses/{course_id}/outcome_rollups': ({ course, people }) => ({
    path: `courses/${course.id}/outcome_rollups`,
    params: { 'user_ids[]': [people.student.id] },
    may: ofStudent,
  }),
  'GET /api/v1/courses/{course_id}/outcomes/{outcome_id}/contributing_scores': ({
    course,
    outcome,
    people,
  }) => ({
    path: `courses/${course.id}/outcomes/${outcome.id}/contributing_scores`,
    params: { 'user_ids[]': [people.student.id] },
    may: graders,
  }),
  'POST /api/v1/courses/{course_id}/assign_outcome_order': ({ course, outcome }) => ({
    path: `courses/${course.id}/assign_outcome_order`,
    params: [{ outcome_id: outcome.id, position: 1 }],
    may: graders,
  }),
  'POST /api/v1/enqueue_outcome_rollup_calculation': ({ course, people }) => ({
    path: 'enqueue_outcome_rollup_calculation',
    params: { course_id: course.id, student_uuid: people.student.uuid },
    may: graders,
  }),
} satisfies WhoMay;
