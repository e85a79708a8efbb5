/**
 * Assignments: https://canvas.instructure.com/doc/api/assignments.html; their overrides are in assignment-overrides.
 *
 * Rubrics, discussions and modules of an assignment come from their own resources (attached.ts). Moderated grading is
 * stored and shown; the pages that work with it are the resource of that name.
 */

import bulkUpdate from './bulk-update.ts';
import create from './create.ts';
import destroy from './destroy.ts';
import duplicate from './duplicate.ts';
import groupMembers from './group-members.ts';
import list from './list.ts';
import listInGroup from './list-in-group.ts';
import listOfUser from './list-of-user.ts';
import show from './show.ts';
import update from './update.ts';

export default [
  destroy,
  list,
  listInGroup,
  listOfUser,
  duplicate,
  groupMembers,
  show,
  create,
  update,
  bulkUpdate,
];
