import { admins, members, signedIn, staff, type WhoMay } from '../../../testing/who-may.ts';

/** Who may look into the group: its member, and who sees all groups of the course. */
const lookers = ['student', ...staff, ...admins] as const;
const managers = [...staff, ...admins];

export default {
  'GET /api/v1/users/self/groups': () => ({ path: 'users/self/groups', may: signedIn }),
  'GET /api/v1/accounts/{account_id}/groups': ({ college }) => ({
    path: `accounts/${college.id}/groups`,
    may: admins,
  }),
  'GET /api/v1/courses/{course_id}/groups': ({ course }) => ({
    path: `courses/${course.id}/groups`,
    may: [...members, ...admins].filter((name) => name !== 'observer'),
  }),
  // Differentiation tags are off unless the institution turns them on.
  'GET /api/v1/courses/{course_id}/bulk_user_tags': ({ course, fellow }) => ({
    path: `courses/${course.id}/bulk_user_tags`,
    params: { 'user_ids[]': [fellow.id] },
    may: [],
  }),
  'GET /api/v1/groups/{group_id}': ({ group }) => ({ path: `groups/${group.id}`, may: lookers }),
  'POST /api/v1/groups': () => ({ path: 'groups', params: { name: 'Chess' }, may: signedIn }),
  'POST /api/v1/group_categories/{group_category_id}/groups': ({ groupCategory }) => ({
    path: `group_categories/${groupCategory.id}/groups`,
    may: managers,
  }),
  'PUT /api/v1/groups/{group_id}': ({ group }) => ({
    path: `groups/${group.id}`,
    params: { name: 'Chess' },
    may: managers,
  }),
  'DELETE /api/v1/groups/{group_id}': ({ group }) => ({ path: `groups/${group.id}`, may: managers }),
  'POST /api/v1/groups/{group_id}/invite': ({ group }) => ({
    path: `groups/${group.id}/invite`,
    params: { invitees: ['new@easel.example'] },
    may: managers,
  }),
  'GET /api/v1/groups/{group_id}/users': ({ group }) => ({ path: `groups/${group.id}/users`, may: lookers }),
  'POST /api/v1/groups/{group_id}/preview_html': ({ group }) => ({
    path: `groups/${group.id}/preview_html`,
    params: { html: 'x' },
    may: lookers,
  }),
  'GET /api/v1/groups/{group_id}/permissions': ({ group }) => ({
    path: `groups/${group.id}/permissions`,
    may: lookers,
  }),
  'GET /api/v1/groups/{group_id}/memberships': ({ group }) => ({
    path: `groups/${group.id}/memberships`,
    may: lookers,
  }),
  'GET /api/v1/groups/{group_id}/memberships/{membership_id}': ({ group, membership }) => ({
    path: `groups/${group.id}/memberships/${membership.id}`,
    may: lookers,
  }),
  'GET /api/v1/groups/{group_id}/users/{user_id}': ({ group, fellow }) => ({
    path: `groups/${group.id}/users/${fellow.id}`,
    may: lookers,
  }),
  'POST /api/v1/groups/{group_id}/memberships': ({ group, people }) => ({
    path: `groups/${group.id}/memberships`,
    params: { user_id: people.student.id },
    may: managers,
  }),
  'PUT /api/v1/groups/{group_id}/memberships/{membership_id}': ({ group, membership }) => ({
    path: `groups/${group.id}/memberships/${membership.id}`,
    params: { moderator: true },
    may: managers,
  }),
  'PUT /api/v1/groups/{group_id}/users/{user_id}': ({ group, fellow }) => ({
    path: `groups/${group.id}/users/${fellow.id}`,
    params: { moderator: true },
    may: managers,
  }),
  'DELETE /api/v1/groups/{group_id}/memberships/{membership_id}': ({ group, membership }) => ({
    path: `groups/${group.id}/memberships/${membership.id}`,
    may: managers,
  }),
  'DELETE /api/v1/groups/{group_id}/users/{user_id}': ({ group, fellow }) => ({
    path: `groups/${group.id}/users/${fellow.id}`,
    may: managers,
  }),
  // Whoever may not is told so of each membership.
  'DELETE /api/v1/groups/{group_id}/users': ({ group, fellow }) => ({
    path: `groups/${group.id}/users`,
    params: { 'user_ids[]': [fellow.id] },
    may: signedIn,
  }),
} satisfies WhoMay;
