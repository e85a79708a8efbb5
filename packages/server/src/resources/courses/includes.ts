/**
 * `include[]` of courses. What rests on content that Easel doesn't have yet (modules)
 * gives what Canvas gives of a course without any.
 */
import type { CourseRow } from '../../domain/course-access.ts';
import { withAbsoluteLinks } from '../../domain/html.ts';
import type { Context } from '../../http/context.ts';
import type { IncludeLoader, IncludeLoaders } from '../../http/includes.ts';
import type { ShownEnrollment } from './enrollments-field.ts';
import { currentGradingPeriodScores, gradingPeriods, gradingScheme } from './grading-includes.ts';
import {
  account,
  accountName,
  bannerImage,
  concluded,
  courseImage,
  favorites,
  needsGradingCount,
  permissions,
  progress,
  sections,
  storageQuotaUsed,
  subaccount,
  syllabusVersions,
  tabs,
  teachers,
  templatedAccounts,
  term,
  totalStudents,
} from './include-loaders.ts';
import type { Course } from './schema.ts';

export interface CourseView {
  includes?: readonly CourseInclude[];
  /** The enrollments that each course is shown with; `enrollments[]` is absent where none are given. */
  enrollments?: ReadonlyMap<number, readonly ShownEnrollment[]>;
  /** `include[]` as it was asked: `total_scores` and `current_grading_period_scores` are the enrollments'. */
  scores?: readonly string[];
  /** More teachers than this become `teacher_count`. */
  teacherLimit?: number | null | undefined;
  /** Leaves the name as it is where elsewhere a friendly name stands in its place: the lists of accounts. */
  keepsName?: boolean;
}

/** Columns that a request may ask for by name. */
type ColumnInclude =
  | 'license'
  | 'grade_passback_setting'
  | 'open_enrollment'
  | 'self_enrollment'
  | 'conclude_at'
  | 'allow_student_assignment_edits'
  | 'allow_wiki_comments'
  | 'allow_student_forum_attachments'
  | 'lti_context_id'
  | 'public_description'
  | 'self_enrollment_code';

export type CourseInclude =
  | ColumnInclude
  | 'account'
  | 'account_name'
  | 'banner_image'
  | 'concluded'
  | 'course_image'
  | 'course_progress'
  | 'current_grading_period_scores'
  | 'favorites'
  | 'grading_periods'
  | 'grading_scheme'
  | 'html_url'
  | 'needs_grading_count'
  | 'passback_status'
  | 'permissions'
  | 'restrict_quantitative_data'
  | 'sections'
  | 'storage_quota_used_mb'
  | 'subaccount'
  | 'syllabus_body'
  | 'syllabus_versions'
  | 'tabs'
  | 'teachers'
  | 'templated_accounts'
  | 'term'
  | 'total_students';

export type Loader = IncludeLoader<CourseRow, Partial<Course>, CourseView>;

/** An include that needs nothing but the row. */
const ofRow =
  (fields: (course: CourseRow, ctx: Context) => Partial<Course>): Loader =>
  async (ctx) =>
  (course) =>
    fields(course, ctx);

const column = (name: ColumnInclude): Loader => ofRow((course) => ({ [name]: course[name] }));

export const courseIncludes: IncludeLoaders<CourseInclude, CourseRow, Partial<Course>, CourseView> = {
  license: column('license'),
  grade_passback_setting: column('grade_passback_setting'),
  open_enrollment: column('open_enrollment'),
  self_enrollment: column('self_enrollment'),
  conclude_at: column('conclude_at'),
  allow_student_assignment_edits: column('allow_student_assignment_edits'),
  allow_wiki_comments: column('allow_wiki_comments'),
  allow_student_forum_attachments: column('allow_student_forum_attachments'),
  lti_context_id: column('lti_context_id'),
  public_description: column('public_description'),
  self_enrollment_code: column('self_enrollment_code'),
  account,
  account_name: accountName,
  banner_image: bannerImage,
  concluded,
  course_image: courseImage,
  course_progress: progress,
  current_grading_period_scores: currentGradingPeriodScores,
  favorites,
  grading_periods: gradingPeriods,
  grading_scheme: gradingScheme,
  html_url: ofRow((course, ctx) => ({ html_url: ctx.url(`/courses/${course.id}`) })),
  needs_grading_count: needsGradingCount,
  passback_status: ofRow(() => ({ passback_status: null })),
  permissions,
  // Behind a feature that is off.
  restrict_quantitative_data: ofRow(() => ({ restrict_quantitative_data: false })),
  sections,
  storage_quota_used_mb: storageQuotaUsed,
  subaccount,
  syllabus_body: ofRow(({ syllabus_body }, ctx) => ({
    syllabus_body: syllabus_body && withAbsoluteLinks(syllabus_body, (path) => ctx.url(path)),
  })),
  syllabus_versions: syllabusVersions,
  tabs,
  teachers,
  templated_accounts: templatedAccounts,
  term,
  total_students: totalStudents,
};
