import { staff, type WhoMay } from '../../../testing/who-may.ts';

export default {
  // The copy isn't there, which whoever gets in is told.
  'GET /api/v1/courses/{course_id}/course_copy/{id}': ({ course }) => ({
    path: `courses/${course.id}/course_copy/1`,
    may: [],
  }),
  'POST /api/v1/courses/{course_id}/course_copy': ({ course }) => ({
    path: `courses/${course.id}/course_copy`,
    params: { source_course: course.id },
    may: [...staff, 'subAdmin', 'rootAdmin'],
  }),
} satisfies WhoMay;
