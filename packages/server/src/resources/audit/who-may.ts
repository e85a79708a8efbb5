import type { WhoMay } from '../../../testing/who-may.ts';

export default {
  'GET /api/v1/audit/authentication/logins/{login_id}': ({ loginOfStudent }) => ({
    path: `audit/authentication/logins/${loginOfStudent}`,
    may: ['rootAdmin'],
  }),
  'GET /api/v1/audit/authentication/accounts/{account_id}': () => ({
    path: 'audit/authentication/accounts/1',
    may: ['rootAdmin'],
  }),
  'GET /api/v1/audit/authentication/users/{user_id}': ({ people }) => ({
    path: `audit/authentication/users/${people.student.id}`,
    may: ['student', 'rootAdmin'],
  }),
  'GET /api/v1/audit/course/courses/{course_id}': ({ course }) => ({
    path: `audit/course/courses/${course.id}`,
    may: ['rootAdmin'],
  }),
  'GET /api/v1/audit/course/accounts/{account_id}': ({ college }) => ({
    path: `audit/course/accounts/${college.id}`,
    may: ['rootAdmin'],
  }),
  'GET /api/v1/audit/grade_change/assignments/{assignment_id}': ({ assignment }) => ({
    path: `audit/grade_change/assignments/${assignment.id}`,
    may: ['ta', 'teacher', 'subAdmin', 'rootAdmin'],
  }),
  'GET /api/v1/audit/grade_change/courses/{course_id}': ({ course }) => ({
    path: `audit/grade_change/courses/${course.id}`,
    may: ['ta', 'teacher', 'subAdmin', 'rootAdmin'],
  }),
  'GET /api/v1/audit/grade_change/students/{student_id}': ({ people }) => ({
    path: `audit/grade_change/students/${people.student.id}`,
    may: ['rootAdmin'],
  }),
  'GET /api/v1/audit/grade_change/graders/{grader_id}': ({ people }) => ({
    path: `audit/grade_change/graders/${people.teacher.id}`,
    may: ['rootAdmin'],
  }),
  'GET /api/v1/audit/grade_change': ({ people }) => ({
    path: 'audit/grade_change',
    params: { student_id: people.student.id },
    may: ['rootAdmin'],
  }),
  'GET /api/easel/v1/accounts/{account_id}/audit_events': () => ({
    path: '/api/easel/v1/accounts/1/audit_events',
    may: ['rootAdmin'],
  }),
} satisfies WhoMay;
