/** Every operation that Easel has. A resource is a folder and a line here. */
import type { Operation } from '../http/operation.ts';
import accounts from './accounts/index.ts';
import activityStream from './activity-stream/index.ts';
import admins from './admins/index.ts';
import audit from './audit/index.ts';
import courseCopies from './course-copies/index.ts';
import courseNicknames from './course-nicknames/index.ts';
import courseSettings from './course-settings/index.ts';
import courseUsers from './course-users/index.ts';
import courses from './courses/index.ts';
import customData from './custom-data/index.ts';
import developerKeys from './developer-keys/index.ts';
import enrollments from './enrollments/index.ts';
import errorReports from './error-reports/index.ts';
import favorites from './favorites/index.ts';
import files from './files/index.ts';
import folders from './folders/index.ts';
import logins from './logins/index.ts';
import observees from './observees/index.ts';
import pageViews from './page-views/index.ts';
import preferences from './preferences/index.ts';
import progress from './progress/index.ts';
import roles from './roles/index.ts';
import scopes from './scopes/index.ts';
import sections from './sections/index.ts';
import tabs from './tabs/index.ts';
import terms from './terms/index.ts';
import tokens from './tokens/index.ts';
import usageRights from './usage-rights/index.ts';
import users from './users/index.ts';

export const operationTable: readonly Operation[] = [
  ...accounts,
  ...activityStream,
  ...admins,
  ...audit,
  ...courseCopies,
  ...courseNicknames,
  ...courseSettings,
  ...courseUsers,
  ...courses,
  ...customData,
  ...developerKeys,
  ...enrollments,
  ...errorReports,
  ...favorites,
  ...files,
  ...folders,
  ...logins,
  ...observees,
  ...pageViews,
  ...preferences,
  ...progress,
  ...roles,
  ...scopes,
  ...sections,
  ...tabs,
  ...terms,
  ...tokens,
  ...usageRights,
  ...users,
];
