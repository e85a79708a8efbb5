import { everybody, type WhoMay } from '../../../testing/who-may.ts';

const managers = ['ta', 'designer', 'teacher', 'subAdmin', 'rootAdmin'] as const;
const readers = ['student', 'observer', ...managers] as const;
/** Of the whole institution, where one may also act as others. */
const rootAdmin = ['rootAdmin'] as const;
const missing = 999_999_999;

/** The student is a member of the group. */
const inGroup = ['student', 'ta', 'designer', 'teacher', 'subAdmin', 'rootAdmin'] as const;

export default {
  'GET /api/v1/courses/{course_id}/files/quota': ({ course }) => ({
    path: `courses/${course.id}/files/quota`,
    may: managers,
  }),
  'GET /api/v1/groups/{group_id}/files/quota': ({ group }) => ({
    path: `groups/${group.id}/files/quota`,
    may: inGroup,
  }),
  'GET /api/v1/users/{user_id}/files/quota': ({ people }) => ({
    path: `users/${people.student.id}/files/quota`,
    may: ['student'],
  }),
  'GET /api/v1/courses/{course_id}/files': ({ course }) => ({
    path: `courses/${course.id}/files`,
    may: readers,
  }),
  'GET /api/v1/users/{user_id}/files': ({ people }) => ({
    path: `users/${people.student.id}/files`,
    may: ['student', 'rootAdmin'],
  }),
  'GET /api/v1/groups/{group_id}/files': ({ group }) => ({ path: `groups/${group.id}/files`, may: inGroup }),
  'GET /api/v1/folders/{id}/files': ({ folder }) => ({ path: `folders/${folder.id}/files`, may: readers }),
  'GET /api/v1/files/{id}/public_url': ({ file }) => ({ path: `files/${file.id}/public_url`, may: readers }),
  'GET /api/v1/files/{id}': ({ file }) => ({ path: `files/${file.id}`, may: readers }),
  'GET /api/v1/courses/{course_id}/files/{id}': ({ course, file }) => ({
    path: `courses/${course.id}/files/${file.id}`,
    may: readers,
  }),
  'GET /api/v1/groups/{group_id}/files/{id}': ({ group, groupFile }) => ({
    path: `groups/${group.id}/files/${groupFile.id}`,
    may: inGroup,
  }),
  'GET /api/v1/users/{user_id}/files/{id}': ({ people }) => ({
    path: `users/${people.student.id}/files/${missing}`,
    may: [],
  }),
  'GET /api/v1/courses/{course_id}/files/file_ref/{migration_id}': ({ course, file }) => ({
    path: `courses/${course.id}/files/file_ref/${file.migration_id}`,
    may: readers,
  }),
  'PUT /api/v1/files/{id}': ({ file }) => ({ path: `files/${file.id}`, may: managers }),
  'DELETE /api/v1/files/{id}': ({ file }) => ({ path: `files/${file.id}`, may: managers }),
  'GET /api/v1/files/{id}/icon_metadata': ({ file }) => ({
    path: `files/${file.id}/icon_metadata`,
    may: readers,
  }),
  'POST /api/v1/files/{id}/reset_verifier': ({ file }) => ({
    path: `files/${file.id}/reset_verifier`,
    may: rootAdmin,
  }),
  'POST /api/v1/folders/{dest_folder_id}/copy_file': ({ folder, file }) => ({
    path: `folders/${folder.id}/copy_file`,
    params: { source_file_id: file.id, on_duplicate: 'rename' },
    may: managers,
  }),
  'POST /api/v1/courses/{course_id}/files': ({ course }) => ({
    path: `courses/${course.id}/files`,
    params: { name: 'a.txt' },
    may: managers,
  }),
  'POST /api/v1/users/{user_id}/files': ({ people }) => ({
    path: `users/${people.student.id}/files`,
    params: { name: 'a.txt' },
    may: ['student'],
  }),
  'POST /api/v1/groups/{group_id}/files': ({ group }) => ({
    path: `groups/${group.id}/files`,
    params: { name: 'a.txt' },
    may: inGroup,
  }),
  'POST /api/v1/folders/{folder_id}/files': ({ folder }) => ({
    path: `folders/${folder.id}/files`,
    params: { name: 'a.txt' },
    may: managers,
  }),
  // Whoever knows the uuid: here nothing waits, which is a 400 for all.
  'GET /api/v1/files/{id}/create_success': ({ file }) => ({
    path: `files/${file.id}/create_success`,
    params: { uuid: file.uuid },
    may: everybody,
  }),
  'POST /api/v1/files/{id}/create_success': ({ file }) => ({
    path: `files/${file.id}/create_success`,
    params: { uuid: file.uuid },
    may: everybody,
  }),
  'GET /api/v1/files/{id}/{uuid}/status': ({ file }) => ({
    path: `files/${file.id}/${file.uuid}/status`,
    may: everybody,
  }),
  'GET /files/{id}/download': ({ file }) => ({ path: `/files/${file.id}/download`, may: readers }),
  'GET /courses/{course_id}/files/{id}/download': ({ course, file }) => ({
    path: `/courses/${course.id}/files/${file.id}/download`,
    may: readers,
  }),
  'GET /users/{user_id}/files/{id}/download': ({ people }) => ({
    path: `/users/${people.student.id}/files/${missing}/download`,
    may: [],
  }),
  'GET /courses/{course_id}/files/{id}/file_preview': ({ course, file }) => ({
    path: `/courses/${course.id}/files/${file.id}/file_preview`,
    may: readers,
  }),
  'GET /users/{user_id}/files/{id}/file_preview': ({ people }) => ({
    path: `/users/${people.student.id}/files/${missing}/file_preview`,
    may: [],
  }),
  'GET /images/thumbnails/{id}/{uuid}': ({ file }) => ({
    path: `/images/thumbnails/${file.id}/${file.uuid}`,
    may: everybody,
  }),
  'GET /images/thumbnails/show/{id}/{uuid}': ({ file }) => ({
    path: `/images/thumbnails/show/${file.id}/${file.uuid}`,
    may: everybody,
  }),
} satisfies WhoMay;
