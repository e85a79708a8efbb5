import { admins, members, signedIn, staff, type WhoMay } from '../../../testing/who-may.ts';

const lookers = ['student', ...staff, ...admins] as const;
const mine = (path: string) => () => ({ path: `users/${path}`, may: signedIn });

export default {
  'GET /api/v1/users/self/activity_stream': mine('self/activity_stream'),
  'GET /api/v1/users/activity_stream': mine('activity_stream'),
  'GET /api/v1/users/self/activity_stream/summary': mine('self/activity_stream/summary'),
  'GET /api/v1/users/self/todo': mine('self/todo'),
  'GET /api/v1/users/self/todo_item_count': mine('self/todo_item_count'),
  'DELETE /api/v1/users/self/activity_stream/{id}': mine('self/activity_stream/1'),
  'DELETE /api/v1/users/self/activity_stream': mine('self/activity_stream'),
  'GET /api/v1/courses/{course_id}/activity_stream': ({ course }) => ({
    path: `courses/${course.id}/activity_stream`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/courses/{course_id}/activity_stream/summary': ({ course }) => ({
    path: `courses/${course.id}/activity_stream/summary`,
    may: [...members, ...admins],
  }),
  'GET /api/v1/groups/{group_id}/activity_stream': ({ group }) => ({
    path: `groups/${group.id}/activity_stream`,
    may: lookers,
  }),
  'GET /api/v1/groups/{group_id}/activity_stream/summary': ({ group }) => ({
    path: `groups/${group.id}/activity_stream/summary`,
    may: lookers,
  }),
  'GET /api/v1/courses/{course_id}/todo': ({ course }) => ({
    path: `courses/${course.id}/todo`,
    may: [...members, ...admins],
  }),
} satisfies WhoMay;
