import {
  Anything,
  Count,
  Decimal,
  Either,
  Flag,
  Id,
  List,
  MapOf,
  Nullable,
  OneOf,
  Optional,
  Shape,
  type Static,
  Text,
  Timestamp,
} from '../../http/schema.ts';
import { Account } from '../accounts/schema.ts';
import { Tabs } from '../tabs/schema.ts';
import { Term } from '../terms/schema.ts';
import { DisplayUser } from '../users/display.ts';

const Score = Optional(Nullable(Decimal));
const Grade = Optional(Nullable(Text));

/** `enrollments[]` of a course: the caller's own, or those of the user whose courses are listed. */
export const CourseEnrollment = Shape({
  type: OneOf('student', 'teacher', 'ta', 'observer', 'designer'),
  role: Text,
  role_id: Id,
  user_id: Id,
  enrollment_state: Text,
  limit_privileges_to_course_section: Flag,
  associated_user_id: Optional(Id),
  // include total_scores, current_grading_period_scores
  current_grading_period_id: Optional(Nullable(Id)),
  current_grading_period_title: Optional(Nullable(Text)),
  has_grading_periods: Optional(Flag),
  multiple_grading_periods_enabled: Optional(Flag),
  computed_current_grade: Grade,
  computed_current_score: Score,
  computed_current_letter_grade: Grade,
  computed_final_grade: Grade,
  computed_final_score: Score,
  unposted_current_score: Score,
  unposted_final_score: Score,
  unposted_current_grade: Grade,
  unposted_final_grade: Grade,
  totals_for_all_grading_periods_option: Optional(Flag),
  current_period_computed_current_score: Score,
  current_period_computed_final_score: Score,
  current_period_computed_current_grade: Grade,
  current_period_computed_final_grade: Grade,
  current_period_unposted_current_score: Score,
  current_period_unposted_final_score: Score,
  current_period_unposted_current_grade: Grade,
  current_period_unposted_final_grade: Grade,
});

/** Where a user stands in a course that is led by modules, or why that can't be said. */
export const CourseProgress = Either(
  Shape({
    requirement_count: Count,
    requirement_completed_count: Count,
    next_requirement_url: Nullable(Text),
    completed_at: Nullable(Timestamp),
  }),
  Shape({ error: Shape({ message: Text }) }),
);
export type CourseProgress = Static<typeof CourseProgress>;

export const CourseSection = Shape({
  id: Id,
  name: Text,
  start_at: Nullable(Timestamp),
  end_at: Nullable(Timestamp),
  enrollment_role: Optional(Text),
});

/** A syllabus as it was after a change; the newest is the present one. */
export const SyllabusVersion = Shape({
  version: Count,
  syllabus_body: Nullable(Text),
  created_at: Timestamp,
});

/**
 * In the order in which Canvas sends it (accounts file 3.2). Columns that a request may ask for stand where they
 * stand in Canvas's table.
 */
export const Course = Shape({
  id: Id,
  name: Text,
  account_id: Id,
  uuid: Text,
  start_at: Nullable(Timestamp),
  conclude_at: Optional(Nullable(Timestamp)),
  grading_standard_id: Nullable(Id),
  is_public: Flag,
  allow_student_assignment_edits: Optional(Flag),
  created_at: Timestamp,
  syllabus_body: Optional(Nullable(Text)),
  allow_student_forum_attachments: Optional(Flag),
  course_code: Text,
  default_view: Text,
  root_account_id: Id,
  enrollment_term_id: Id,
  open_enrollment: Optional(Flag),
  allow_wiki_comments: Optional(Flag),
  self_enrollment: Optional(Flag),
  license: Optional(Text),
  public_description: Optional(Nullable(Text)),
  self_enrollment_code: Optional(Nullable(Text)),
  lti_context_id: Optional(Text),
  grade_passback_setting: Optional(Nullable(Text)),
  end_at: Nullable(Timestamp),
  public_syllabus: Flag,
  public_syllabus_to_auth: Flag,
  storage_quota_mb: Count,
  is_public_to_auth_users: Flag,
  homeroom_course: Flag,
  course_color: Nullable(Text),
  friendly_name: Nullable(Text),
  storage_quota_used_mb: Optional(Decimal),
  permissions: Optional(Shape({ create_discussion_topic: Flag, create_announcement: Flag })),
  term: Optional(Term),
  grading_periods: Optional(Nullable(List(Anything))),
  course_progress: Optional(CourseProgress),
  apply_assignment_group_weights: Flag,
  sections: Optional(List(CourseSection)),
  total_students: Optional(Count),
  passback_status: Optional(Nullable(Anything)),
  is_favorite: Optional(Flag),
  teachers: Optional(List(DisplayUser)),
  teacher_count: Optional(Count),
  tabs: Optional(Tabs),
  locale: Optional(Text),
  account: Optional(Account),
  subaccount_id: Optional(Id),
  subaccount_name: Optional(Text),
  calendar: Shape({ ics: Text }),
  html_url: Optional(Text),
  time_zone: Nullable(Text),
  original_name: Optional(Text),
  image_download_url: Optional(Nullable(Text)),
  banner_image_download_url: Optional(Nullable(Text)),
  concluded: Optional(Flag),
  blueprint: Flag,
  blueprint_restrictions: Optional(MapOf(Flag)),
  blueprint_restrictions_by_object_type: Optional(MapOf(MapOf(Flag))),
  template: Flag,
  templated_accounts: Optional(List(Shape({ id: Id, name: Text }))),
  grading_scheme: Optional(Nullable(List(List(Anything)))),
  restrict_quantitative_data: Optional(Flag),
  sis_course_id: Optional(Nullable(Text)),
  sis_import_id: Optional(Nullable(Id)),
  integration_id: Optional(Nullable(Text)),
  enrollments: Optional(List(CourseEnrollment)),
  needs_grading_count: Optional(Count),
  hide_final_grades: Flag,
  workflow_state: OneOf('unpublished', 'available', 'completed', 'deleted'),
  course_format: Optional(Text),
  restrict_enrollments_to_course_dates: Flag,
  account_name: Optional(Text),
  overridden_course_visibility: Text,
  has_grading_periods: Optional(Flag),
  multiple_grading_periods_enabled: Optional(Flag),
  has_weighted_grading_periods: Optional(Flag),
  syllabus_versions: Optional(List(SyllabusVersion)),
});
export type Course = Static<typeof Course>;

/** What a list gives of a course that its dates keep the user out of. */
export const RestrictedCourse = Shape({ id: Id, access_restricted_by_date: Flag });
export type RestrictedCourse = Static<typeof RestrictedCourse>;
