/**
 * Group categories, the sets that groups are in: https://canvas.instructure.com/doc/api/group_categories.html
 * Differences from Canvas: docs/differences.md, "Groups". Making a group in one is in resources/groups.
 */
import assign from './assign.ts';
import create from './create.ts';
import destroy from './destroy.ts';
import exportGroups from './export.ts';
import exportTags from './export-tags.ts';
import { importGroups, importTags } from './import.ts';
import list from './list.ts';
import listGroups from './list-groups.ts';
import listUsers from './list-users.ts';
import manageTags from './manage-tags.ts';
import show from './show.ts';
import update from './update.ts';

export default [
  ...list,
  show,
  ...create,
  manageTags,
  importTags,
  importGroups,
  update,
  destroy,
  listGroups,
  exportGroups,
  exportTags,
  listUsers,
  assign,
];
