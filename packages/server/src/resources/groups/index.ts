/**
 * Groups and their memberships: https://canvas.instructure.com/doc/api/groups.html
 * Differences from Canvas: docs/differences.md, "Groups". Files of groups are in resources/files.
 */
import { createCommunity, createInCategory } from './create.ts';
import destroy from './destroy.ts';
import invite from './invite.ts';
import join from './join.ts';
import leave from './leave.ts';
import list from './list.ts';
import listMemberships from './list-memberships.ts';
import listOfUser from './list-of-user.ts';
import listUsers from './list-users.ts';
import permissions from './permissions.ts';
import previewHtml from './preview-html.ts';
import removeMembers from './remove-members.ts';
import show from './show.ts';
import showMembership from './show-membership.ts';
import tagsOfUsers from './tags-of-users.ts';
import update from './update.ts';
import updateMembership from './update-membership.ts';

export default [
  listOfUser,
  ...list,
  tagsOfUsers,
  show,
  createCommunity,
  createInCategory,
  update,
  destroy,
  invite,
  listUsers,
  previewHtml,
  permissions,
  listMemberships,
  ...showMembership,
  join,
  ...updateMembership,
  ...leave,
  removeMembers,
];
