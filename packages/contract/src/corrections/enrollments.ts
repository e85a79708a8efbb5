import type { Correction } from '../corrections.ts';
import { flag, text } from './params.ts';

const enrollments = 'app/controllers/enrollments_api_controller.rb';
const section3 = 'semantics/users_enrollments_roles.md 3';

export const enrollmentCorrections: readonly Correction[] = [
  {
    operations: [
      'GET /api/v1/courses/{course_id}/enrollments',
      'GET /api/v1/sections/{section_id}/enrollments',
      'GET /api/v1/users/{user_id}/enrollments',
    ],
    because: 'Roles may be named by id, the term by SIS id; created_for_sis_id is one flag, not a list.',
    source: `${section3}.3; ${enrollments} index`,
    params: {
      created_for_sis_id: flag,
      enrollment_term_id: text,
      role_id: { type: 'integer[]' },
      temporary_enrollment_recipients_for_provider: flag,
      temporary_enrollments_for_recipient: flag,
    },
  },
  {
    operations: [
      'POST /api/v1/courses/{course_id}/enrollments',
      'POST /api/v1/sections/{section_id}/enrollments',
    ],
    because: 'Only its parameter enrollment[role] is deprecated; the section may be named by SIS id.',
    source: `${section3}.4; ${enrollments} create`,
    params: {
      'enrollment[course_section_id]': text,
      'enrollment[temporary_enrollment_pairing_id]': text,
      'enrollment[temporary_enrollment_source_user_id]': text,
    },
    deprecated: false,
  },
  {
    operations: [
      'POST /api/v1/courses/{course_id}/enrollments/{id}/accept',
      'POST /api/v1/courses/{course_id}/enrollments/{id}/reject',
    ],
    because: 'Answers {"success":true}.',
    source: `${section3}.5; ${enrollments} accept, reject`,
    returns: '{ success: true }',
  },
  {
    operations: ['PUT /api/v1/courses/{course_id}/users/{user_id}/last_attended'],
    because: 'A date that cannot be read is an error, and the answer is the date alone.',
    source: `${section3}.5; ${enrollments} last_attended`,
    params: { date: text },
    returns: '{ date: string }',
  },
  {
    operations: ['GET /api/v1/users/{user_id}/temporary_enrollment_status'],
    because: 'Answers two flags.',
    source: `${section3}.5`,
    returns: '{ is_provider: boolean; is_recipient: boolean }',
  },
];
