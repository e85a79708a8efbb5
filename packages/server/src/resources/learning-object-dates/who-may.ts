import { admins, signedIn, type WhoMay } from '../../../testing/who-may.ts';

const editors = ['ta', 'designer', 'teacher', ...admins] as const;

export default {
  'GET /api/v1/courses/{course_id}/modules/{context_module_id}/date_details': ({ course, module }) => ({
    path: `courses/${course.id}/modules/${module.id}/date_details`,
    may: editors,
  }),
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/date_details': ({ course, assignment }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}/date_details`,
    may: editors,
  }),
  'GET /api/v1/courses/{course_id}/discussion_topics/{discussion_topic_id}/date_details': ({
    course,
    topic,
  }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/date_details`,
    may: editors,
  }),
  'GET /api/v1/courses/{course_id}/pages/{url_or_id}/date_details': ({ course, page }) => ({
    path: `courses/${course.id}/pages/${page.url}/date_details`,
    may: editors,
  }),
  // Whoever is signed in is told that there are no dates of files.
  'GET /api/v1/courses/{course_id}/files/{attachment_id}/date_details': ({ course, file }) => ({
    path: `courses/${course.id}/files/${file.id}/date_details`,
    may: signedIn,
  }),
  // There are no quizzes.
  'GET /api/v1/courses/{course_id}/quizzes/{quiz_id}/date_details': ({ course }) => ({
    path: `courses/${course.id}/quizzes/1/date_details`,
    may: [],
  }),
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/date_details': ({ course, assignment }) => ({
    path: `courses/${course.id}/assignments/${assignment.id}/date_details`,
    may: editors,
  }),
  'PUT /api/v1/courses/{course_id}/discussion_topics/{discussion_topic_id}/date_details': ({
    course,
    topic,
  }) => ({
    path: `courses/${course.id}/discussion_topics/${topic.id}/date_details`,
    may: editors,
  }),
  'PUT /api/v1/courses/{course_id}/pages/{url_or_id}/date_details': ({ course, page }) => ({
    path: `courses/${course.id}/pages/${page.url}/date_details`,
    may: editors,
  }),
  'PUT /api/v1/courses/{course_id}/files/{attachment_id}/date_details': ({ course, file }) => ({
    path: `courses/${course.id}/files/${file.id}/date_details`,
    may: signedIn,
  }),
  'PUT /api/v1/courses/{course_id}/quizzes/{quiz_id}/date_details': ({ course }) => ({
    path: `courses/${course.id}/quizzes/1/date_details`,
    may: [],
  }),
} satisfies WhoMay;
