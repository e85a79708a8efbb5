import { admins, members, staff, type WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/courses/{course_id}/enrollments': ({ course }) => ({
    path: `courses/${course.id}/enrollments`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/sections/{section_id}/enrollments': ({ section }) => ({
    path: `sections/${section.id}/enrollments`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/users/{user_id}/enrollments': ({ fellow }) => ({
    path: `users/${fellow.id}/enrollments`,
    may: ['rootAdmin'],
  }),
  'GET /api/v1/accounts/{account_id}/enrollments/{id}': ({ enrollment }) => ({
    path: `accounts/1/enrollments/${enrollment.id}`,
    may: ['rootAdmin'],
  }),
  'POST /api/v1/courses/{course_id}/enrollments': ({ course, people }) => ({
    path: `courses/${course.id}/enrollments`,
    params: { enrollment: { user_id: people.stranger.id, type: 'StudentEnrollment' } },
    may: [...staff, ...admins],
  }),
  'POST /api/v1/sections/{section_id}/enrollments': ({ section, people }) => ({
    path: `sections/${section.id}/enrollments`,
    params: { enrollment: { user_id: people.stranger.id, type: 'TeacherEnrollment' } },
    may: ['teacher', ...admins],
  }),
  'POST /api/v1/accounts/{account_id}/bulk_enrollment': ({ college, course, people }) => ({
    path: `accounts/${college.id}/bulk_enrollment`,
    params: { user_ids: [people.stranger.id], course_ids: [course.id] },
    may: [...staff, ...admins],
  }),
  'DELETE /api/v1/courses/{course_id}/enrollments/{id}': ({ course, enrollment }) => ({
    path: `courses/${course.id}/enrollments/${enrollment.id}`,
    params: { task: 'delete' },
    may: [...staff, ...admins],
  }),
  'POST /api/v1/courses/{course_id}/enrollments/{id}/accept': ({ course, enrollment }) => ({
    path: `courses/${course.id}/enrollments/${enrollment.id}/accept`,
    may: [],
  }),
  'POST /api/v1/courses/{course_id}/enrollments/{id}/reject': ({ course, enrollment }) => ({
    path: `courses/${course.id}/enrollments/${enrollment.id}/reject`,
    may: [],
  }),
  'PUT /api/v1/courses/{course_id}/enrollments/{id}/reactivate': ({ course, enrollment }) => ({
    path: `courses/${course.id}/enrollments/${enrollment.id}/reactivate`,
    may: [...staff, ...admins],
  }),
  'PUT /api/v1/courses/{course_id}/users/{user_id}/last_attended': ({ course, fellow }) => ({
    path: `courses/${course.id}/users/${fellow.id}/last_attended`,
    params: { date: '2026-09-10' },
    may: ['ta', 'teacher', ...admins],
  }),
} satisfies WhoMay;
