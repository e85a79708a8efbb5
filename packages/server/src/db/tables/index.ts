// Generated from the migrations by `npm run generate`; do not edit.
import type { ColumnType, Generated } from 'kysely';
import type { JsonColumns, JsonValue } from '../json-columns.ts';

export interface AccessTokensTable {
  id: Generated<number>;
  user_id: number;
  real_user_id: number | null;
  developer_key_id: number | null;
  token_hmac: string;
  token_hint: string;
  purpose: string | null;
  scopes: Generated<string[]>;
  workflow_state: Generated<'active' | 'pending' | 'deleted'>;
  remember_access: Generated<boolean>;
  expires_at: string | null;
  last_used_at: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  course_ids: number[] | null;
  read_only: Generated<boolean>;
  last_used_from: string | null;
  refresh_at: string | null;
  refresh_hmac: string | null;
}

export interface AccountUsersTable {
  id: Generated<number>;
  account_id: number;
  user_id: number;
  role_id: number;
  workflow_state: Generated<'active' | 'deleted'>;
  created_at: string;
  updated_at: string;
}

export interface AccountsTable {
  id: Generated<number>;
  name: string;
  workflow_state: Generated<'active' | 'deleted' | 'suspended'>;
  parent_account_id: number | null;
  root_account_id: number;
  path: number[];
  uuid: string;
  lti_guid: string;
  lti_context_id: string;
  default_time_zone: string | null;
  default_locale: string | null;
  default_storage_quota_mb: Generated<number>;
  default_user_storage_quota_mb: Generated<number>;
  default_group_storage_quota_mb: Generated<number>;
  sis_account_id: string | null;
  integration_id: string | null;
  sis_import_id: number | null;
  course_template_id: number | null;
  settings: ColumnType<JsonColumns['accounts.settings'], string | undefined, string>;
  services: ColumnType<JsonColumns['accounts.services'], string | undefined, string>;
  created_at: string;
  updated_at: string;
  stuck_sis_fields: Generated<string[]>;
}

export interface AppointmentGroupCoursesTable {
  appointment_group_id: number;
  course_id: number;
  position: number;
}

export interface AppointmentGroupSectionsTable {
  appointment_group_id: number;
  course_section_id: number;
}

export interface AppointmentGroupsTable {
  id: Generated<number>;
  title: string;
  description: string | null;
  location_name: string | null;
  location_address: string | null;
  start_at: string | null;
  end_at: string | null;
  workflow_state: Generated<'pending' | 'active' | 'deleted'>;
  participants_per_appointment: number | null;
  min_appointments_per_participant: number | null;
  max_appointments_per_participant: number | null;
  participant_visibility: Generated<'private' | 'protected'>;
  allow_observer_signup: Generated<boolean>;
  group_category_id: number | null;
  created_at: string;
  updated_at: string;
}

export interface AssessmentRequestsTable {
  id: Generated<number>;
  user_id: number;
  asset_id: number;
  assessor_id: number;
  assessor_asset_id: number;
  rubric_association_id: number | null;
  workflow_state: Generated<'assigned' | 'completed'>;
  created_at: string;
  updated_at: string;
}

export interface AssignmentGroupsTable {
  id: Generated<number>;
  course_id: number;
  name: string;
  position: number;
  group_weight: Generated<number>;
  rules: ColumnType<JsonColumns['assignment_groups.rules'], string | undefined, string>;
  sis_source_id: string | null;
  integration_data: ColumnType<JsonColumns['assignment_groups.integration_data'], string | undefined, string>;
  workflow_state: Generated<'available' | 'deleted'>;
  created_at: string;
  updated_at: string;
}

export interface AssignmentOverrideStudentsTable {
  assignment_override_id: number;
  user_id: number;
  assignment_id: number | null;
}

export interface AssignmentOverridesTable {
  id: Generated<number>;
  course_id: number;
  assignment_id: number | null;
  discussion_topic_id: number | null;
  wiki_page_id: number | null;
  context_module_id: number | null;
  set_type: 'ADHOC' | 'CourseSection' | 'Group' | 'Course' | 'Noop';
  set_id: number | null;
  title: string;
  due_at: string | null;
  due_at_overridden: Generated<boolean>;
  unlock_at: string | null;
  unlock_at_overridden: Generated<boolean>;
  lock_at: string | null;
  lock_at_overridden: Generated<boolean>;
  all_day: Generated<boolean>;
  all_day_date: string | null;
  unassign_item: Generated<boolean>;
  workflow_state: Generated<'active' | 'deleted'>;
  created_at: string;
  updated_at: string;
}

export interface AssignmentsTable {
  id: Generated<number>;
  course_id: number;
  assignment_group_id: number;
  name: string;
  name_key: string;
  description: string | null;
  position: number | null;
  points_possible: number | null;
  grading_type: Generated<'points' | 'percent' | 'pass_fail' | 'letter_grade' | 'gpa_scale' | 'not_graded'>;
  grading_standard_id: number | null;
  submission_types: Generated<string[]>;
  allowed_extensions: Generated<string[]>;
  allowed_attempts: number | null;
  due_at: string | null;
  unlock_at: string | null;
  lock_at: string | null;
  only_visible_to_overrides: Generated<boolean>;
  group_category_id: number | null;
  grade_group_students_individually: Generated<boolean>;
  peer_reviews: Generated<boolean>;
  automatic_peer_reviews: Generated<boolean>;
  anonymous_peer_reviews: Generated<boolean>;
  intra_group_peer_reviews: Generated<boolean>;
  peer_review_count: Generated<number>;
  peer_reviews_assign_at: string | null;
  omit_from_final_grade: Generated<boolean>;
  hide_in_gradebook: Generated<boolean>;
  post_manually: Generated<boolean>;
  post_to_sis: Generated<boolean>;
  anonymous_grading: Generated<boolean>;
  anonymous_instructor_annotations: Generated<boolean>;
  moderated_grading: Generated<boolean>;
  grader_count: Generated<number>;
  final_grader_id: number | null;
  graders_anonymous_to_graders: Generated<boolean>;
  grader_comments_visible_to_graders: Generated<boolean>;
  grader_names_visible_to_final_grader: Generated<boolean>;
  grades_published_at: string | null;
  annotatable_attachment_id: number | null;
  important_dates: Generated<boolean>;
  require_lockdown_browser: Generated<boolean>;
  external_tool_tag_attributes: ColumnType<JsonColumns['assignments.external_tool_tag_attributes'] | null, string | null, string | null>;
  sis_assignment_id: string | null;
  integration_id: string | null;
  integration_data: ColumnType<JsonColumns['assignments.integration_data'], string | undefined, string>;
  lti_context_id: string;
  duplicate_of_id: number | null;
  workflow_state: Generated<'unpublished' | 'published' | 'deleted' | 'duplicating' | 'failed_to_duplicate'>;
  created_at: string;
  updated_at: string;
  ab_guid: Generated<string[]>;
}

export interface AttachmentsTable {
  id: Generated<number>;
  context_type: 'Course' | 'User' | 'Group' | 'Account';
  context_id: number;
  folder_id: number | null;
  user_id: number | null;
  uuid: string;
  display_name: string;
  display_name_key: string;
  filename: string;
  content_type: string;
  size: number | null;
  content_key: string | null;
  content_tag: string | null;
  workflow_state: Generated<'unattached' | 'processed' | 'errored'>;
  file_state: Generated<'available' | 'hidden' | 'public' | 'deleted' | 'errored'>;
  counts_for_quota: Generated<boolean>;
  upload_error_message: string | null;
  locked: Generated<boolean>;
  lock_at: string | null;
  unlock_at: string | null;
  category: Generated<'uncategorized' | 'icon_maker_icons'>;
  visibility_level: Generated<'inherit' | 'context' | 'institution' | 'public'>;
  media_entry_id: string | null;
  usage_rights_id: number | null;
  root_attachment_id: number | null;
  replacement_attachment_id: number | null;
  migration_id: string | null;
  modified_at: string;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  comment_assignment_id: number | null;
}

export interface AuditEventsTable {
  id: Generated<number>;
  uuid: Generated<string>;
  category: string;
  event_type: string;
  account_id: number | null;
  course_id: number | null;
  user_id: number | null;
  pseudonym_id: number | null;
  access_token_id: number | null;
  actor_id: number | null;
  real_actor_id: number | null;
  event_source: string;
  event_data: ColumnType<JsonColumns['audit_events.event_data'], string | undefined, string>;
  request_id: string | null;
  address: string | null;
  created_at: string;
}

export interface CalendarEventsTable {
  id: Generated<number>;
  context_type: 'Course' | 'Group' | 'User' | 'Account' | 'CourseSection' | 'AppointmentGroup';
  context_id: number;
  parent_calendar_event_id: number | null;
  effective_context_codes: Generated<string[]>;
  user_id: number | null;
  title: string;
  description: string | null;
  start_at: string | null;
  end_at: string | null;
  all_day: Generated<boolean>;
  all_day_date: string | null;
  time_zone_edited: string | null;
  location_name: string | null;
  location_address: string | null;
  workflow_state: Generated<'active' | 'locked' | 'deleted'>;
  comments: string | null;
  series_uuid: string | null;
  series_head: Generated<boolean>;
  rrule: string | null;
  important_dates: Generated<boolean>;
  blackout_date: Generated<boolean>;
  timetable_code: string | null;
  participants_per_appointment: number | null;
  provided_by: string | null;
  external_id: string | null;
  provider_contact: string | null;
  created_at: string;
  updated_at: string;
}

export interface CommunicationChannelsTable {
  id: Generated<number>;
  user_id: number;
  type: 'email' | 'push' | 'sms' | 'slack' | 'twitter';
  address: string;
  workflow_state: Generated<'unconfirmed' | 'active' | 'retired'>;
  position: Generated<number>;
  created_at: string;
  updated_at: string;
  confirmation_code: string | null;
}

export interface ContentExportsTable {
  id: Generated<number>;
  context_type: 'Course' | 'Group' | 'User';
  context_id: number;
  user_id: number;
  export_type: 'common_cartridge' | 'zip' | 'qti' | 'quizzes2';
  workflow_state: Generated<'created' | 'exporting' | 'exported' | 'failed' | 'deleted'>;
  selection: ColumnType<JsonColumns['content_exports.selection'] | null, string | null, string | null>;
  attachment_id: number | null;
  progress_id: number | null;
  created_at: string;
  updated_at: string;
}

export interface ContentMigrationsTable {
  id: Generated<number>;
  context_type: 'Course' | 'Group' | 'User' | 'Account';
  context_id: number;
  user_id: number;
  migration_type: string;
  workflow_state: Generated<'created' | 'pre_processing' | 'pre_process_error' | 'queued' | 'exporting' | 'exported' | 'importing' | 'imported' | 'failed'>;
  settings: ColumnType<JsonColumns['content_migrations.settings'], string | undefined, string>;
  date_shift_options: ColumnType<JsonColumns['content_migrations.date_shift_options'] | null, string | null, string | null>;
  is_selective: Generated<boolean>;
  selection: ColumnType<JsonColumns['content_migrations.selection'] | null, string | null, string | null>;
  overview: ColumnType<JsonColumns['content_migrations.overview'] | null, string | null, string | null>;
  source_course_id: number | null;
  attachment_id: number | null;
  progress_id: number | null;
  started_at: string | null;
  finished_at: string | null;
  created_at: string;
  updated_at: string;
}

export interface ContextModuleProgressionsTable {
  id: Generated<number>;
  context_module_id: number;
  user_id: number;
  workflow_state: Generated<'locked' | 'unlocked' | 'started' | 'completed'>;
  requirements_met: ColumnType<JsonColumns['context_module_progressions.requirements_met'], string | undefined, string>;
  incomplete_requirements: ColumnType<JsonColumns['context_module_progressions.incomplete_requirements'], string | undefined, string>;
  current_position: number | null;
  completed_at: string | null;
  evaluated_at: string | null;
}

export interface ContextModulesTable {
  id: Generated<number>;
  course_id: number;
  name: string;
  position: number;
  unlock_at: string | null;
  require_sequential_progress: Generated<boolean>;
  publish_final_grade: Generated<boolean>;
  requirement_count: number | null;
  prerequisite_module_ids: Generated<number[]>;
  workflow_state: Generated<'active' | 'unpublished' | 'deleted'>;
  deleted_at: string | null;
  created_at: string;
  updated_at: string;
}

export interface ConversationBatchesTable {
  id: Generated<number>;
  user_id: number;
  root_message_id: number;
  recipient_ids: number[];
  sent: Generated<number>;
  subject: string | null;
  context_type: 'Account' | 'Course' | 'Group' | null;
  context_id: number | null;
  tags: Generated<string[]>;
  for_groups: Generated<boolean>;
  workflow_state: Generated<'created' | 'sending' | 'sent' | 'error'>;
  created_at: string;
  updated_at: string;
}

export interface ConversationMessageParticipantsTable {
  conversation_message_id: number;
  user_id: number;
  tags: Generated<string[]>;
  workflow_state: Generated<'active' | 'deleted'>;
  deleted_at: string | null;
}

export interface ConversationMessagesTable {
  id: Generated<number>;
  conversation_id: number | null;
  author_id: number;
  body: string;
  generated: Generated<boolean>;
  added_user_ids: Generated<number[]>;
  attachment_ids: Generated<number[]>;
  forwarded_message_ids: Generated<number[]>;
  media_comment_id: string | null;
  media_comment_type: string | null;
  has_attachments: Generated<boolean>;
  has_media_objects: Generated<boolean>;
  created_at: string;
}

export interface ConversationParticipantsTable {
  conversation_id: number;
  user_id: number;
  workflow_state: Generated<'read' | 'unread' | 'archived'>;
  subscribed: Generated<boolean>;
  starred: Generated<boolean>;
  last_message_at: string | null;
  last_authored_at: string | null;
  visible_last_authored_at: string | null;
  message_count: Generated<number>;
  has_attachments: Generated<boolean>;
  has_media_objects: Generated<boolean>;
  tags: Generated<string[]>;
}

export interface ConversationsTable {
  id: Generated<number>;
  subject: string | null;
  context_type: 'Account' | 'Course' | 'Group' | null;
  context_id: number | null;
  private_hash: string | null;
  tags: Generated<string[]>;
  has_attachments: Generated<boolean>;
  has_media_objects: Generated<boolean>;
  created_at: string;
  updated_at: string;
}

export interface CourseNicknamesTable {
  user_id: number;
  course_id: number;
  nickname: string;
  id: Generated<number>;
}

export interface CourseSectionsTable {
  id: Generated<number>;
  course_id: number;
  root_account_id: number;
  nonxlist_course_id: number | null;
  name: string;
  name_key: string;
  default_section: Generated<boolean>;
  workflow_state: Generated<'active' | 'deleted'>;
  start_at: string | null;
  end_at: string | null;
  restrict_enrollments_to_section_dates: boolean | null;
  sis_section_id: string | null;
  integration_id: string | null;
  sis_import_id: number | null;
  created_at: string;
  updated_at: string;
}

export interface CourseSyllabusVersionsTable {
  course_id: number;
  version: number;
  syllabus_body: string | null;
  created_at: string;
}

export interface CourseTimetablesTable {
  course_id: number;
  data: ColumnType<JsonValue, string, string>;
}

export interface CoursesTable {
  id: Generated<number>;
  name: string;
  name_key: string;
  course_code: string;
  account_id: number;
  root_account_id: number;
  enrollment_term_id: number;
  uuid: string;
  lti_context_id: string;
  workflow_state: Generated<'created' | 'claimed' | 'available' | 'completed' | 'deleted'>;
  start_at: string | null;
  conclude_at: string | null;
  restrict_enrollments_to_course_dates: Generated<boolean>;
  sis_course_id: string | null;
  integration_id: string | null;
  sis_import_id: number | null;
  grading_standard_id: number | null;
  grading_standard_enabled: Generated<boolean>;
  is_public: Generated<boolean>;
  is_public_to_auth_users: Generated<boolean>;
  public_syllabus: Generated<boolean>;
  public_syllabus_to_auth: Generated<boolean>;
  public_description: string | null;
  syllabus_body: string | null;
  storage_quota_mb: Generated<number>;
  default_view: Generated<string>;
  license: Generated<string>;
  locale: string | null;
  time_zone: string | null;
  course_format: string | null;
  allow_student_assignment_edits: Generated<boolean>;
  allow_wiki_comments: Generated<boolean>;
  allow_student_forum_attachments: Generated<boolean>;
  open_enrollment: Generated<boolean>;
  self_enrollment: Generated<boolean>;
  self_enrollment_code: string | null;
  hide_final_grades: Generated<boolean>;
  apply_assignment_group_weights: Generated<boolean>;
  grade_passback_setting: string | null;
  homeroom_course: Generated<boolean>;
  course_color: string | null;
  friendly_name: string | null;
  image_url: string | null;
  image_id: number | null;
  banner_image_url: string | null;
  banner_image_id: number | null;
  template: Generated<boolean>;
  blueprint: Generated<boolean>;
  blueprint_restrictions: ColumnType<JsonColumns['courses.blueprint_restrictions'] | null, string | null, string | null>;
  tab_configuration: ColumnType<JsonColumns['courses.tab_configuration'] | null, string | null, string | null>;
  settings: ColumnType<JsonColumns['courses.settings'], string | undefined, string>;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  use_blueprint_restrictions_by_object_type: Generated<boolean>;
  blueprint_restrictions_by_object_type: ColumnType<JsonColumns['courses.blueprint_restrictions_by_object_type'] | null, string | null, string | null>;
}

export interface CustomDataTable {
  user_id: number;
  namespace: string;
  data: ColumnType<JsonValue, string, string>;
}

export interface CustomGradebookColumnDataTable {
  id: Generated<number>;
  custom_gradebook_column_id: number;
  user_id: number;
  content: string;
}

export interface CustomGradebookColumnsTable {
  id: Generated<number>;
  course_id: number;
  title: string;
  position: number;
  teacher_notes: Generated<boolean>;
  read_only: Generated<boolean>;
  workflow_state: Generated<'active' | 'hidden' | 'deleted'>;
  created_at: string;
  updated_at: string;
}

export interface DeveloperKeyAccountBindingsTable {
  id: Generated<number>;
  account_id: number;
  developer_key_id: number;
  workflow_state: Generated<'on' | 'off' | 'allow'>;
  created_at: string;
  updated_at: string;
}

export interface DeveloperKeysTable {
  id: Generated<number>;
  account_id: number;
  user_id: number | null;
  user_name: string | null;
  name: string | null;
  email: string | null;
  icon_url: string | null;
  notes: string | null;
  vendor_code: string | null;
  unified_tool_id: string | null;
  workflow_state: Generated<'active' | 'inactive' | 'deleted'>;
  secret_hmac: string;
  secret_hint: string;
  client_type: Generated<'confidential' | 'public'>;
  redirect_uri: string | null;
  redirect_uris: Generated<string[]>;
  scopes: Generated<string[]>;
  require_scopes: Generated<boolean>;
  allow_includes: Generated<boolean>;
  auto_expire_tokens: Generated<boolean>;
  test_cluster_only: Generated<boolean>;
  visible: Generated<boolean>;
  trusted: Generated<boolean>;
  client_credentials_audience: string | null;
  public_jwk: ColumnType<JsonColumns['developer_keys.public_jwk'] | null, string | null, string | null>;
  public_jwk_url: string | null;
  created_at: string;
  updated_at: string;
  built_in: string | null;
}

export interface DiscussionEntriesTable {
  id: Generated<number>;
  discussion_topic_id: number;
  parent_id: number | null;
  root_entry_id: number | null;
  depth: Generated<number>;
  user_id: number | null;
  editor_id: number | null;
  message: string;
  attachment_id: number | null;
  rating_count: number | null;
  rating_sum: number | null;
  is_anonymous_author: Generated<boolean>;
  workflow_state: Generated<'active' | 'deleted'>;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface DiscussionEntryParticipantsTable {
  discussion_entry_id: number;
  user_id: number;
  discussion_topic_id: number;
  workflow_state: Generated<'read' | 'unread'>;
  forced_read_state: Generated<boolean>;
  rating: number | null;
}

export interface DiscussionTopicParticipantsTable {
  discussion_topic_id: number;
  user_id: number;
  workflow_state: Generated<'read' | 'unread'>;
  subscribed: boolean | null;
}

export interface DiscussionTopicSectionsTable {
  discussion_topic_id: number;
  course_section_id: number;
}

export interface DiscussionTopicsTable {
  id: Generated<number>;
  context_type: 'Course' | 'Group';
  context_id: number;
  is_announcement: Generated<boolean>;
  user_id: number | null;
  editor_id: number | null;
  title: string;
  title_key: string;
  message: string | null;
  workflow_state: 'unpublished' | 'active' | 'post_delayed' | 'deleted';
  discussion_type: 'side_comment' | 'not_threaded' | 'threaded' | 'flat';
  posted_at: string | null;
  last_reply_at: string | null;
  delayed_post_at: string | null;
  lock_at: string | null;
  locked: Generated<boolean>;
  pinned: Generated<boolean>;
  position: number | null;
  require_initial_post: Generated<boolean>;
  podcast_enabled: Generated<boolean>;
  podcast_has_student_posts: Generated<boolean>;
  allow_rating: Generated<boolean>;
  only_graders_can_rate: Generated<boolean>;
  sort_by_rating: Generated<boolean>;
  sort_order: Generated<'asc' | 'desc' | 'inherit'>;
  sort_order_locked: Generated<boolean>;
  expanded: Generated<boolean>;
  expanded_locked: Generated<boolean>;
  todo_date: string | null;
  anonymous_state: 'full_anonymity' | 'partial_anonymity' | null;
  is_anonymous_author: Generated<boolean>;
  is_section_specific: Generated<boolean>;
  only_visible_to_overrides: Generated<boolean>;
  group_category_id: number | null;
  root_topic_id: number | null;
  assignment_id: number | null;
  attachment_id: number | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  external_feed_id: number | null;
}

export interface EnrollmentTermsTable {
  id: Generated<number>;
  root_account_id: number;
  name: string;
  start_at: string | null;
  end_at: string | null;
  workflow_state: Generated<'active' | 'deleted'>;
  is_default: Generated<boolean>;
  overrides: ColumnType<JsonColumns['enrollment_terms.overrides'], string | undefined, string>;
  sis_term_id: string | null;
  integration_id: string | null;
  sis_import_id: number | null;
  grading_period_group_id: number | null;
  created_at: string;
  updated_at: string;
  stuck_sis_fields: Generated<string[]>;
}

export interface EnrollmentsTable {
  id: Generated<number>;
  user_id: number;
  course_id: number;
  course_section_id: number;
  root_account_id: number;
  type: 'StudentEnrollment' | 'TeacherEnrollment' | 'TaEnrollment' | 'DesignerEnrollment' | 'ObserverEnrollment' | 'StudentViewEnrollment';
  role_id: number;
  workflow_state: 'creation_pending' | 'invited' | 'rejected' | 'active' | 'completed' | 'inactive' | 'deleted';
  associated_user_id: number | null;
  start_at: string | null;
  end_at: string | null;
  limit_privileges_to_course_section: Generated<boolean>;
  self_enrolled: Generated<boolean>;
  completed_at: string | null;
  last_activity_at: string | null;
  last_attended_at: string | null;
  total_activity_time: Generated<number>;
  sis_import_id: number | null;
  created_at: string;
  updated_at: string;
}

export interface ErrorReportsTable {
  id: Generated<number>;
  message: string;
  backtrace: string;
  method: string;
  path: string;
  operation: string | null;
  request_context_id: string;
  user_id: number | null;
  created_at: string;
  category: Generated<'fault' | 'report'>;
  subject: string | null;
  comments: string | null;
  email: string | null;
  url: string | null;
  http_env: ColumnType<JsonColumns['error_reports.http_env'] | null, string | null, string | null>;
  data: ColumnType<JsonColumns['error_reports.data'] | null, string | null, string | null>;
}

export interface ExternalFeedEntriesTable {
  id: Generated<number>;
  external_feed_id: number;
  uuid: string;
  url: string | null;
  title: string;
  posted_at: string | null;
  discussion_topic_id: number | null;
  created_at: string;
  updated_at: string;
}

export interface ExternalFeedsTable {
  id: Generated<number>;
  context_type: 'Course' | 'Group';
  context_id: number;
  user_id: number;
  url: string;
  title: string | null;
  verbosity: Generated<'full' | 'link_only' | 'truncate'>;
  header_match: string | null;
  failures: Generated<number>;
  consecutive_failures: Generated<number>;
  created_at: string;
  updated_at: string;
}

export interface FavoritesTable {
  user_id: number;
  context_type: 'Course' | 'Group';
  context_id: number;
}

export interface FoldersTable {
  id: Generated<number>;
  context_type: 'Course' | 'User' | 'Group' | 'Account';
  context_id: number;
  parent_folder_id: number | null;
  name: string;
  name_key: string;
  full_name: string;
  position: number | null;
  workflow_state: Generated<'visible' | 'hidden' | 'deleted'>;
  locked: Generated<boolean>;
  lock_at: string | null;
  unlock_at: string | null;
  unique_type: string | null;
  submission_context_code: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface GradingPeriodGroupsTable {
  id: Generated<number>;
  account_id: number | null;
  course_id: number | null;
  title: string | null;
  weighted: boolean | null;
  display_totals_for_all_grading_periods: Generated<boolean>;
  workflow_state: Generated<'active' | 'deleted'>;
  created_at: string;
  updated_at: string;
}

export interface GradingPeriodsTable {
  id: Generated<number>;
  grading_period_group_id: number;
  title: string;
  start_date: string;
  end_date: string;
  close_date: string;
  weight: number | null;
  workflow_state: Generated<'active' | 'deleted'>;
  created_at: string;
  updated_at: string;
}

export interface GradingStandardsTable {
  id: Generated<number>;
  context_type: 'Account' | 'Course';
  context_id: number;
  title: string | null;
  data: ColumnType<JsonColumns['grading_standards.data'], string, string>;
  points_based: Generated<boolean>;
  scaling_factor: Generated<number>;
  user_id: number | null;
  workflow_state: Generated<'active' | 'deleted'>;
  created_at: string;
  updated_at: string;
}

export interface GroupCategoriesTable {
  id: Generated<number>;
  context_type: 'Course' | 'Account';
  context_id: number;
  root_account_id: number;
  name: string;
  name_key: string;
  role: 'communities' | 'student_organized' | 'imported' | null;
  self_signup: 'enabled' | 'restricted' | null;
  self_signup_end_at: string | null;
  group_limit: number | null;
  auto_leader: 'first' | 'random' | null;
  non_collaborative: Generated<boolean>;
  sis_group_category_id: string | null;
  sis_import_id: number | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface GroupMembershipsTable {
  id: Generated<number>;
  group_id: number;
  user_id: number;
  workflow_state: 'accepted' | 'invited' | 'requested' | 'rejected' | 'deleted';
  moderator: Generated<boolean>;
  uuid: string;
  sis_import_id: number | null;
  created_at: string;
  updated_at: string;
}

export interface GroupsTable {
  id: Generated<number>;
  context_type: 'Course' | 'Account';
  context_id: number;
  account_id: number;
  root_account_id: number;
  group_category_id: number;
  name: string;
  name_key: string;
  description: string | null;
  is_public: Generated<boolean>;
  join_level: Generated<string>;
  max_membership: number | null;
  storage_quota_mb: number | null;
  avatar_attachment_id: number | null;
  leader_id: number | null;
  non_collaborative: Generated<boolean>;
  sis_group_id: string | null;
  sis_import_id: number | null;
  stuck_sis_fields: Generated<string[]>;
  uuid: string;
  lti_context_id: string;
  workflow_state: Generated<'available' | 'deleted'>;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface HiddenStreamItemsTable {
  user_id: number;
  stream_item_id: number;
  hidden_at: string;
}

export interface InstallationSecretsTable {
  name: string;
  value: string;
}

export interface JobsTable {
  id: Generated<number>;
  name: string;
  args: ColumnType<JsonValue, string, string>;
  progress_id: number;
  user_id: number | null;
  origin: string;
  attempts: Generated<number>;
  available_at: Generated<string>;
  created_at: string;
}

export interface LatePoliciesTable {
  id: Generated<number>;
  course_id: number;
  missing_submission_deduction_enabled: Generated<boolean>;
  missing_submission_deduction: Generated<number>;
  late_submission_deduction_enabled: Generated<boolean>;
  late_submission_deduction: Generated<number>;
  late_submission_interval: Generated<'day' | 'hour'>;
  late_submission_minimum_percent_enabled: Generated<boolean>;
  late_submission_minimum_percent: Generated<number>;
  created_at: string;
  updated_at: string;
}

export interface LearningOutcomeAlignmentsTable {
  id: Generated<number>;
  learning_outcome_id: number;
  context_type: 'Account' | 'Course';
  context_id: number;
  content_type: 'Assignment' | 'Rubric';
  content_id: number;
  workflow_state: Generated<'active' | 'deleted'>;
  created_at: string;
  updated_at: string;
}

export interface LearningOutcomeGroupsTable {
  id: Generated<number>;
  context_type: 'Account' | 'Course' | null;
  context_id: number | null;
  learning_outcome_group_id: number | null;
  title: string;
  title_key: string;
  description: string | null;
  vendor_guid: string | null;
  outcome_import_id: number | null;
  workflow_state: Generated<'active' | 'deleted'>;
  created_at: string;
  updated_at: string;
}

export interface LearningOutcomeLinksTable {
  id: Generated<number>;
  learning_outcome_id: number;
  learning_outcome_group_id: number;
  context_type: 'Account' | 'Course' | null;
  context_id: number | null;
  created_at: string;
  updated_at: string;
}

export interface LearningOutcomeResultsTable {
  id: Generated<number>;
  user_id: number;
  learning_outcome_id: number;
  course_id: number;
  alignment_id: number;
  assignment_id: number | null;
  association_type: string;
  association_id: number;
  artifact_type: string;
  artifact_id: number;
  title: string;
  attempt: number;
  score: number | null;
  possible: number | null;
  percent: number | null;
  mastery: boolean | null;
  hide_points: Generated<boolean>;
  hidden: Generated<boolean>;
  submitted_at: string | null;
  assessed_at: string;
  created_at: string;
  updated_at: string;
}

export interface LearningOutcomesTable {
  id: Generated<number>;
  context_type: 'Account' | 'Course' | null;
  context_id: number | null;
  title: string;
  title_key: string;
  display_name: string | null;
  description: string | null;
  friendly_description: string | null;
  vendor_guid: string | null;
  calculation_method: string;
  calculation_int: number | null;
  ratings: ColumnType<JsonColumns['learning_outcomes.ratings'], string, string>;
  mastery_points: number;
  points_possible: number;
  outcome_import_id: number | null;
  workflow_state: Generated<'active' | 'deleted'>;
  created_at: string;
  updated_at: string;
}

export interface MigrationIssuesTable {
  id: Generated<number>;
  content_migration_id: number;
  description: string;
  workflow_state: Generated<'active' | 'resolved'>;
  fix_issue_html_url: string | null;
  issue_type: 'todo' | 'warning' | 'error';
  error_message: string | null;
  created_at: string;
  updated_at: string;
}

export interface MigrationKeysTable {
  course_id: number;
  content_type: string;
  migration_id: string;
  content_id: number;
}

export interface ModuleItemsTable {
  id: Generated<number>;
  course_id: number;
  context_module_id: number;
  type: 'File' | 'Page' | 'Discussion' | 'Assignment' | 'Quiz' | 'SubHeader' | 'ExternalUrl' | 'ExternalTool';
  content_id: Generated<number>;
  title: string;
  content_title: string | null;
  position: number;
  indent: Generated<number>;
  url: string | null;
  new_tab: boolean | null;
  link_settings: ColumnType<JsonColumns['module_items.link_settings'] | null, string | null, string | null>;
  requirement_type: 'must_view' | 'must_contribute' | 'must_submit' | 'must_mark_done' | 'min_score' | 'min_percentage' | null;
  min_score: number | null;
  min_percentage: number | null;
  workflow_state: Generated<'active' | 'unpublished' | 'deleted'>;
  created_at: string;
  updated_at: string;
}

export interface ObserverPairingCodesTable {
  id: Generated<number>;
  user_id: number;
  code: string;
  expires_at: string;
  workflow_state: Generated<'active' | 'deleted'>;
  created_at: string;
  updated_at: string;
}

export interface OneTimeSecretsTable {
  hmac: string;
  purpose: string;
  data: ColumnType<JsonColumns['one_time_secrets.data'], string, string>;
  expires_at: string;
  spent_at: string | null;
}

export interface OutcomeImportErrorsTable {
  id: Generated<number>;
  outcome_import_id: number;
  row: number;
  message: string;
  failure: Generated<boolean>;
}

export interface OutcomeImportsTable {
  id: Generated<number>;
  context_type: 'Account' | 'Course';
  context_id: number;
  learning_outcome_group_id: number | null;
  user_id: number | null;
  import_type: Generated<string>;
  content: string | null;
  progress: Generated<number>;
  workflow_state: Generated<'created' | 'importing' | 'succeeded' | 'failed'>;
  ended_at: string | null;
  created_at: string;
  updated_at: string;
}

export interface OutcomeProficienciesTable {
  id: Generated<number>;
  context_type: 'Account' | 'Course';
  context_id: number;
  ratings: ColumnType<JsonColumns['outcome_proficiencies.ratings'], string, string>;
  created_at: string;
  updated_at: string;
}

export interface PeerReviewRoundsTable {
  assignment_id: number;
  assigned_until: string;
}

export interface PlannerNotesTable {
  id: Generated<number>;
  user_id: number;
  course_id: number | null;
  title: string;
  details: string | null;
  todo_date: string;
  linked_object_type: string | null;
  linked_object_id: number | null;
  workflow_state: Generated<'active' | 'deleted'>;
  created_at: string;
  updated_at: string;
}

export interface PlannerOverridesTable {
  id: Generated<number>;
  user_id: number;
  plannable_type: string;
  plannable_id: number;
  marked_complete: Generated<boolean>;
  dismissed: Generated<boolean>;
  workflow_state: Generated<'active' | 'deleted'>;
  deleted_at: string | null;
  created_at: string;
  updated_at: string;
}

export interface ProgressesTable {
  id: Generated<number>;
  context_type: string;
  context_id: number;
  user_id: number | null;
  tag: string;
  completion: number | null;
  workflow_state: Generated<'queued' | 'running' | 'completed' | 'failed'>;
  message: string | null;
  results: ColumnType<JsonValue | null, string | null, string | null>;
  created_at: string;
  updated_at: string;
}

export interface PseudonymsTable {
  id: Generated<number>;
  user_id: number;
  account_id: number;
  unique_id: string;
  unique_id_key: string;
  sis_user_id: string | null;
  integration_id: string | null;
  sis_import_id: number | null;
  workflow_state: Generated<'active' | 'suspended' | 'deleted'>;
  authentication_provider_id: number | null;
  declared_user_type: string | null;
  password_hash: string | null;
  position: Generated<number>;
  last_login_at: string | null;
  last_request_at: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface RateLimitBucketsTable {
  client: string;
  level: number;
  updated_at: string;
}

export interface RoleOverridesTable {
  id: Generated<number>;
  account_id: number;
  role_id: number;
  permission: string;
  enabled: boolean;
  locked: Generated<boolean>;
  applies_to_self: Generated<boolean>;
  applies_to_descendants: Generated<boolean>;
  created_at: string;
  updated_at: string;
}

export interface RolesTable {
  id: Generated<number>;
  root_account_id: number;
  account_id: number | null;
  name: string;
  base_role_type: string;
  workflow_state: 'active' | 'inactive' | 'built_in' | 'deleted';
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface RubricAssessmentsTable {
  id: Generated<number>;
  user_id: number;
  rubric_id: number;
  rubric_association_id: number | null;
  score: number | null;
  data: ColumnType<JsonColumns['rubric_assessments.data'], string | undefined, string>;
  artifact_type: Generated<string>;
  artifact_id: number;
  artifact_attempt: number | null;
  assessment_type: 'grading' | 'peer_review' | 'self_assessment';
  assessor_id: number;
  hide_points: Generated<boolean>;
  created_at: string;
  updated_at: string;
}

export interface RubricAssociationsTable {
  id: Generated<number>;
  rubric_id: number;
  association_type: 'Assignment' | 'Course' | 'Account';
  association_id: number;
  use_for_grading: Generated<boolean>;
  title: string | null;
  summary_data: ColumnType<JsonColumns['rubric_associations.summary_data'] | null, string | null, string | null>;
  purpose: Generated<string>;
  url: string | null;
  context_type: 'Account' | 'Course';
  context_id: number;
  hide_score_total: boolean | null;
  bookmarked: Generated<boolean>;
  hide_points: Generated<boolean>;
  hide_outcome_results: Generated<boolean>;
  workflow_state: Generated<'active' | 'deleted'>;
  created_at: string;
  updated_at: string;
}

export interface RubricImportsTable {
  id: Generated<number>;
  context_type: 'Account' | 'Course';
  context_id: number;
  user_id: number | null;
  attachment_id: number;
  filename: string;
  size: number;
  content: string | null;
  progress: Generated<number>;
  error_count: Generated<number>;
  error_data: ColumnType<JsonColumns['rubric_imports.error_data'], string | undefined, string>;
  workflow_state: Generated<'created' | 'importing' | 'succeeded' | 'succeeded_with_errors' | 'failed'>;
  created_at: string;
  updated_at: string;
}

export interface RubricsTable {
  id: Generated<number>;
  user_id: number | null;
  rubric_id: number | null;
  context_type: 'Account' | 'Course';
  context_id: number;
  data: ColumnType<JsonColumns['rubrics.data'], string | undefined, string>;
  points_possible: Generated<number>;
  title: string;
  reusable: Generated<boolean>;
  public: Generated<boolean>;
  read_only: Generated<boolean>;
  free_form_criterion_comments: boolean | null;
  hide_score_total: boolean | null;
  hide_points: Generated<boolean>;
  rating_order: Generated<'ascending' | 'descending'>;
  button_display: Generated<'numeric' | 'emoji' | 'letter' | 'points'>;
  association_count: Generated<number>;
  rubric_import_id: number | null;
  workflow_state: Generated<'active' | 'archived' | 'draft' | 'deleted'>;
  created_at: string;
  updated_at: string;
}

export interface ScoresTable {
  enrollment_id: number;
  course_id: number;
  grading_period_id: Generated<number>;
  current_score: number | null;
  final_score: number | null;
  unposted_current_score: number | null;
  unposted_final_score: number | null;
  current_points: number | null;
  final_points: number | null;
  unposted_current_points: number | null;
  unposted_final_points: number | null;
  override_score: number | null;
  updated_at: string;
}

export interface SessionsTable {
  id: Generated<number>;
  hmac: string;
  user_id: number;
  pseudonym_id: number;
  provider: string;
  remembered: Generated<boolean>;
  address: string | null;
  authorization_request: ColumnType<JsonColumns['sessions.authorization_request'] | null, string | null, string | null>;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  id_token: string | null;
}

export interface SignInAttemptsTable {
  key: string;
  failures: number;
  blocked_until: string;
  updated_at: string;
}

export interface SigningKeysTable {
  kid: string;
  private_jwk: ColumnType<JsonColumns['signing_keys.private_jwk'], string, string>;
  created_at: string;
}

export interface SubmissionCommentsTable {
  id: Generated<number>;
  submission_id: number;
  author_id: number | null;
  comment: string;
  attempt: number | null;
  hidden: Generated<boolean>;
  draft: Generated<boolean>;
  anonymous: Generated<boolean>;
  group_comment_id: string | null;
  media_comment_id: string | null;
  media_comment_type: string | null;
  attachment_ids: Generated<number[]>;
  edited_at: string | null;
  created_at: string;
  updated_at: string;
}

export interface SubmissionReadStatesTable {
  submission_id: number;
  user_id: number;
  item: 'grade' | 'comment' | 'rubric' | 'rubric_assessment' | 'document_annotation';
  workflow_state: 'read' | 'unread';
  updated_at: string;
}

export interface SubmissionVersionsTable {
  id: Generated<number>;
  submission_id: number;
  course_id: number;
  assignment_id: number;
  user_id: number;
  model: ColumnType<JsonColumns['submission_versions.model'], string, string>;
  created_at: string;
}

export interface SubmissionsTable {
  id: Generated<number>;
  course_id: number;
  assignment_id: number;
  user_id: number;
  workflow_state: Generated<'unsubmitted' | 'submitted' | 'pending_review' | 'graded' | 'deleted'>;
  cached_due_date: string | null;
  grading_period_id: number | null;
  group_id: number | null;
  anonymous_id: string;
  submission_type: string | null;
  submitted_at: string | null;
  attempt: number | null;
  extra_attempts: number | null;
  body: string | null;
  url: string | null;
  attachment_ids: Generated<number[]>;
  media_comment_id: string | null;
  media_comment_type: string | null;
  proxy_submitter_id: number | null;
  score: number | null;
  grade: string | null;
  points_deducted: number | null;
  excused: Generated<boolean>;
  graded_at: string | null;
  grader_id: number | null;
  graded_attempt: number | null;
  posted_at: string | null;
  late_policy_status: 'late' | 'missing' | 'extended' | 'none' | null;
  seconds_late_override: number | null;
  custom_grade_status_id: number | null;
  redo_request: Generated<boolean>;
  sticker: string | null;
  student_entered_score: number | null;
  created_at: string;
  updated_at: string;
}

export interface TermsOfServiceTable {
  id: Generated<number>;
  account_id: number;
  terms_type: Generated<'default' | 'custom' | 'no_terms'>;
  passive: Generated<boolean>;
  content: string | null;
  created_at: string;
  updated_at: string;
}

export interface UsageRightsTable {
  id: Generated<number>;
  context_type: 'Course' | 'User' | 'Group';
  context_id: number;
  use_justification: 'own_copyright' | 'public_domain' | 'used_by_permission' | 'fair_use' | 'creative_commons';
  license: string;
  legal_copyright: string | null;
}

export interface UserMergesTable {
  id: Generated<number>;
  from_user_id: number;
  into_user_id: number;
  moved: ColumnType<JsonColumns['user_merges.moved'], string, string>;
  workflow_state: Generated<'active' | 'split'>;
  created_at: string;
  updated_at: string;
}

export interface UserObservationLinksTable {
  id: Generated<number>;
  user_id: number;
  observer_id: number;
  root_account_id: number;
  workflow_state: Generated<'active' | 'deleted'>;
  created_at: string;
  updated_at: string;
}

export interface UserOutcomeOrderingsTable {
  user_id: number;
  course_id: number;
  learning_outcome_id: number;
  position: number;
}

export interface UserPastLtiIdsTable {
  id: Generated<number>;
  user_id: number;
  context_type: 'Account' | 'Course';
  context_id: number;
  user_uuid: string;
  user_lti_id: string;
  user_lti_context_id: string;
}

export interface UsersTable {
  id: Generated<number>;
  uuid: string;
  lti_context_id: string;
  lti_id: string;
  name: string;
  sortable_name: string;
  sortable_name_key: string;
  short_name: string;
  workflow_state: Generated<'creation_pending' | 'pre_registered' | 'pending_approval' | 'registered' | 'deleted'>;
  time_zone: string | null;
  locale: string | null;
  avatar_url: string | null;
  avatar_state: Generated<string>;
  bio: string | null;
  title: string | null;
  pronouns: string | null;
  pronunciation: string | null;
  fake_student: Generated<boolean>;
  merged_into_user_id: number | null;
  preferences: ColumnType<JsonColumns['users.preferences'], string | undefined, string>;
  terms_accepted_at: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  initial_enrollment_type: string | null;
}

export interface WikiFrontPagesTable {
  context_type: string;
  context_id: number;
  wiki_page_id: number;
}

export interface WikiPageSlugsTable {
  context_type: string;
  context_id: number;
  slug: string;
  wiki_page_id: number;
}

export interface WikiPageVersionsTable {
  wiki_page_id: number;
  number: number;
  url: string;
  title: string;
  body: string | null;
  user_id: number | null;
  revised_at: string;
}

export interface WikiPagesTable {
  id: Generated<number>;
  context_type: 'Course' | 'Group';
  context_id: number;
  url: string;
  title: string;
  title_key: string;
  body: string | null;
  editing_roles: Generated<string>;
  user_id: number | null;
  todo_date: string | null;
  publish_at: string | null;
  workflow_state: Generated<'active' | 'unpublished' | 'deleted'>;
  revised_at: string;
  created_at: string;
  updated_at: string;
  unlock_at: string | null;
  lock_at: string | null;
  only_visible_to_overrides: Generated<boolean>;
}

export interface Tables {
  access_tokens: AccessTokensTable;
  account_users: AccountUsersTable;
  accounts: AccountsTable;
  appointment_group_courses: AppointmentGroupCoursesTable;
  appointment_group_sections: AppointmentGroupSectionsTable;
  appointment_groups: AppointmentGroupsTable;
  assessment_requests: AssessmentRequestsTable;
  assignment_groups: AssignmentGroupsTable;
  assignment_override_students: AssignmentOverrideStudentsTable;
  assignment_overrides: AssignmentOverridesTable;
  assignments: AssignmentsTable;
  attachments: AttachmentsTable;
  audit_events: AuditEventsTable;
  calendar_events: CalendarEventsTable;
  communication_channels: CommunicationChannelsTable;
  content_exports: ContentExportsTable;
  content_migrations: ContentMigrationsTable;
  context_module_progressions: ContextModuleProgressionsTable;
  context_modules: ContextModulesTable;
  conversation_batches: ConversationBatchesTable;
  conversation_message_participants: ConversationMessageParticipantsTable;
  conversation_messages: ConversationMessagesTable;
  conversation_participants: ConversationParticipantsTable;
  conversations: ConversationsTable;
  course_nicknames: CourseNicknamesTable;
  course_sections: CourseSectionsTable;
  course_syllabus_versions: CourseSyllabusVersionsTable;
  course_timetables: CourseTimetablesTable;
  courses: CoursesTable;
  custom_data: CustomDataTable;
  custom_gradebook_column_data: CustomGradebookColumnDataTable;
  custom_gradebook_columns: CustomGradebookColumnsTable;
  developer_key_account_bindings: DeveloperKeyAccountBindingsTable;
  developer_keys: DeveloperKeysTable;
  discussion_entries: DiscussionEntriesTable;
  discussion_entry_participants: DiscussionEntryParticipantsTable;
  discussion_topic_participants: DiscussionTopicParticipantsTable;
  discussion_topic_sections: DiscussionTopicSectionsTable;
  discussion_topics: DiscussionTopicsTable;
  enrollment_terms: EnrollmentTermsTable;
  enrollments: EnrollmentsTable;
  error_reports: ErrorReportsTable;
  external_feed_entries: ExternalFeedEntriesTable;
  external_feeds: ExternalFeedsTable;
  favorites: FavoritesTable;
  folders: FoldersTable;
  grading_period_groups: GradingPeriodGroupsTable;
  grading_periods: GradingPeriodsTable;
  grading_standards: GradingStandardsTable;
  group_categories: GroupCategoriesTable;
  group_memberships: GroupMembershipsTable;
  groups: GroupsTable;
  hidden_stream_items: HiddenStreamItemsTable;
  installation_secrets: InstallationSecretsTable;
  jobs: JobsTable;
  late_policies: LatePoliciesTable;
  learning_outcome_alignments: LearningOutcomeAlignmentsTable;
  learning_outcome_groups: LearningOutcomeGroupsTable;
  learning_outcome_links: LearningOutcomeLinksTable;
  learning_outcome_results: LearningOutcomeResultsTable;
  learning_outcomes: LearningOutcomesTable;
  migration_issues: MigrationIssuesTable;
  migration_keys: MigrationKeysTable;
  module_items: ModuleItemsTable;
  observer_pairing_codes: ObserverPairingCodesTable;
  one_time_secrets: OneTimeSecretsTable;
  outcome_import_errors: OutcomeImportErrorsTable;
  outcome_imports: OutcomeImportsTable;
  outcome_proficiencies: OutcomeProficienciesTable;
  peer_review_rounds: PeerReviewRoundsTable;
  planner_notes: PlannerNotesTable;
  planner_overrides: PlannerOverridesTable;
  progresses: ProgressesTable;
  pseudonyms: PseudonymsTable;
  rate_limit_buckets: RateLimitBucketsTable;
  role_overrides: RoleOverridesTable;
  roles: RolesTable;
  rubric_assessments: RubricAssessmentsTable;
  rubric_associations: RubricAssociationsTable;
  rubric_imports: RubricImportsTable;
  rubrics: RubricsTable;
  scores: ScoresTable;
  sessions: SessionsTable;
  sign_in_attempts: SignInAttemptsTable;
  signing_keys: SigningKeysTable;
  submission_comments: SubmissionCommentsTable;
  submission_read_states: SubmissionReadStatesTable;
  submission_versions: SubmissionVersionsTable;
  submissions: SubmissionsTable;
  terms_of_service: TermsOfServiceTable;
  usage_rights: UsageRightsTable;
  user_merges: UserMergesTable;
  user_observation_links: UserObservationLinksTable;
  user_outcome_orderings: UserOutcomeOrderingsTable;
  user_past_lti_ids: UserPastLtiIdsTable;
  users: UsersTable;
  wiki_front_pages: WikiFrontPagesTable;
  wiki_page_slugs: WikiPageSlugsTable;
  wiki_page_versions: WikiPageVersionsTable;
  wiki_pages: WikiPagesTable;
}

/** The columns of every table, in their order. */
export const columnsOf = {
  access_tokens: ['id', 'user_id', 'real_user_id', 'developer_key_id', 'token_hmac', 'token_hint', 'purpose', 'scopes', 'workflow_state', 'remember_access', 'expires_at', 'last_used_at', 'created_at', 'updated_at', 'deleted_at', 'course_ids', 'read_only', 'last_used_from', 'refresh_at', 'refresh_hmac'],
  account_users: ['id', 'account_id', 'user_id', 'role_id', 'workflow_state', 'created_at', 'updated_at'],
  accounts: ['id', 'name', 'workflow_state', 'parent_account_id', 'root_account_id', 'path', 'uuid', 'lti_guid', 'lti_context_id', 'default_time_zone', 'default_locale', 'default_storage_quota_mb', 'default_user_storage_quota_mb', 'default_group_storage_quota_mb', 'sis_account_id', 'integration_id', 'sis_import_id', 'course_template_id', 'settings', 'services', 'created_at', 'updated_at', 'stuck_sis_fields'],
  appointment_group_courses: ['appointment_group_id', 'course_id', 'position'],
  appointment_group_sections: ['appointment_group_id', 'course_section_id'],
  appointment_groups: ['id', 'title', 'description', 'location_name', 'location_address', 'start_at', 'end_at', 'workflow_state', 'participants_per_appointment', 'min_appointments_per_participant', 'max_appointments_per_participant', 'participant_visibility', 'allow_observer_signup', 'group_category_id', 'created_at', 'updated_at'],
  assessment_requests: ['id', 'user_id', 'asset_id', 'assessor_id', 'assessor_asset_id', 'rubric_association_id', 'workflow_state', 'created_at', 'updated_at'],
  assignment_groups: ['id', 'course_id', 'name', 'position', 'group_weight', 'rules', 'sis_source_id', 'integration_data', 'workflow_state', 'created_at', 'updated_at'],
  assignment_override_students: ['assignment_override_id', 'user_id', 'assignment_id'],
  assignment_overrides: ['id', 'course_id', 'assignment_id', 'discussion_topic_id', 'wiki_page_id', 'context_module_id', 'set_type', 'set_id', 'title', 'due_at', 'due_at_overridden', 'unlock_at', 'unlock_at_overridden', 'lock_at', 'lock_at_overridden', 'all_day', 'all_day_date', 'unassign_item', 'workflow_state', 'created_at', 'updated_at'],
  assignments: ['id', 'course_id', 'assignment_group_id', 'name', 'name_key', 'description', 'position', 'points_possible', 'grading_type', 'grading_standard_id', 'submission_types', 'allowed_extensions', 'allowed_attempts', 'due_at', 'unlock_at', 'lock_at', 'only_visible_to_overrides', 'group_category_id', 'grade_group_students_individually', 'peer_reviews', 'automatic_peer_reviews', 'anonymous_peer_reviews', 'intra_group_peer_reviews', 'peer_review_count', 'peer_reviews_assign_at', 'omit_from_final_grade', 'hide_in_gradebook', 'post_manually', 'post_to_sis', 'anonymous_grading', 'anonymous_instructor_annotations', 'moderated_grading', 'grader_count', 'final_grader_id', 'graders_anonymous_to_graders', 'grader_comments_visible_to_graders', 'grader_names_visible_to_final_grader', 'grades_published_at', 'annotatable_attachment_id', 'important_dates', 'require_lockdown_browser', 'external_tool_tag_attributes', 'sis_assignment_id', 'integration_id', 'integration_data', 'lti_context_id', 'duplicate_of_id', 'workflow_state', 'created_at', 'updated_at', 'ab_guid'],
  attachments: ['id', 'context_type', 'context_id', 'folder_id', 'user_id', 'uuid', 'display_name', 'display_name_key', 'filename', 'content_type', 'size', 'content_key', 'content_tag', 'workflow_state', 'file_state', 'counts_for_quota', 'upload_error_message', 'locked', 'lock_at', 'unlock_at', 'category', 'visibility_level', 'media_entry_id', 'usage_rights_id', 'root_attachment_id', 'replacement_attachment_id', 'migration_id', 'modified_at', 'created_at', 'updated_at', 'deleted_at', 'comment_assignment_id'],
  audit_events: ['id', 'uuid', 'category', 'event_type', 'account_id', 'course_id', 'user_id', 'pseudonym_id', 'access_token_id', 'actor_id', 'real_actor_id', 'event_source', 'event_data', 'request_id', 'address', 'created_at'],
  calendar_events: ['id', 'context_type', 'context_id', 'parent_calendar_event_id', 'effective_context_codes', 'user_id', 'title', 'description', 'start_at', 'end_at', 'all_day', 'all_day_date', 'time_zone_edited', 'location_name', 'location_address', 'workflow_state', 'comments', 'series_uuid', 'series_head', 'rrule', 'important_dates', 'blackout_date', 'timetable_code', 'participants_per_appointment', 'provided_by', 'external_id', 'provider_contact', 'created_at', 'updated_at'],
  communication_channels: ['id', 'user_id', 'type', 'address', 'workflow_state', 'position', 'created_at', 'updated_at', 'confirmation_code'],
  content_exports: ['id', 'context_type', 'context_id', 'user_id', 'export_type', 'workflow_state', 'selection', 'attachment_id', 'progress_id', 'created_at', 'updated_at'],
  content_migrations: ['id', 'context_type', 'context_id', 'user_id', 'migration_type', 'workflow_state', 'settings', 'date_shift_options', 'is_selective', 'selection', 'overview', 'source_course_id', 'attachment_id', 'progress_id', 'started_at', 'finished_at', 'created_at', 'updated_at'],
  context_module_progressions: ['id', 'context_module_id', 'user_id', 'workflow_state', 'requirements_met', 'incomplete_requirements', 'current_position', 'completed_at', 'evaluated_at'],
  context_modules: ['id', 'course_id', 'name', 'position', 'unlock_at', 'require_sequential_progress', 'publish_final_grade', 'requirement_count', 'prerequisite_module_ids', 'workflow_state', 'deleted_at', 'created_at', 'updated_at'],
  conversation_batches: ['id', 'user_id', 'root_message_id', 'recipient_ids', 'sent', 'subject', 'context_type', 'context_id', 'tags', 'for_groups', 'workflow_state', 'created_at', 'updated_at'],
  conversation_message_participants: ['conversation_message_id', 'user_id', 'tags', 'workflow_state', 'deleted_at'],
  conversation_messages: ['id', 'conversation_id', 'author_id', 'body', 'generated', 'added_user_ids', 'attachment_ids', 'forwarded_message_ids', 'media_comment_id', 'media_comment_type', 'has_attachments', 'has_media_objects', 'created_at'],
  conversation_participants: ['conversation_id', 'user_id', 'workflow_state', 'subscribed', 'starred', 'last_message_at', 'last_authored_at', 'visible_last_authored_at', 'message_count', 'has_attachments', 'has_media_objects', 'tags'],
  conversations: ['id', 'subject', 'context_type', 'context_id', 'private_hash', 'tags', 'has_attachments', 'has_media_objects', 'created_at', 'updated_at'],
  course_nicknames: ['user_id', 'course_id', 'nickname', 'id'],
  course_sections: ['id', 'course_id', 'root_account_id', 'nonxlist_course_id', 'name', 'name_key', 'default_section', 'workflow_state', 'start_at', 'end_at', 'restrict_enrollments_to_section_dates', 'sis_section_id', 'integration_id', 'sis_import_id', 'created_at', 'updated_at'],
  course_syllabus_versions: ['course_id', 'version', 'syllabus_body', 'created_at'],
  course_timetables: ['course_id', 'data'],
  courses: ['id', 'name', 'name_key', 'course_code', 'account_id', 'root_account_id', 'enrollment_term_id', 'uuid', 'lti_context_id', 'workflow_state', 'start_at', 'conclude_at', 'restrict_enrollments_to_course_dates', 'sis_course_id', 'integration_id', 'sis_import_id', 'grading_standard_id', 'grading_standard_enabled', 'is_public', 'is_public_to_auth_users', 'public_syllabus', 'public_syllabus_to_auth', 'public_description', 'syllabus_body', 'storage_quota_mb', 'default_view', 'license', 'locale', 'time_zone', 'course_format', 'allow_student_assignment_edits', 'allow_wiki_comments', 'allow_student_forum_attachments', 'open_enrollment', 'self_enrollment', 'self_enrollment_code', 'hide_final_grades', 'apply_assignment_group_weights', 'grade_passback_setting', 'homeroom_course', 'course_color', 'friendly_name', 'image_url', 'image_id', 'banner_image_url', 'banner_image_id', 'template', 'blueprint', 'blueprint_restrictions', 'tab_configuration', 'settings', 'created_at', 'updated_at', 'deleted_at', 'use_blueprint_restrictions_by_object_type', 'blueprint_restrictions_by_object_type'],
  custom_data: ['user_id', 'namespace', 'data'],
  custom_gradebook_column_data: ['id', 'custom_gradebook_column_id', 'user_id', 'content'],
  custom_gradebook_columns: ['id', 'course_id', 'title', 'position', 'teacher_notes', 'read_only', 'workflow_state', 'created_at', 'updated_at'],
  developer_key_account_bindings: ['id', 'account_id', 'developer_key_id', 'workflow_state', 'created_at', 'updated_at'],
  developer_keys: ['id', 'account_id', 'user_id', 'user_name', 'name', 'email', 'icon_url', 'notes', 'vendor_code', 'unified_tool_id', 'workflow_state', 'secret_hmac', 'secret_hint', 'client_type', 'redirect_uri', 'redirect_uris', 'scopes', 'require_scopes', 'allow_includes', 'auto_expire_tokens', 'test_cluster_only', 'visible', 'trusted', 'client_credentials_audience', 'public_jwk', 'public_jwk_url', 'created_at', 'updated_at', 'built_in'],
  discussion_entries: ['id', 'discussion_topic_id', 'parent_id', 'root_entry_id', 'depth', 'user_id', 'editor_id', 'message', 'attachment_id', 'rating_count', 'rating_sum', 'is_anonymous_author', 'workflow_state', 'created_at', 'updated_at', 'deleted_at'],
  discussion_entry_participants: ['discussion_entry_id', 'user_id', 'discussion_topic_id', 'workflow_state', 'forced_read_state', 'rating'],
  discussion_topic_participants: ['discussion_topic_id', 'user_id', 'workflow_state', 'subscribed'],
  discussion_topic_sections: ['discussion_topic_id', 'course_section_id'],
  discussion_topics: ['id', 'context_type', 'context_id', 'is_announcement', 'user_id', 'editor_id', 'title', 'title_key', 'message', 'workflow_state', 'discussion_type', 'posted_at', 'last_reply_at', 'delayed_post_at', 'lock_at', 'locked', 'pinned', 'position', 'require_initial_post', 'podcast_enabled', 'podcast_has_student_posts', 'allow_rating', 'only_graders_can_rate', 'sort_by_rating', 'sort_order', 'sort_order_locked', 'expanded', 'expanded_locked', 'todo_date', 'anonymous_state', 'is_anonymous_author', 'is_section_specific', 'only_visible_to_overrides', 'group_category_id', 'root_topic_id', 'assignment_id', 'attachment_id', 'created_at', 'updated_at', 'deleted_at', 'external_feed_id'],
  enrollment_terms: ['id', 'root_account_id', 'name', 'start_at', 'end_at', 'workflow_state', 'is_default', 'overrides', 'sis_term_id', 'integration_id', 'sis_import_id', 'grading_period_group_id', 'created_at', 'updated_at', 'stuck_sis_fields'],
  enrollments: ['id', 'user_id', 'course_id', 'course_section_id', 'root_account_id', 'type', 'role_id', 'workflow_state', 'associated_user_id', 'start_at', 'end_at', 'limit_privileges_to_course_section', 'self_enrolled', 'completed_at', 'last_activity_at', 'last_attended_at', 'total_activity_time', 'sis_import_id', 'created_at', 'updated_at'],
  error_reports: ['id', 'message', 'backtrace', 'method', 'path', 'operation', 'request_context_id', 'user_id', 'created_at', 'category', 'subject', 'comments', 'email', 'url', 'http_env', 'data'],
  external_feed_entries: ['id', 'external_feed_id', 'uuid', 'url', 'title', 'posted_at', 'discussion_topic_id', 'created_at', 'updated_at'],
  external_feeds: ['id', 'context_type', 'context_id', 'user_id', 'url', 'title', 'verbosity', 'header_match', 'failures', 'consecutive_failures', 'created_at', 'updated_at'],
  favorites: ['user_id', 'context_type', 'context_id'],
  folders: ['id', 'context_type', 'context_id', 'parent_folder_id', 'name', 'name_key', 'full_name', 'position', 'workflow_state', 'locked', 'lock_at', 'unlock_at', 'unique_type', 'submission_context_code', 'created_at', 'updated_at', 'deleted_at'],
  grading_period_groups: ['id', 'account_id', 'course_id', 'title', 'weighted', 'display_totals_for_all_grading_periods', 'workflow_state', 'created_at', 'updated_at'],
  grading_periods: ['id', 'grading_period_group_id', 'title', 'start_date', 'end_date', 'close_date', 'weight', 'workflow_state', 'created_at', 'updated_at'],
  grading_standards: ['id', 'context_type', 'context_id', 'title', 'data', 'points_based', 'scaling_factor', 'user_id', 'workflow_state', 'created_at', 'updated_at'],
  group_categories: ['id', 'context_type', 'context_id', 'root_account_id', 'name', 'name_key', 'role', 'self_signup', 'self_signup_end_at', 'group_limit', 'auto_leader', 'non_collaborative', 'sis_group_category_id', 'sis_import_id', 'created_at', 'updated_at', 'deleted_at'],
  group_memberships: ['id', 'group_id', 'user_id', 'workflow_state', 'moderator', 'uuid', 'sis_import_id', 'created_at', 'updated_at'],
  groups: ['id', 'context_type', 'context_id', 'account_id', 'root_account_id', 'group_category_id', 'name', 'name_key', 'description', 'is_public', 'join_level', 'max_membership', 'storage_quota_mb', 'avatar_attachment_id', 'leader_id', 'non_collaborative', 'sis_group_id', 'sis_import_id', 'stuck_sis_fields', 'uuid', 'lti_context_id', 'workflow_state', 'created_at', 'updated_at', 'deleted_at'],
  hidden_stream_items: ['user_id', 'stream_item_id', 'hidden_at'],
  installation_secrets: ['name', 'value'],
  jobs: ['id', 'name', 'args', 'progress_id', 'user_id', 'origin', 'attempts', 'available_at', 'created_at'],
  late_policies: ['id', 'course_id', 'missing_submission_deduction_enabled', 'missing_submission_deduction', 'late_submission_deduction_enabled', 'late_submission_deduction', 'late_submission_interval', 'late_submission_minimum_percent_enabled', 'late_submission_minimum_percent', 'created_at', 'updated_at'],
  learning_outcome_alignments: ['id', 'learning_outcome_id', 'context_type', 'context_id', 'content_type', 'content_id', 'workflow_state', 'created_at', 'updated_at'],
  learning_outcome_groups: ['id', 'context_type', 'context_id', 'learning_outcome_group_id', 'title', 'title_key', 'description', 'vendor_guid', 'outcome_import_id', 'workflow_state', 'created_at', 'updated_at'],
  learning_outcome_links: ['id', 'learning_outcome_id', 'learning_outcome_group_id', 'context_type', 'context_id', 'created_at', 'updated_at'],
  learning_outcome_results: ['id', 'user_id', 'learning_outcome_id', 'course_id', 'alignment_id', 'assignment_id', 'association_type', 'association_id', 'artifact_type', 'artifact_id', 'title', 'attempt', 'score', 'possible', 'percent', 'mastery', 'hide_points', 'hidden', 'submitted_at', 'assessed_at', 'created_at', 'updated_at'],
  learning_outcomes: ['id', 'context_type', 'context_id', 'title', 'title_key', 'display_name', 'description', 'friendly_description', 'vendor_guid', 'calculation_method', 'calculation_int', 'ratings', 'mastery_points', 'points_possible', 'outcome_import_id', 'workflow_state', 'created_at', 'updated_at'],
  migration_issues: ['id', 'content_migration_id', 'description', 'workflow_state', 'fix_issue_html_url', 'issue_type', 'error_message', 'created_at', 'updated_at'],
  migration_keys: ['course_id', 'content_type', 'migration_id', 'content_id'],
  module_items: ['id', 'course_id', 'context_module_id', 'type', 'content_id', 'title', 'content_title', 'position', 'indent', 'url', 'new_tab', 'link_settings', 'requirement_type', 'min_score', 'min_percentage', 'workflow_state', 'created_at', 'updated_at'],
  observer_pairing_codes: ['id', 'user_id', 'code', 'expires_at', 'workflow_state', 'created_at', 'updated_at'],
  one_time_secrets: ['hmac', 'purpose', 'data', 'expires_at', 'spent_at'],
  outcome_import_errors: ['id', 'outcome_import_id', 'row', 'message', 'failure'],
  outcome_imports: ['id', 'context_type', 'context_id', 'learning_outcome_group_id', 'user_id', 'import_type', 'content', 'progress', 'workflow_state', 'ended_at', 'created_at', 'updated_at'],
  outcome_proficiencies: ['id', 'context_type', 'context_id', 'ratings', 'created_at', 'updated_at'],
  peer_review_rounds: ['assignment_id', 'assigned_until'],
  planner_notes: ['id', 'user_id', 'course_id', 'title', 'details', 'todo_date', 'linked_object_type', 'linked_object_id', 'workflow_state', 'created_at', 'updated_at'],
  planner_overrides: ['id', 'user_id', 'plannable_type', 'plannable_id', 'marked_complete', 'dismissed', 'workflow_state', 'deleted_at', 'created_at', 'updated_at'],
  progresses: ['id', 'context_type', 'context_id', 'user_id', 'tag', 'completion', 'workflow_state', 'message', 'results', 'created_at', 'updated_at'],
  pseudonyms: ['id', 'user_id', 'account_id', 'unique_id', 'unique_id_key', 'sis_user_id', 'integration_id', 'sis_import_id', 'workflow_state', 'authentication_provider_id', 'declared_user_type', 'password_hash', 'position', 'last_login_at', 'last_request_at', 'created_at', 'updated_at', 'deleted_at'],
  rate_limit_buckets: ['client', 'level', 'updated_at'],
  role_overrides: ['id', 'account_id', 'role_id', 'permission', 'enabled', 'locked', 'applies_to_self', 'applies_to_descendants', 'created_at', 'updated_at'],
  roles: ['id', 'root_account_id', 'account_id', 'name', 'base_role_type', 'workflow_state', 'created_at', 'updated_at', 'deleted_at'],
  rubric_assessments: ['id', 'user_id', 'rubric_id', 'rubric_association_id', 'score', 'data', 'artifact_type', 'artifact_id', 'artifact_attempt', 'assessment_type', 'assessor_id', 'hide_points', 'created_at', 'updated_at'],
  rubric_associations: ['id', 'rubric_id', 'association_type', 'association_id', 'use_for_grading', 'title', 'summary_data', 'purpose', 'url', 'context_type', 'context_id', 'hide_score_total', 'bookmarked', 'hide_points', 'hide_outcome_results', 'workflow_state', 'created_at', 'updated_at'],
  rubric_imports: ['id', 'context_type', 'context_id', 'user_id', 'attachment_id', 'filename', 'size', 'content', 'progress', 'error_count', 'error_data', 'workflow_state', 'created_at', 'updated_at'],
  rubrics: ['id', 'user_id', 'rubric_id', 'context_type', 'context_id', 'data', 'points_possible', 'title', 'reusable', 'public', 'read_only', 'free_form_criterion_comments', 'hide_score_total', 'hide_points', 'rating_order', 'button_display', 'association_count', 'rubric_import_id', 'workflow_state', 'created_at', 'updated_at'],
  scores: ['enrollment_id', 'course_id', 'grading_period_id', 'current_score', 'final_score', 'unposted_current_score', 'unposted_final_score', 'current_points', 'final_points', 'unposted_current_points', 'unposted_final_points', 'override_score', 'updated_at'],
  sessions: ['id', 'hmac', 'user_id', 'pseudonym_id', 'provider', 'remembered', 'address', 'authorization_request', 'created_at', 'last_seen_at', 'expires_at', 'id_token'],
  sign_in_attempts: ['key', 'failures', 'blocked_until', 'updated_at'],
  signing_keys: ['kid', 'private_jwk', 'created_at'],
  submission_comments: ['id', 'submission_id', 'author_id', 'comment', 'attempt', 'hidden', 'draft', 'anonymous', 'group_comment_id', 'media_comment_id', 'media_comment_type', 'attachment_ids', 'edited_at', 'created_at', 'updated_at'],
  submission_read_states: ['submission_id', 'user_id', 'item', 'workflow_state', 'updated_at'],
  submission_versions: ['id', 'submission_id', 'course_id', 'assignment_id', 'user_id', 'model', 'created_at'],
  submissions: ['id', 'course_id', 'assignment_id', 'user_id', 'workflow_state', 'cached_due_date', 'grading_period_id', 'group_id', 'anonymous_id', 'submission_type', 'submitted_at', 'attempt', 'extra_attempts', 'body', 'url', 'attachment_ids', 'media_comment_id', 'media_comment_type', 'proxy_submitter_id', 'score', 'grade', 'points_deducted', 'excused', 'graded_at', 'grader_id', 'graded_attempt', 'posted_at', 'late_policy_status', 'seconds_late_override', 'custom_grade_status_id', 'redo_request', 'sticker', 'student_entered_score', 'created_at', 'updated_at'],
  terms_of_service: ['id', 'account_id', 'terms_type', 'passive', 'content', 'created_at', 'updated_at'],
  usage_rights: ['id', 'context_type', 'context_id', 'use_justification', 'license', 'legal_copyright'],
  user_merges: ['id', 'from_user_id', 'into_user_id', 'moved', 'workflow_state', 'created_at', 'updated_at'],
  user_observation_links: ['id', 'user_id', 'observer_id', 'root_account_id', 'workflow_state', 'created_at', 'updated_at'],
  user_outcome_orderings: ['user_id', 'course_id', 'learning_outcome_id', 'position'],
  user_past_lti_ids: ['id', 'user_id', 'context_type', 'context_id', 'user_uuid', 'user_lti_id', 'user_lti_context_id'],
  users: ['id', 'uuid', 'lti_context_id', 'lti_id', 'name', 'sortable_name', 'sortable_name_key', 'short_name', 'workflow_state', 'time_zone', 'locale', 'avatar_url', 'avatar_state', 'bio', 'title', 'pronouns', 'pronunciation', 'fake_student', 'merged_into_user_id', 'preferences', 'terms_accepted_at', 'created_at', 'updated_at', 'deleted_at', 'initial_enrollment_type'],
  wiki_front_pages: ['context_type', 'context_id', 'wiki_page_id'],
  wiki_page_slugs: ['context_type', 'context_id', 'slug', 'wiki_page_id'],
  wiki_page_versions: ['wiki_page_id', 'number', 'url', 'title', 'body', 'user_id', 'revised_at'],
  wiki_pages: ['id', 'context_type', 'context_id', 'url', 'title', 'title_key', 'body', 'editing_roles', 'user_id', 'todo_date', 'publish_at', 'workflow_state', 'revised_at', 'created_at', 'updated_at', 'unlock_at', 'lock_at', 'only_visible_to_overrides'],
} as const;
