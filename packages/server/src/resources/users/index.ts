/**
 * Users: https://canvas.instructure.com/doc/api/users.html
 * Differences from Canvas: docs/differences.md, "Users". Pictures are Gravatar's or an address, since users have no files.
 */
import avatars from './avatars.ts';
import bulkDestroy from './bulk-destroy.ts';
import bulkUpdate from './bulk-update.ts';
import create from './create.ts';
import destroyInAccount from './destroy-in-account.ts';
import expireAllMobileSessions from './expire-all-mobile-sessions.ts';
import expireMobileSessions from './expire-mobile-sessions.ts';
import gradedSubmissions from './graded-submissions.ts';
import listInAccount from './list-in-account.ts';
import mergeInto from './merge-into.ts';
import mergeIntoInAccount from './merge-into-in-account.ts';
import missingSubmissions from './missing-submissions.ts';
import profile from './profile.ts';
import restore from './restore.ts';
import selfRegister from './self-register.ts';
import show from './show.ts';
import split from './split.ts';
import temporaryEnrollmentStatus from './temporary-enrollment-status.ts';
import terminateSessions from './terminate-sessions.ts';
import update from './update.ts';

export default [
  listInAccount,
  missingSubmissions,
  show,
  create,
  selfRegister,
  update,
  terminateSessions,
  expireMobileSessions,
  expireAllMobileSessions,
  mergeInto,
  mergeIntoInAccount,
  split,
  gradedSubmissions,
  profile,
  avatars,
  destroyInAccount,
  bulkDestroy,
  bulkUpdate,
  restore,
  temporaryEnrollmentStatus,
];
