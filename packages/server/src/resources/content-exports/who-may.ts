import type { CastMember, WhoMay } from '../../../testing/who-may.ts';
import { admins, members } from '../../../testing/who-may.ts';

/** Exports of files; those of the course itself are in content-exports.test.ts. */
const files = { export_type: 'zip' };
const ofGroup: readonly CastMember[] = ['student', 'ta', 'designer', 'teacher', ...admins];
const ofUser: readonly CastMember[] = ['student', 'rootAdmin'];

export default {
  'GET /api/v1/courses/{course_id}/content_exports': ({ course }) => ({
    path: `courses/${course.id}/content_exports`,
    may: [...members, ...admins],
  }),
  // The export isn't there, which everybody is told.
  'GET /api/v1/courses/{course_id}/content_exports/{id}': ({ course }) => ({
    path: `courses/${course.id}/content_exports/1`,
    may: [],
  }),
  'POST /api/v1/courses/{course_id}/content_exports': ({ course }) => ({
    path: `courses/${course.id}/content_exports`,
    params: files,
    may: [...members, ...admins],
  }),
  'GET /api/v1/groups/{group_id}/content_exports': ({ group }) => ({
    path: `groups/${group.id}/content_exports`,
    may: ofGroup,
  }),
  'GET /api/v1/groups/{group_id}/content_exports/{id}': ({ group }) => ({
    path: `groups/${group.id}/content_exports/1`,
    may: [],
  }),
  'POST /api/v1/groups/{group_id}/content_exports': ({ group }) => ({
    path: `groups/${group.id}/content_exports`,
    params: files,
    may: ofGroup,
  }),
  'GET /api/v1/users/{user_id}/content_exports': ({ people }) => ({
    path: `users/${people.student.id}/content_exports`,
    may: ofUser,
  }),
  'GET /api/v1/users/{user_id}/content_exports/{id}': ({ people }) => ({
    path: `users/${people.student.id}/content_exports/1`,
    may: [],
  }),
  'POST /api/v1/users/{user_id}/content_exports': ({ people }) => ({
    path: `users/${people.student.id}/content_exports`,
    params: files,
    may: ofUser,
  }),
} satisfies WhoMay;
