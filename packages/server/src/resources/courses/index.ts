/**
 * Courses: https://canvas.instructure.com/doc/api/courses.html
 * Differences from Canvas: docs/differences.md, "Courses".
 *
 * What rests on content that Easel doesn't have yet is answered as Canvas answers it of a course without any: no
 * quiz was migrated.
 */

import bulkUpdate from './bulk-update.ts';
import bulkUserProgress from './bulk-user-progress.ts';
import create from './create.ts';
import destroy from './destroy.ts';
import dismissMigrationLimitation from './dismiss-migration-limitation.ts';
import effectiveDueDates from './effective-due-dates.ts';
import list from './list.ts';
import listInAccount from './list-in-account.ts';
import listOfUser from './list-of-user.ts';
import permissions from './permissions.ts';
import previewHtml from './preview-html.ts';
import resetContent from './reset-content.ts';
import restoreVersion from './restore-version.ts';
import show from './show.ts';
import showInAccount from './show-in-account.ts';
import update from './update.ts';
import userProgress from './user-progress.ts';

export default [
  listInAccount,
  list,
  listOfUser,
  userProgress,
  create,
  previewHtml,
  destroy,
  show,
  showInAccount,
  update,
  bulkUpdate,
  resetContent,
  effectiveDueDates,
  permissions,
  bulkUserProgress,
  dismissMigrationLimitation,
  restoreVersion,
];
