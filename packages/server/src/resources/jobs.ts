/** Every kind of background job that Easel has. A job that isn't listed here doesn't run. */
import { exportJob } from '../domain/copying/export-job.ts';
import { migrationJob } from '../domain/copying/migration-job.ts';
import { fetchFeedJob } from '../domain/feed-fetching.ts';
import { recomputeCoursesJob } from '../domain/grading/recompute-courses-job.ts';
import { uploadByUrlJob } from '../domain/upload-by-url-job.ts';
import type { AnyJob } from '../jobs/job.ts';
import { bulkUpdateDatesJob } from './assignments/bulk-update-job.ts';
import { timetableJob } from './calendar-events/timetable-job.ts';
import { batchJob as conversationBatchJob } from './conversations/batch-job.ts';
import { bulkUpdateJob as bulkUpdateConversationsJob } from './conversations/bulk-update-job.ts';
import { bulkUpdateJob } from './courses/bulk-update-job.ts';
import { bulkUpdateDataJob } from './custom-gradebook-columns/bulk-update-job.ts';
import { bulkEnrollJob } from './enrollments/bulk-enroll-job.ts';
import { assignJob } from './group-categories/assign-job.ts';
import { importJob as importGroupsJob } from './group-categories/import-job.ts';
import { importOutcomeGroupJob } from './outcome-groups/import-job.ts';
import { outcomeImportJob } from './outcome-imports/import-job.ts';
import { rubricImportJob } from './rubrics/import-job.ts';
import { gradeManyJob } from './submissions/grade-many-job.ts';
import {
  bulkDeleteJob as bulkDeleteUsersJob,
  bulkUpdateJob as bulkUpdateUsersJob,
} from './users/bulk-jobs.ts';

export const jobTable: readonly AnyJob[] = [
  bulkEnrollJob,
  bulkUpdateJob,
  conversationBatchJob,
  bulkUpdateConversationsJob,
  fetchFeedJob,
  assignJob,
  importGroupsJob,
  bulkUpdateDatesJob,
  timetableJob,
  bulkDeleteUsersJob,
  bulkUpdateUsersJob,
  recomputeCoursesJob,
  bulkUpdateDataJob,
  uploadByUrlJob,
  migrationJob,
  exportJob,
  gradeManyJob,
  importOutcomeGroupJob,
  outcomeImportJob,
  rubricImportJob,
];
