import type { WhoMay } from '../../../testing/who-may.ts';

const managers = ['ta', 'designer', 'teacher', 'subAdmin', 'rootAdmin'] as const;
const readers = ['student', 'observer', ...managers] as const;
const self = ['student'] as const;
const selfAndAdmins = ['student', 'rootAdmin'] as const;
const named = { name: 'New' };

/** The student is a member of the group. */
const inGroup = ['student', 'ta', 'designer', 'teacher', 'subAdmin', 'rootAdmin'] as const;

export default {
  'GET /api/v1/folders/{id}/folders': ({ folder }) => ({
    path: `folders/${folder.id}/folders`,
    may: readers,
  }),
  'GET /api/v1/courses/{course_id}/folders': ({ course }) => ({
    path: `courses/${course.id}/folders`,
    may: readers,
  }),
  'GET /api/v1/users/{user_id}/folders': ({ people }) => ({
    path: `users/${people.student.id}/folders`,
    may: selfAndAdmins,
  }),
  'GET /api/v1/groups/{group_id}/folders': ({ group }) => ({
    path: `groups/${group.id}/folders`,
    may: inGroup,
  }),
  'GET /api/v1/courses/{course_id}/folders/by_path/{full_path}': ({ course, folder }) => ({
    path: `courses/${course.id}/folders/by_path/${folder.name}`,
    may: readers,
  }),
  'GET /api/v1/courses/{course_id}/folders/by_path': ({ course }) => ({
    path: `courses/${course.id}/folders/by_path`,
    may: readers,
  }),
  // There is no such folder, which is a 404 for all who get in.
  'GET /api/v1/groups/{group_id}/folders/by_path/{full_path}': ({ group }) => ({
    path: `groups/${group.id}/folders/by_path/a`,
    may: [],
  }),
  'GET /api/v1/groups/{group_id}/folders/by_path': ({ group }) => ({
    path: `groups/${group.id}/folders/by_path`,
    may: inGroup,
  }),
  'GET /api/v1/users/{user_id}/folders/by_path/{full_path}': ({ people }) => ({
    path: `users/${people.student.id}/folders/by_path/nowhere`,
    may: [],
  }),
  'GET /api/v1/users/{user_id}/folders/by_path': ({ people }) => ({
    path: `users/${people.student.id}/folders/by_path`,
    may: selfAndAdmins,
  }),
  'GET /api/v1/courses/{course_id}/folders/{id}': ({ course, folder }) => ({
    path: `courses/${course.id}/folders/${folder.id}`,
    may: readers,
  }),
  'GET /api/v1/groups/{group_id}/folders/{id}': ({ group, groupFolder }) => ({
    path: `groups/${group.id}/folders/${groupFolder.id}`,
    may: inGroup,
  }),
  'GET /api/v1/users/{user_id}/folders/{id}': ({ people }) => ({
    path: `users/${people.student.id}/folders/root`,
    may: selfAndAdmins,
  }),
  'GET /api/v1/folders/{id}': ({ folder }) => ({ path: `folders/${folder.id}`, may: readers }),
  'PUT /api/v1/folders/{id}': ({ folder }) => ({ path: `folders/${folder.id}`, may: managers }),
  'POST /api/v1/courses/{course_id}/folders': ({ course }) => ({
    path: `courses/${course.id}/folders`,
    params: named,
    may: managers,
  }),
  'POST /api/v1/users/{user_id}/folders': ({ people }) => ({
    path: `users/${people.student.id}/folders`,
    params: named,
    may: self,
  }),
  'POST /api/v1/groups/{group_id}/folders': ({ group }) => ({
    path: `groups/${group.id}/folders`,
    params: named,
    may: inGroup,
  }),
  'POST /api/v1/accounts/{account_id}/folders': ({ college }) => ({
    path: `accounts/${college.id}/folders`,
    params: named,
    may: ['subAdmin', 'rootAdmin'],
  }),
  'POST /api/v1/folders/{folder_id}/folders': ({ folder }) => ({
    path: `folders/${folder.id}/folders`,
    params: named,
    may: managers,
  }),
  'DELETE /api/v1/folders/{id}': ({ folder }) => ({
    path: `folders/${folder.id}`,
    params: { force: true },
    may: managers,
  }),
  'POST /api/v1/folders/{dest_folder_id}/copy_folder': ({ folder, emptyFolder }) => ({
    path: `folders/${folder.id}/copy_folder`,
    params: { source_folder_id: emptyFolder.id },
    may: managers,
  }),
  'GET /api/v1/courses/{course_id}/folders/media': ({ course }) => ({
    path: `courses/${course.id}/folders/media`,
    may: readers,
  }),
  'GET /api/v1/groups/{group_id}/folders/media': ({ group }) => ({
    path: `groups/${group.id}/folders/media`,
    may: inGroup,
  }),
} satisfies WhoMay;
