/** Every operation that Easel has. A resource is a folder and a line here. */
import type { Operation } from '../http/operation.ts';
import accountCalendars from './account-calendars/index.ts';
import accounts from './accounts/index.ts';
import activityStream from './activity-stream/index.ts';
import admins from './admins/index.ts';
import announcements from './announcements/index.ts';
import appointmentGroups from './appointment-groups/index.ts';
import assignmentExtensions from './assignment-extensions/index.ts';
import assignmentGroups from './assignment-groups/index.ts';
import assignmentOverrides from './assignment-overrides/index.ts';
import assignments from './assignments/index.ts';
import audit from './audit/index.ts';
import calendarEvents from './calendar-events/index.ts';
import contentExports from './content-exports/index.ts';
import contentMigrations from './content-migrations/index.ts';
import conversations from './conversations/index.ts';
import courseCopies from './course-copies/index.ts';
import courseNicknames from './course-nicknames/index.ts';
import courseSettings from './course-settings/index.ts';
import courseUsers from './course-users/index.ts';
import courses from './courses/index.ts';
import customData from './custom-data/index.ts';
import customGradebookColumns from './custom-gradebook-columns/index.ts';
import developerKeys from './developer-keys/index.ts';
import discussionEntries from './discussion-entries/index.ts';
import discussionTopics from './discussion-topics/index.ts';
import enrollments from './enrollments/index.ts';
import errorReports from './error-reports/index.ts';
import externalFeeds from './external-feeds/index.ts';
import favorites from './favorites/index.ts';
import files from './files/index.ts';
import folders from './folders/index.ts';
import gradebookHistory from './gradebook-history/index.ts';
import gradingPeriodSets from './grading-period-sets/index.ts';
import gradingPeriods from './grading-periods/index.ts';
import gradingStandards from './grading-standards/index.ts';
import groupCategories from './group-categories/index.ts';
import groups from './groups/index.ts';
import latePolicies from './late-policies/index.ts';
import learningObjectDates from './learning-object-dates/index.ts';
import logins from './logins/index.ts';
import moduleItems from './module-items/index.ts';
import modules from './modules/index.ts';
import observees from './observees/index.ts';
import outcomeGroups from './outcome-groups/index.ts';
import outcomeImports from './outcome-imports/index.ts';
import outcomeProficiency from './outcome-proficiency/index.ts';
import outcomeResults from './outcome-results/index.ts';
import outcomes from './outcomes/index.ts';
import pageViews from './page-views/index.ts';
import pages from './pages/index.ts';
import peerReviews from './peer-reviews/index.ts';
import planner from './planner/index.ts';
import preferences from './preferences/index.ts';
import progress from './progress/index.ts';
import roles from './roles/index.ts';
import rubricAssessments from './rubric-assessments/index.ts';
import rubricAssociations from './rubric-associations/index.ts';
import rubrics from './rubrics/index.ts';
import scopes from './scopes/index.ts';
import sections from './sections/index.ts';
import submissionComments from './submission-comments/index.ts';
import submissions from './submissions/index.ts';
import tabs from './tabs/index.ts';
import terms from './terms/index.ts';
import tokens from './tokens/index.ts';
import usageRights from './usage-rights/index.ts';
import users from './users/index.ts';

export const operationTable: readonly Operation[] = [
  ...accountCalendars,
  ...accounts,
  ...activityStream,
  ...admins,
  ...announcements,
  ...appointmentGroups,
  ...assignmentExtensions,
  ...assignmentGroups,
  ...assignmentOverrides,
  ...assignments,
  ...audit,
  ...calendarEvents,
  ...contentExports,
  ...contentMigrations,
  ...conversations,
  ...courseCopies,
  ...courseNicknames,
  ...courseSettings,
  ...courseUsers,
  ...courses,
  ...customData,
  ...customGradebookColumns,
  ...developerKeys,
  ...discussionEntries,
  ...discussionTopics,
  ...enrollments,
  ...errorReports,
  ...externalFeeds,
  ...favorites,
  ...files,
  ...folders,
  ...gradebookHistory,
  ...gradingPeriodSets,
  ...gradingPeriods,
  ...gradingStandards,
  ...groupCategories,
  ...groups,
  ...latePolicies,
  ...learningObjectDates,
  ...logins,
  ...moduleItems,
  ...modules,
  ...observees,
  ...outcomeGroups,
  ...outcomeImports,
  ...outcomeProficiency,
  ...outcomeResults,
  ...outcomes,
  ...pageViews,
  ...pages,
  ...peerReviews,
  ...planner,
  ...preferences,
  ...progress,
  ...roles,
  ...rubricAssessments,
  ...rubricAssociations,
  ...rubrics,
  ...scopes,
  ...sections,
  ...submissionComments,
  ...submissions,
  ...tabs,
  ...terms,
  ...tokens,
  ...usageRights,
  ...users,
];
