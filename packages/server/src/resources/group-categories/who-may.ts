import { admins, members, staff, type WhoMay } from '../../../testing/who-may.ts';

const managers = [...staff, ...admins];
const ofCategory = (tail: string, may: typeof managers, params?: object) =>
  (({ groupCategory }) => ({
    path: `group_categories/${groupCategory.id}${tail}`,
    ...(params && { params }),
    may,
  })) satisfies NonNullable<WhoMay['GET /api/v1/courses/{id}']>;

export default {
  'GET /api/v1/accounts/{account_id}/group_categories': ({ college }) => ({
    path: `accounts/${college.id}/group_categories`,
    may: admins,
  }),
  'GET /api/v1/courses/{course_id}/group_categories': ({ course }) => ({
    path: `courses/${course.id}/group_categories`,
    may: managers,
  }),
  'GET /api/v1/group_categories/{group_category_id}': ofCategory('', managers),
  'POST /api/v1/accounts/{account_id}/group_categories': ({ college }) => ({
    path: `accounts/${college.id}/group_categories`,
    params: { name: 'Labs' },
    may: admins,
  }),
  'POST /api/v1/courses/{course_id}/group_categories': ({ course }) => ({
    path: `courses/${course.id}/group_categories`,
    params: { name: 'Labs' },
    may: managers,
  }),
  // Differentiation tags are off unless the institution turns them on.
  'POST /api/v1/courses/{course_id}/group_categories/bulk_manage_differentiation_tag': ({ course }) => ({
    path: `courses/${course.id}/group_categories/bulk_manage_differentiation_tag`,
    params: { operations: { create: [{ name: 'x' }] }, group_category: { name: 'y' } },
    may: [],
  }),
  'POST /api/v1/courses/{course_id}/group_categories/import_tags': ({ course }) => ({
    path: `courses/${course.id}/group_categories/import_tags`,
    may: [],
  }),
  'GET /api/v1/courses/{course_id}/group_categories/export_tags': ({ course }) => ({
    path: `courses/${course.id}/group_categories/export_tags`,
    may: [],
  }),
  'POST /api/v1/group_categories/{group_category_id}/import': ofCategory('/import', managers),
  'PUT /api/v1/group_categories/{group_category_id}': ofCategory('', managers, { name: 'Labs' }),
  'DELETE /api/v1/group_categories/{group_category_id}': ofCategory('', managers),
  'GET /api/v1/group_categories/{group_category_id}/groups': ofCategory('/groups', managers),
  'GET /api/v1/group_categories/{group_category_id}/export': ofCategory('/export', managers),
  'GET /api/v1/group_categories/{group_category_id}/users': ofCategory(
    '/users',
    [...members, ...admins].filter((name) => name !== 'observer'),
  ),
  'POST /api/v1/group_categories/{group_category_id}/assign_unassigned_members': ofCategory(
    '/assign_unassigned_members',
    managers,
    { sync: true },
  ),
} satisfies WhoMay;
