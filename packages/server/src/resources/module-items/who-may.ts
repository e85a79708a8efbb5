import { admins, members, type Stage, staff, type WhoMay } from '../../../testing/who-may.ts';

const editors = [...staff, ...admins];
const readers = [...members, ...admins];

const items = ({ course, module }: Stage) => `courses/${course.id}/modules/${module.id}/items`;
const theItem = (stage: Stage) => `${items(stage)}/${stage.moduleItem.id}`;

export default {
  'GET /api/v1/courses/{course_id}/modules/{module_id}/items': (stage) => ({
    path: items(stage),
    may: readers,
  }),
  'GET /api/v1/courses/{course_id}/modules/{module_id}/items/{id}': (stage) => ({
    path: theItem(stage),
    may: readers,
  }),
  'POST /api/v1/courses/{course_id}/modules/{module_id}/items': (stage) => ({
    path: items(stage),
    params: { module_item: { type: 'SubHeader', title: 'Reading' } },
    may: editors,
  }),
  'PUT /api/v1/courses/{course_id}/modules/{module_id}/items/{id}': (stage) => ({
    path: theItem(stage),
    params: { module_item: { indent: 1 } },
    may: editors,
  }),
  'DELETE /api/v1/courses/{course_id}/modules/{module_id}/items/{id}': (stage) => ({
    path: theItem(stage),
    may: editors,
  }),
  'PUT /api/v1/courses/{course_id}/modules/{module_id}/items/{id}/done': (stage) => ({
    path: `${theItem(stage)}/done`,
    may: readers,
  }),
  'DELETE /api/v1/courses/{course_id}/modules/{module_id}/items/{id}/done': (stage) => ({
    path: `${theItem(stage)}/done`,
    may: readers,
  }),
  'POST /api/v1/courses/{course_id}/modules/{module_id}/items/{id}/mark_read': (stage) => ({
    path: `${theItem(stage)}/mark_read`,
    may: readers,
  }),
  // Mastery paths are off, of which only those are told who might choose.
  'POST /api/v1/courses/{course_id}/modules/{module_id}/items/{id}/select_mastery_path': (stage) => ({
    path: `${theItem(stage)}/select_mastery_path`,
    may: ['student', 'ta', 'designer', 'teacher', ...admins],
  }),
  // It leads to a page, which can't be followed so; whoever gets in is told that.
  'GET /api/v1/courses/{course_id}/module_item_redirect/{id}': ({ course, moduleItem }) => ({
    path: `courses/${course.id}/module_item_redirect/${moduleItem.id}`,
    may: readers,
  }),
  'GET /api/v1/courses/{course_id}/module_item_sequence': ({ course, moduleItem }) => ({
    path: `courses/${course.id}/module_item_sequence`,
    params: { asset_type: 'ModuleItem', asset_id: moduleItem.id },
    may: readers,
  }),
} satisfies WhoMay;
