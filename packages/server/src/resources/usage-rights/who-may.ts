import type { WhoMay } from '../../../testing/who-may.ts';

const managers = ['ta', 'designer', 'teacher', 'subAdmin', 'rootAdmin'] as const;
const readers = ['student', 'observer', ...managers] as const;
/** The student is a member of the group. */
const inGroup = ['student', ...managers] as const;
const rights = { usage_rights: { use_justification: 'own_copyright' } };

export default {
  'PUT /api/v1/courses/{course_id}/usage_rights': ({ course, file }) => ({
    path: `courses/${course.id}/usage_rights`,
    params: { file_ids: [file.id], ...rights },
    may: managers,
  }),
  'PUT /api/v1/groups/{group_id}/usage_rights': ({ group, groupFile }) => ({
    path: `groups/${group.id}/usage_rights`,
    params: { file_ids: [groupFile.id], ...rights },
    may: inGroup,
  }),
  'PUT /api/v1/users/{user_id}/usage_rights': ({ people, file }) => ({
    path: `users/${people.student.id}/usage_rights`,
    params: { file_ids: [file.id], ...rights },
    may: ['student'],
  }),
  'DELETE /api/v1/courses/{course_id}/usage_rights': ({ course, file }) => ({
    path: `courses/${course.id}/usage_rights`,
    params: { 'file_ids[]': [file.id] },
    may: managers,
  }),
  'DELETE /api/v1/groups/{group_id}/usage_rights': ({ group, groupFile }) => ({
    path: `groups/${group.id}/usage_rights`,
    params: { 'file_ids[]': [groupFile.id] },
    may: inGroup,
  }),
  'DELETE /api/v1/users/{user_id}/usage_rights': ({ people, file }) => ({
    path: `users/${people.student.id}/usage_rights`,
    params: { 'file_ids[]': [file.id] },
    may: ['student'],
  }),
  'GET /api/v1/courses/{course_id}/content_licenses': ({ course }) => ({
    path: `courses/${course.id}/content_licenses`,
    may: readers,
  }),
  'GET /api/v1/groups/{group_id}/content_licenses': ({ group }) => ({
    path: `groups/${group.id}/content_licenses`,
    may: inGroup,
  }),
  'GET /api/v1/users/{user_id}/content_licenses': ({ people }) => ({
    path: `users/${people.student.id}/content_licenses`,
    may: ['student', 'rootAdmin'],
  }),
} satisfies WhoMay;
