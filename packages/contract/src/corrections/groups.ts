import type { Correction } from '../corrections.ts';
import { flag, integer, oneOf, someOf, text, texts } from './params.ts';

const groups = 'app/controllers/groups_controller.rb';
const memberships = 'app/controllers/group_memberships_controller.rb';
const categories = 'app/controllers/group_categories_controller.rb';
const groupJson = 'lib/api/v1/group.rb';

const groupIncludes = someOf(
  'users',
  'group_category',
  'permissions',
  'favorites',
  'html_url',
  'tabs',
  'can_access',
  'can_message',
);

export const groupCorrections: readonly Correction[] = [
  {
    operations: [
      'GET /api/v1/courses/{course_id}/groups',
      'GET /api/v1/accounts/{account_id}/groups',
      'GET /api/v1/users/self/groups',
      'GET /api/v1/groups/{group_id}',
    ],
    because: 'The JSON of a group knows more includes than each page lists.',
    source: groupJson,
    params: { include: groupIncludes },
  },
  {
    operations: ['GET /api/v1/courses/{course_id}/groups', 'GET /api/v1/accounts/{account_id}/groups'],
    because: 'Read for the pages: groups or members by name, the groups of one user, inactive members.',
    source: `${groups} context_index`,
    params: { filter: text, user_id: text, include_inactive_users: flag, section_restricted: flag },
  },
  {
    operations: ['POST /api/v1/groups', 'POST /api/v1/group_categories/{group_category_id}/groups'],
    because: 'A limit can be set, and whom to invite: ids of users as names with a value other than 0.',
    source: `${groups} create`,
    params: { max_membership: integer, invitees: { type: 'JSONValue' } },
  },
  {
    operations: ['PUT /api/v1/groups/{group_id}'],
    because: 'A limit and a leader can be set; the members are ids.',
    source: `${groups} update`,
    params: { max_membership: integer, 'leader[id]': integer },
  },
  {
    operations: [
      'GET /api/v1/groups/{group_id}/users',
      'GET /api/v1/group_categories/{group_category_id}/users',
    ],
    because: 'Takes the includes of user lists.',
    source: `${groups} users; ${categories} users`,
    params: { include: texts, exclude: texts },
  },
  {
    operations: [
      'PUT /api/v1/groups/{group_id}/memberships/{membership_id}',
      'PUT /api/v1/groups/{group_id}/users/{user_id}',
    ],
    because: 'A flag.',
    source: `${memberships} update`,
    params: { moderator: flag },
  },
  {
    operations: [
      'POST /api/v1/courses/{course_id}/group_categories',
      'POST /api/v1/accounts/{account_id}/group_categories',
      'PUT /api/v1/group_categories/{group_category_id}',
    ],
    because: 'The pages send the same as flags, and can make groups of a size rather than a number of them.',
    source: 'app/models/group_categories/params.rb',
    params: {
      split_group_count: integer,
      create_group_member_count: integer,
      split_groups: oneOf('0', '1'),
      enable_self_signup: flag,
      restrict_self_signup: flag,
      enable_auto_leader: flag,
      auto_leader_type: oneOf('first', 'random'),
      assign_async: flag,
      includes: someOf('groups_count', 'unassigned_users_count', 'groups'),
    },
  },
  {
    operations: [
      'GET /api/v1/courses/{course_id}/group_categories',
      'GET /api/v1/accounts/{account_id}/group_categories',
      'GET /api/v1/group_categories/{group_category_id}',
    ],
    because: 'Counts and groups come on request, under this name.',
    source: `${categories} index, show`,
    params: { includes: someOf('groups_count', 'unassigned_users_count', 'groups') },
  },
  {
    operations: ['POST /api/v1/courses/{course_id}/group_categories/bulk_manage_differentiation_tag'],
    because: 'The hashes have the keys that the page describes.',
    source: `${categories} bulk_manage_differentiation_tag`,
    params: {
      operations: null,
      'operations[create][][name]': text,
      'operations[update][][id]': integer,
      'operations[update][][name]': text,
      'operations[delete][][id]': integer,
      group_category: null,
      'group_category[id]': text,
      'group_category[name]': text,
    },
  },
  {
    operations: [
      'POST /api/v1/courses/{course_id}/group_categories/import_tags',
      'POST /api/v1/group_categories/{group_category_id}/import',
    ],
    because: 'The extension may be said of a table that is sent as the body.',
    source: `${categories} body_file`,
    params: { extension: text },
  },
];
