/**
 * Accounts: https://canvas.instructure.com/doc/api/accounts.html
 * Differences from Canvas: docs/differences.md, "Accounts and terms".
 *
 * Not here yet, and so answered as Canvas does without them: the features course_templates (so `course_template_id`
 * is stored and not shown), course_paces, password_complexity and horizon_course_setting (their settings are ignored),
 * and Microsoft Teams sync (its settings are refused, as where the feature is off).
 */
import createRootAccount from './create-root-account.ts';
import createSubAccount from './create-sub-account.ts';
import destroySubAccount from './destroy-sub-account.ts';
import environment from './environment.ts';
import helpLinks from './help-links.ts';
import list from './list.ts';
import listCourseAccounts from './list-course-accounts.ts';
import listCourseCreation from './list-course-creation.ts';
import listManageable from './list-manageable.ts';
import listSubAccounts from './list-sub-accounts.ts';
import permissions from './permissions.ts';
import show from './show.ts';
import showManuallyCreatedCourses from './show-manually-created-courses.ts';
import showSettings from './show-settings.ts';
import showTermsOfService from './show-terms-of-service.ts';
import update from './update.ts';

export default [
  list,
  listManageable,
  listCourseCreation,
  listCourseAccounts,
  show,
  showSettings,
  environment,
  permissions,
  listSubAccounts,
  showTermsOfService,
  helpLinks,
  showManuallyCreatedCourses,
  update,
  createRootAccount,
  createSubAccount,
  destroySubAccount,
];
