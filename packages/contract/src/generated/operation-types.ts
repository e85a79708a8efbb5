// Written by `npm run generate` from the contract data; edit packages/contract/src/corrections instead.
import type { JsonObject, JsonValue } from '../json-value.ts';

export interface AccommodationResponse {
  message?: string | null;
  successful?: JsonObject[] | null;
  failed?: JsonObject[] | null;
}

export interface Account {
  id?: number | null;
  name?: string | null;
  uuid?: string | null;
  parent_account_id?: number | null;
  root_account_id?: number | null;
  default_storage_quota_mb?: number | null;
  default_user_storage_quota_mb?: number | null;
  default_group_storage_quota_mb?: number | null;
  default_time_zone?: string | null;
  sis_account_id?: string | null;
  integration_id?: string | null;
  sis_import_id?: number | null;
  course_count?: number | null;
  sub_account_count?: number | null;
  lti_guid?: string | null;
  workflow_state?: string | null;
}

export interface AccountCalendar {
  id?: number | null;
  name?: string | null;
  parent_account_id?: number | null;
  root_account_id?: number | null;
  visible?: boolean | null;
  auto_subscribe?: boolean | null;
  sub_account_count?: number | null;
  asset_string?: string | null;
  type?: string | null;
  calendar_event_url?: string | null;
  can_create_calendar_events?: boolean | null;
  create_calendar_event_url?: string | null;
  new_calendar_event_url?: string | null;
}

export interface AccountNotification {
  subject?: string | null;
  message?: string | null;
  start_at?: string | null;
  end_at?: string | null;
  icon?: string | null;
  roles?: string[] | null;
  role_ids?: number[] | null;
  author?: JsonObject | null;
}

export interface Admin {
  id?: number | null;
  role?: string | null;
  user?: User | null;
  workflow_state?: string | null;
}

export interface AiExperience {
  id?: number | null;
  title?: string | null;
  description?: string | null;
  facts?: string | null;
  learning_objective?: string | null;
  pedagogical_guidance?: string | null;
  workflow_state?: string | null;
  course_id?: number | null;
}

export interface AnonymousUserDisplay {
  anonymous_id?: string | null;
  avatar_image_url?: string | null;
  display_name?: string | null;
}

export interface Answer {
  id?: number | null;
  answer_text?: string | null;
  answer_weight?: number | null;
  answer_comments?: string | null;
  text_after_answers?: string | null;
  answer_match_left?: string | null;
  answer_match_right?: string | null;
  matching_answer_incorrect_matches?: string | null;
  numerical_answer_type?: string | null;
  exact?: number | null;
  margin?: number | null;
  approximate?: number | null;
  precision?: number | null;
  start?: number | null;
  end?: number | null;
  blank_id?: number | null;
}

export interface Appointment {
  id?: number | null;
  start_at?: string | null;
  end_at?: string | null;
}

export interface AppointmentGroup {
  id?: number | null;
  title?: string | null;
  start_at?: string | null;
  end_at?: string | null;
  description?: string | null;
  location_name?: string | null;
  location_address?: string | null;
  participant_count?: number | null;
  reserved_times?: Appointment[] | null;
  allow_observer_signup?: boolean | null;
  context_codes?: string[] | null;
  sub_context_codes?: number[] | null;
  workflow_state?: string | null;
  requiring_action?: boolean | null;
  appointments_count?: number | null;
  appointments?: CalendarEvent[] | null;
  new_appointments?: CalendarEvent[] | null;
  max_appointments_per_participant?: number | null;
  min_appointments_per_participant?: number | null;
  participants_per_appointment?: number | null;
  participant_visibility?: string | null;
  participant_type?: string | null;
  url?: string | null;
  html_url?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
}

export interface Assessment {
  id?: string | null;
  key?: string | null;
  title?: string | null;
}

export interface Assignment {
  id?: number | null;
  name?: string | null;
  description?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
  due_at?: string | null;
  lock_at?: string | null;
  unlock_at?: string | null;
  has_overrides?: boolean | null;
  all_dates?: AssignmentDate[] | null;
  course_id?: number | null;
  html_url?: string | null;
  submissions_download_url?: string | null;
  assignment_group_id?: number | null;
  due_date_required?: boolean | null;
  allowed_extensions?: string[] | null;
  max_name_length?: number | null;
  turnitin_enabled?: boolean | null;
  vericite_enabled?: boolean | null;
  turnitin_settings?: TurnitinSettings | null;
  grade_group_students_individually?: boolean | null;
  external_tool_tag_attributes?: ExternalToolTagAttributes | null;
  peer_reviews?: boolean | null;
  automatic_peer_reviews?: boolean | null;
  peer_review_count?: number | null;
  peer_reviews_assign_at?: string | null;
  intra_group_peer_reviews?: boolean | null;
  group_category_id?: number | null;
  needs_grading_count?: number | null;
  needs_grading_count_by_section?: NeedsGradingCount[] | null;
  position?: number | null;
  post_to_sis?: boolean | null;
  integration_id?: string | null;
  integration_data?: JsonObject | null;
  points_possible?: number | null;
  submission_types?: string[] | null;
  has_submitted_submissions?: boolean | null;
  grading_type?: string | null;
  grading_standard_id?: number | null;
  published?: boolean | null;
  unpublishable?: boolean | null;
  only_visible_to_overrides?: boolean | null;
  locked_for_user?: boolean | null;
  lock_info?: LockInfo | null;
  lock_explanation?: string | null;
  quiz_id?: number | null;
  anonymous_submissions?: boolean | null;
  discussion_topic?: DiscussionTopic | null;
  freeze_on_copy?: boolean | null;
  frozen?: boolean | null;
  frozen_attributes?: string[] | null;
  submission?: Submission | null;
  use_rubric_for_grading?: boolean | null;
  rubric_settings?: JsonObject | null;
  rubric?: RubricCriteria[] | null;
  assignment_visibility?: number[] | null;
  overrides?: AssignmentOverride[] | null;
  omit_from_final_grade?: boolean | null;
  hide_in_gradebook?: boolean | null;
  moderated_grading?: boolean | null;
  grader_count?: number | null;
  final_grader_id?: number | null;
  grader_comments_visible_to_graders?: boolean | null;
  graders_anonymous_to_graders?: boolean | null;
  grader_names_visible_to_final_grader?: boolean | null;
  anonymous_grading?: boolean | null;
  allowed_attempts?: number | null;
  post_manually?: boolean | null;
  score_statistics?: ScoreStatistic | null;
  can_submit?: boolean | null;
  ab_guid?: string[] | null;
  annotatable_attachment_id?: number | null;
  anonymize_students?: boolean | null;
  require_lockdown_browser?: boolean | null;
  important_dates?: boolean | null;
  muted?: boolean | null;
  anonymous_peer_reviews?: boolean | null;
  anonymous_instructor_annotations?: boolean | null;
  graded_submissions_exist?: boolean | null;
  is_quiz_assignment?: boolean | null;
  in_closed_grading_period?: boolean | null;
  can_duplicate?: boolean | null;
  original_course_id?: number | null;
  original_assignment_id?: number | null;
  original_lti_resource_link_id?: number | null;
  original_assignment_name?: string | null;
  original_quiz_id?: number | null;
  workflow_state?: string | null;
}

export interface AssignmentDate {
  id?: number | null;
  base?: boolean | null;
  title?: string | null;
  due_at?: string | null;
  unlock_at?: string | null;
  lock_at?: string | null;
}

export interface AssignmentEvent {
  id?: string | null;
  title?: string | null;
  start_at?: string | null;
  end_at?: string | null;
  description?: string | null;
  context_code?: string | null;
  workflow_state?: string | null;
  url?: string | null;
  html_url?: string | null;
  all_day_date?: string | null;
  all_day?: boolean | null;
  created_at?: string | null;
  updated_at?: string | null;
  assignment?: Assignment | null;
  assignment_overrides?: AssignmentOverride | null;
  important_dates?: boolean | null;
  rrule?: string | null;
  series_head?: boolean | null;
  series_natural_language?: string | null;
}

export interface AssignmentExtension {
  assignment_id?: number | null;
  user_id?: number | null;
  extra_attempts?: number | null;
}

export interface AssignmentGroup {
  id?: number | null;
  name?: string | null;
  position?: number | null;
  group_weight?: number | null;
  sis_source_id?: string | null;
  integration_data?: JsonObject | null;
  assignments?: number[] | null;
  rules?: GradingRules | null;
}

export interface AssignmentGroupAttributes {
  id?: number | null;
  name?: string | null;
  group_weight?: number | null;
  sis_source_id?: string | null;
  integration_data?: JsonObject | null;
}

export interface AssignmentGroupGrade {
  id?: number | null;
  global_id?: number | null;
  score?: number | null;
  possible?: number | null;
  weight?: number | null;
  grade?: number | null;
  dropped?: JsonValue;
}

export interface AssignmentOverride {
  id?: number | null;
  assignment_id?: number | null;
  quiz_id?: number | null;
  context_module_id?: number | null;
  discussion_topic_id?: number | null;
  wiki_page_id?: number | null;
  attachment_id?: number | null;
  student_ids?: number[] | null;
  group_id?: number | null;
  course_section_id?: number | null;
  title?: string | null;
  due_at?: string | null;
  all_day?: boolean | null;
  all_day_date?: string | null;
  unlock_at?: string | null;
  lock_at?: string | null;
}

export interface AsyncApiErrorResponse {
  errors?: string[] | null;
}

export interface AsyncQueryResponse {
  poll_url?: string | null;
}

export interface AsyncQueryResultsResponse {
  content?: string | null;
  filename?: string | null;
  content_type?: string | null;
  content_encoding?: string | null;
}

export interface AsyncQueryStatusResponse {
  query_id?: string | null;
  status?: string | null;
  format?: string | null;
  results_url?: string | null;
}

export interface AuthenticationEvent {
  created_at?: string | null;
  event_type?: string | null;
  pseudonym_id?: number | null;
  account_id?: number | null;
  user_id?: number | null;
}

export interface AuthenticationProvider {
  identifier_format?: string | null;
  auth_type?: string | null;
  id?: number | null;
  log_out_url?: string | null;
  log_in_url?: string | null;
  certificate_fingerprint?: string | null;
  requested_authn_context?: string | null;
  auth_host?: string | null;
  auth_filter?: string | null;
  auth_over_tls?: number | null;
  auth_base?: string | null;
  auth_username?: string | null;
  auth_port?: number | null;
  position?: number | null;
  idp_entity_id?: string | null;
  login_attribute?: string | null;
  sig_alg?: string | null;
  jit_provisioning?: boolean | null;
  federated_attributes?: FederatedAttributesConfig | null;
  mfa_required?: boolean | null;
}

export interface Avatar {
  type?: string | null;
  url?: string | null;
  token?: string | null;
  display_name?: string | null;
  id?: number | null;
  'content-type'?: string | null;
  filename?: string | null;
  size?: number | null;
}

export interface BankEntryItem {
  entry_type?: string | null;
  archived?: boolean | null;
  entry?: JsonValue;
}

export interface BankItem {
  title?: string | null;
  archived?: boolean | null;
  entry_count?: number | null;
  item_entry_count?: number | null;
}

export interface BasicUser {
  id?: string | null;
  name?: string | null;
}

export interface BlackoutDate {
  id?: number | null;
  context_id?: number | null;
  context_type?: string | null;
  start_date?: string | null;
  end_date?: string | null;
  event_title?: string | null;
}

export interface BlockEditorTemplate {
  id?: number | null;
  name?: string | null;
  description?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
  node_tree?: string | null;
  editor_version?: string | null;
  template_type?: string | null;
  workflow_state?: string | null;
}

export interface BlueprintMigration {
  id?: number | null;
  template_id?: number | null;
  subscription_id?: number | null;
  user_id?: number | null;
  workflow_state?: string | null;
  created_at?: string | null;
  exports_started_at?: string | null;
  imports_queued_at?: string | null;
  imports_completed_at?: string | null;
  comment?: string | null;
}

export interface BlueprintRestriction {
  content?: boolean | null;
  points?: boolean | null;
  due_dates?: boolean | null;
  availability_dates?: boolean | null;
}

export interface BlueprintSubscription {
  id?: number | null;
  template_id?: number | null;
  blueprint_course?: JsonObject | null;
}

export interface BlueprintTemplate {
  id?: number | null;
  course_id?: number | null;
  last_export_completed_at?: string | null;
  associated_course_count?: number | null;
  latest_migration?: BlueprintMigration | null;
}

export interface Bookmark {
  id?: number | null;
  name?: string | null;
  url?: string | null;
  position?: number | null;
  data?: JsonObject | null;
}

export interface CalendarEvent {
  id?: number | null;
  title?: string | null;
  start_at?: string | null;
  end_at?: string | null;
  description?: string | null;
  location_name?: string | null;
  location_address?: string | null;
  context_code?: string | null;
  effective_context_code?: string | null;
  context_name?: string | null;
  all_context_codes?: string | null;
  workflow_state?: string | null;
  hidden?: boolean | null;
  parent_event_id?: number | null;
  child_events_count?: number | null;
  child_events?: number[] | null;
  url?: string | null;
  html_url?: string | null;
  all_day_date?: string | null;
  all_day?: boolean | null;
  created_at?: string | null;
  updated_at?: string | null;
  appointment_group_id?: number | null;
  appointment_group_url?: string | null;
  own_reservation?: boolean | null;
  reserve_url?: string | null;
  reserved?: boolean | null;
  participant_type?: string | null;
  participants_per_appointment?: number | null;
  available_slots?: number | null;
  user?: string | null;
  group?: string | null;
  important_dates?: boolean | null;
  series_uuid?: string | null;
  rrule?: string | null;
  series_head?: boolean | null;
  series_natural_language?: string | null;
  blackout_date?: boolean | null;
}

export interface CalendarLink {
  ics?: string | null;
}

export interface ChangeRecord {
  asset_id?: number | null;
  asset_type?: string | null;
  asset_name?: string | null;
  change_type?: string | null;
  html_url?: string | null;
  locked?: boolean | null;
  exceptions?: JsonObject[] | null;
}

export interface Collaboration {
  id?: number | null;
  collaboration_type?: string | null;
  document_id?: string | null;
  user_id?: number | null;
  context_id?: number | null;
  context_type?: string | null;
  url?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
  description?: string | null;
  title?: string | null;
  type?: string | null;
  update_url?: string | null;
  user_name?: string | null;
}

export interface Collaborator {
  id?: number | null;
  type?: string | null;
  name?: string | null;
}

export interface ColumnDatum {
  content?: string | null;
  user_id?: number | null;
}

export interface CommMessage {
  id?: number | null;
  created_at?: string | null;
  sent_at?: string | null;
  workflow_state?: string | null;
  from?: string | null;
  from_name?: string | null;
  to?: string | null;
  reply_to?: string | null;
  subject?: string | null;
  body?: string | null;
  html_body?: string | null;
}

export interface CommunicationChannel {
  id?: number | null;
  address?: string | null;
  type?: string | null;
  position?: number | null;
  user_id?: number | null;
  bounce_count?: number | null;
  last_bounce_at?: string | null;
  workflow_state?: string | null;
}

export interface CompletionRequirement {
  type?: string | null;
  min_score?: number | null;
  min_percentage?: number | null;
  completed?: boolean | null;
}

export interface Conference {
  id?: number | null;
  conference_type?: string | null;
  conference_key?: string | null;
  description?: string | null;
  duration?: number | null;
  ended_at?: string | null;
  started_at?: string | null;
  title?: string | null;
  users?: number[] | null;
  invitees?: number[] | null;
  attendees?: number[] | null;
  has_advanced_settings?: boolean | null;
  long_running?: boolean | null;
  user_settings?: JsonObject | null;
  recordings?: ConferenceRecording[] | null;
  url?: string | null;
  join_url?: string | null;
  context_type?: string | null;
  context_id?: number | null;
}

export interface ConferenceRecording {
  duration_minutes?: number | null;
  title?: string | null;
  updated_at?: string | null;
  created_at?: string | null;
  playback_url?: string | null;
}

export interface ContentDetails {
  points_possible?: number | null;
  due_at?: string | null;
  unlock_at?: string | null;
  lock_at?: string | null;
  locked_for_user?: boolean | null;
  lock_explanation?: string | null;
  lock_info?: LockInfo | null;
}

export interface ContentExport {
  id?: number | null;
  created_at?: string | null;
  export_type?: string | null;
  attachment?: File | null;
  progress_url?: string | null;
  user_id?: number | null;
  workflow_state?: string | null;
}

export interface ContentMigration {
  id?: number | null;
  migration_type?: string | null;
  migration_type_title?: string | null;
  migration_issues_url?: string | null;
  attachment?: string | null;
  progress_url?: string | null;
  user_id?: number | null;
  workflow_state?: string | null;
  started_at?: string | null;
  finished_at?: string | null;
  pre_attachment?: string | null;
}

export interface ContentShare {
  id?: number | null;
  name?: string | null;
  content_type?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
  user_id?: number | null;
  sender?: JsonObject | null;
  receivers?: JsonObject[] | null;
  source_course?: JsonObject | null;
  read_state?: string | null;
  content_export?: ContentExport | null;
}

export interface ContextExternalTool {
  id?: number | null;
  name?: string | null;
  description?: string | null;
  url?: string | null;
  domain?: string | null;
  consumer_key?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
  privacy_level?: string | null;
  custom_fields?: JsonObject | null;
  workflow_state?: string | null;
  is_rce_favorite?: boolean | null;
  is_top_nav_favorite?: boolean | null;
  selection_width?: number | null;
  selection_height?: number | null;
  icon_url?: string | null;
  not_selectable?: boolean | null;
  version?: string | null;
  unified_tool_id?: string | null;
  developer_key_id?: number | null;
  lti_registration_id?: number | null;
  deployment_id?: string | null;
  allow_membership_service_access?: boolean | null;
  prefer_sis_email?: boolean | null;
  estimated_duration?: EstimatedDuration | null;
  account_navigation?: ContextExternalToolPlacement | null;
  analytics_hub?: ContextExternalToolPlacement | null;
  assignment_edit?: ContextExternalToolPlacement | null;
  assignment_group_menu?: ContextExternalToolPlacement | null;
  assignment_index_menu?: ContextExternalToolPlacement | null;
  assignment_menu?: ContextExternalToolPlacement | null;
  assignment_selection?: ContextExternalToolPlacement | null;
  assignment_view?: ContextExternalToolPlacement | null;
  collaboration?: ContextExternalToolPlacement | null;
  conference_selection?: ContextExternalToolPlacement | null;
  course_assignments_menu?: ContextExternalToolPlacement | null;
  course_home_sub_navigation?: ContextExternalToolPlacement | null;
  course_navigation?: ContextExternalToolPlacement | null;
  course_settings_sub_navigation?: ContextExternalToolPlacement | null;
  discussion_topic_index_menu?: ContextExternalToolPlacement | null;
  discussion_topic_menu?: ContextExternalToolPlacement | null;
  editor_button?: ContextExternalToolPlacement | null;
  file_index_menu?: ContextExternalToolPlacement | null;
  file_menu?: ContextExternalToolPlacement | null;
  global_navigation?: ContextExternalToolPlacement | null;
  homework_submission?: ContextExternalToolPlacement | null;
  link_selection?: ContextExternalToolPlacement | null;
  migration_selection?: ContextExternalToolPlacement | null;
  module_group_menu?: ContextExternalToolPlacement | null;
  module_index_menu?: ContextExternalToolPlacement | null;
  module_index_menu_modal?: ContextExternalToolPlacement | null;
  module_menu_modal?: ContextExternalToolPlacement | null;
  module_menu?: ContextExternalToolPlacement | null;
  page_index_menu?: ContextExternalToolPlacement | null;
  page_menu?: ContextExternalToolPlacement | null;
  post_grades?: ContextExternalToolPlacement | null;
  quiz_index_menu?: ContextExternalToolPlacement | null;
  quiz_menu?: ContextExternalToolPlacement | null;
  resource_selection?: ContextExternalToolPlacement | null;
  similarity_detection?: ContextExternalToolPlacement | null;
  student_context_card?: ContextExternalToolPlacement | null;
  submission_type_selection?: ContextExternalToolPlacement | null;
  tool_configuration?: ContextExternalToolPlacement | null;
  top_navigation?: ContextExternalToolPlacement | null;
  user_navigation?: ContextExternalToolPlacement | null;
  wiki_index_menu?: ContextExternalToolPlacement | null;
  wiki_page_menu?: ContextExternalToolPlacement | null;
  ActivityAssetProcessor?: ContextExternalToolPlacement | null;
  ActivityAssetProcessorContribution?: ContextExternalToolPlacement | null;
  message_settings?: ContextExternalToolMessageSettings[] | null;
}

export interface ContextExternalToolMessageSettings {
  type?: string | null;
  enabled?: boolean | null;
  target_link_uri?: string | null;
  custom_fields?: JsonObject | null;
}

export interface ContextExternalToolPlacement {
  enabled?: boolean | null;
  url?: string | null;
  target_link_uri?: string | null;
  text?: string | null;
  label?: string | null;
  labels?: JsonObject | null;
  message_type?: string | null;
  selection_width?: number | null;
  selection_height?: number | null;
  launch_width?: number | null;
  launch_height?: number | null;
  icon_url?: string | null;
  canvas_icon_class?: string | null;
  allow_fullscreen?: boolean | null;
  custom_fields?: JsonObject | null;
  visibility?: string | null;
  required_permissions?: string | null;
  default?: string | null;
  display_type?: string | null;
  windowTarget?: string | null;
  accept_media_types?: string | null;
  use_tray?: boolean | null;
  icon_svg_path_64?: string | null;
  root_account_only?: boolean | null;
  description?: string | null;
  require_resource_selection?: boolean | null;
  prefer_sis_email?: boolean | null;
  oauth_compliant?: boolean | null;
}

export interface ContextSearchResponse {
  accounts?: SearchableAccount[] | null;
  courses?: SearchableCourse[] | null;
}

export interface Conversation {
  id?: number | null;
  subject?: string | null;
  workflow_state?: string | null;
  last_message?: string | null;
  start_at?: string | null;
  message_count?: number | null;
  subscribed?: boolean | null;
  private?: boolean | null;
  starred?: boolean | null;
  properties?: string[] | null;
  audience?: number[] | null;
  audience_contexts?: string[] | null;
  avatar_url?: string | null;
  participants?: ConversationParticipant[] | null;
  visible?: boolean | null;
  context_name?: string | null;
}

export interface ConversationParticipant {
  id?: number | null;
  name?: string | null;
  full_name?: string | null;
  avatar_url?: string | null;
  uuid?: string | null;
}

export interface Course {
  id?: number | null;
  sis_course_id?: string | null;
  uuid?: string | null;
  integration_id?: string | null;
  sis_import_id?: number | null;
  name?: string | null;
  course_code?: string | null;
  original_name?: string | null;
  workflow_state?: string | null;
  account_id?: number | null;
  root_account_id?: number | null;
  enrollment_term_id?: number | null;
  grading_periods?: GradingPeriod[] | null;
  grading_standard_id?: number | null;
  grade_passback_setting?: string | null;
  created_at?: string | null;
  start_at?: string | null;
  end_at?: string | null;
  locale?: string | null;
  enrollments?: Enrollment[] | null;
  total_students?: number | null;
  calendar?: CalendarLink | null;
  default_view?: string | null;
  syllabus_body?: string | null;
  needs_grading_count?: number | null;
  term?: Term | null;
  course_progress?: CourseProgress | null;
  apply_assignment_group_weights?: boolean | null;
  permissions?: JsonObject | null;
  is_public?: boolean | null;
  is_public_to_auth_users?: boolean | null;
  public_syllabus?: boolean | null;
  public_syllabus_to_auth?: boolean | null;
  public_description?: string | null;
  storage_quota_mb?: number | null;
  storage_quota_used_mb?: number | null;
  hide_final_grades?: boolean | null;
  license?: string | null;
  allow_student_assignment_edits?: boolean | null;
  allow_wiki_comments?: boolean | null;
  allow_student_forum_attachments?: boolean | null;
  open_enrollment?: boolean | null;
  self_enrollment?: boolean | null;
  restrict_enrollments_to_course_dates?: boolean | null;
  course_format?: string | null;
  access_restricted_by_date?: boolean | null;
  time_zone?: string | null;
  blueprint?: boolean | null;
  blueprint_restrictions?: JsonObject | null;
  blueprint_restrictions_by_object_type?: JsonObject | null;
  template?: boolean | null;
}

export interface CourseAccommodationRequest {
  user_id?: number | null;
  extra_time?: number | null;
  apply_to_in_progress_quiz_sessions?: boolean | null;
  reduce_choices_enabled?: boolean | null;
}

export interface CourseAttributes {
  id?: number | null;
  name?: string | null;
  sis_id?: string | null;
  integration_id?: string | null;
}

export interface CourseEpubExport {
  id?: number | null;
  name?: string | null;
  epub_export?: EpubExport | null;
}

export interface CourseEvent {
  id?: string | null;
  created_at?: string | null;
  event_type?: string | null;
  event_data?: string | null;
  event_source?: string | null;
  links?: CourseEventLink | null;
}

export interface CourseEventLink {
  course?: number | null;
  user?: number | null;
  page_view?: string | null;
  copied_from?: number | null;
  copied_to?: number | null;
  sis_batch?: number | null;
}

export interface CourseNickname {
  course_id?: number | null;
  name?: string | null;
  nickname?: string | null;
}

export interface CoursePace {
  id?: number | null;
  course_id?: number | null;
  user_id?: number | null;
  workflow_state?: string | null;
  exclude_weekends?: boolean | null;
  selected_days_to_skip?: number[] | null;
  hard_end_dates?: boolean | null;
  created_at?: string | null;
  end_date?: string | null;
  updated_at?: string | null;
  published_at?: string | null;
  root_account_id?: number | null;
  start_date?: string | null;
  modules?: JsonValue;
  progress?: Progress | null;
}

export interface CourseProgress {
  requirement_count?: number | null;
  requirement_completed_count?: number | null;
  next_requirement_url?: string | null;
  completed_at?: string | null;
}

export interface CourseQuizExtension {
  user_id?: number | null;
  extra_attempts?: number | null;
  extra_time?: number | null;
  manually_unlocked?: boolean | null;
  end_at?: string | null;
}

export interface CreatedEventData {
  name?: string[] | null;
  start_at?: string[] | null;
  conclude_at?: string[] | null;
  is_public?: boolean[] | null;
  created_source?: string | null;
}

export interface CustomColumn {
  id?: number | null;
  teacher_notes?: boolean | null;
  title?: string | null;
  position?: number | null;
  hidden?: boolean | null;
  read_only?: boolean | null;
}

export interface Day {
  date?: string | null;
  graders?: number | null;
}

export interface DeveloperKey {
  id?: number | null;
  name?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
  workflow_state?: string | null;
  is_lti_key?: boolean | null;
  email?: string | null;
  icon_url?: string | null;
  notes?: string | null;
  vendor_code?: string | null;
  account_name?: string | null;
  visible?: boolean | null;
  scopes?: string[] | null;
  redirect_uri?: string | null;
  redirect_uris?: string[] | null;
  access_token_count?: number | null;
  last_used_at?: string | null;
  test_cluster_only?: boolean | null;
  allow_includes?: boolean | null;
  require_scopes?: boolean | null;
  client_credentials_audience?: string | null;
  api_key?: string | null;
  tool_configuration?: LtiToolConfiguration | null;
  public_jwk?: JsonObject | null;
  public_jwk_url?: string | null;
  lti_registration?: JsonObject | null;
  is_lti_registration?: boolean | null;
  user_name?: string | null;
  user_id?: string | null;
  unified_tool_id?: string | null;
}

export interface DeveloperKeyAccountBinding {
  id?: number | null;
  account_id?: number | null;
  developer_key_id?: number | null;
  workflow_state?: number | null;
  account_owns_binding?: boolean | null;
}

export interface DiscussionTopic {
  id?: number | null;
  title?: string | null;
  message?: string | null;
  html_url?: string | null;
  posted_at?: string | null;
  last_reply_at?: string | null;
  require_initial_post?: boolean | null;
  user_can_see_posts?: boolean | null;
  discussion_subentry_count?: number | null;
  read_state?: string | null;
  unread_count?: number | null;
  subscribed?: boolean | null;
  subscription_hold?: string | null;
  assignment_id?: number | null;
  delayed_post_at?: string | null;
  published?: boolean | null;
  lock_at?: string | null;
  locked?: boolean | null;
  pinned?: boolean | null;
  locked_for_user?: boolean | null;
  lock_info?: LockInfo | null;
  lock_explanation?: string | null;
  user_name?: string | null;
  topic_children?: number[] | null;
  group_topic_children?: JsonObject[] | null;
  root_topic_id?: number | null;
  podcast_url?: string | null;
  discussion_type?: string | null;
  group_category_id?: number | null;
  attachments?: FileAttachment[] | null;
  permissions?: JsonObject | null;
  allow_rating?: boolean | null;
  only_graders_can_rate?: boolean | null;
  sort_by_rating?: boolean | null;
  sort_order?: string | null;
  sort_order_locked?: boolean | null;
  expand?: boolean | null;
  expand_locked?: boolean | null;
}

export interface Enrollment {
  id?: number | null;
  course_id?: number | null;
  sis_course_id?: string | null;
  course_integration_id?: string | null;
  course_section_id?: number | null;
  section_integration_id?: string | null;
  sis_account_id?: string | null;
  sis_section_id?: string | null;
  sis_user_id?: string | null;
  enrollment_state?: string | null;
  limit_privileges_to_course_section?: boolean | null;
  sis_import_id?: number | null;
  root_account_id?: number | null;
  type?: string | null;
  user_id?: number | null;
  associated_user_id?: number | null;
  role?: string | null;
  role_id?: number | null;
  created_at?: string | null;
  updated_at?: string | null;
  start_at?: string | null;
  end_at?: string | null;
  last_activity_at?: string | null;
  last_attended_at?: string | null;
  total_activity_time?: number | null;
  html_url?: string | null;
  grades?: Grade | null;
  user?: User | null;
  override_grade?: string | null;
  override_score?: number | null;
  unposted_current_grade?: string | null;
  unposted_final_grade?: string | null;
  unposted_current_score?: string | null;
  unposted_final_score?: string | null;
  has_grading_periods?: boolean | null;
  totals_for_all_grading_periods_option?: boolean | null;
  current_grading_period_title?: string | null;
  current_grading_period_id?: number | null;
  current_period_override_grade?: string | null;
  current_period_override_score?: number | null;
  current_period_unposted_current_score?: number | null;
  current_period_unposted_final_score?: number | null;
  current_period_unposted_current_grade?: string | null;
  current_period_unposted_final_grade?: string | null;
}

export interface EnrollmentTerm {
  id?: number | null;
  sis_term_id?: string | null;
  sis_import_id?: number | null;
  name?: string | null;
  start_at?: string | null;
  end_at?: string | null;
  workflow_state?: string | null;
  overrides?: JsonObject | null;
  course_count?: number | null;
}

export interface EnrollmentTermsList {
  enrollment_terms?: EnrollmentTerm[] | null;
}

export interface EpubExport {
  id?: number | null;
  created_at?: string | null;
  attachment?: File | null;
  progress_url?: string | null;
  user_id?: number | null;
  workflow_state?: string | null;
}

export interface ErrorReport {
  subject?: string | null;
  comments?: string | null;
  user_perceived_severity?: string | null;
  email?: string | null;
  url?: string | null;
  context_asset_string?: string | null;
  user_roles?: string | null;
}

export interface EstimatedDuration {
  id?: number | null;
  duration?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
}

export interface ExceptionRecord {
  course_id?: number | null;
  conflicting_changes?: JsonObject[] | null;
}

export interface ExperienceSummary {
  current_app?: string | null;
  available_apps?: string[] | null;
}

export interface ExternalFeed {
  id?: number | null;
  display_name?: string | null;
  url?: string | null;
  header_match?: string | null;
  created_at?: string | null;
  verbosity?: string | null;
}

export interface ExternalToolTagAttributes {
  url?: string | null;
  new_tab?: boolean | null;
  resource_link_id?: string | null;
}

export interface Favorite {
  context_id?: number | null;
  context_type?: string | null;
}

export interface Feature {
  feature?: string | null;
  display_name?: string | null;
  applies_to?: string | null;
  feature_flag?: FeatureFlag | null;
  root_opt_in?: boolean | null;
  beta?: boolean | null;
  early_access_program?: boolean | null;
  autoexpand?: boolean | null;
  release_notes_url?: string | null;
}

export interface FeatureFlag {
  context_type?: string | null;
  context_id?: number | null;
  feature?: string | null;
  state?: string | null;
  locked?: boolean | null;
}

export interface FederatedAttributeConfig {
  attribute?: string | null;
  provisioning_only?: boolean | null;
  autoconfirm?: boolean | null;
}

export interface FederatedAttributesConfig {
  admin_roles?: string | null;
  display_name?: string | null;
  email?: string | null;
  given_name?: string | null;
  integration_id?: string | null;
  locale?: string | null;
  name?: string | null;
  sis_user_id?: string | null;
  sortable_name?: string | null;
  surname?: string | null;
  timezone?: string | null;
}

export interface File {
  size?: number | null;
  'content-type'?: string | null;
  url?: string | null;
  id?: number | null;
  display_name?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
}

export interface FileAttachment {
  'content-type'?: string | null;
  url?: string | null;
  filename?: string | null;
  display_name?: string | null;
}

export interface Folder {
  context_type?: string | null;
  context_id?: number | null;
  files_count?: number | null;
  position?: number | null;
  updated_at?: string | null;
  folders_url?: string | null;
  files_url?: string | null;
  full_name?: string | null;
  lock_at?: string | null;
  id?: number | null;
  folders_count?: number | null;
  name?: string | null;
  parent_folder_id?: number | null;
  created_at?: string | null;
  unlock_at?: string | null;
  hidden?: boolean | null;
  hidden_for_user?: boolean | null;
  locked?: boolean | null;
  locked_for_user?: boolean | null;
  for_submissions?: boolean | null;
}

export interface Grade {
  grade?: number | null;
  total?: number | null;
  possible?: number | null;
  dropped?: JsonValue;
}

export interface GradeChangeEvent {
  id?: string | null;
  created_at?: string | null;
  event_type?: string | null;
  excused_after?: boolean | null;
  excused_before?: boolean | null;
  grade_after?: string | null;
  grade_before?: string | null;
  graded_anonymously?: boolean | null;
  version_number?: string | null;
  request_id?: string | null;
  links?: GradeChangeEventLinks | null;
}

export interface GradeChangeEventLinks {
  assignment?: number | null;
  course?: number | null;
  student?: number | null;
  grader?: number | null;
  page_view?: string | null;
}

export interface GradeGroup {
  submission_id?: AssignmentGroupGrade | null;
}

export interface Grader {
  id?: number | null;
  name?: string | null;
  assignments?: number[] | null;
}

export interface Grades {
  current?: Grade | null;
  current_groups?: GradeGroup | null;
  final?: Grade | null;
  final_groups?: GradeGroup | null;
}

export interface GradingPeriod {
  id?: number | null;
  title?: string | null;
  start_date?: string | null;
  end_date?: string | null;
  close_date?: string | null;
  weight?: number | null;
  is_closed?: boolean | null;
}

export interface GradingPeriodSets {
  title?: string | null;
  weighted?: boolean | null;
  display_totals_for_all_grading_periods?: boolean | null;
}

export interface GradingRules {
  drop_lowest?: number | null;
  drop_highest?: number | null;
  never_drop?: number[] | null;
}

export interface GradingSchemeEntry {
  name?: string | null;
  value?: number | null;
  calculated_value?: number | null;
}

export interface GradingStandard {
  title?: string | null;
  id?: number | null;
  context_type?: string | null;
  context_id?: number | null;
  points_based?: boolean | null;
  scaling_factor?: number | null;
  grading_scheme?: GradingSchemeEntry[] | null;
}

export interface Group {
  id?: number | null;
  name?: string | null;
  description?: string | null;
  is_public?: boolean | null;
  followed_by_user?: boolean | null;
  join_level?: string | null;
  members_count?: number | null;
  avatar_url?: string | null;
  context_type?: string | null;
  context_name?: string | null;
  course_id?: number | null;
  role?: string | null;
  group_category_id?: number | null;
  sis_group_id?: string | null;
  sis_import_id?: number | null;
  storage_quota_mb?: number | null;
  permissions?: JsonObject | null;
  users?: User[] | null;
  non_collaborative?: boolean | null;
}

export interface GroupCategory {
  id?: number | null;
  name?: string | null;
  role?: string | null;
  self_signup?: string | null;
  auto_leader?: string | null;
  context_type?: string | null;
  account_id?: number | null;
  group_limit?: number | null;
  sis_group_category_id?: string | null;
  sis_import_id?: number | null;
  progress?: Progress | null;
  non_collaborative?: boolean | null;
}

export interface GroupMembership {
  id?: number | null;
  group_id?: number | null;
  user_id?: number | null;
  workflow_state?: string | null;
  moderator?: boolean | null;
  just_created?: boolean | null;
  sis_import_id?: number | null;
}

export interface HelpLink {
  id?: string | null;
  text?: string | null;
  subtext?: string | null;
  url?: string | null;
  type?: string | null;
  available_to?: string[] | null;
}

export interface HelpLinks {
  help_link_name?: string | null;
  help_link_icon?: string | null;
  custom_help_links?: HelpLink[] | null;
  default_help_links?: HelpLink[] | null;
}

export interface HistoryEntry {
  asset_code?: string | null;
  asset_name?: string | null;
  asset_icon?: string | null;
  asset_readable_category?: string | null;
  context_type?: string | null;
  context_id?: number | null;
  context_name?: string | null;
  visited_url?: string | null;
  visited_at?: string | null;
  interaction_seconds?: number | null;
}

export interface InstAccessToken {
  token?: string | null;
}

export interface ItemProperties {
  sample_num?: number | null;
}

export interface JSONAPIPagination {
}

export interface JWT {
  token?: string | null;
}

export interface LatePolicy {
  id?: number | null;
  course_id?: number | null;
  missing_submission_deduction_enabled?: boolean | null;
  missing_submission_deduction?: number | null;
  late_submission_deduction_enabled?: boolean | null;
  late_submission_deduction?: number | null;
  late_submission_interval?: string | null;
  late_submission_minimum_percent_enabled?: boolean | null;
  late_submission_minimum_percent?: number | null;
  created_at?: string | null;
  updated_at?: string | null;
}

export interface LearningObjectDates {
  id?: number | null;
  due_at?: string | null;
  lock_at?: string | null;
  reply_to_topic_due_at?: string | null;
  required_replies_due_at?: string | null;
  unlock_at?: string | null;
  only_visible_to_overrides?: boolean | null;
  graded?: boolean | null;
  blueprint_date_locks?: string[] | null;
  visible_to_everyone?: boolean | null;
  overrides?: AssignmentOverride[] | null;
  checkpoints?: LearningObjectDates[] | null;
  tag?: string | null;
  peer_review_sub_assignment?: JsonObject | null;
}

export interface License {
  id?: string | null;
  name?: string | null;
  url?: string | null;
}

export interface LineItem {
  id?: string | null;
  scoreMaximum?: number | null;
  label?: string | null;
  tag?: string | null;
  resourceId?: string | null;
  resourceLinkId?: string | null;
  'https://canvas.instructure.com/lti/submission_type'?: string | null;
  'https://canvas.instructure.com/lti/launch_url'?: string | null;
}

export interface ListLtiRegistrationsResponse {
  total?: number | null;
  data?: LtiRegistration[] | null;
}

export interface LockInfo {
  asset_string?: string | null;
  unlock_at?: string | null;
  lock_at?: string | null;
  context_module?: string | null;
  manually_locked?: boolean | null;
}

export interface LtiAssignment {
  id?: number | null;
  name?: string | null;
  description?: string | null;
  points_possible?: number | null;
  due_at?: string | null;
  lti_id?: string | null;
  course_id?: number | null;
  lti_course_id?: string | null;
}

export interface LtiLaunchDefinition {
  definition_type?: string | null;
  definition_id?: string | null;
  name?: string | null;
  description?: string | null;
  url?: string | null;
  domain?: string | null;
  placements?: JsonObject | null;
}

export interface LtiLaunchSettings {
  message_type?: string | null;
  text?: string | null;
  labels?: JsonObject | null;
  custom_fields?: JsonObject | null;
  selection_height?: number | null;
  selection_width?: number | null;
  launch_height?: number | null;
  launch_width?: number | null;
  icon_url?: string | null;
  canvas_icon_class?: string | null;
  required_permissions?: string | null;
  windowTarget?: string | null;
  display_type?: string | null;
  url?: string | null;
  target_link_uri?: string | null;
  visibility?: string | null;
  prefer_sis_email?: boolean | null;
  oauth_compliant?: boolean | null;
  icon_svg_path_64?: string | null;
  default?: string | null;
  accept_media_types?: string | null;
  use_tray?: boolean | null;
}

export interface LtiLegacyConfiguration {
  title?: string | null;
  description?: string | null;
  custom_fields?: JsonObject | null;
  target_link_uri?: string | null;
  oidc_initiation_url?: string | null;
  oidc_initiation_urls?: JsonObject | null;
  public_jwk?: JsonObject | null;
  public_jwk_url?: string | null;
  scopes?: string[] | null;
  extensions?: JsonObject[] | null;
}

export interface LtiOverlay {
  title?: string | null;
  description?: string | null;
  custom_fields?: JsonObject | null;
  target_link_uri?: string | null;
  domain?: string | null;
  privacy_level?: string | null;
  oidc_initiation_url?: string | null;
  disabled_scopes?: string[] | null;
  disabled_placements?: string[] | null;
  placements?: JsonObject | null;
}

export interface LtiOverlayVersion {
  root_account_id?: number | null;
  created_at?: string | null;
  updated_at?: string | null;
  caused_by_reset?: boolean | null;
  created_by?: User | null;
  diff?: JsonObject[][] | null;
  lti_overlay_id?: number | null;
  account_id?: number | null;
}

export interface LtiPlacement {
  placement?: string | null;
  enabled?: boolean | null;
  message_type?: string | null;
  text?: string | null;
  labels?: JsonObject | null;
  custom_fields?: JsonObject | null;
  selection_height?: number | null;
  selection_width?: number | null;
  launch_height?: number | null;
  launch_width?: number | null;
  icon_url?: string | null;
  canvas_icon_class?: string | null;
  required_permissions?: string | null;
  windowTarget?: string | null;
  display_type?: string | null;
  url?: string | null;
  target_link_uri?: string | null;
  visibility?: string | null;
  prefer_sis_email?: boolean | null;
  oauth_compliant?: boolean | null;
  icon_svg_path_64?: string | null;
  default?: string | null;
  accept_media_types?: string | null;
  use_tray?: boolean | null;
}

export interface LtiPlacementLaunchDefinition {
  message_type?: string | null;
  url?: string | null;
  title?: string | null;
}

export interface LtiPlacementOverlay {
  text?: string | null;
  target_link_uri?: string | null;
  message_type?: string | null;
  launch_height?: number | null;
  launch_width?: number | null;
  icon_url?: string | null;
  default?: string | null;
}

export interface LtiRegistration {
  id?: number | null;
  name?: string | null;
  admin_nickname?: string | null;
  icon_url?: string | null;
  vendor?: string | null;
  account_id?: number | null;
  internal_service?: boolean | null;
  inherited?: boolean | null;
  lti_version?: string | null;
  dynamic_registration?: boolean | null;
  workflow_state?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
  created_by?: User | null;
  updated_by?: User | null;
  root_account_id?: number | null;
  account_binding?: LtiRegistrationAccountBinding | null;
  configuration?: LtiToolConfiguration | null;
}

export interface LtiRegistrationAccountBinding {
  id?: number | null;
  account_id?: number | null;
  root_account_id?: number | null;
  registration_id?: number | null;
  workflow_state?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
  created_by?: User | null;
  updated_by?: User | null;
}

export interface LtiResourceLink {
  id?: number | null;
  context_id?: number | null;
  context_type?: string | null;
  context_external_tool_id?: number | null;
  resource_type?: string | null;
  canvas_launch_url?: string | null;
  resource_link_uuid?: string | null;
  lookup_uuid?: string | null;
  title?: string | null;
  url?: string | null;
  lti_1_1_id?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
  workflow_state?: string | null;
  associated_content_type?: string | null;
  associated_content_id?: number | null;
}

export interface LtiToolConfiguration {
  title?: string | null;
  description?: string | null;
  custom_fields?: JsonObject | null;
  target_link_uri?: string | null;
  domain?: string | null;
  tool_id?: string | null;
  privacy_level?: string | null;
  oidc_initiation_url?: string | null;
  oidc_initiation_urls?: JsonObject | null;
  public_jwk?: JsonObject | null;
  public_jwk_url?: string | null;
  scopes?: string[] | null;
  redirect_uris?: string[] | null;
  launch_settings?: LtiLaunchSettings | null;
  placements?: LtiPlacement[] | null;
}

export interface MediaComment {
  'content-type'?: string | null;
  display_name?: string | null;
  media_id?: string | null;
  media_type?: string | null;
  url?: string | null;
}

export interface MediaObject {
  can_add_captions?: boolean | null;
  user_entered_title?: string | null;
  title?: string | null;
  media_id?: string | null;
  media_type?: string | null;
  media_tracks?: string | null;
  media_sources?: string | null;
}

export interface MediaTrack {
  id?: number | null;
  user_id?: number | null;
  media_object_id?: number | null;
  kind?: string | null;
  locale?: string | null;
  content?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
  webvtt_content?: string | null;
}

export interface MigrationIssue {
  id?: number | null;
  content_migration_url?: string | null;
  description?: string | null;
  workflow_state?: string | null;
  fix_issue_html_url?: string | null;
  issue_type?: string | null;
  error_report_html_url?: string | null;
  error_message?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
}

export interface Migrator {
  type?: string | null;
  requires_file_upload?: boolean | null;
  name?: string | null;
  required_settings?: string[] | null;
}

export interface Module {
  id?: number | null;
  workflow_state?: string | null;
  position?: number | null;
  name?: string | null;
  unlock_at?: string | null;
  require_sequential_progress?: boolean | null;
  requirement_type?: string | null;
  prerequisite_module_ids?: number[] | null;
  items_count?: number | null;
  items_url?: string | null;
  items?: ModuleItem[] | null;
  state?: string | null;
  completed_at?: string | null;
  publish_final_grade?: boolean | null;
  published?: boolean | null;
}

export interface ModuleAssignmentOverride {
  id?: number | null;
  context_module_id?: number | null;
  title?: string | null;
  students?: OverrideTarget | null;
  course_section?: OverrideTarget | null;
}

export interface ModuleItem {
  id?: number | null;
  module_id?: number | null;
  position?: number | null;
  title?: string | null;
  indent?: number | null;
  type?: string | null;
  content_id?: number | null;
  html_url?: string | null;
  url?: string | null;
  page_url?: string | null;
  external_url?: string | null;
  new_tab?: boolean | null;
  completion_requirement?: CompletionRequirement | null;
  content_details?: ContentDetails | null;
  published?: boolean | null;
}

export interface ModuleItemSequence {
  items?: ModuleItemSequenceNode[] | null;
  modules?: Module[] | null;
}

export interface ModuleItemSequenceNode {
  prev?: ModuleItem | null;
  current?: ModuleItem | null;
  next?: ModuleItem | null;
  mastery_path?: JsonObject | null;
}

export interface MultipleAttemptsSettings {
  multiple_attempts_enabled?: boolean | null;
  attempt_limit?: boolean | null;
  max_attempts?: number | null;
  score_to_keep?: string | null;
  cooling_period?: boolean | null;
  cooling_period_seconds?: number | null;
}

export interface NamesAndRoleContext {
  id?: string | null;
  label?: string | null;
  title?: string | null;
}

export interface NamesAndRoleMembership {
  status?: string | null;
  name?: string | null;
  picture?: string | null;
  given_name?: string | null;
  family_name?: string | null;
  email?: string | null;
  lis_person_sourcedid?: string | null;
  user_id?: string | null;
  roles?: string[] | null;
  message?: NamesAndRoleMessage[] | null;
}

export interface NamesAndRoleMemberships {
  id?: string | null;
  context?: NamesAndRoleContext | null;
  members?: NamesAndRoleMembership[] | null;
}

export interface NamesAndRoleMessage {
  'https://purl.imsglobal.org/spec/lti/claim/message_type'?: string | null;
  locale?: string | null;
  'https://www.instructure.com/canvas_user_id'?: number | null;
  'https://www.instructure.com/canvas_user_login_id'?: string | null;
  'https://purl.imsglobal.org/spec/lti/claim/custom'?: JsonObject | null;
}

export interface NeedsGradingCount {
  section_id?: string | null;
  needs_grading_count?: number | null;
}

export interface NewQuiz {
  id?: string | null;
  title?: string | null;
  instructions?: string | null;
  assignment_group_id?: string | null;
  points_possible?: number | null;
  due_at?: string | null;
  lock_at?: string | null;
  unlock_at?: string | null;
  published?: boolean | null;
  grading_type?: string | null;
  quiz_settings?: QuizSettings | null;
}

export interface NoticeCatalog {
  client_id?: string | null;
  deployment_id?: string | null;
  notice_handlers?: NoticeHandler[] | null;
}

export interface NoticeHandler {
  handler?: string | null;
  notice_type?: string | null;
  max_batch_size?: number | null;
}

export interface NotificationPreference {
  href?: string | null;
  notification?: string | null;
  category?: string | null;
  frequency?: string | null;
}

export interface OriginalityReport {
  id?: number | null;
  file_id?: number | null;
  originality_score?: number | null;
  originality_report_file_id?: number | null;
  originality_report_url?: string | null;
  tool_setting?: ToolSetting | null;
  error_report?: string | null;
  submission_time?: string | null;
  root_account_id?: number | null;
}

export interface Outcome {
  id?: number | null;
  url?: string | null;
  context_id?: number | null;
  context_type?: string | null;
  title?: string | null;
  display_name?: string | null;
  description?: string | null;
  vendor_guid?: string | null;
  points_possible?: number | null;
  mastery_points?: number | null;
  calculation_method?: string | null;
  calculation_int?: number | null;
  ratings?: RubricRating[] | null;
  can_edit?: boolean | null;
  can_unlink?: boolean | null;
  assessed?: boolean | null;
  has_updateable_rubrics?: boolean | null;
}

export interface OutcomeAlignment {
  id?: number | null;
  assignment_id?: number | null;
  assessment_id?: number | null;
  submission_types?: string | null;
  url?: string | null;
  title?: string | null;
}

export interface OutcomeGroup {
  id?: number | null;
  url?: string | null;
  parent_outcome_group?: OutcomeGroup | null;
  context_id?: number | null;
  context_type?: string | null;
  title?: string | null;
  description?: string | null;
  vendor_guid?: string | null;
  subgroups_url?: string | null;
  outcomes_url?: string | null;
  import_url?: string | null;
  can_edit?: boolean | null;
}

export interface OutcomeImport {
  id?: number | null;
  learning_outcome_group_id?: number | null;
  created_at?: string | null;
  ended_at?: string | null;
  updated_at?: string | null;
  workflow_state?: string | null;
  data?: OutcomeImportData | null;
  progress?: string | null;
  user?: User | null;
  processing_errors?: JsonObject[][] | null;
}

export interface OutcomeImportData {
  import_type?: string | null;
}

export interface OutcomeLink {
  url?: string | null;
  context_id?: number | null;
  context_type?: string | null;
  outcome_group?: OutcomeGroup | null;
  outcome?: Outcome | null;
  assessed?: boolean | null;
  can_unlink?: boolean | null;
}

export interface OutcomePath {
  id?: number | null;
  parts?: OutcomePathPart | null;
}

export interface OutcomePathPart {
  name?: string | null;
}

export interface OutcomeResult {
  id?: number | null;
  score?: number | null;
  submitted_or_assessed_at?: string | null;
  links?: JsonObject | null;
  percent?: number | null;
}

export interface OutcomeRollup {
  scores?: OutcomeRollupScore | null;
  name?: string | null;
  links?: OutcomeRollupLinks | null;
}

export interface OutcomeRollupLinks {
  course?: number | null;
  user?: number | null;
  section?: number | null;
}

export interface OutcomeRollupScore {
  score?: number | null;
  count?: number | null;
  links?: OutcomeRollupScoreLinks | null;
}

export interface OutcomeRollupScoreLinks {
  outcome?: number | null;
}

export interface OverrideTarget {
  id?: number | null;
  name?: string | null;
}

export interface Page {
  page_id?: number | null;
  url?: string | null;
  title?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
  hide_from_students?: boolean | null;
  editing_roles?: string | null;
  last_edited_by?: User | null;
  body?: string | null;
  published?: boolean | null;
  publish_at?: string | null;
  front_page?: boolean | null;
  locked_for_user?: boolean | null;
  lock_info?: LockInfo | null;
  lock_explanation?: string | null;
  editor?: string | null;
  block_editor_attributes?: JsonObject | null;
}

export interface PageRevision {
  revision_id?: number | null;
  updated_at?: string | null;
  latest?: boolean | null;
  edited_by?: User | null;
  url?: string | null;
  title?: string | null;
  body?: string | null;
}

export interface PageView {
  id?: string | null;
  app_name?: string | null;
  url?: string | null;
  context_type?: string | null;
  asset_type?: string | null;
  controller?: string | null;
  action?: string | null;
  contributed?: boolean | null;
  interaction_seconds?: number | null;
  created_at?: string | null;
  user_request?: boolean | null;
  render_time?: number | null;
  user_agent?: string | null;
  participated?: boolean | null;
  http_method?: string | null;
  remote_ip?: string | null;
  links?: PageViewLinks | null;
}

export interface PageViewLinks {
  user?: number | null;
  context?: number | null;
  asset?: number | null;
  real_user?: number | null;
  account?: number | null;
}

export interface PairingCode {
  user_id?: number | null;
  code?: string | null;
  expires_at?: string | null;
  workflow_state?: string | null;
}

export interface PeerReview {
  assessor_id?: number | null;
  asset_id?: number | null;
  asset_type?: string | null;
  id?: number | null;
  user_id?: number | null;
  workflow_state?: string | null;
  user?: string | null;
  assessor?: string | null;
  submission_comments?: string | null;
}

export interface Permission {
  key?: string | null;
  label?: string | null;
  group?: string | null;
  group_label?: string | null;
  available_to?: string[] | null;
  true_for?: string[] | null;
}

export interface PermissionHelpText {
  details?: JsonObject[] | null;
  considerations?: JsonObject[] | null;
}

export interface PlannerNote {
  id?: number | null;
  title?: string | null;
  description?: string | null;
  user_id?: number | null;
  workflow_state?: string | null;
  course_id?: number | null;
  todo_date?: string | null;
  linked_object_type?: string | null;
  linked_object_id?: number | null;
  linked_object_html_url?: string | null;
  linked_object_url?: string | null;
}

export interface PlannerOverride {
  id?: number | null;
  plannable_type?: string | null;
  plannable_id?: number | null;
  user_id?: number | null;
  assignment_id?: number | null;
  workflow_state?: string | null;
  marked_complete?: boolean | null;
  dismissed?: boolean | null;
  created_at?: string | null;
  updated_at?: string | null;
  deleted_at?: string | null;
}

export interface Poll {
  id?: number | null;
  question?: string | null;
  description?: string | null;
  created_at?: string | null;
  user_id?: number | null;
  total_results?: JsonObject | null;
}

export interface PollChoice {
  id?: number | null;
  poll_id?: number | null;
  is_correct?: boolean | null;
  text?: string | null;
  position?: number | null;
}

export interface PollSession {
  id?: number | null;
  poll_id?: number | null;
  course_id?: number | null;
  course_section_id?: number | null;
  is_published?: boolean | null;
  has_public_results?: boolean | null;
  created_at?: string | null;
  results?: JsonObject | null;
  poll_submissions?: PollSubmission | null;
}

export interface PollSubmission {
  id?: number | null;
  poll_choice_id?: number | null;
  user_id?: number | null;
  created_at?: string | null;
}

export interface Proficiency {
  ratings?: JsonValue;
}

export interface ProficiencyRating {
  description?: string | null;
  points?: number | null;
  mastery?: boolean | null;
  color?: string | null;
}

export interface Profile {
  id?: number | null;
  name?: string | null;
  short_name?: string | null;
  sortable_name?: string | null;
  title?: string | null;
  bio?: string | null;
  pronunciation?: string | null;
  primary_email?: string | null;
  login_id?: string | null;
  sis_user_id?: string | null;
  lti_user_id?: string | null;
  avatar_url?: string | null;
  calendar?: CalendarLink | null;
  time_zone?: string | null;
  locale?: string | null;
  k5_user?: boolean | null;
  use_classic_font_in_k5?: boolean | null;
}

export interface Progress {
  id?: number | null;
  context_id?: number | null;
  context_type?: string | null;
  user_id?: number | null;
  tag?: string | null;
  completion?: number | null;
  workflow_state?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
  message?: string | null;
  results?: JsonObject | null;
  url?: string | null;
}

export interface ProvisionalGrade {
  provisional_grade_id?: number | null;
  score?: number | null;
  grade?: string | null;
  grade_matches_current_submission?: boolean | null;
  graded_at?: string | null;
  final?: boolean | null;
  speedgrader_url?: string | null;
}

export interface QuestionFeedback {
  neutral?: string | null;
  correct?: string | null;
  incorrect?: string | null;
}

export interface QuestionItem {
  title?: string | null;
  item_body?: string | null;
  calculator_type?: string | null;
  feedback?: QuestionFeedback | null;
  interaction_type_slug?: string | null;
  interaction_data?: JsonObject | null;
  properties?: JsonObject | null;
  scoring_data?: JsonObject | null;
  answer_feedback?: JsonObject | null;
  scoring_algorithm?: string | null;
}

export interface Quiz {
  id?: number | null;
  title?: string | null;
  html_url?: string | null;
  mobile_url?: string | null;
  preview_url?: string | null;
  description?: string | null;
  quiz_type?: string | null;
  assignment_group_id?: number | null;
  time_limit?: number | null;
  shuffle_answers?: boolean | null;
  hide_results?: string | null;
  show_correct_answers?: boolean | null;
  show_correct_answers_last_attempt?: boolean | null;
  show_correct_answers_at?: string | null;
  hide_correct_answers_at?: string | null;
  one_time_results?: boolean | null;
  scoring_policy?: string | null;
  allowed_attempts?: number | null;
  one_question_at_a_time?: boolean | null;
  question_count?: number | null;
  points_possible?: number | null;
  cant_go_back?: boolean | null;
  access_code?: string | null;
  ip_filter?: string | null;
  due_at?: string | null;
  lock_at?: string | null;
  unlock_at?: string | null;
  published?: boolean | null;
  unpublishable?: boolean | null;
  locked_for_user?: boolean | null;
  lock_info?: LockInfo | null;
  lock_explanation?: string | null;
  speedgrader_url?: string | null;
  quiz_extensions_url?: string | null;
  permissions?: QuizPermissions | null;
  all_dates?: AssignmentDate[] | null;
  version_number?: number | null;
  question_types?: string[] | null;
  anonymous_submissions?: boolean | null;
}

export interface QuizAccommodationRequest {
  user_id?: number | null;
  extra_time?: number | null;
  extra_attempts?: number | null;
  reduce_choices_enabled?: boolean | null;
}

export interface QuizAssignmentOverride {
  id?: number | null;
  due_at?: string | null;
  unlock_at?: string | null;
  lock_at?: string | null;
  title?: string | null;
  base?: boolean | null;
}

export interface QuizAssignmentOverrideSet {
  quiz_id?: string | null;
  due_dates?: QuizAssignmentOverride | null;
  all_dates?: QuizAssignmentOverride | null;
}

export interface QuizAssignmentOverrideSetContainer {
  quiz_assignment_overrides?: QuizAssignmentOverrideSet[] | null;
}

export interface QuizExtension {
  quiz_id?: number | null;
  user_id?: number | null;
  extra_attempts?: number | null;
  extra_time?: number | null;
  manually_unlocked?: boolean | null;
  end_at?: string | null;
}

export interface QuizGroup {
  id?: number | null;
  quiz_id?: number | null;
  name?: string | null;
  pick_count?: number | null;
  question_points?: number | null;
  assessment_question_bank_id?: number | null;
  position?: number | null;
}

export interface QuizIPFilter {
  name?: string | null;
  account?: string | null;
  filter?: string | null;
}

export interface QuizItem {
  id?: string | null;
  position?: number | null;
  points_possible?: number | null;
  entry_type?: string | null;
  entry_editable?: boolean | null;
  stimulus_quiz_entry_id?: string | null;
  status?: string | null;
  properties?: ItemProperties | null;
  entry?: JsonValue;
}

export interface QuizPermissions {
  read?: boolean | null;
  submit?: boolean | null;
  create?: boolean | null;
  manage?: boolean | null;
  read_statistics?: boolean | null;
  review_grades?: boolean | null;
  update?: boolean | null;
}

export interface QuizQuestion {
  id?: number | null;
  quiz_id?: number | null;
  position?: number | null;
  question_name?: string | null;
  question_type?: string | null;
  question_text?: string | null;
  points_possible?: number | null;
  correct_comments?: string | null;
  incorrect_comments?: string | null;
  neutral_comments?: string | null;
  answers?: Answer[] | null;
}

export interface QuizReport {
  id?: number | null;
  quiz_id?: number | null;
  report_type?: string | null;
  readable_type?: string | null;
  includes_all_versions?: boolean | null;
  anonymous?: boolean | null;
  generatable?: boolean | null;
  created_at?: string | null;
  updated_at?: string | null;
  url?: string | null;
  file?: File | null;
  progress_url?: string | null;
  progress?: Progress | null;
}

export interface QuizSettings {
  calculator_type?: string | null;
  filter_ip_address?: boolean | null;
  filters?: JsonObject | null;
  one_at_a_time_type?: string | null;
  allow_backtracking?: boolean | null;
  shuffle_answers?: boolean | null;
  shuffle_questions?: boolean | null;
  require_student_access_code?: boolean | null;
  student_access_code?: string | null;
  has_time_limit?: boolean | null;
  session_time_limit_in_seconds?: number | null;
  multiple_attempts?: MultipleAttemptsSettings | null;
  result_view_settings?: ResultViewSettings | null;
}

export interface QuizStatistics {
  id?: number | null;
  quiz_id?: number | null;
  multiple_attempts_exist?: boolean | null;
  includes_all_versions?: boolean | null;
  generated_at?: string | null;
  url?: string | null;
  html_url?: string | null;
  question_statistics?: QuizStatisticsQuestionStatistics | null;
  submission_statistics?: QuizStatisticsSubmissionStatistics | null;
  links?: QuizStatisticsLinks | null;
}

export interface QuizStatisticsAnswerPointBiserial {
  answer_id?: number | null;
  point_biserial?: number | null;
  correct?: boolean | null;
  distractor?: boolean | null;
}

export interface QuizStatisticsAnswerStatistics {
  id?: number | null;
  text?: string | null;
  weight?: number | null;
  responses?: number | null;
}

export interface QuizStatisticsLinks {
  quiz?: string | null;
}

export interface QuizStatisticsQuestionStatistics {
  responses?: number | null;
  answers?: QuizStatisticsAnswerStatistics | null;
}

export interface QuizStatisticsSubmissionStatistics {
  unique_count?: number | null;
  score_average?: number | null;
  score_high?: number | null;
  score_low?: number | null;
  score_stdev?: number | null;
  scores?: JsonObject | null;
  correct_count_average?: number | null;
  incorrect_count_average?: number | null;
  duration_average?: number | null;
}

export interface QuizSubmission {
  id?: number | null;
  quiz_id?: number | null;
  user_id?: number | null;
  submission_id?: number | null;
  started_at?: string | null;
  finished_at?: string | null;
  end_at?: string | null;
  attempt?: number | null;
  extra_attempts?: number | null;
  extra_time?: number | null;
  manually_unlocked?: boolean | null;
  time_spent?: number | null;
  score?: number | null;
  score_before_regrade?: number | null;
  kept_score?: number | null;
  fudge_points?: number | null;
  has_seen_results?: boolean | null;
  workflow_state?: string | null;
  overdue_and_needs_submission?: boolean | null;
}

export interface QuizSubmissionEvent {
  created_at?: string | null;
  event_type?: string | null;
  event_data?: JsonObject | null;
}

export interface QuizSubmissionQuestion {
  id?: number | null;
  flagged?: boolean | null;
  answer?: string | null;
  answers?: string[] | null;
}

export interface QuizSubmissionUserList {
}

export interface QuizSubmissionUserListMeta {
}

export interface Report {
  id?: number | null;
  file_url?: string | null;
  attachment?: File | null;
  status?: string | null;
  created_at?: string | null;
  started_at?: string | null;
  ended_at?: string | null;
  parameters?: ReportParameters | null;
  progress?: number | null;
}

export interface ReportParameters {
}

export interface Result {
  id?: string | null;
  userId?: string | null;
  resultScore?: number | null;
  resultMaximum?: number | null;
  comment?: string | null;
  scoreOf?: string | null;
}

export interface ResultLinks {
  user?: string | null;
  assessor?: string | null;
  assessment?: string | null;
}

export interface ResultViewSettings {
  result_view_restricted?: boolean | null;
  display_points_awarded?: boolean | null;
  display_points_possible?: boolean | null;
  display_items?: boolean | null;
  display_item_response?: boolean | null;
  display_item_response_qualifier?: string | null;
  show_item_responses_at?: string | null;
  hide_item_responses_at?: string | null;
  display_item_response_correctness?: boolean | null;
  display_item_response_correctness_qualifier?: string | null;
  show_item_response_correctness_at?: string | null;
  hide_item_response_correctness_at?: string | null;
  display_item_correct_answer?: boolean | null;
  display_item_feedback?: boolean | null;
}

export interface Role {
  id?: number | null;
  label?: string | null;
  role?: string | null;
  base_role_type?: string | null;
  is_account_role?: boolean | null;
  account?: Account | null;
  workflow_state?: string | null;
  created_at?: string | null;
  last_updated_at?: string | null;
  permissions?: JsonObject | null;
}

export interface RolePermissions {
  enabled?: boolean | null;
  locked?: boolean | null;
  applies_to_self?: boolean | null;
  applies_to_descendants?: boolean | null;
  readonly?: boolean | null;
  explicit?: boolean | null;
  prior_default?: boolean | null;
}

export interface Rubric {
  id?: number | null;
  title?: string | null;
  context_id?: number | null;
  context_type?: string | null;
  points_possible?: number | null;
  reusable?: boolean | null;
  read_only?: boolean | null;
  free_form_criterion_comments?: boolean | null;
  hide_score_total?: boolean | null;
  data?: RubricCriterion[] | null;
  assessments?: RubricAssessment[] | null;
  associations?: RubricAssociation[] | null;
}

export interface RubricAssessment {
  id?: number | null;
  rubric_id?: number | null;
  rubric_association_id?: number | null;
  score?: number | null;
  artifact_type?: string | null;
  artifact_id?: number | null;
  artifact_attempt?: number | null;
  assessment_type?: string | null;
  assessor_id?: number | null;
  data?: JsonObject[] | null;
  comments?: string[] | null;
}

export interface RubricAssociation {
  id?: number | null;
  rubric_id?: number | null;
  association_id?: number | null;
  association_type?: string | null;
  use_for_grading?: boolean | null;
  summary_data?: string | null;
  purpose?: string | null;
  hide_score_total?: boolean | null;
  hide_points?: boolean | null;
  hide_outcome_results?: boolean | null;
}

export interface RubricCriteria {
  points?: number | null;
  id?: string | null;
  learning_outcome_id?: string | null;
  vendor_guid?: string | null;
  description?: string | null;
  long_description?: string | null;
  criterion_use_range?: boolean | null;
  ratings?: RubricRating[] | null;
  ignore_for_scoring?: boolean | null;
}

export interface RubricCriterion {
  id?: string | null;
  description?: string | null;
  long_description?: string | null;
  points?: number | null;
  criterion_use_range?: boolean | null;
  ratings?: RubricRating[] | null;
}

export interface RubricRating {
  id?: string | null;
  criterion_id?: string | null;
  description?: string | null;
  long_description?: string | null;
  points?: number | null;
}

export interface SSOSettings {
  login_handle_name?: string | null;
  change_password_url?: string | null;
  auth_discovery_url?: string | null;
  unknown_user_url?: string | null;
}

export interface Scope {
  resource?: string | null;
  resource_name?: string | null;
  controller?: string | null;
  action?: string | null;
  verb?: string | null;
  scope?: string | null;
}

export interface Score {
  userId?: string | null;
  scoreGiven?: number | null;
  scoreMaximum?: number | null;
  comment?: string | null;
  timestamp?: string | null;
  activityProgress?: string | null;
  gradingProgress?: string | null;
  submission?: JsonObject | null;
}

export interface ScoreStatistic {
  min?: number | null;
  max?: number | null;
  mean?: number | null;
  upper_q?: number | null;
  median?: number | null;
  lower_q?: number | null;
}

export interface SearchResult {
  content_id?: number | null;
  content_type?: string | null;
  title?: string | null;
  body?: string | null;
  html_url?: string | null;
  distance?: number | null;
}

export interface SearchableAccount {
  id?: string | null;
  name?: string | null;
  sis_id?: string | null;
  display_path?: string[] | null;
}

export interface SearchableCourse {
  id?: string | null;
  name?: string | null;
  sis_id?: string | null;
  display_path?: string[] | null;
  course_code?: string | null;
}

export interface Section {
  id?: number | null;
  name?: string | null;
  sis_section_id?: string | null;
  integration_id?: string | null;
  sis_import_id?: number | null;
  course_id?: number | null;
  sis_course_id?: string | null;
  start_at?: string | null;
  end_at?: string | null;
  restrict_enrollments_to_section_dates?: boolean | null;
  nonxlist_course_id?: number | null;
  total_students?: number | null;
  students?: User[] | null;
}

export interface SectionAssignmentOverrideAttributes {
  override_title?: string | null;
  due_at?: string | null;
  unlock_at?: string | null;
  lock_at?: string | null;
}

export interface SectionAttributes {
  id?: number | null;
  name?: string | null;
  sis_id?: string | null;
  integration_id?: string | null;
  origin_course?: CourseAttributes | null;
  xlist_course?: CourseAttributes | null;
  override?: SectionAssignmentOverrideAttributes | null;
}

export interface SharedBrandConfig {
  id?: number | null;
  account_id?: string | null;
  brand_config_md5?: string | null;
  name?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
}

export interface SisAssignment {
  id?: number | null;
  course_id?: number | null;
  name?: string | null;
  created_at?: string | null;
  due_at?: string | null;
  unlock_at?: string | null;
  lock_at?: string | null;
  points_possible?: number | null;
  submission_types?: string[] | null;
  integration_id?: string | null;
  integration_data?: string | null;
  include_in_final_grade?: boolean | null;
  assignment_group?: AssignmentGroupAttributes[] | null;
  sections?: SectionAttributes[] | null;
  user_overrides?: UserAssignmentOverrideAttributes[] | null;
}

export interface SisImport {
  id?: number | null;
  created_at?: string | null;
  ended_at?: string | null;
  updated_at?: string | null;
  workflow_state?: string | null;
  data?: SisImportData | null;
  statistics?: SisImportStatistics | null;
  progress?: string | null;
  errors_attachment?: File | null;
  user?: User | null;
  processing_warnings?: string[][] | null;
  processing_errors?: string[][] | null;
  batch_mode?: boolean | null;
  batch_mode_term_id?: string | null;
  multi_term_batch_mode?: boolean | null;
  skip_deletes?: boolean | null;
  override_sis_stickiness?: boolean | null;
  add_sis_stickiness?: boolean | null;
  clear_sis_stickiness?: boolean | null;
  diffing_threshold_exceeded?: boolean | null;
  diffing_data_set_identifier?: string | null;
  diffing_remaster?: boolean | null;
  diffed_against_import_id?: number | null;
  csv_attachments?: File[][] | null;
}

export interface SisImportCounts {
  accounts?: number | null;
  terms?: number | null;
  abstract_courses?: number | null;
  courses?: number | null;
  sections?: number | null;
  xlists?: number | null;
  users?: number | null;
  enrollments?: number | null;
  groups?: number | null;
  group_memberships?: number | null;
  grade_publishing_results?: number | null;
  batch_courses_deleted?: number | null;
  batch_sections_deleted?: number | null;
  batch_enrollments_deleted?: number | null;
  error_count?: number | null;
  warning_count?: number | null;
}

export interface SisImportData {
  import_type?: string | null;
  supplied_batches?: string[] | null;
  counts?: SisImportCounts | null;
}

export interface SisImportError {
  sis_import_id?: number | null;
  file?: string | null;
  message?: string | null;
  row_info?: string | null;
  row?: number | null;
}

export interface SisImportStatistic {
  created?: number | null;
  concluded?: number | null;
  deactivated?: number | null;
  restored?: number | null;
  deleted?: number | null;
}

export interface SisImportStatistics {
  total_state_changes?: number | null;
  Account?: SisImportStatistic | null;
  EnrollmentTerm?: SisImportStatistic | null;
  CommunicationChannel?: SisImportStatistic | null;
  AbstractCourse?: SisImportStatistic | null;
  Course?: SisImportStatistic | null;
  CourseSection?: SisImportStatistic | null;
  Enrollment?: SisImportStatistic | null;
  GroupCategory?: SisImportStatistic | null;
  Group?: SisImportStatistic | null;
  GroupMembership?: SisImportStatistic | null;
  Pseudonym?: SisImportStatistic | null;
  UserObserver?: SisImportStatistic | null;
  AccountUser?: SisImportStatistic | null;
}

export interface StimulusItem {
  title?: string | null;
  body?: string | null;
  instructions?: string | null;
  source_url?: string | null;
  orientation?: string | null;
  passage?: boolean | null;
}

export interface StudentAttributes {
  user_id?: number | null;
  sis_user_id?: string | null;
}

export interface Submission {
  id?: number | null;
  student_entered_score?: string | null;
}

export interface SubmissionComment {
  id?: number | null;
  author_id?: number | null;
  author_name?: string | null;
  author?: string | null;
  comment?: string | null;
  created_at?: string | null;
  edited_at?: string | null;
  media_comment?: MediaComment | null;
}

export interface SubmissionHistory {
  submission_id?: number | null;
  versions?: SubmissionVersion[] | null;
}

export interface SubmissionVersion {
  assignment_id?: number | null;
  assignment_name?: string | null;
  body?: string | null;
  current_grade?: string | null;
  current_graded_at?: string | null;
  current_grader?: string | null;
  grade_matches_current_submission?: boolean | null;
  graded_at?: string | null;
  grader?: string | null;
  grader_id?: number | null;
  id?: number | null;
  new_grade?: string | null;
  new_graded_at?: string | null;
  new_grader?: string | null;
  previous_grade?: string | null;
  previous_graded_at?: string | null;
  previous_grader?: string | null;
  score?: number | null;
  user_name?: string | null;
  submission_type?: string | null;
  url?: string | null;
  user_id?: number | null;
  workflow_state?: string | null;
}

export interface Tab {
  html_url?: string | null;
  id?: string | null;
  label?: string | null;
  type?: string | null;
  hidden?: boolean | null;
  visibility?: string | null;
  position?: number | null;
}

export interface TemporaryEnrollmentPairing {
  id?: number | null;
  workflow_state?: string | null;
}

export interface Term {
  id?: number | null;
  name?: string | null;
  start_at?: string | null;
  end_at?: string | null;
}

export interface TermsOfService {
  id?: number | null;
  terms_type?: string | null;
  passive?: boolean | null;
  account_id?: number | null;
  content?: string | null;
  self_registration_type?: string | null;
}

export interface Token {
  id?: number | null;
  created_at?: string | null;
  expires_at?: string | null;
  workflow_state?: string | null;
  remember_access?: boolean | null;
  scopes?: string[] | null;
  real_user_id?: number | null;
  token?: string | null;
  token_hint?: string | null;
  user_id?: number | null;
  purpose?: string | null;
  app_name?: string | null;
  can_manually_regenerate?: boolean | null;
}

export interface ToolSetting {
  resource_type_code?: string | null;
  resource_url?: string | null;
}

export interface TurnitinSettings {
  originality_report_visibility?: string | null;
  s_paper_check?: boolean | null;
  internet_check?: boolean | null;
  journal_check?: boolean | null;
  exclude_biblio?: boolean | null;
  exclude_quoted?: boolean | null;
  exclude_small_matches_type?: string | null;
  exclude_small_matches_value?: number | null;
}

export interface UpdatedEventData {
  name?: string[] | null;
  start_at?: string[] | null;
  conclude_at?: string[] | null;
  is_public?: boolean[] | null;
}

export interface UsageRights {
  legal_copyright?: string | null;
  use_justification?: string | null;
  license?: string | null;
  license_name?: string | null;
  message?: string | null;
  file_ids?: number[] | null;
}

export interface User {
  id?: number | null;
  name?: string | null;
  sortable_name?: string | null;
  last_name?: string | null;
  first_name?: string | null;
  short_name?: string | null;
  sis_user_id?: string | null;
  sis_import_id?: number | null;
  integration_id?: string | null;
  login_id?: string | null;
  avatar_url?: string | null;
  avatar_state?: string | null;
  enrollments?: Enrollment[] | null;
  email?: string | null;
  locale?: string | null;
  last_login?: string | null;
  time_zone?: string | null;
  bio?: string | null;
  pronouns?: string | null;
}

export interface UserAssignmentOverrideAttributes {
  id?: number | null;
  title?: string | null;
  due_at?: string | null;
  unlock_at?: string | null;
  lock_at?: string | null;
  students?: StudentAttributes[] | null;
}

export interface UserDisplay {
  id?: number | null;
  short_name?: string | null;
  avatar_image_url?: string | null;
  html_url?: string | null;
}

export interface ePortfolio {
  id?: number | null;
  user_id?: number | null;
  name?: string | null;
  public?: boolean | null;
  created_at?: string | null;
  updated_at?: string | null;
  workflow_state?: string | null;
  deleted_at?: string | null;
  spam_status?: string | null;
}

export interface ePortfolioPage {
  id?: number | null;
  eportfolio_id?: number | null;
  position?: number | null;
  name?: string | null;
  content?: string | null;
  created_at?: string | null;
  updated_at?: string | null;
}

export interface OperationTypes {
  'GET /api/lti/accounts/{account_id}': {
    path: { account_id: string };
    params: {};
    returns: Account;
  };
  'GET /api/lti/assignments/{assignment_id}/files/{file_id}/originality_report': {
    path: { assignment_id: string; file_id: string };
    params: {};
    returns: OriginalityReport;
  };
  'PUT /api/lti/assignments/{assignment_id}/files/{file_id}/originality_report': {
    path: { assignment_id: string; file_id: string };
    params: { originality_report?: { originality_score?: number | null; originality_report_url?: string | null; originality_report_file_id?: number | null; tool_setting?: { resource_type_code?: string | null; resource_url?: string | null }; workflow_state?: string | null; error_message?: string | null } };
    returns: OriginalityReport;
  };
  'GET /api/lti/assignments/{assignment_id}/submissions/{submission_id}/history': {
    path: { assignment_id: string; submission_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/lti/assignments/{assignment_id}/submissions/{submission_id}/originality_report/{id}': {
    path: { assignment_id: string; submission_id: string; id: string };
    params: {};
    returns: OriginalityReport;
  };
  'PUT /api/lti/assignments/{assignment_id}/submissions/{submission_id}/originality_report/{id}': {
    path: { assignment_id: string; submission_id: string; id: string };
    params: { originality_report?: { originality_score?: number | null; originality_report_url?: string | null; originality_report_file_id?: number | null; tool_setting?: { resource_type_code?: string | null; resource_url?: string | null }; workflow_state?: string | null; error_message?: string | null } };
    returns: OriginalityReport;
  };
  'POST /api/lti/assignments/{assignment_id}/submissions/{submission_id}/originality_report': {
    path: { assignment_id: string; submission_id: string };
    params: { originality_report?: { file_id?: number | null; originality_score?: number | null; originality_report_url?: string | null; originality_report_file_id?: number | null; tool_setting?: { resource_type_code?: string | null; resource_url?: string | null }; workflow_state?: string | null; error_message?: string | null; attempt?: number | null } };
    returns: OriginalityReport;
  };
  'GET /api/lti/assignments/{assignment_id}/submissions/{submission_id}': {
    path: { assignment_id: string; submission_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/lti/assignments/{assignment_id}': {
    path: { assignment_id: string };
    params: { user_id?: string | null };
    returns: LtiAssignment;
  };
  'DELETE /api/lti/courses/{course_id}/line_items/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: LineItem;
  };
  'GET /api/lti/courses/{course_id}/line_items/{id}': {
    path: { course_id: string; id: string };
    params: { include?: string[] };
    returns: LineItem;
  };
  'PUT /api/lti/courses/{course_id}/line_items/{id}': {
    path: { course_id: string; id: string };
    params: { scoreMaximum?: number | null; label?: string | null; resourceId?: string | null; tag?: string | null; startDateTime?: string | null; endDateTime?: string | null };
    returns: LineItem;
  };
  'GET /api/lti/courses/{course_id}/line_items/{line_item_id}/results/{id}': {
    path: { course_id: string; line_item_id: string; id: string };
    params: {};
    returns: Result;
  };
  'GET /api/lti/courses/{course_id}/line_items/{line_item_id}/results': {
    path: { course_id: string; line_item_id: string };
    params: {};
    returns: Result;
  };
  'POST /api/lti/courses/{course_id}/line_items/{line_item_id}/scores': {
    path: { course_id: string; line_item_id: string };
    params: { userId?: string | null; activityProgress?: string | null; gradingProgress?: string | null; timestamp?: string | null; scoreGiven?: number | null; scoreMaximum?: number | null; comment?: string | null; submission?: { submittedAt?: string | null }; 'https://canvas.instructure.com/lti/submission'?: { new_submission?: boolean; preserve_score?: boolean; prioritize_non_tool_grade?: boolean; submission_type?: string | null; submission_data?: string | null; submitted_at?: string | null; content_items?: string[] } };
    returns: { resultUrl: string };
  };
  'GET /api/lti/courses/{course_id}/line_items': {
    path: { course_id: string };
    params: { tag?: string | null; resource_id?: string | null; resource_link_id?: string | null; limit?: string | null; include?: string[] };
    returns: LineItem;
  };
  'POST /api/lti/courses/{course_id}/line_items': {
    path: { course_id: string };
    params: { scoreMaximum?: number | null; label?: string | null; resourceId?: string | null; tag?: string | null; resourceLinkId?: string | null; startDateTime?: string | null; endDateTime?: string | null; 'https://canvas.instructure.com/lti/submission_type'?: JsonValue };
    returns: LineItem;
  };
  'GET /api/lti/courses/{course_id}/names_and_roles': {
    path: { course_id: string };
    params: { rlid?: string | null; role?: string | null; limit?: string | null };
    returns: NamesAndRoleMemberships;
  };
  'GET /api/lti/courses/{course_id}/progress/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: Progress;
  };
  'PUT /api/lti/developer_key/update_public_jwk': {
    path: {};
    params: { public_jwk?: JsonValue };
    returns: DeveloperKey;
  };
  'GET /api/lti/groups/{group_id}/names_and_roles': {
    path: { group_id: string };
    params: { role?: string | null; limit?: string | null; rlid?: string | null };
    returns: NamesAndRoleMemberships;
  };
  'GET /api/lti/groups/{group_id}/users': {
    path: { group_id: string };
    params: {};
    returns: User[];
  };
  'GET /api/lti/notice-handlers/{context_external_tool_id}': {
    path: { context_external_tool_id: string };
    params: {};
    returns: NoticeCatalog;
  };
  'PUT /api/lti/notice-handlers/{context_external_tool_id}': {
    path: { context_external_tool_id: string };
    params: { notice_type?: string | null; handler?: string | null; max_batch_size?: number | null };
    returns: NoticeHandler;
  };
  'DELETE /api/lti/subscriptions/{id}': {
    path: { id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/lti/subscriptions/{id}': {
    path: { id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/lti/subscriptions/{id}': {
    path: { id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/lti/subscriptions': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'POST /api/lti/subscriptions': {
    path: {};
    params: { subscription?: { ContextId?: string | null; ContextType?: string | null; EventTypes?: string[]; Format?: string | null; TransportMetadata?: JsonValue; TransportType?: string | null } };
    returns: JsonValue;
  };
  'GET /api/lti/users/{id}': {
    path: { id: string };
    params: {};
    returns: User;
  };
  'GET /api/lti/uuid_map': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'POST /api/quiz/v1/courses/{course_id}/accommodations': {
    path: { course_id: string };
    params: { user_id?: number | null; extra_time?: number | null; apply_to_in_progress_quiz_sessions?: boolean; reduce_choices_enabled?: boolean };
    returns: AccommodationResponse;
  };
  'POST /api/quiz/v1/courses/{course_id}/quizzes/{assignment_id}/accommodations': {
    path: { course_id: string; assignment_id: string };
    params: { user_id?: number | null; extra_time?: number | null; extra_attempts?: number | null; reduce_choices_enabled?: boolean };
    returns: AccommodationResponse;
  };
  'GET /api/quiz/v1/courses/{course_id}/quizzes/{assignment_id}/items/media_upload_url': {
    path: { course_id: string; assignment_id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/quiz/v1/courses/{course_id}/quizzes/{assignment_id}/items/{item_id}': {
    path: { course_id: string; assignment_id: string; item_id: string };
    params: {};
    returns: QuizItem;
  };
  'GET /api/quiz/v1/courses/{course_id}/quizzes/{assignment_id}/items/{item_id}': {
    path: { course_id: string; assignment_id: string; item_id: string };
    params: {};
    returns: QuizItem;
  };
  'PATCH /api/quiz/v1/courses/{course_id}/quizzes/{assignment_id}/items/{item_id}': {
    path: { course_id: string; assignment_id: string; item_id: string };
    params: { item?: { position?: number | null; points_possible?: number | null; entry_type?: string | null; entry?: { title?: string | null; item_body?: string | null; calculator_type?: string | null; feedback?: { neutral?: string | null; correct?: string | null; incorrect?: string | null }; interaction_type_slug?: string | null; interaction_data?: JsonValue; properties?: JsonValue; scoring_data?: JsonValue; answer_feedback?: JsonValue; scoring_algorithm?: string | null } } };
    returns: QuizItem;
  };
  'GET /api/quiz/v1/courses/{course_id}/quizzes/{assignment_id}/items': {
    path: { course_id: string; assignment_id: string };
    params: {};
    returns: QuizItem[];
  };
  'POST /api/quiz/v1/courses/{course_id}/quizzes/{assignment_id}/items': {
    path: { course_id: string; assignment_id: string };
    params: { item?: { position?: number | null; points_possible?: number | null; entry_type?: string | null; entry?: { title?: string | null; item_body?: string | null; calculator_type?: string | null; feedback?: { neutral?: string | null; correct?: string | null; incorrect?: string | null }; interaction_type_slug?: string | null; interaction_data?: JsonValue; properties?: JsonValue; scoring_data?: JsonValue; answer_feedback?: JsonValue; scoring_algorithm?: string | null } } };
    returns: QuizItem;
  };
  'POST /api/quiz/v1/courses/{course_id}/quizzes/{assignment_id}/reports': {
    path: { course_id: string; assignment_id: string };
    params: { quiz_report?: { report_type?: string | null; format?: string | null } };
    returns: Progress;
  };
  'DELETE /api/quiz/v1/courses/{course_id}/quizzes/{assignment_id}': {
    path: { course_id: string; assignment_id: string };
    params: {};
    returns: NewQuiz;
  };
  'GET /api/quiz/v1/courses/{course_id}/quizzes/{assignment_id}': {
    path: { course_id: string; assignment_id: string };
    params: {};
    returns: NewQuiz;
  };
  'PATCH /api/quiz/v1/courses/{course_id}/quizzes/{assignment_id}': {
    path: { course_id: string; assignment_id: string };
    params: { quiz?: { title?: string | null; assignment_group_id?: number | null; points_possible?: number | null; due_at?: string | null; lock_at?: string | null; unlock_at?: string | null; grading_type?: string | null; instructions?: string | null; quiz_settings?: { calculator_type?: string | null; filter_ip_address?: boolean; filters?: { ips?: string[] }; multiple_attempts?: { multiple_attempts_enabled?: boolean; attempt_limit?: boolean; max_attempts?: number | null; score_to_keep?: string | null; cooling_period?: boolean; cooling_period_seconds?: number | null }; one_at_a_time_type?: string | null; allow_backtracking?: boolean; result_view_settings?: { result_view_restricted?: boolean; display_points_awarded?: boolean; display_points_possible?: boolean; display_items?: boolean; display_item_response?: boolean; display_item_response_qualifier?: string | null; show_item_responses_at?: string | null; hide_item_responses_at?: string | null; display_item_response_correctness?: boolean; display_item_response_correctness_qualifier?: string | null; show_item_response_correctness_at?: string | null; hide_item_response_correctness_at?: string | null; display_item_correct_answer?: boolean; display_item_feedback?: boolean }; shuffle_answers?: boolean; shuffle_questions?: boolean; require_student_access_code?: boolean; student_access_code?: string | null; has_time_limit?: boolean; session_time_limit_in_seconds?: number | null } } };
    returns: NewQuiz;
  };
  'GET /api/quiz/v1/courses/{course_id}/quizzes': {
    path: { course_id: string };
    params: {};
    returns: NewQuiz[];
  };
  'POST /api/quiz/v1/courses/{course_id}/quizzes': {
    path: { course_id: string };
    params: { quiz?: { title?: string | null; assignment_group_id?: number | null; points_possible?: number | null; due_at?: string | null; lock_at?: string | null; unlock_at?: string | null; grading_type?: string | null; instructions?: string | null; quiz_settings?: { calculator_type?: string | null; filter_ip_address?: boolean; filters?: { ips?: string[] }; multiple_attempts?: { multiple_attempts_enabled?: boolean; attempt_limit?: boolean; max_attempts?: number | null; score_to_keep?: string | null; cooling_period?: boolean; cooling_period_seconds?: number | null }; one_at_a_time_type?: string | null; allow_backtracking?: boolean; result_view_settings?: { result_view_restricted?: boolean; display_points_awarded?: boolean; display_points_possible?: boolean; display_items?: boolean; display_item_response?: boolean; display_item_response_qualifier?: string | null; show_item_responses_at?: string | null; hide_item_responses_at?: string | null; display_item_response_correctness?: boolean; display_item_response_correctness_qualifier?: string | null; show_item_response_correctness_at?: string | null; hide_item_response_correctness_at?: string | null; display_item_correct_answer?: boolean; display_item_feedback?: boolean }; shuffle_answers?: boolean; shuffle_questions?: boolean; require_student_access_code?: boolean; student_access_code?: string | null; has_time_limit?: boolean; session_time_limit_in_seconds?: number | null } } };
    returns: NewQuiz;
  };
  'GET /api/sis/accounts/{account_id}/assignments': {
    path: { account_id: string };
    params: { course_id?: number | null; starts_before?: string | null; ends_after?: string | null; include?: string | null };
    returns: JsonValue;
  };
  'GET /api/sis/courses/{course_id}/assignments': {
    path: { course_id: string };
    params: { account_id?: number | null; starts_before?: string | null; ends_after?: string | null; include?: string | null };
    returns: JsonValue;
  };
  'PUT /api/sis/courses/{course_id}/disable_post_to_sis': {
    path: { course_id: string };
    params: { grading_period_id?: number | null };
    returns: JsonValue;
  };
  'GET /api/v1/account_calendars/{account_id}': {
    path: { account_id: string };
    params: {};
    returns: AccountCalendar;
  };
  'PUT /api/v1/account_calendars/{account_id}': {
    path: { account_id: string };
    params: { visible?: boolean; auto_subscribe?: boolean };
    returns: AccountCalendar;
  };
  'GET /api/v1/account_calendars': {
    path: {};
    params: { search_term?: string | null };
    returns: { account_calendars: AccountCalendar[]; total_results: number };
  };
  'GET /api/v1/accounts/search': {
    path: {};
    params: { name?: string | null; domain?: string | null; latitude?: number | null; longitude?: number | null };
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/account_calendars': {
    path: { account_id: string };
    params: { search_term?: string | null; filter?: string | null };
    returns: AccountCalendar[];
  };
  'PUT /api/v1/accounts/{account_id}/account_calendars': {
    path: { account_id: string };
    params: { _json?: { id?: string | null; visible?: boolean; auto_subscribe?: boolean }[] };
    returns: JsonValue;
  };
  'DELETE /api/v1/accounts/{account_id}/account_notifications/{id}': {
    path: { account_id: string; id: string };
    params: { remove?: boolean };
    returns: AccountNotification;
  };
  'GET /api/v1/accounts/{account_id}/account_notifications/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: AccountNotification;
  };
  'PUT /api/v1/accounts/{account_id}/account_notifications/{id}': {
    path: { account_id: string; id: string };
    params: { account_notification?: { subject?: string | null; message?: string | null; start_at?: string | null; end_at?: string | null; icon?: string | null }; account_notification_roles?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/account_notifications': {
    path: { account_id: string };
    params: { include_past?: boolean; include_all?: boolean; show_is_closed?: boolean };
    returns: AccountNotification[];
  };
  'POST /api/v1/accounts/{account_id}/account_notifications': {
    path: { account_id: string };
    params: { account_notification?: { subject?: string | null; message?: string | null; start_at?: string | null; end_at?: string | null; icon?: string | null }; account_notification_roles?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/admins/self': {
    path: { account_id: string };
    params: {};
    returns: Admin[];
  };
  'DELETE /api/v1/accounts/{account_id}/admins/{user_id}': {
    path: { account_id: string; user_id: string };
    params: { role?: string | null; role_id?: number | null };
    returns: Admin;
  };
  'GET /api/v1/accounts/{account_id}/admins': {
    path: { account_id: string };
    params: { user_id?: string[]; search_term?: string | null; include_deleted?: boolean; include?: string[] };
    returns: Admin[];
  };
  'POST /api/v1/accounts/{account_id}/admins': {
    path: { account_id: string };
    params: { user_id?: string | null; role?: string | null; role_id?: number | null; send_confirmation?: boolean };
    returns: Admin;
  };
  'GET /api/v1/accounts/{account_id}/analytics/completed/activity': {
    path: { account_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/analytics/completed/grades': {
    path: { account_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/analytics/completed/statistics': {
    path: { account_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/analytics/completed/statistics_by_subaccount': {
    path: { account_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/analytics/current/activity': {
    path: { account_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/analytics/current/grades': {
    path: { account_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/analytics/current/statistics': {
    path: { account_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/analytics/current/statistics_by_subaccount': {
    path: { account_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/analytics/terms/{term_id}/activity': {
    path: { account_id: string; term_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/analytics/terms/{term_id}/grades': {
    path: { account_id: string; term_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/analytics/terms/{term_id}/statistics': {
    path: { account_id: string; term_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/analytics/terms/{term_id}/statistics_by_subaccount': {
    path: { account_id: string; term_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/accounts/{account_id}/authentication_providers/{id}/restore': {
    path: { account_id: string; id: string };
    params: {};
    returns: AuthenticationProvider;
  };
  'DELETE /api/v1/accounts/{account_id}/authentication_providers/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/authentication_providers/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: AuthenticationProvider;
  };
  'PUT /api/v1/accounts/{account_id}/authentication_providers/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: AuthenticationProvider;
  };
  'GET /api/v1/accounts/{account_id}/authentication_providers': {
    path: { account_id: string };
    params: {};
    returns: AuthenticationProvider[];
  };
  'POST /api/v1/accounts/{account_id}/authentication_providers': {
    path: { account_id: string };
    params: {};
    returns: AuthenticationProvider;
  };
  'GET /api/v1/accounts/{account_id}/blackout_dates/new': {
    path: { account_id: string };
    params: {};
    returns: BlackoutDate;
  };
  'DELETE /api/v1/accounts/{account_id}/blackout_dates/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: BlackoutDate;
  };
  'GET /api/v1/accounts/{account_id}/blackout_dates/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: BlackoutDate;
  };
  'PUT /api/v1/accounts/{account_id}/blackout_dates/{id}': {
    path: { account_id: string; id: string };
    params: { start_date?: string | null; end_date?: string | null; event_title?: string | null };
    returns: BlackoutDate;
  };
  'GET /api/v1/accounts/{account_id}/blackout_dates': {
    path: { account_id: string };
    params: {};
    returns: BlackoutDate[];
  };
  'POST /api/v1/accounts/{account_id}/blackout_dates': {
    path: { account_id: string };
    params: { start_date?: string | null; end_date?: string | null; event_title?: string | null };
    returns: BlackoutDate;
  };
  'GET /api/v1/accounts/{account_id}/brand_variables': {
    path: { account_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/accounts/{account_id}/bulk_enrollment': {
    path: { account_id: string };
    params: { user_ids?: number[]; course_ids?: string[]; enrollment_type?: string | null; enrollment_role_id?: number | null };
    returns: Progress;
  };
  'GET /api/v1/accounts/{account_id}/content_migrations/migrators': {
    path: { account_id: string };
    params: {};
    returns: Migrator[];
  };
  'GET /api/v1/accounts/{account_id}/content_migrations/{content_migration_id}/migration_issues/{id}': {
    path: { account_id: string; content_migration_id: string; id: string };
    params: {};
    returns: MigrationIssue;
  };
  'PUT /api/v1/accounts/{account_id}/content_migrations/{content_migration_id}/migration_issues/{id}': {
    path: { account_id: string; content_migration_id: string; id: string };
    params: { workflow_state?: string | null };
    returns: MigrationIssue;
  };
  'GET /api/v1/accounts/{account_id}/content_migrations/{content_migration_id}/migration_issues': {
    path: { account_id: string; content_migration_id: string };
    params: {};
    returns: MigrationIssue[];
  };
  'GET /api/v1/accounts/{account_id}/content_migrations/{id}/selective_data': {
    path: { account_id: string; id: string };
    params: { type?: string | null };
    returns: { type: string; property: string; title?: string; count?: number; sub_items_url?: string }[];
  };
  'GET /api/v1/accounts/{account_id}/content_migrations/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: ContentMigration;
  };
  'PUT /api/v1/accounts/{account_id}/content_migrations/{id}': {
    path: { account_id: string; id: string };
    params: { pre_attachment?: { name?: string | null; size?: number | null; content_type?: string | null; on_duplicate?: string | null }; settings?: { file_url?: string | null; content_export_id?: string | null; source_course_id?: string | null; folder_id?: string | null; overwrite_quizzes?: boolean; question_bank_id?: number | null; question_bank_name?: string | null; insert_into_module_id?: number | null; insert_into_module_type?: string | null; insert_into_module_position?: number | null; move_to_assignment_group_id?: number | null; importer_skips?: string[]; import_blueprint_settings?: boolean; import_quizzes_next?: boolean }; date_shift_options?: { shift_dates?: boolean; old_start_date?: string | null; old_end_date?: string | null; new_start_date?: string | null; new_end_date?: string | null; day_substitutions?: Record<string, number | null>; remove_dates?: boolean }; selective_import?: boolean; select?: JsonValue; copy?: JsonValue; do_not_run?: boolean };
    returns: ContentMigration;
  };
  'GET /api/v1/accounts/{account_id}/content_migrations': {
    path: { account_id: string };
    params: {};
    returns: ContentMigration[];
  };
  'POST /api/v1/accounts/{account_id}/content_migrations': {
    path: { account_id: string };
    params: { migration_type?: string | null; pre_attachment?: { name?: string | null; size?: number | null; content_type?: string | null; on_duplicate?: string | null }; settings?: { file_url?: string | null; content_export_id?: string | null; source_course_id?: string | null; folder_id?: string | null; overwrite_quizzes?: boolean; question_bank_id?: number | null; question_bank_name?: string | null; insert_into_module_id?: number | null; insert_into_module_type?: string | null; insert_into_module_position?: number | null; move_to_assignment_group_id?: number | null; importer_skips?: string[]; import_blueprint_settings?: boolean; import_quizzes_next?: boolean }; date_shift_options?: { shift_dates?: boolean; old_start_date?: string | null; old_end_date?: string | null; new_start_date?: string | null; new_end_date?: string | null; day_substitutions?: Record<string, number | null>; remove_dates?: boolean }; selective_import?: boolean; select?: JsonValue; copy?: JsonValue; do_not_run?: boolean };
    returns: ContentMigration;
  };
  'GET /api/v1/accounts/{account_id}/courses/{id}': {
    path: { account_id: string; id: string };
    params: { include?: string[]; teacher_limit?: number | null };
    returns: Course;
  };
  'GET /api/v1/accounts/{account_id}/courses': {
    path: { account_id: string };
    params: { with_enrollments?: boolean; enrollment_type?: string[]; enrollment_workflow_state?: string[]; published?: boolean; completed?: boolean; blueprint?: boolean; blueprint_associated?: boolean; public?: boolean; by_teachers?: string[]; by_subaccounts?: string[]; hide_enrollmentless_courses?: boolean; state?: string[]; enrollment_term_id?: string | null; search_term?: string | null; include?: string[]; sort?: string | null; order?: string | null; search_by?: string | null; starts_before?: string | null; ends_after?: string | null; homeroom?: boolean; include_crosslisted_courses?: boolean; teacher_limit?: number | null };
    returns: Course[];
  };
  'POST /api/v1/accounts/{account_id}/courses': {
    path: { account_id: string };
    params: { course?: { name?: string | null; course_code?: string | null; start_at?: string | null; end_at?: string | null; license?: string | null; is_public?: boolean; is_public_to_auth_users?: boolean; public_syllabus?: boolean; public_syllabus_to_auth?: boolean; public_description?: string | null; allow_student_wiki_edits?: boolean; allow_wiki_comments?: boolean; allow_student_forum_attachments?: boolean; open_enrollment?: boolean; self_enrollment?: boolean; restrict_enrollments_to_course_dates?: boolean; term_id?: string | null; sis_course_id?: string | null; integration_id?: string | null; hide_final_grades?: boolean; apply_assignment_group_weights?: boolean; time_zone?: string | null; default_view?: string | null; syllabus_body?: string | null; grading_standard_id?: number | null; grade_passback_setting?: string | null; course_format?: string | null; post_manually?: boolean; account_id?: string | null; allow_final_grade_override?: boolean; allow_student_discussion_editing?: boolean; allow_student_discussion_topics?: boolean; allow_student_organized_groups?: boolean; conclude_at?: string | null; conditional_release?: boolean; course_color?: string | null; default_due_time?: string | null; default_wiki_editing_roles?: string | null; enable_course_paces?: boolean; enable_offline_web_export?: boolean; enrollment_term_id?: string | null; filter_speed_grader_by_student_group?: boolean; friendly_name?: string | null; grading_standard_enabled?: boolean; group_weighting_scheme?: string | null; hide_distribution_graphs?: boolean; hide_sections_on_course_users_page?: boolean; home_page_announcement_limit?: number | null; homeroom_course?: boolean; homeroom_course_id?: string | null; indexed?: boolean; locale?: string | null; lock_all_announcements?: boolean; organize_epub_by_content_type?: boolean; restrict_quantitative_data?: boolean; restrict_student_future_view?: boolean; restrict_student_past_view?: boolean; show_announcements_on_home_page?: boolean; show_total_grade_as_points?: boolean; storage_quota?: number | null; storage_quota_mb?: number | null; syllabus_course_summary?: boolean; sync_enrollments_from_homeroom?: boolean; template?: boolean; turnitin_comments?: string | null; usage_rights_required?: boolean }; offer?: boolean; enroll_me?: string | null; skip_course_template?: boolean; enable_sis_reactivation?: boolean };
    returns: Course;
  };
  'PUT /api/v1/accounts/{account_id}/courses': {
    path: { account_id: string };
    params: { course_ids?: string[]; event?: string | null };
    returns: Progress;
  };
  'POST /api/v1/accounts/{account_id}/csp_settings/domains/batch_create': {
    path: { account_id: string };
    params: { domains?: string[] };
    returns: JsonValue;
  };
  'DELETE /api/v1/accounts/{account_id}/csp_settings/domains': {
    path: { account_id: string };
    params: { domain?: string | null };
    returns: JsonValue;
  };
  'POST /api/v1/accounts/{account_id}/csp_settings/domains': {
    path: { account_id: string };
    params: { domain?: string | null };
    returns: JsonValue;
  };
  'PUT /api/v1/accounts/{account_id}/csp_settings/lock': {
    path: { account_id: string };
    params: { settings_locked?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/csp_settings': {
    path: { account_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/accounts/{account_id}/csp_settings': {
    path: { account_id: string };
    params: { status?: string | null };
    returns: JsonValue;
  };
  'POST /api/v1/accounts/{account_id}/developer_keys/{developer_key_id}/developer_key_account_bindings': {
    path: { account_id: string; developer_key_id: string };
    params: { workflow_state?: string | null; developer_key_account_binding?: { workflow_state?: string | null } };
    returns: DeveloperKeyAccountBinding;
  };
  'GET /api/v1/accounts/{account_id}/developer_keys': {
    path: { account_id: string };
    params: { inherited?: boolean };
    returns: DeveloperKey[];
  };
  'POST /api/v1/accounts/{account_id}/developer_keys': {
    path: { account_id: string };
    params: { developer_key?: { auto_expire_tokens?: boolean; email?: string | null; icon_url?: string | null; name?: string | null; notes?: string | null; redirect_uri?: string | null; redirect_uris?: JsonValue; vendor_code?: string | null; visible?: boolean; test_cluster_only?: boolean; client_credentials_audience?: string | null; scopes?: JsonValue; require_scopes?: boolean; allow_includes?: boolean; unified_tool_id?: string | null; client_type?: string | null; public_jwk?: JsonValue; public_jwk_url?: string | null } };
    returns: DeveloperKey;
  };
  'GET /api/v1/accounts/{account_id}/enrollments/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: Enrollment;
  };
  'DELETE /api/v1/accounts/{account_id}/external_tools/rce_favorites/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/accounts/{account_id}/external_tools/rce_favorites/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/external_tools/sessionless_launch': {
    path: { account_id: string };
    params: { id?: string | null; url?: string | null; assignment_id?: string | null; module_item_id?: string | null; launch_type?: string | null; resource_link_lookup_uuid?: string | null };
    returns: JsonValue;
  };
  'DELETE /api/v1/accounts/{account_id}/external_tools/top_nav_favorites/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/accounts/{account_id}/external_tools/top_nav_favorites/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/accounts/{account_id}/external_tools/{external_tool_id}': {
    path: { account_id: string; external_tool_id: string };
    params: {};
    returns: ContextExternalTool;
  };
  'GET /api/v1/accounts/{account_id}/external_tools/{external_tool_id}': {
    path: { account_id: string; external_tool_id: string };
    params: {};
    returns: ContextExternalTool;
  };
  'PUT /api/v1/accounts/{account_id}/external_tools/{external_tool_id}': {
    path: { account_id: string; external_tool_id: string };
    params: {};
    returns: ContextExternalTool;
  };
  'GET /api/v1/accounts/{account_id}/external_tools': {
    path: { account_id: string };
    params: { search_term?: string | null; selectable?: boolean; include_parents?: boolean; placement?: string | null };
    returns: ContextExternalTool[];
  };
  'POST /api/v1/accounts/{account_id}/external_tools': {
    path: { account_id: string };
    params: { client_id?: string | null; name?: string | null; privacy_level?: string | null; consumer_key?: string | null; shared_secret?: string | null; description?: string | null; url?: string | null; domain?: string | null; icon_url?: string | null; text?: string | null; custom_fields?: { field_name?: string | null }; is_rce_favorite?: boolean; config_type?: string | null; config_xml?: string | null; config_url?: string | null; not_selectable?: boolean; oauth_compliant?: boolean; unified_tool_id?: string | null };
    returns: ContextExternalTool;
  };
  'GET /api/v1/accounts/{account_id}/features/enabled': {
    path: { account_id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/accounts/{account_id}/features/flags/{feature}': {
    path: { account_id: string; feature: string };
    params: {};
    returns: FeatureFlag;
  };
  'GET /api/v1/accounts/{account_id}/features/flags/{feature}': {
    path: { account_id: string; feature: string };
    params: {};
    returns: FeatureFlag;
  };
  'PUT /api/v1/accounts/{account_id}/features/flags/{feature}': {
    path: { account_id: string; feature: string };
    params: { state?: string | null };
    returns: FeatureFlag;
  };
  'GET /api/v1/accounts/{account_id}/features': {
    path: { account_id: string };
    params: { hide_inherited_enabled?: boolean };
    returns: Feature[];
  };
  'POST /api/v1/accounts/{account_id}/folders': {
    path: { account_id: string };
    params: { name?: string | null; parent_folder_id?: string | null; parent_folder_path?: string | null; lock_at?: string | null; unlock_at?: string | null; locked?: boolean; hidden?: boolean; position?: number | null };
    returns: Folder;
  };
  'DELETE /api/v1/accounts/{account_id}/grading_period_sets/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'PATCH /api/v1/accounts/{account_id}/grading_period_sets/{id}': {
    path: { account_id: string; id: string };
    params: { enrollment_term_ids?: string[]; grading_period_set?: { title?: string | null; weighted?: boolean; display_totals_for_all_grading_periods?: boolean } };
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/grading_period_sets': {
    path: { account_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/accounts/{account_id}/grading_period_sets': {
    path: { account_id: string };
    params: { enrollment_term_ids?: string[]; grading_period_set?: { title?: string | null; weighted?: boolean; display_totals_for_all_grading_periods?: boolean } };
    returns: JsonValue;
  };
  'DELETE /api/v1/accounts/{account_id}/grading_periods/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/grading_periods': {
    path: { account_id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/accounts/{account_id}/grading_standards/{grading_standard_id}': {
    path: { account_id: string; grading_standard_id: string };
    params: {};
    returns: GradingStandard;
  };
  'GET /api/v1/accounts/{account_id}/grading_standards/{grading_standard_id}': {
    path: { account_id: string; grading_standard_id: string };
    params: {};
    returns: GradingStandard;
  };
  'PUT /api/v1/accounts/{account_id}/grading_standards/{grading_standard_id}': {
    path: { account_id: string; grading_standard_id: string };
    params: { title?: string | null; points_based?: boolean; scaling_factor?: number | null; grading_scheme_entry?: { name?: string | null; value?: number | null }[] };
    returns: GradingStandard;
  };
  'GET /api/v1/accounts/{account_id}/grading_standards': {
    path: { account_id: string };
    params: {};
    returns: GradingStandard[];
  };
  'POST /api/v1/accounts/{account_id}/grading_standards': {
    path: { account_id: string };
    params: { title?: string | null; points_based?: boolean; scaling_factor?: number | null; grading_scheme_entry?: { name?: string | null; value?: number | null }[] };
    returns: GradingStandard;
  };
  'GET /api/v1/accounts/{account_id}/group_categories': {
    path: { account_id: string };
    params: { collaboration_state?: string | null; includes?: string[] };
    returns: GroupCategory[];
  };
  'POST /api/v1/accounts/{account_id}/group_categories': {
    path: { account_id: string };
    params: { name?: string | null; non_collaborative?: boolean; self_signup?: string | null; auto_leader?: string | null; group_limit?: number | null; sis_group_category_id?: string | null; create_group_count?: number | null; split_group_count?: number | null; create_group_member_count?: number | null; split_groups?: string | null; enable_self_signup?: boolean; restrict_self_signup?: boolean; enable_auto_leader?: boolean; auto_leader_type?: string | null; assign_async?: boolean; includes?: string[] };
    returns: GroupCategory;
  };
  'GET /api/v1/accounts/{account_id}/groups': {
    path: { account_id: string };
    params: { only_own_groups?: boolean; include?: string[]; collaboration_state?: string | null; filter?: string | null; user_id?: string | null; include_inactive_users?: boolean; section_restricted?: boolean };
    returns: Group[];
  };
  'GET /api/v1/accounts/{account_id}/help_links': {
    path: { account_id: string };
    params: {};
    returns: HelpLinks;
  };
  'PUT /api/v1/accounts/{account_id}/logins/{id}': {
    path: { account_id: string; id: string };
    params: { login?: { unique_id?: string | null; password?: string | null; old_password?: string | null; sis_user_id?: string | null; integration_id?: string | null; authentication_provider_id?: string | null; workflow_state?: string | null; declared_user_type?: string | null }; override_sis_stickiness?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/logins': {
    path: { account_id: string };
    params: { user?: { id?: string | null } };
    returns: JsonValue;
  };
  'POST /api/v1/accounts/{account_id}/logins': {
    path: { account_id: string };
    params: { user?: { id?: string | null; existing_user_id?: string | null; existing_integration_id?: string | null; existing_sis_user_id?: string | null; trusted_account?: string | null }; login?: { unique_id?: string | null; password?: string | null; sis_user_id?: string | null; integration_id?: string | null; authentication_provider_id?: string | null; declared_user_type?: string | null; workflow_state?: string | null } };
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/lti_apps/launch_definitions': {
    path: { account_id: string };
    params: { placements?: string[]; only_visible?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/lti_registration_by_client_id/{client_id}': {
    path: { account_id: string; client_id: string };
    params: {};
    returns: LtiRegistration;
  };
  'POST /api/v1/accounts/{account_id}/lti_registrations/{id}/bind': {
    path: { account_id: string; id: string };
    params: { workflow_state?: string | null };
    returns: LtiRegistrationAccountBinding;
  };
  'GET /api/v1/accounts/{account_id}/lti_registrations/{id}/history': {
    path: { account_id: string; id: string };
    params: {};
    returns: JsonValue[];
  };
  'GET /api/v1/accounts/{account_id}/lti_registrations/{id}/overlay_history': {
    path: { account_id: string; id: string };
    params: { limit?: number | null };
    returns: LtiOverlayVersion[];
  };
  'PUT /api/v1/accounts/{account_id}/lti_registrations/{id}/reset': {
    path: { account_id: string; id: string };
    params: {};
    returns: LtiRegistration;
  };
  'PUT /api/v1/accounts/{account_id}/lti_registrations/{id}/update_requests/{update_request_id}/apply': {
    path: { account_id: string; id: string; update_request_id: string };
    params: { accepted?: boolean; overlay?: JsonValue; comment?: string | null };
    returns: LtiRegistration;
  };
  'GET /api/v1/accounts/{account_id}/lti_registrations/{id}/update_requests/{update_request_id}': {
    path: { account_id: string; id: string; update_request_id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/accounts/{account_id}/lti_registrations/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: LtiRegistration;
  };
  'GET /api/v1/accounts/{account_id}/lti_registrations/{id}': {
    path: { account_id: string; id: string };
    params: { include?: string[] };
    returns: LtiRegistration;
  };
  'PUT /api/v1/accounts/{account_id}/lti_registrations/{id}': {
    path: { account_id: string; id: string };
    params: { name?: string | null; admin_nickname?: string | null; description?: string | null; configuration?: string | null; overlay?: string | null; workflow_state?: string | null; comment?: string | null };
    returns: LtiRegistration;
  };
  'GET /api/v1/accounts/{account_id}/lti_registrations/{registration_id}/deployments/{deployment_id}/context_search': {
    path: { account_id: string; registration_id: string; deployment_id: string };
    params: { only_children_of?: string | null; search_term?: string | null };
    returns: ContextSearchResponse;
  };
  'GET /api/v1/accounts/{account_id}/lti_registrations': {
    path: { account_id: string };
    params: { sort?: string | null; dir?: string | null; include?: string[] };
    returns: ListLtiRegistrationsResponse;
  };
  'POST /api/v1/accounts/{account_id}/lti_registrations': {
    path: { account_id: string };
    params: { name?: string | null; admin_nickname?: string | null; vendor?: string | null; description?: string | null; configuration?: string | null; overlay?: string | null; unified_tool_id?: string | null; workflow_state?: string | null };
    returns: LtiRegistration;
  };
  'GET /api/v1/accounts/{account_id}/outcome_group_links': {
    path: { account_id: string };
    params: { outcome_style?: string | null; outcome_group_style?: string | null };
    returns: OutcomeLink[];
  };
  'POST /api/v1/accounts/{account_id}/outcome_groups/{id}/import': {
    path: { account_id: string; id: string };
    params: { source_outcome_group_id?: number | null; async?: boolean };
    returns: JsonValue;
  };
  'DELETE /api/v1/accounts/{account_id}/outcome_groups/{id}/outcomes/{outcome_id}': {
    path: { account_id: string; id: string; outcome_id: string };
    params: {};
    returns: OutcomeLink;
  };
  'PUT /api/v1/accounts/{account_id}/outcome_groups/{id}/outcomes/{outcome_id}': {
    path: { account_id: string; id: string; outcome_id: string };
    params: { move_from?: number | null; title?: string | null; display_name?: string | null; description?: string | null; vendor_guid?: string | null; mastery_points?: number | null; ratings?: { description?: string | null; points?: number | null }[]; calculation_method?: string | null; calculation_int?: number | null };
    returns: OutcomeLink;
  };
  'GET /api/v1/accounts/{account_id}/outcome_groups/{id}/outcomes': {
    path: { account_id: string; id: string };
    params: { outcome_style?: string | null };
    returns: OutcomeLink[];
  };
  'POST /api/v1/accounts/{account_id}/outcome_groups/{id}/outcomes': {
    path: { account_id: string; id: string };
    params: { outcome_id?: number | null; move_from?: number | null; title?: string | null; display_name?: string | null; description?: string | null; vendor_guid?: string | null; mastery_points?: number | null; ratings?: { description?: string | null; points?: number | null }[]; calculation_method?: string | null; calculation_int?: number | null };
    returns: OutcomeLink;
  };
  'GET /api/v1/accounts/{account_id}/outcome_groups/{id}/subgroups': {
    path: { account_id: string; id: string };
    params: {};
    returns: OutcomeGroup[];
  };
  'POST /api/v1/accounts/{account_id}/outcome_groups/{id}/subgroups': {
    path: { account_id: string; id: string };
    params: { title?: string | null; description?: string | null; vendor_guid?: string | null };
    returns: OutcomeGroup;
  };
  'DELETE /api/v1/accounts/{account_id}/outcome_groups/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: OutcomeGroup;
  };
  'GET /api/v1/accounts/{account_id}/outcome_groups/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: OutcomeGroup;
  };
  'PUT /api/v1/accounts/{account_id}/outcome_groups/{id}': {
    path: { account_id: string; id: string };
    params: { title?: string | null; description?: string | null; vendor_guid?: string | null; parent_outcome_group_id?: number | null };
    returns: OutcomeGroup;
  };
  'GET /api/v1/accounts/{account_id}/outcome_groups': {
    path: { account_id: string };
    params: {};
    returns: OutcomeGroup[];
  };
  'GET /api/v1/accounts/{account_id}/outcome_imports/{id}/created_group_ids': {
    path: { account_id: string; id: string };
    params: {};
    returns: string[];
  };
  'GET /api/v1/accounts/{account_id}/outcome_imports/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: OutcomeImport;
  };
  'POST /api/v1/accounts/{account_id}/outcome_imports': {
    path: { account_id: string };
    params: { import_type?: string | null; attachment?: JsonValue; extension?: string | null; learning_outcome_group_id?: number | null };
    returns: OutcomeImport;
  };
  'GET /api/v1/accounts/{account_id}/outcome_proficiency': {
    path: { account_id: string };
    params: {};
    returns: Proficiency;
  };
  'POST /api/v1/accounts/{account_id}/outcome_proficiency': {
    path: { account_id: string };
    params: { ratings?: { description?: string | null; points?: number | null; mastery?: boolean; color?: string | null }[] };
    returns: Proficiency;
  };
  'GET /api/v1/accounts/{account_id}/permissions': {
    path: { account_id: string };
    params: { permissions?: string[] };
    returns: JsonObject;
  };
  'PUT /api/v1/accounts/{account_id}/reports/{report}/{id}/abort': {
    path: { account_id: string; report: string; id: string };
    params: {};
    returns: Report;
  };
  'DELETE /api/v1/accounts/{account_id}/reports/{report}/{id}': {
    path: { account_id: string; report: string; id: string };
    params: {};
    returns: Report;
  };
  'GET /api/v1/accounts/{account_id}/reports/{report}/{id}': {
    path: { account_id: string; report: string; id: string };
    params: {};
    returns: Report;
  };
  'GET /api/v1/accounts/{account_id}/reports/{report}': {
    path: { account_id: string; report: string };
    params: {};
    returns: Report[];
  };
  'POST /api/v1/accounts/{account_id}/reports/{report}': {
    path: { account_id: string; report: string };
    params: { parameters?: { skip_message?: boolean; course_id?: number | null; users?: boolean } };
    returns: Report;
  };
  'GET /api/v1/accounts/{account_id}/reports': {
    path: { account_id: string };
    params: { include?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/roles/permissions': {
    path: { account_id: string };
    params: { search_term?: string | null };
    returns: Permission[];
  };
  'POST /api/v1/accounts/{account_id}/roles/{id}/activate': {
    path: { account_id: string; id: string };
    params: { role_id?: number | null; role?: string | null };
    returns: Role;
  };
  'DELETE /api/v1/accounts/{account_id}/roles/{id}': {
    path: { account_id: string; id: string };
    params: { role_id?: number | null; role?: string | null };
    returns: Role;
  };
  'GET /api/v1/accounts/{account_id}/roles/{id}': {
    path: { id: string; account_id: string };
    params: { role_id?: number | null; role?: string | null };
    returns: Role;
  };
  'PUT /api/v1/accounts/{account_id}/roles/{id}': {
    path: { account_id: string; id: string };
    params: { label?: string | null; permissions?: Record<string, { explicit?: boolean; enabled?: boolean; applies_to_self?: boolean; applies_to_descendants?: boolean; locked?: boolean; readonly?: boolean }> };
    returns: Role;
  };
  'GET /api/v1/accounts/{account_id}/roles': {
    path: { account_id: string };
    params: { state?: string[]; show_inherited?: boolean };
    returns: Role[];
  };
  'POST /api/v1/accounts/{account_id}/roles': {
    path: { account_id: string };
    params: { label?: string | null; role?: string | null; base_role_type?: string | null; permissions?: Record<string, { explicit?: boolean; enabled?: boolean; locked?: boolean; applies_to_self?: boolean; applies_to_descendants?: boolean; readonly?: boolean }> };
    returns: Role;
  };
  'POST /api/v1/accounts/{account_id}/root_accounts': {
    path: { account_id: string };
    params: { account?: { name?: string | null } };
    returns: Account;
  };
  'GET /api/v1/accounts/{account_id}/root_outcome_group': {
    path: { account_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/rubrics/upload/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/accounts/{account_id}/rubrics/upload': {
    path: { account_id: string };
    params: { attachment?: JsonValue };
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/rubrics/{id}/used_locations': {
    path: { account_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/accounts/{account_id}/rubrics/{id}': {
    path: { account_id: string; id: string };
    params: { include?: string[]; style?: string | null };
    returns: Rubric;
  };
  'GET /api/v1/accounts/{account_id}/rubrics': {
    path: { account_id: string };
    params: {};
    returns: Rubric[];
  };
  'GET /api/v1/accounts/{account_id}/scopes': {
    path: { account_id: string };
    params: { group_by?: string | null };
    returns: JsonValue;
  };
  'POST /api/v1/accounts/{account_id}/self_registration': {
    path: { account_id: string };
    params: { user?: { name?: string | null; short_name?: string | null; sortable_name?: string | null; time_zone?: string | null; locale?: string | null; terms_of_use?: boolean; bio?: string | null; initial_enrollment_type?: string | null; self_enrollment_code?: string | null; show_user_services?: boolean; subscribe_to_emails?: boolean }; pseudonym?: { unique_id?: string | null; password_confirmation?: string | null; path?: string | null; password?: string | null }; communication_channel?: { type?: string | null; address?: string | null; confirmation_redirect?: string | null }; pseudonym_type?: string | null; self_enrollment?: string | null; pairing_code?: { code?: string | null } };
    returns: User;
  };
  'GET /api/v1/accounts/{account_id}/settings': {
    path: { account_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/accounts/{account_id}/shared_brand_configs/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: SharedBrandConfig;
  };
  'POST /api/v1/accounts/{account_id}/shared_brand_configs': {
    path: { account_id: string };
    params: { shared_brand_config?: { name?: string | null; brand_config_md5?: string | null } };
    returns: SharedBrandConfig;
  };
  'GET /api/v1/accounts/{account_id}/sis_import_errors': {
    path: { account_id: string };
    params: { failure?: boolean };
    returns: SisImportError[];
  };
  'PUT /api/v1/accounts/{account_id}/sis_imports/abort_all_pending': {
    path: { account_id: string };
    params: {};
    returns: boolean | string;
  };
  'GET /api/v1/accounts/{account_id}/sis_imports/importing': {
    path: { account_id: string };
    params: {};
    returns: SisImport;
  };
  'PUT /api/v1/accounts/{account_id}/sis_imports/{id}/abort': {
    path: { account_id: string; id: string };
    params: {};
    returns: SisImport;
  };
  'GET /api/v1/accounts/{account_id}/sis_imports/{id}/errors': {
    path: { account_id: string; id: string };
    params: { failure?: boolean };
    returns: SisImportError[];
  };
  'PUT /api/v1/accounts/{account_id}/sis_imports/{id}/restore_states': {
    path: { account_id: string; id: string };
    params: { batch_mode?: boolean; undelete_only?: boolean; unconclude_only?: boolean };
    returns: Progress;
  };
  'GET /api/v1/accounts/{account_id}/sis_imports/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: SisImport;
  };
  'GET /api/v1/accounts/{account_id}/sis_imports': {
    path: { account_id: string };
    params: { created_since?: string | null; created_before?: string | null; workflow_state?: string[] };
    returns: { sis_imports: SisImport[] };
  };
  'POST /api/v1/accounts/{account_id}/sis_imports': {
    path: { account_id: string };
    params: { import_type?: string | null; attachment?: JsonValue; extension?: string | null; batch_mode?: boolean; batch_mode_term_id?: string | null; multi_term_batch_mode?: boolean; skip_deletes?: boolean; override_sis_stickiness?: boolean; add_sis_stickiness?: boolean; clear_sis_stickiness?: boolean; update_sis_id_if_login_claimed?: boolean; diffing_data_set_identifier?: string | null; diffing_remaster_data_set?: boolean; diffing_drop_status?: string | null; diffing_user_remove_status?: string | null; batch_mode_enrollment_drop_status?: string | null; change_threshold?: number | null; diff_row_count_threshold?: number | null };
    returns: SisImport;
  };
  'GET /api/v1/accounts/{account_id}/sso_settings': {
    path: { account_id: string };
    params: {};
    returns: SSOSettings;
  };
  'PUT /api/v1/accounts/{account_id}/sso_settings': {
    path: { account_id: string };
    params: {};
    returns: SSOSettings;
  };
  'DELETE /api/v1/accounts/{account_id}/sub_accounts/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: Account;
  };
  'GET /api/v1/accounts/{account_id}/sub_accounts': {
    path: { account_id: string };
    params: { recursive?: boolean; order?: string | null; include?: string[] };
    returns: Account[];
  };
  'POST /api/v1/accounts/{account_id}/sub_accounts': {
    path: { account_id: string };
    params: { account?: { name?: string | null; sis_account_id?: string | null; default_storage_quota_mb?: number | null; default_user_storage_quota_mb?: number | null; default_group_storage_quota_mb?: number | null; parent_account_id?: string | null } };
    returns: Account;
  };
  'GET /api/v1/accounts/{account_id}/tabs': {
    path: { account_id: string };
    params: { include?: string[] };
    returns: Tab[];
  };
  'GET /api/v1/accounts/{account_id}/temporary_enrollment_pairings/new': {
    path: { account_id: string };
    params: {};
    returns: TemporaryEnrollmentPairing;
  };
  'DELETE /api/v1/accounts/{account_id}/temporary_enrollment_pairings/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: TemporaryEnrollmentPairing;
  };
  'GET /api/v1/accounts/{account_id}/temporary_enrollment_pairings/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: TemporaryEnrollmentPairing;
  };
  'GET /api/v1/accounts/{account_id}/temporary_enrollment_pairings': {
    path: { account_id: string };
    params: {};
    returns: TemporaryEnrollmentPairing[];
  };
  'POST /api/v1/accounts/{account_id}/temporary_enrollment_pairings': {
    path: { account_id: string };
    params: { workflow_state?: string | null; ending_enrollment_state?: string | null };
    returns: TemporaryEnrollmentPairing;
  };
  'DELETE /api/v1/accounts/{account_id}/terms/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: EnrollmentTerm;
  };
  'GET /api/v1/accounts/{account_id}/terms/{id}': {
    path: { account_id: string; id: string };
    params: {};
    returns: EnrollmentTerm;
  };
  'PUT /api/v1/accounts/{account_id}/terms/{id}': {
    path: { account_id: string; id: string };
    params: { enrollment_term?: { name?: string | null; start_at?: string | null; end_at?: string | null; sis_term_id?: JsonValue; overrides?: Record<string, { start_at?: string | null; end_at?: string | null }>; sis_source_id?: JsonValue }; override_sis_stickiness?: boolean };
    returns: EnrollmentTerm;
  };
  'GET /api/v1/accounts/{account_id}/terms': {
    path: { account_id: string };
    params: { workflow_state?: string[]; include?: string[]; term_name?: string | null; subaccount_id?: string | null };
    returns: EnrollmentTermsList;
  };
  'POST /api/v1/accounts/{account_id}/terms': {
    path: { account_id: string };
    params: { enrollment_term?: { name?: string | null; start_at?: string | null; end_at?: string | null; sis_term_id?: JsonValue; overrides?: Record<string, { start_at?: string | null; end_at?: string | null }>; sis_source_id?: JsonValue } };
    returns: EnrollmentTerm;
  };
  'GET /api/v1/accounts/{account_id}/terms_of_service': {
    path: { account_id: string };
    params: {};
    returns: TermsOfService;
  };
  'PUT /api/v1/accounts/{account_id}/users/bulk_update': {
    path: { account_id: string };
    params: { user_ids?: string[]; user?: { avatar?: { state?: string | null; url?: string | null }; bio?: string | null; email?: string | null; event?: string | null; locale?: string | null; name?: string | null; pronouns?: string | null; pronunciation?: string | null; short_name?: string | null; sortable_name?: string | null; time_zone?: string | null; title?: string | null; [key: string]: unknown } };
    returns: Progress;
  };
  'DELETE /api/v1/accounts/{account_id}/users/{user_id}/account_notifications/{id}': {
    path: { account_id: string; user_id: string; id: string };
    params: {};
    returns: AccountNotification;
  };
  'GET /api/v1/accounts/{account_id}/users/{user_id}/account_notifications': {
    path: { account_id: string; user_id: string };
    params: {};
    returns: AccountNotification[];
  };
  'PUT /api/v1/accounts/{account_id}/users/{user_id}/restore': {
    path: { account_id: string; user_id: string };
    params: {};
    returns: User;
  };
  'DELETE /api/v1/accounts/{account_id}/users/{user_id}': {
    path: { account_id: string; user_id: string };
    params: {};
    returns: User;
  };
  'DELETE /api/v1/accounts/{account_id}/users': {
    path: { account_id: string };
    params: { user_ids?: string[] };
    returns: Progress;
  };
  'GET /api/v1/accounts/{account_id}/users': {
    path: { account_id: string };
    params: { search_term?: string | null; enrollment_type?: string | null; sort?: string | null; order?: string | null; include_deleted_users?: boolean; uuids?: string[]; include?: string[]; role_filter_id?: string | null; temporary_enrollment_providers?: boolean; temporary_enrollment_recipients?: boolean };
    returns: User[];
  };
  'POST /api/v1/accounts/{account_id}/users': {
    path: { account_id: string };
    params: { user?: { name?: string | null; short_name?: string | null; sortable_name?: string | null; time_zone?: string | null; locale?: string | null; terms_of_use?: boolean; skip_registration?: boolean; bio?: string | null; initial_enrollment_type?: string | null; self_enrollment_code?: string | null; show_user_services?: boolean; subscribe_to_emails?: boolean }; pseudonym?: { unique_id?: string | null; password?: string | null; sis_user_id?: string | null; integration_id?: string | null; send_confirmation?: boolean; force_self_registration?: boolean; authentication_provider_id?: string | null; password_confirmation?: string | null; path?: string | null }; communication_channel?: { type?: string | null; address?: string | null; confirmation_url?: boolean; skip_confirmation?: boolean; confirmation_redirect?: string | null }; force_validations?: boolean; enable_sis_reactivation?: boolean; destination?: string | null; initial_enrollment_type?: string | null; pairing_code?: { code?: string | null }; pseudonym_type?: string | null; self_enrollment?: string | null };
    returns: User;
  };
  'GET /api/v1/accounts/{account_id}/visible_calendars_count': {
    path: { account_id: string };
    params: {};
    returns: { count: number };
  };
  'GET /api/v1/accounts/{id}': {
    path: { id: string };
    params: { includes?: string[] };
    returns: Account;
  };
  'PUT /api/v1/accounts/{id}': {
    path: { id: string };
    params: { account?: { name?: string | null; sis_account_id?: string | null; default_time_zone?: string | null; default_storage_quota_mb?: string | null; default_user_storage_quota_mb?: string | null; default_group_storage_quota_mb?: string | null; course_template_id?: number | null; parent_account_id?: number | null; settings?: { restrict_student_past_view?: { value?: boolean; locked?: boolean }; restrict_student_future_view?: { value?: boolean; locked?: boolean }; microsoft_sync_enabled?: boolean; microsoft_sync_tenant?: string | null; microsoft_sync_login_attribute?: string | null; microsoft_sync_login_attribute_suffix?: string | null; microsoft_sync_remote_attribute?: string | null; lock_all_announcements?: { value?: boolean; locked?: boolean }; usage_rights_required?: { value?: boolean; locked?: boolean }; restrict_student_future_listing?: { value?: boolean; locked?: boolean }; conditional_release?: { value?: boolean; locked?: boolean }; enable_course_paces?: { value?: boolean; locked?: boolean }; password_policy?: JsonValue; enable_as_k5_account?: { value?: boolean }; use_classic_font_in_k5?: { value?: boolean }; horizon_account?: { value?: boolean }; lock_outcome_proficiency?: { value?: boolean }; lock_proficiency_calculation?: { value?: boolean }; [key: string]: unknown }; lock_outcome_proficiency?: { locked?: boolean }; lock_proficiency_calculation?: { locked?: boolean }; services?: Record<string, boolean> }; override_sis_stickiness?: boolean; includes?: string[] };
    returns: Account;
  };
  'GET /api/v1/accounts': {
    path: {};
    params: { include?: string[]; includes?: string[] };
    returns: Account[];
  };
  'GET /api/v1/announcements': {
    path: {};
    params: { context_codes?: string[]; start_date?: string | null; end_date?: string | null; available_after?: string | null; active_only?: boolean; latest_only?: boolean; include?: string[] };
    returns: DiscussionTopic[];
  };
  'GET /api/v1/appointment_groups/next_appointment': {
    path: {};
    params: { appointment_group_ids?: string[] };
    returns: CalendarEvent[];
  };
  'GET /api/v1/appointment_groups/{id}/groups': {
    path: { id: string };
    params: { registration_status?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/appointment_groups/{id}/users': {
    path: { id: string };
    params: { registration_status?: string | null };
    returns: JsonValue;
  };
  'DELETE /api/v1/appointment_groups/{id}': {
    path: { id: string };
    params: { cancel_reason?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/appointment_groups/{id}': {
    path: { id: string };
    params: { include?: string[] };
    returns: JsonValue;
  };
  'PUT /api/v1/appointment_groups/{id}': {
    path: { id: string };
    params: { appointment_group?: { context_codes?: string[]; sub_context_codes?: string[]; title?: string | null; description?: string | null; location_name?: string | null; location_address?: string | null; publish?: boolean; participants_per_appointment?: number | null; min_appointments_per_participant?: number | null; max_appointments_per_participant?: number | null; participant_visibility?: string | null; allow_observer_signup?: boolean; new_appointments?: Record<string, string[]> } };
    returns: JsonValue;
  };
  'GET /api/v1/appointment_groups': {
    path: {};
    params: { scope?: string | null; context_codes?: string[]; include_past_appointments?: boolean; include?: string[] };
    returns: JsonValue;
  };
  'POST /api/v1/appointment_groups': {
    path: {};
    params: { appointment_group?: { context_codes?: string[]; sub_context_codes?: string[]; title?: string | null; description?: string | null; location_name?: string | null; location_address?: string | null; publish?: boolean; participants_per_appointment?: number | null; min_appointments_per_participant?: number | null; max_appointments_per_participant?: number | null; participant_visibility?: string | null; allow_observer_signup?: boolean; new_appointments?: Record<string, string[]> } };
    returns: JsonValue;
  };
  'GET /api/v1/audit/authentication/accounts/{account_id}': {
    path: { account_id: string };
    params: { start_time?: string | null; end_time?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/audit/authentication/logins/{login_id}': {
    path: { login_id: string };
    params: { start_time?: string | null; end_time?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/audit/authentication/users/{user_id}': {
    path: { user_id: string };
    params: { start_time?: string | null; end_time?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/audit/course/accounts/{account_id}': {
    path: { account_id: string };
    params: { start_time?: string | null; end_time?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/audit/course/courses/{course_id}': {
    path: { course_id: string };
    params: { start_time?: string | null; end_time?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/audit/grade_change/assignments/{assignment_id}': {
    path: { assignment_id: string };
    params: { start_time?: string | null; end_time?: string | null; include?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/audit/grade_change/courses/{course_id}': {
    path: { course_id: string };
    params: { start_time?: string | null; end_time?: string | null; include?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/audit/grade_change/graders/{grader_id}': {
    path: { grader_id: string };
    params: { start_time?: string | null; end_time?: string | null; include?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/audit/grade_change/students/{student_id}': {
    path: { student_id: string };
    params: { start_time?: string | null; end_time?: string | null; include?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/audit/grade_change': {
    path: {};
    params: { course_id?: string | null; assignment_id?: string | null; student_id?: string | null; grader_id?: string | null; start_time?: string | null; end_time?: string | null; include?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/brand_variables': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/calendar_events/save_enabled_account_calendars': {
    path: {};
    params: { mark_feature_as_seen?: boolean; enabled_account_calendars?: string[] };
    returns: JsonValue;
  };
  'POST /api/v1/calendar_events/{id}/reservations/{participant_id}': {
    path: { id: string; participant_id: string };
    params: { comments?: string | null; cancel_existing?: boolean };
    returns: JsonValue;
  };
  'POST /api/v1/calendar_events/{id}/reservations': {
    path: { id: string };
    params: { participant_id?: string | null; comments?: string | null; cancel_existing?: boolean };
    returns: JsonValue;
  };
  'DELETE /api/v1/calendar_events/{id}': {
    path: { id: string };
    params: { cancel_reason?: string | null; which?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/calendar_events/{id}': {
    path: { id: string };
    params: { include?: string[]; excludes?: string[] };
    returns: CalendarEvent;
  };
  'PUT /api/v1/calendar_events/{id}': {
    path: { id: string };
    params: { calendar_event?: { context_code?: string | null; title?: string | null; description?: string | null; start_at?: string | null; end_at?: string | null; location_name?: string | null; location_address?: string | null; time_zone_edited?: string | null; all_day?: boolean; child_event_data?: Record<string, { start_at?: string | null; end_at?: string | null; context_code?: string | null }>; rrule?: string | null; blackout_date?: boolean; important_dates?: boolean; remove_child_events?: boolean; comments?: string | null; participants_per_appointment?: number | null; provided_by?: string | null; external_id?: string | null; provider_contact?: string | null }; which?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/calendar_events': {
    path: {};
    params: { type?: string | null; start_date?: string | null; end_date?: string | null; undated?: boolean; all_events?: boolean; context_codes?: string[]; excludes?: string[]; includes?: string[]; important_dates?: boolean; blackout_date?: boolean; include?: string[]; appointment_group_ids?: string | null; submission_types?: string[]; exclude_submission_types?: string[] };
    returns: CalendarEvent[];
  };
  'POST /api/v1/calendar_events': {
    path: {};
    params: { calendar_event?: { context_code?: string | null; title?: string | null; description?: string | null; start_at?: string | null; end_at?: string | null; location_name?: string | null; location_address?: string | null; time_zone_edited?: string | null; all_day?: boolean; child_event_data?: Record<string, { start_at?: string | null; end_at?: string | null; context_code?: string | null }>; duplicate?: { count?: number | null; interval?: number | null; frequency?: string | null; append_iterator?: boolean }; rrule?: string | null; blackout_date?: boolean; important_dates?: boolean; remove_child_events?: boolean; comments?: string | null; participants_per_appointment?: number | null; provided_by?: string | null; external_id?: string | null; provider_contact?: string | null } };
    returns: JsonValue;
  };
  'GET /api/v1/career/enabled': {
    path: {};
    params: {};
    returns: { enabled: boolean };
  };
  'GET /api/v1/career/experience_summary': {
    path: {};
    params: {};
    returns: ExperienceSummary;
  };
  'POST /api/v1/career/switch_experience': {
    path: {};
    params: { experience?: string | null };
    returns: { experience: string };
  };
  'POST /api/v1/career/switch_role': {
    path: {};
    params: { role?: string | null };
    returns: { role: string };
  };
  'GET /api/v1/collaborations/{id}/members': {
    path: { id: string };
    params: { include?: string[] };
    returns: Collaborator[];
  };
  'GET /api/v1/comm_messages': {
    path: {};
    params: { user_id?: string | null; start_time?: string | null; end_time?: string | null };
    returns: CommMessage[];
  };
  'GET /api/v1/conferences': {
    path: {};
    params: { state?: string | null };
    returns: Conference[];
  };
  'GET /api/v1/conversations/batches': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/conversations/find_recipients': {
    path: {};
    params: { search?: string | null; context?: string | null; exclude?: string[]; type?: string | null; types?: string[]; user_id?: string | null; from_conversation_id?: string | null; permissions?: string[]; messageable_only?: boolean; synthetic_contexts?: boolean; search_all_contexts?: boolean; include_inactive?: boolean; skip_visibility_checks?: boolean };
    returns: JsonValue;
  };
  'POST /api/v1/conversations/mark_all_as_read': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/conversations/unread_count': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/conversations/{id}/add_message': {
    path: { id: string };
    params: { body?: string | null; attachment_ids?: string[]; media_comment_id?: string | null; media_comment_type?: string | null; recipients?: string[]; included_messages?: string[]; include?: string[]; scope?: string | null; filter?: string[]; filter_mode?: string | null; include_private_conversation_enrollments?: boolean; context_code?: string | null };
    returns: JsonValue;
  };
  'POST /api/v1/conversations/{id}/add_recipients': {
    path: { id: string };
    params: { recipients?: string[]; include?: string[]; scope?: string | null; filter?: string[]; filter_mode?: string | null; include_private_conversation_enrollments?: boolean; context_code?: string | null };
    returns: JsonValue;
  };
  'POST /api/v1/conversations/{id}/remove_messages': {
    path: { id: string };
    params: { remove?: string[]; include?: string[]; scope?: string | null; filter?: string[]; filter_mode?: string | null; include_private_conversation_enrollments?: boolean };
    returns: JsonValue;
  };
  'DELETE /api/v1/conversations/{id}': {
    path: { id: string };
    params: { include?: string[]; scope?: string | null; filter?: string[]; filter_mode?: string | null; include_private_conversation_enrollments?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/conversations/{id}': {
    path: { id: string };
    params: { interleave_submissions?: boolean; scope?: string | null; filter?: string[]; filter_mode?: string | null; auto_mark_as_read?: boolean; include?: string[]; include_private_conversation_enrollments?: boolean; include_beta?: string | null; include_participant_contexts?: boolean };
    returns: JsonValue;
  };
  'PUT /api/v1/conversations/{id}': {
    path: { id: string };
    params: { conversation?: { workflow_state?: string | null; subscribed?: boolean; starred?: boolean }; scope?: string | null; filter?: string[]; filter_mode?: string | null; include?: string[]; include_private_conversation_enrollments?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/conversations': {
    path: {};
    params: { scope?: string | null; filter?: string[]; filter_mode?: string | null; interleave_submissions?: boolean; include_all_conversation_ids?: boolean; include?: string[]; include_private_conversation_enrollments?: boolean; include_beta?: string | null };
    returns: Conversation[];
  };
  'POST /api/v1/conversations': {
    path: {};
    params: { recipients?: string[]; subject?: string | null; body?: string | null; force_new?: boolean; group_conversation?: boolean; attachment_ids?: string[]; media_comment_id?: string | null; media_comment_type?: string | null; mode?: string | null; scope?: string | null; filter?: string[]; filter_mode?: string | null; context_code?: string | null; include?: string[]; include_private_conversation_enrollments?: boolean; bulk_message?: boolean; forwarded_message_ids?: string[]; tags?: string[]; from_conversation_id?: string | null };
    returns: JsonValue;
  };
  'PUT /api/v1/conversations': {
    path: {};
    params: { conversation_ids?: string[]; event?: string | null };
    returns: Progress;
  };
  'GET /api/v1/course_accounts': {
    path: {};
    params: { includes?: string[] };
    returns: Account[];
  };
  'GET /api/v1/course_creation_accounts': {
    path: {};
    params: {};
    returns: Account[];
  };
  'GET /api/v1/courses/{course_id}/activity_stream/summary': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/activity_stream': {
    path: { course_id: string };
    params: { asset_type?: string | null; context_code?: string | null; submission_user_id?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/ai_experiences/new': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/ai_experiences/{ai_experience_id}/conversations/{id}/messages': {
    path: { course_id: string; ai_experience_id: string; id: string };
    params: { message?: string | null };
    returns: JsonObject;
  };
  'DELETE /api/v1/courses/{course_id}/ai_experiences/{ai_experience_id}/conversations/{id}': {
    path: { course_id: string; ai_experience_id: string; id: string };
    params: {};
    returns: { message: string };
  };
  'GET /api/v1/courses/{course_id}/ai_experiences/{ai_experience_id}/conversations/{id}': {
    path: { course_id: string; ai_experience_id: string; id: string };
    params: {};
    returns: JsonObject;
  };
  'GET /api/v1/courses/{course_id}/ai_experiences/{ai_experience_id}/conversations': {
    path: { course_id: string; ai_experience_id: string };
    params: {};
    returns: JsonObject;
  };
  'POST /api/v1/courses/{course_id}/ai_experiences/{ai_experience_id}/conversations': {
    path: { course_id: string; ai_experience_id: string };
    params: {};
    returns: JsonObject;
  };
  'GET /api/v1/courses/{course_id}/ai_experiences/{id}/ai_conversations/{conversation_id}': {
    path: { course_id: string; id: string; conversation_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/ai_experiences/{id}/ai_conversations': {
    path: { course_id: string; id: string };
    params: {};
    returns: JsonValue[];
  };
  'GET /api/v1/courses/{course_id}/ai_experiences/{id}/edit': {
    path: { course_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/ai_experiences/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: AiExperience;
  };
  'GET /api/v1/courses/{course_id}/ai_experiences/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: AiExperience;
  };
  'PUT /api/v1/courses/{course_id}/ai_experiences/{id}': {
    path: { course_id: string; id: string };
    params: { title?: string | null; description?: string | null; facts?: string | null; learning_objective?: string | null; pedagogical_guidance?: string | null; workflow_state?: string | null };
    returns: AiExperience;
  };
  'GET /api/v1/courses/{course_id}/ai_experiences': {
    path: { course_id: string };
    params: { workflow_state?: string | null };
    returns: AiExperience[];
  };
  'POST /api/v1/courses/{course_id}/ai_experiences': {
    path: { course_id: string };
    params: { title?: string | null; description?: string | null; facts?: string | null; learning_objective?: string | null; pedagogical_guidance?: string | null; workflow_state?: string | null };
    returns: AiExperience;
  };
  'GET /api/v1/courses/{course_id}/analytics/activity': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/analytics/assignments': {
    path: { course_id: string };
    params: { async?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/analytics/student_summaries': {
    path: { course_id: string };
    params: { sort_column?: string | null; student_id?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/analytics/users/{student_id}/activity': {
    path: { course_id: string; student_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/analytics/users/{student_id}/assignments': {
    path: { course_id: string; student_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/analytics/users/{student_id}/communication': {
    path: { course_id: string; student_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/assign_outcome_order': {
    path: { course_id: string };
    params: { _json?: JsonValue };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}/assignments': {
    path: { course_id: string; assignment_group_id: string };
    params: { include?: string[]; search_term?: string | null; override_assignment_dates?: boolean; needs_grading_count_by_section?: boolean; bucket?: string | null; assignment_ids?: string[]; order_by?: string | null; post_to_sis?: boolean; new_quizzes?: boolean };
    returns: Assignment[];
  };
  'DELETE /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}': {
    path: { course_id: string; assignment_group_id: string };
    params: { move_assignments_to?: number | null };
    returns: AssignmentGroup;
  };
  'GET /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}': {
    path: { course_id: string; assignment_group_id: string };
    params: { include?: string[]; override_assignment_dates?: boolean; grading_period_id?: number | null; exclude_response_fields?: string[]; hide_zero_point_quizzes?: boolean };
    returns: AssignmentGroup;
  };
  'PUT /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}': {
    path: { course_id: string; assignment_group_id: string };
    params: { name?: string | null; position?: number | null; group_weight?: number | null; sis_source_id?: string | null; integration_data?: JsonValue; rules?: { drop_lowest?: number | null; drop_highest?: number | null; never_drop?: string[] } };
    returns: AssignmentGroup;
  };
  'GET /api/v1/courses/{course_id}/assignment_groups': {
    path: { course_id: string };
    params: { include?: string[]; assignment_ids?: string[]; exclude_assignment_submission_types?: string[]; override_assignment_dates?: boolean; grading_period_id?: number | null; scope_assignments_to_student?: boolean; exclude_response_fields?: string[]; hide_zero_point_quizzes?: boolean };
    returns: AssignmentGroup[];
  };
  'POST /api/v1/courses/{course_id}/assignment_groups': {
    path: { course_id: string };
    params: { name?: string | null; position?: number | null; group_weight?: number | null; sis_source_id?: string | null; integration_data?: JsonValue; rules?: { drop_lowest?: number | null; drop_highest?: number | null; never_drop?: string[] } };
    returns: AssignmentGroup;
  };
  'PUT /api/v1/courses/{course_id}/assignments/bulk_update': {
    path: { course_id: string };
    params: { _json?: JsonValue };
    returns: Progress;
  };
  'GET /api/v1/courses/{course_id}/assignments/gradeable_students': {
    path: { course_id: string };
    params: { assignment_ids?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/assignments/overrides': {
    path: { course_id: string };
    params: { assignment_overrides?: JsonValue };
    returns: AssignmentOverride[];
  };
  'POST /api/v1/courses/{course_id}/assignments/overrides': {
    path: { course_id: string };
    params: { assignment_overrides?: JsonValue };
    returns: AssignmentOverride[];
  };
  'PUT /api/v1/courses/{course_id}/assignments/overrides': {
    path: { course_id: string };
    params: { assignment_overrides?: JsonValue };
    returns: AssignmentOverride[];
  };
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/allocate': {
    path: { course_id: string; assignment_id: string };
    params: { include?: string[] };
    returns: PeerReview[];
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/anonymous_provisional_grades/status': {
    path: { course_id: string; assignment_id: string };
    params: { anonymous_id?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/anonymous_submissions/{anonymous_id}': {
    path: { course_id: string; assignment_id: string; anonymous_id: string };
    params: { include?: string[]; response_fields?: string[]; exclude_response_fields?: string[] };
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/anonymous_submissions/{anonymous_id}': {
    path: { course_id: string; assignment_id: string; anonymous_id: string };
    params: { comment?: { text_comment?: string | null; group_comment?: boolean; media_comment_id?: string | null; media_comment_type?: string | null; file_ids?: number[]; attempt?: number | null }; include?: string[]; submission?: { posted_grade?: string | null; excuse?: boolean; late_policy_status?: string | null; seconds_late_override?: number | null; custom_grade_status_id?: string | null; sticker?: string | null; provisional?: boolean; final?: boolean; submission_type?: string | null; url?: string | null }; rubric_assessment?: JsonValue; prefer_points_over_scheme?: boolean; response_fields?: string[]; exclude_response_fields?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/date_details': {
    path: { course_id: string; assignment_id: string };
    params: { include?: string[]; exclude?: string[] };
    returns: LearningObjectDates;
  };
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/date_details': {
    path: { course_id: string; assignment_id: string };
    params: { due_at?: string | null; unlock_at?: string | null; lock_at?: string | null; only_visible_to_overrides?: boolean; assignment_overrides?: JsonValue };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/duplicate': {
    path: { course_id: string; assignment_id: string };
    params: { result_type?: string | null; target_assignment_id?: number | null; target_course_id?: number | null };
    returns: Assignment;
  };
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/extensions': {
    path: { course_id: string; assignment_id: string };
    params: { assignment_extensions?: JsonValue };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/gradeable_students': {
    path: { course_id: string; assignment_id: string };
    params: { allow_new_anonymous_id?: boolean; sort?: string | null; order?: string | null; include?: string[] };
    returns: UserDisplay[];
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/moderated_students': {
    path: { course_id: string; assignment_id: string };
    params: {};
    returns: User[];
  };
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/moderated_students': {
    path: { course_id: string; assignment_id: string };
    params: { student_ids?: number[] };
    returns: User[];
  };
  'DELETE /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}': {
    path: { course_id: string; assignment_id: string; id: string };
    params: {};
    returns: AssignmentOverride;
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}': {
    path: { course_id: string; assignment_id: string; id: string };
    params: {};
    returns: AssignmentOverride;
  };
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}': {
    path: { course_id: string; assignment_id: string; id: string };
    params: { assignment_override?: JsonValue };
    returns: AssignmentOverride;
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides': {
    path: { course_id: string; assignment_id: string };
    params: {};
    returns: AssignmentOverride[];
  };
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides': {
    path: { course_id: string; assignment_id: string };
    params: { assignment_override?: JsonValue };
    returns: AssignmentOverride;
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/peer_reviews': {
    path: { course_id: string; assignment_id: string };
    params: { include?: string[] };
    returns: PeerReview[];
  };
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/provisional_grades/bulk_select': {
    path: { course_id: string; assignment_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/provisional_grades/publish': {
    path: { course_id: string; assignment_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/provisional_grades/status': {
    path: { course_id: string; assignment_id: string };
    params: { student_id?: number | null };
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/provisional_grades/{provisional_grade_id}/select': {
    path: { course_id: string; assignment_id: string; provisional_grade_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submission_summary': {
    path: { course_id: string; assignment_id: string };
    params: { grouped?: boolean; include_deactivated?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/self': {
    path: { course_id: string; assignment_id: string };
    params: { include?: string[]; response_fields?: string[]; exclude_response_fields?: string[] };
    returns: Submission;
  };
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/update_grades': {
    path: { course_id: string; assignment_id: string };
    params: { grade_data?: Record<string, { posted_grade?: string | null; excuse?: boolean; rubric_assessment?: JsonValue; text_comment?: string | null; group_comment?: boolean; media_comment_id?: string | null; media_comment_type?: string | null; file_ids?: number[] }> };
    returns: Progress;
  };
  'DELETE /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews': {
    path: { course_id: string; assignment_id: string; submission_id: string };
    params: { user_id?: number | null };
    returns: PeerReview;
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews': {
    path: { course_id: string; assignment_id: string; submission_id: string };
    params: { include?: string[] };
    returns: PeerReview[];
  };
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews': {
    path: { course_id: string; assignment_id: string; submission_id: string };
    params: { user_id?: number | null; include?: string[] };
    returns: PeerReview;
  };
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/comments/files': {
    path: { course_id: string; assignment_id: string; user_id: string };
    params: { name?: string | null; size?: number | null; content_type?: string | null; parent_folder_id?: string | null; parent_folder_path?: string | null; folder?: string | null; on_duplicate?: string | null; success_include?: string[]; filename?: string | null; url?: string | null; no_redirect?: boolean; category?: string | null };
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/comments/{id}': {
    path: { course_id: string; assignment_id: string; user_id: string; id: string };
    params: {};
    returns: SubmissionComment;
  };
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/comments/{id}': {
    path: { course_id: string; assignment_id: string; user_id: string; id: string };
    params: { comment?: string | null };
    returns: SubmissionComment;
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/document_annotations/read': {
    path: { course_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/document_annotations/read': {
    path: { course_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/files': {
    path: { course_id: string; assignment_id: string; user_id: string };
    params: { name?: string | null; size?: number | null; content_type?: string | null; parent_folder_id?: string | null; parent_folder_path?: string | null; folder?: string | null; on_duplicate?: string | null; success_include?: string[]; filename?: string | null; url?: string | null; no_redirect?: boolean; category?: string | null; submit_assignment?: boolean; comment?: string | null };
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/read/{item}': {
    path: { course_id: string; assignment_id: string; user_id: string; item: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/read': {
    path: { course_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/read': {
    path: { course_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/rubric_assessments/read': {
    path: { course_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/rubric_assessments/read': {
    path: { course_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/rubric_comments/read': {
    path: { course_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}/rubric_comments/read': {
    path: { course_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}': {
    path: { course_id: string; assignment_id: string; user_id: string };
    params: { include?: string[]; response_fields?: string[]; exclude_response_fields?: string[] };
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}': {
    path: { course_id: string; assignment_id: string; user_id: string };
    params: { comment?: { text_comment?: string | null; attempt?: number | null; group_comment?: boolean; media_comment_id?: string | null; media_comment_type?: string | null; file_ids?: number[] }; include?: string[]; prefer_points_over_scheme?: boolean; submission?: { posted_grade?: string | null; excuse?: boolean; late_policy_status?: string | null; sticker?: string | null; seconds_late_override?: number | null; peer_review?: boolean; custom_grade_status_id?: string | null; provisional?: boolean; final?: boolean; submission_type?: string | null; url?: string | null }; rubric_assessment?: JsonValue; response_fields?: string[]; exclude_response_fields?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions': {
    path: { course_id: string; assignment_id: string };
    params: { include?: string[]; grouped?: boolean; response_fields?: string[]; exclude_response_fields?: string[] };
    returns: Submission[];
  };
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions': {
    path: { course_id: string; assignment_id: string };
    params: { comment?: { text_comment?: string | null }; submission?: { group_comment?: boolean; submission_type?: string | null; body?: string | null; url?: string | null; file_ids?: number[]; media_comment_id?: string | null; media_comment_type?: string | null; user_id?: string | null; annotatable_attachment_id?: number | null; submitted_at?: string | null } };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/users/{user_id}/group_members': {
    path: { course_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: BasicUser[];
  };
  'DELETE /api/v1/courses/{course_id}/assignments/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: Assignment;
  };
  'GET /api/v1/courses/{course_id}/assignments/{id}': {
    path: { course_id: string; id: string };
    params: { include?: string[]; override_assignment_dates?: boolean; needs_grading_count_by_section?: boolean; all_dates?: boolean };
    returns: Assignment;
  };
  'PUT /api/v1/courses/{course_id}/assignments/{id}': {
    path: { course_id: string; id: string };
    params: { assignment?: { submission_types?: string[]; name?: string | null; position?: number | null; allowed_extensions?: string[]; turnitin_enabled?: boolean; vericite_enabled?: boolean; turnitin_settings?: JsonValue; sis_assignment_id?: string | null; integration_data?: JsonValue; integration_id?: string | null; peer_reviews?: boolean; automatic_peer_reviews?: boolean; notify_of_update?: boolean; group_category_id?: number | null; grade_group_students_individually?: boolean; external_tool_tag_attributes?: { url?: string | null; new_tab?: boolean; content_type?: string | null; content_id?: string | null; external_data?: JsonValue; custom_params?: JsonValue; title?: string | null; iframe?: JsonValue; line_item?: JsonValue }; points_possible?: number | null; grading_type?: string | null; due_at?: string | null; lock_at?: string | null; unlock_at?: string | null; description?: string | null; assignment_group_id?: string | null; assignment_overrides?: JsonValue; only_visible_to_overrides?: boolean; published?: boolean; grading_standard_id?: number | null; omit_from_final_grade?: boolean; hide_in_gradebook?: boolean; moderated_grading?: boolean; grader_count?: number | null; final_grader_id?: number | null; grader_comments_visible_to_graders?: boolean; graders_anonymous_to_graders?: boolean; anonymous_grading?: boolean; allowed_attempts?: number | null; annotatable_attachment_id?: number | null; asset_processors?: JsonValue; force_updated_at?: boolean; peer_review?: { points_possible?: number | null; grading_type?: string | null; due_at?: string | null; lock_at?: string | null; unlock_at?: string | null; peer_review_overrides?: JsonValue[] }; title?: string | null; peer_reviews_assign_at?: string | null; anonymous_peer_reviews?: boolean; intra_group_peer_reviews?: boolean; peer_review_count?: number | null; post_to_sis?: boolean; important_dates?: boolean; anonymous_instructor_annotations?: boolean; grader_names_visible_to_final_grader?: boolean; ab_guid?: string[]; secure_params?: string | null; report_visibility?: string | null; freeze_on_copy?: boolean; require_lockdown_browser?: boolean; duplicated_successfully?: boolean; override_dates?: boolean; vericite_settings?: JsonValue } };
    returns: Assignment;
  };
  'GET /api/v1/courses/{course_id}/assignments': {
    path: { course_id: string };
    params: { include?: string[]; search_term?: string | null; override_assignment_dates?: boolean; needs_grading_count_by_section?: boolean; bucket?: string | null; assignment_ids?: string[]; order_by?: string | null; post_to_sis?: boolean; new_quizzes?: boolean };
    returns: Assignment[];
  };
  'POST /api/v1/courses/{course_id}/assignments': {
    path: { course_id: string };
    params: { assignment?: { name?: string | null; position?: number | null; submission_types?: string[]; allowed_extensions?: string[]; turnitin_enabled?: boolean; vericite_enabled?: boolean; turnitin_settings?: JsonValue; integration_data?: JsonValue; integration_id?: string | null; peer_reviews?: boolean; automatic_peer_reviews?: boolean; notify_of_update?: boolean; group_category_id?: number | null; grade_group_students_individually?: boolean; external_tool_tag_attributes?: { url?: string | null; new_tab?: boolean; content_type?: string | null; content_id?: string | null; external_data?: JsonValue; custom_params?: JsonValue; title?: string | null; iframe?: JsonValue; line_item?: JsonValue }; points_possible?: number | null; grading_type?: string | null; due_at?: string | null; lock_at?: string | null; unlock_at?: string | null; description?: string | null; assignment_group_id?: string | null; assignment_overrides?: JsonValue; only_visible_to_overrides?: boolean; published?: boolean; grading_standard_id?: number | null; omit_from_final_grade?: boolean; hide_in_gradebook?: boolean; quiz_lti?: boolean; moderated_grading?: boolean; grader_count?: number | null; final_grader_id?: number | null; grader_comments_visible_to_graders?: boolean; graders_anonymous_to_graders?: boolean; anonymous_grading?: boolean; allowed_attempts?: number | null; annotatable_attachment_id?: number | null; asset_processors?: JsonValue; peer_review?: { points_possible?: number | null; grading_type?: string | null; due_at?: string | null; lock_at?: string | null; unlock_at?: string | null; peer_review_overrides?: JsonValue[] }; title?: string | null; peer_reviews_assign_at?: string | null; anonymous_peer_reviews?: boolean; intra_group_peer_reviews?: boolean; peer_review_count?: number | null; post_to_sis?: boolean; sis_assignment_id?: string | null; important_dates?: boolean; anonymous_instructor_annotations?: boolean; grader_names_visible_to_final_grader?: boolean; ab_guid?: string[]; secure_params?: string | null; report_visibility?: string | null; freeze_on_copy?: boolean; require_lockdown_browser?: boolean; duplicated_successfully?: boolean; override_dates?: boolean; vericite_settings?: JsonValue }; calculate_grades?: boolean };
    returns: Assignment;
  };
  'GET /api/v1/courses/{course_id}/blackout_dates/new': {
    path: { course_id: string };
    params: {};
    returns: BlackoutDate;
  };
  'DELETE /api/v1/courses/{course_id}/blackout_dates/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: BlackoutDate;
  };
  'GET /api/v1/courses/{course_id}/blackout_dates/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: BlackoutDate;
  };
  'GET /api/v1/courses/{course_id}/blackout_dates': {
    path: { course_id: string };
    params: {};
    returns: BlackoutDate[];
  };
  'POST /api/v1/courses/{course_id}/blackout_dates': {
    path: { course_id: string };
    params: { start_date?: string | null; end_date?: string | null; event_title?: string | null };
    returns: BlackoutDate;
  };
  'PUT /api/v1/courses/{course_id}/blackout_dates': {
    path: { course_id: string };
    params: { blackout_dates?: { id?: number | null; event_title?: string | null; start_date?: string | null; end_date?: string | null }[] };
    returns: { blackout_dates: BlackoutDate[] };
  };
  'GET /api/v1/courses/{course_id}/block_editor_templates': {
    path: { course_id: string };
    params: { sort?: string | null; order?: string | null; drafts?: boolean; type?: string[]; include?: string[] };
    returns: BlockEditorTemplate[];
  };
  'GET /api/v1/courses/{course_id}/blueprint_subscriptions/{subscription_id}/migrations/{id}/details': {
    path: { course_id: string; subscription_id: string; id: string };
    params: {};
    returns: ChangeRecord[];
  };
  'GET /api/v1/courses/{course_id}/blueprint_subscriptions/{subscription_id}/migrations/{id}': {
    path: { course_id: string; subscription_id: string; id: string };
    params: {};
    returns: BlueprintMigration;
  };
  'GET /api/v1/courses/{course_id}/blueprint_subscriptions/{subscription_id}/migrations': {
    path: { course_id: string; subscription_id: string };
    params: {};
    returns: BlueprintMigration[];
  };
  'GET /api/v1/courses/{course_id}/blueprint_subscriptions': {
    path: { course_id: string };
    params: {};
    returns: BlueprintSubscription[];
  };
  'GET /api/v1/courses/{course_id}/blueprint_templates/{template_id}/associated_courses': {
    path: { course_id: string; template_id: string };
    params: {};
    returns: Course[];
  };
  'GET /api/v1/courses/{course_id}/blueprint_templates/{template_id}/migrations/{id}/details': {
    path: { course_id: string; template_id: string; id: string };
    params: {};
    returns: ChangeRecord[];
  };
  'GET /api/v1/courses/{course_id}/blueprint_templates/{template_id}/migrations/{id}': {
    path: { course_id: string; template_id: string; id: string };
    params: {};
    returns: BlueprintMigration;
  };
  'GET /api/v1/courses/{course_id}/blueprint_templates/{template_id}/migrations': {
    path: { course_id: string; template_id: string };
    params: {};
    returns: BlueprintMigration[];
  };
  'POST /api/v1/courses/{course_id}/blueprint_templates/{template_id}/migrations': {
    path: { course_id: string; template_id: string };
    params: { comment?: string | null; send_notification?: boolean; copy_settings?: boolean; send_item_notifications?: boolean; publish_after_initial_sync?: boolean };
    returns: BlueprintMigration;
  };
  'PUT /api/v1/courses/{course_id}/blueprint_templates/{template_id}/restrict_item': {
    path: { course_id: string; template_id: string };
    params: { content_type?: string | null; content_id?: number | null; restricted?: boolean; restrictions?: JsonValue };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/blueprint_templates/{template_id}/unsynced_changes': {
    path: { course_id: string; template_id: string };
    params: {};
    returns: ChangeRecord[];
  };
  'PUT /api/v1/courses/{course_id}/blueprint_templates/{template_id}/update_associations': {
    path: { course_id: string; template_id: string };
    params: { course_ids_to_add?: string[]; course_ids_to_remove?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/blueprint_templates/{template_id}': {
    path: { course_id: string; template_id: string };
    params: {};
    returns: BlueprintTemplate;
  };
  'GET /api/v1/courses/{course_id}/brand_variables': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/bulk_user_progress': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/bulk_user_tags': {
    path: { course_id: string };
    params: { user_ids?: number[] };
    returns: JsonObject;
  };
  'GET /api/v1/courses/{course_id}/calendar_events/timetable': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/calendar_events/timetable': {
    path: { course_id: string };
    params: { timetables?: Record<string, { weekdays?: string | null; start_time?: string | null; end_time?: string | null; location_name?: string | null; course_start_at?: string | null; course_end_at?: string | null }[]> };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/calendar_events/timetable_events': {
    path: { course_id: string };
    params: { course_section_id?: string | null; events?: { start_at?: string | null; end_at?: string | null; location_name?: string | null; code?: string | null; title?: string | null }[] };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/collaborations': {
    path: { course_id: string };
    params: {};
    returns: Collaboration[];
  };
  'GET /api/v1/courses/{course_id}/conferences': {
    path: { course_id: string };
    params: {};
    returns: Conference[];
  };
  'GET /api/v1/courses/{course_id}/content_exports/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: ContentExport;
  };
  'GET /api/v1/courses/{course_id}/content_exports': {
    path: { course_id: string };
    params: {};
    returns: ContentExport[];
  };
  'POST /api/v1/courses/{course_id}/content_exports': {
    path: { course_id: string };
    params: { export_type?: string | null; skip_notifications?: boolean; select?: JsonValue };
    returns: ContentExport;
  };
  'GET /api/v1/courses/{course_id}/content_licenses': {
    path: { course_id: string };
    params: {};
    returns: License[];
  };
  'GET /api/v1/courses/{course_id}/content_migrations/migrators': {
    path: { course_id: string };
    params: {};
    returns: Migrator[];
  };
  'GET /api/v1/courses/{course_id}/content_migrations/{content_migration_id}/migration_issues/{id}': {
    path: { course_id: string; content_migration_id: string; id: string };
    params: {};
    returns: MigrationIssue;
  };
  'PUT /api/v1/courses/{course_id}/content_migrations/{content_migration_id}/migration_issues/{id}': {
    path: { course_id: string; content_migration_id: string; id: string };
    params: { workflow_state?: string | null };
    returns: MigrationIssue;
  };
  'GET /api/v1/courses/{course_id}/content_migrations/{content_migration_id}/migration_issues': {
    path: { course_id: string; content_migration_id: string };
    params: {};
    returns: MigrationIssue[];
  };
  'GET /api/v1/courses/{course_id}/content_migrations/{id}/asset_id_mapping': {
    path: { course_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/content_migrations/{id}/selective_data': {
    path: { course_id: string; id: string };
    params: { type?: string | null };
    returns: { type: string; property: string; title?: string; count?: number; sub_items_url?: string }[];
  };
  'GET /api/v1/courses/{course_id}/content_migrations/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: ContentMigration;
  };
  'PUT /api/v1/courses/{course_id}/content_migrations/{id}': {
    path: { course_id: string; id: string };
    params: { pre_attachment?: { name?: string | null; size?: number | null; content_type?: string | null; on_duplicate?: string | null }; settings?: { file_url?: string | null; content_export_id?: string | null; source_course_id?: string | null; folder_id?: string | null; overwrite_quizzes?: boolean; question_bank_id?: number | null; question_bank_name?: string | null; insert_into_module_id?: number | null; insert_into_module_type?: string | null; insert_into_module_position?: number | null; move_to_assignment_group_id?: number | null; importer_skips?: string[]; import_blueprint_settings?: boolean; import_quizzes_next?: boolean }; date_shift_options?: { shift_dates?: boolean; old_start_date?: string | null; old_end_date?: string | null; new_start_date?: string | null; new_end_date?: string | null; day_substitutions?: Record<string, number | null>; remove_dates?: boolean }; selective_import?: boolean; select?: JsonValue; copy?: JsonValue; do_not_run?: boolean };
    returns: ContentMigration;
  };
  'GET /api/v1/courses/{course_id}/content_migrations': {
    path: { course_id: string };
    params: {};
    returns: ContentMigration[];
  };
  'POST /api/v1/courses/{course_id}/content_migrations': {
    path: { course_id: string };
    params: { migration_type?: string | null; pre_attachment?: { name?: string | null; size?: number | null; content_type?: string | null; on_duplicate?: string | null }; settings?: { file_url?: string | null; content_export_id?: string | null; source_course_id?: string | null; folder_id?: string | null; overwrite_quizzes?: boolean; question_bank_id?: number | null; question_bank_name?: string | null; insert_into_module_id?: number | null; insert_into_module_type?: string | null; insert_into_module_position?: number | null; move_to_assignment_group_id?: number | null; importer_skips?: string[]; import_blueprint_settings?: boolean; import_quizzes_next?: boolean }; date_shift_options?: { shift_dates?: boolean; old_start_date?: string | null; old_end_date?: string | null; new_start_date?: string | null; new_end_date?: string | null; day_substitutions?: Record<string, number | null>; remove_dates?: boolean }; selective_import?: boolean; select?: JsonValue; copy?: JsonValue; do_not_run?: boolean };
    returns: ContentMigration;
  };
  'GET /api/v1/courses/{course_id}/content_share_users': {
    path: { course_id: string };
    params: { search_term?: string | null };
    returns: User[];
  };
  'GET /api/v1/courses/{course_id}/course_copy/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/course_copy': {
    path: { course_id: string };
    params: { source_course?: string | null; except?: string[]; only?: string[] };
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/course_pacing/{id}': {
    path: { id: string; course_id: string };
    params: { course_pace_id?: number | null };
    returns: CoursePace;
  };
  'GET /api/v1/courses/{course_id}/course_pacing/{id}': {
    path: { id: string; course_id: string };
    params: { course_pace_id?: number | null };
    returns: CoursePace;
  };
  'PUT /api/v1/courses/{course_id}/course_pacing/{id}': {
    path: { id: string; course_id: string };
    params: { course_pace_id?: number | null; end_date?: string | null; exclude_weekends?: boolean; selected_days_to_skip?: string | null; hard_end_dates?: boolean; workflow_state?: string | null; course_pace_module_item_attributes?: string[] };
    returns: CoursePace;
  };
  'POST /api/v1/courses/{course_id}/course_pacing': {
    path: { course_id: string };
    params: { end_date?: string | null; end_date_context?: string | null; start_date?: string | null; start_date_context?: string | null; exclude_weekends?: boolean; selected_days_to_skip?: string | null; hard_end_dates?: boolean; workflow_state?: string | null; course_pace_module_item_attributes?: string[]; context_id?: number | null; context_type?: string | null };
    returns: CoursePace;
  };
  'GET /api/v1/courses/{course_id}/csp_settings': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/csp_settings': {
    path: { course_id: string };
    params: { status?: string | null };
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/custom_gradebook_column_data': {
    path: { course_id: string };
    params: { column_data?: { user_id?: number | null; column_id?: number | null; content?: string | null }[] };
    returns: Progress;
  };
  'POST /api/v1/courses/{course_id}/custom_gradebook_columns/reorder': {
    path: { course_id: string };
    params: { order?: JsonValue };
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/custom_gradebook_columns/{id}/data/{user_id}': {
    path: { course_id: string; id: string; user_id: string };
    params: { column_data?: { content?: string | null } };
    returns: ColumnDatum;
  };
  'GET /api/v1/courses/{course_id}/custom_gradebook_columns/{id}/data': {
    path: { course_id: string; id: string };
    params: { include_hidden?: boolean };
    returns: ColumnDatum[];
  };
  'DELETE /api/v1/courses/{course_id}/custom_gradebook_columns/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: CustomColumn;
  };
  'PUT /api/v1/courses/{course_id}/custom_gradebook_columns/{id}': {
    path: { course_id: string; id: string };
    params: { column?: { title?: string | null; position?: number | null; hidden?: boolean; teacher_notes?: boolean; read_only?: boolean } };
    returns: CustomColumn;
  };
  'GET /api/v1/courses/{course_id}/custom_gradebook_columns': {
    path: { course_id: string };
    params: { include_hidden?: boolean };
    returns: CustomColumn[];
  };
  'POST /api/v1/courses/{course_id}/custom_gradebook_columns': {
    path: { course_id: string };
    params: { column?: { title?: string | null; position?: number | null; hidden?: boolean; teacher_notes?: boolean; read_only?: boolean } };
    returns: CustomColumn;
  };
  'PUT /api/v1/courses/{course_id}/discussion_topics/read_all': {
    path: { course_id: string };
    params: { only_announcements?: string | null };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/discussion_topics/reorder': {
    path: { course_id: string };
    params: { order?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/discussion_topics/{discussion_topic_id}/date_details': {
    path: { course_id: string; discussion_topic_id: string };
    params: { include?: string[]; exclude?: string[] };
    returns: LearningObjectDates;
  };
  'PUT /api/v1/courses/{course_id}/discussion_topics/{discussion_topic_id}/date_details': {
    path: { course_id: string; discussion_topic_id: string };
    params: { due_at?: string | null; unlock_at?: string | null; lock_at?: string | null; only_visible_to_overrides?: boolean; assignment_overrides?: JsonValue };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/duplicate': {
    path: { course_id: string; topic_id: string };
    params: {};
    returns: DiscussionTopic;
  };
  'POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{entry_id}/rating': {
    path: { course_id: string; topic_id: string; entry_id: string };
    params: { rating?: number | null };
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{entry_id}/read': {
    path: { course_id: string; topic_id: string; entry_id: string };
    params: { forced_read_state?: boolean };
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{entry_id}/read': {
    path: { course_id: string; topic_id: string; entry_id: string };
    params: { forced_read_state?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{entry_id}/replies': {
    path: { course_id: string; topic_id: string; entry_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{entry_id}/replies': {
    path: { course_id: string; topic_id: string; entry_id: string };
    params: { message?: string | null; attachment?: string | null };
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{id}': {
    path: { course_id: string; topic_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries/{id}': {
    path: { course_id: string; topic_id: string; id: string };
    params: { message?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries': {
    path: { course_id: string; topic_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries': {
    path: { course_id: string; topic_id: string };
    params: { message?: string | null; attachment?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entry_list': {
    path: { course_id: string; topic_id: string };
    params: { ids?: string[] };
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/discussion_topics/{topic_id}/read': {
    path: { course_id: string; topic_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/read': {
    path: { course_id: string; topic_id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/discussion_topics/{topic_id}/read_all': {
    path: { course_id: string; topic_id: string };
    params: { forced_read_state?: boolean };
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/read_all': {
    path: { course_id: string; topic_id: string };
    params: { forced_read_state?: boolean };
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/discussion_topics/{topic_id}/subscribed': {
    path: { course_id: string; topic_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/subscribed': {
    path: { course_id: string; topic_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}/summaries/disable': {
    path: { course_id: string; topic_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/summaries/{summary_id}/feedback': {
    path: { course_id: string; topic_id: string; summary_id: string };
    params: { _action?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/summaries': {
    path: { course_id: string; topic_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/summaries': {
    path: { course_id: string; topic_id: string };
    params: { userInput?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}/view': {
    path: { course_id: string; topic_id: string };
    params: { include_new_entries?: boolean; include_enrollment_state?: boolean; include_context_card_info?: boolean };
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/discussion_topics/{topic_id}': {
    path: { course_id: string; topic_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/discussion_topics/{topic_id}': {
    path: { course_id: string; topic_id: string };
    params: { include?: string[] };
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/discussion_topics/{topic_id}': {
    path: { course_id: string; topic_id: string };
    params: { title?: string | null; message?: string | null; discussion_type?: string | null; published?: boolean; delayed_post_at?: string | null; lock_at?: string | null; podcast_enabled?: boolean; podcast_has_student_posts?: boolean; require_initial_post?: boolean; is_announcement?: boolean; pinned?: boolean; position_after?: string | null; group_category_id?: string | null; allow_rating?: boolean; only_graders_can_rate?: boolean; sort_order?: string | null; sort_order_locked?: boolean; expanded?: boolean; expanded_locked?: boolean; sort_by_rating?: boolean; specific_sections?: string | null; lock_comment?: boolean; anonymous_state?: string | null; is_anonymous_author?: boolean; locked?: boolean; position_at?: number | null; remove_attachment?: string | null; todo_date?: string | null; assignment?: { name?: string | null; position?: number | null; submission_types?: string[]; allowed_extensions?: string[]; turnitin_enabled?: boolean; vericite_enabled?: boolean; turnitin_settings?: JsonValue; integration_data?: JsonValue; integration_id?: string | null; peer_reviews?: boolean; automatic_peer_reviews?: boolean; notify_of_update?: boolean; group_category_id?: number | null; grade_group_students_individually?: boolean; external_tool_tag_attributes?: { url?: string | null; new_tab?: boolean; content_type?: string | null; content_id?: string | null; external_data?: JsonValue; custom_params?: JsonValue; title?: string | null; iframe?: JsonValue; line_item?: JsonValue }; points_possible?: number | null; grading_type?: string | null; due_at?: string | null; lock_at?: string | null; unlock_at?: string | null; description?: string | null; assignment_group_id?: string | null; assignment_overrides?: JsonValue; only_visible_to_overrides?: boolean; published?: boolean; grading_standard_id?: number | null; omit_from_final_grade?: boolean; hide_in_gradebook?: boolean; quiz_lti?: boolean; moderated_grading?: boolean; grader_count?: number | null; final_grader_id?: number | null; grader_comments_visible_to_graders?: boolean; graders_anonymous_to_graders?: boolean; anonymous_grading?: boolean; allowed_attempts?: number | null; annotatable_attachment_id?: number | null; asset_processors?: JsonValue; peer_review?: { points_possible?: number | null; grading_type?: string | null; due_at?: string | null; lock_at?: string | null; unlock_at?: string | null; peer_review_overrides?: JsonValue[] }; title?: string | null; peer_reviews_assign_at?: string | null; anonymous_peer_reviews?: boolean; intra_group_peer_reviews?: boolean; peer_review_count?: number | null; post_to_sis?: boolean; sis_assignment_id?: string | null; important_dates?: boolean; anonymous_instructor_annotations?: boolean; grader_names_visible_to_final_grader?: boolean; ab_guid?: string[]; secure_params?: string | null; report_visibility?: string | null; freeze_on_copy?: boolean; require_lockdown_browser?: boolean; duplicated_successfully?: boolean; override_dates?: boolean; vericite_settings?: JsonValue; set_assignment?: boolean } };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/discussion_topics': {
    path: { course_id: string };
    params: { include?: string[]; order_by?: string | null; scope?: string | null; only_announcements?: boolean; filter_by?: string | null; search_term?: string | null; exclude_context_module_locked_topics?: boolean; plain_messages?: boolean; exclude_assignment_descriptions?: boolean };
    returns: DiscussionTopic[];
  };
  'POST /api/v1/courses/{course_id}/discussion_topics': {
    path: { course_id: string };
    params: { title?: string | null; message?: string | null; discussion_type?: string | null; published?: boolean; delayed_post_at?: string | null; allow_rating?: boolean; lock_at?: string | null; podcast_enabled?: boolean; podcast_has_student_posts?: boolean; require_initial_post?: boolean; is_announcement?: boolean; pinned?: boolean; position_after?: string | null; group_category_id?: string | null; only_graders_can_rate?: boolean; sort_order?: string | null; sort_order_locked?: boolean; expanded?: boolean; expanded_locked?: boolean; sort_by_rating?: boolean; attachment?: JsonValue; specific_sections?: string | null; lock_comment?: boolean; anonymous_state?: string | null; is_anonymous_author?: boolean; locked?: boolean; position_at?: number | null; remove_attachment?: string | null; todo_date?: string | null; assignment?: { name?: string | null; position?: number | null; submission_types?: string[]; allowed_extensions?: string[]; turnitin_enabled?: boolean; vericite_enabled?: boolean; turnitin_settings?: JsonValue; integration_data?: JsonValue; integration_id?: string | null; peer_reviews?: boolean; automatic_peer_reviews?: boolean; notify_of_update?: boolean; group_category_id?: number | null; grade_group_students_individually?: boolean; external_tool_tag_attributes?: { url?: string | null; new_tab?: boolean; content_type?: string | null; content_id?: string | null; external_data?: JsonValue; custom_params?: JsonValue; title?: string | null; iframe?: JsonValue; line_item?: JsonValue }; points_possible?: number | null; grading_type?: string | null; due_at?: string | null; lock_at?: string | null; unlock_at?: string | null; description?: string | null; assignment_group_id?: string | null; assignment_overrides?: JsonValue; only_visible_to_overrides?: boolean; published?: boolean; grading_standard_id?: number | null; omit_from_final_grade?: boolean; hide_in_gradebook?: boolean; quiz_lti?: boolean; moderated_grading?: boolean; grader_count?: number | null; final_grader_id?: number | null; grader_comments_visible_to_graders?: boolean; graders_anonymous_to_graders?: boolean; anonymous_grading?: boolean; allowed_attempts?: number | null; annotatable_attachment_id?: number | null; asset_processors?: JsonValue; peer_review?: { points_possible?: number | null; grading_type?: string | null; due_at?: string | null; lock_at?: string | null; unlock_at?: string | null; peer_review_overrides?: JsonValue[] }; title?: string | null; peer_reviews_assign_at?: string | null; anonymous_peer_reviews?: boolean; intra_group_peer_reviews?: boolean; peer_review_count?: number | null; post_to_sis?: boolean; sis_assignment_id?: string | null; important_dates?: boolean; anonymous_instructor_annotations?: boolean; grader_names_visible_to_final_grader?: boolean; ab_guid?: string[]; secure_params?: string | null; report_visibility?: string | null; freeze_on_copy?: boolean; require_lockdown_browser?: boolean; duplicated_successfully?: boolean; override_dates?: boolean; vericite_settings?: JsonValue; set_assignment?: boolean } };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/effective_due_dates': {
    path: { course_id: string };
    params: { assignment_ids?: string[] };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/enrollments/{id}/accept': {
    path: { course_id: string; id: string };
    params: {};
    returns: { success: true };
  };
  'PUT /api/v1/courses/{course_id}/enrollments/{id}/reactivate': {
    path: { course_id: string; id: string };
    params: {};
    returns: Enrollment;
  };
  'POST /api/v1/courses/{course_id}/enrollments/{id}/reject': {
    path: { course_id: string; id: string };
    params: {};
    returns: { success: true };
  };
  'DELETE /api/v1/courses/{course_id}/enrollments/{id}': {
    path: { course_id: string; id: string };
    params: { task?: string | null };
    returns: Enrollment;
  };
  'GET /api/v1/courses/{course_id}/enrollments': {
    path: { course_id: string };
    params: { type?: string[]; role?: string[]; state?: string[]; include?: string[]; user_id?: string | null; grading_period_id?: number | null; enrollment_term_id?: string | null; sis_account_id?: string[]; sis_course_id?: string[]; sis_section_id?: string[]; sis_user_id?: string[]; created_for_sis_id?: boolean; role_id?: number[]; temporary_enrollment_recipients_for_provider?: boolean; temporary_enrollments_for_recipient?: boolean };
    returns: Enrollment[];
  };
  'POST /api/v1/courses/{course_id}/enrollments': {
    path: { course_id: string };
    params: { enrollment?: { start_at?: string | null; end_at?: string | null; user_id?: string | null; type?: string | null; role?: string | null; role_id?: number | null; enrollment_state?: string | null; course_section_id?: string | null; limit_privileges_to_course_section?: boolean; notify?: boolean; self_enrollment_code?: string | null; self_enrolled?: boolean; associated_user_id?: number | null; sis_user_id?: string | null; integration_id?: string | null; temporary_enrollment_pairing_id?: string | null; temporary_enrollment_source_user_id?: string | null }; root_account?: string | null };
    returns: Enrollment;
  };
  'GET /api/v1/courses/{course_id}/epub_exports/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: EpubExport;
  };
  'POST /api/v1/courses/{course_id}/epub_exports': {
    path: { course_id: string };
    params: {};
    returns: EpubExport;
  };
  'DELETE /api/v1/courses/{course_id}/external_feeds/{external_feed_id}': {
    path: { course_id: string; external_feed_id: string };
    params: {};
    returns: ExternalFeed;
  };
  'GET /api/v1/courses/{course_id}/external_feeds': {
    path: { course_id: string };
    params: {};
    returns: ExternalFeed[];
  };
  'POST /api/v1/courses/{course_id}/external_feeds': {
    path: { course_id: string };
    params: { url?: string | null; header_match?: string | null; verbosity?: string | null };
    returns: ExternalFeed;
  };
  'GET /api/v1/courses/{course_id}/external_tools/sessionless_launch': {
    path: { course_id: string };
    params: { id?: string | null; url?: string | null; assignment_id?: string | null; module_item_id?: string | null; launch_type?: string | null; resource_link_lookup_uuid?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/external_tools/visible_course_nav_tools': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/external_tools/{external_tool_id}': {
    path: { course_id: string; external_tool_id: string };
    params: {};
    returns: ContextExternalTool;
  };
  'GET /api/v1/courses/{course_id}/external_tools/{external_tool_id}': {
    path: { course_id: string; external_tool_id: string };
    params: {};
    returns: ContextExternalTool;
  };
  'PUT /api/v1/courses/{course_id}/external_tools/{external_tool_id}': {
    path: { course_id: string; external_tool_id: string };
    params: {};
    returns: ContextExternalTool;
  };
  'GET /api/v1/courses/{course_id}/external_tools': {
    path: { course_id: string };
    params: { search_term?: string | null; selectable?: boolean; include_parents?: boolean; placement?: string | null };
    returns: ContextExternalTool[];
  };
  'POST /api/v1/courses/{course_id}/external_tools': {
    path: { course_id: string };
    params: { client_id?: string | null; name?: string | null; privacy_level?: string | null; consumer_key?: string | null; shared_secret?: string | null; description?: string | null; url?: string | null; domain?: string | null; icon_url?: string | null; text?: string | null; custom_fields?: { field_name?: string | null }; is_rce_favorite?: boolean; config_type?: string | null; config_xml?: string | null; config_url?: string | null; not_selectable?: boolean; oauth_compliant?: boolean; unified_tool_id?: string | null };
    returns: ContextExternalTool;
  };
  'GET /api/v1/courses/{course_id}/features/enabled': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/features/flags/{feature}': {
    path: { course_id: string; feature: string };
    params: {};
    returns: FeatureFlag;
  };
  'GET /api/v1/courses/{course_id}/features/flags/{feature}': {
    path: { course_id: string; feature: string };
    params: {};
    returns: FeatureFlag;
  };
  'PUT /api/v1/courses/{course_id}/features/flags/{feature}': {
    path: { course_id: string; feature: string };
    params: { state?: string | null };
    returns: FeatureFlag;
  };
  'GET /api/v1/courses/{course_id}/features': {
    path: { course_id: string };
    params: { hide_inherited_enabled?: boolean };
    returns: Feature[];
  };
  'GET /api/v1/courses/{course_id}/files/file_ref/{migration_id}': {
    path: { course_id: string; migration_id: string };
    params: {};
    returns: File;
  };
  'GET /api/v1/courses/{course_id}/files/quota': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/files/{attachment_id}/date_details': {
    path: { course_id: string; attachment_id: string };
    params: { include?: string[]; exclude?: string[] };
    returns: LearningObjectDates;
  };
  'PUT /api/v1/courses/{course_id}/files/{attachment_id}/date_details': {
    path: { course_id: string; attachment_id: string };
    params: { due_at?: string | null; unlock_at?: string | null; lock_at?: string | null; only_visible_to_overrides?: boolean; assignment_overrides?: JsonValue };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/files/{id}': {
    path: { course_id: string; id: string };
    params: { include?: string[]; replacement_chain_context_type?: string | null; replacement_chain_context_id?: string | null; verifier?: string | null; use_verifiers?: boolean };
    returns: File;
  };
  'GET /api/v1/courses/{course_id}/files': {
    path: { course_id: string };
    params: { content_types?: string[]; exclude_content_types?: string[]; search_term?: string | null; include?: string[]; only?: string[]; sort?: string | null; order?: string | null; sort_by?: string | null; category?: string | null; use_verifiers?: boolean };
    returns: File[];
  };
  'POST /api/v1/courses/{course_id}/files': {
    path: { course_id: string };
    params: { name?: string | null; size?: number | null; content_type?: string | null; parent_folder_id?: string | null; parent_folder_path?: string | null; folder?: string | null; on_duplicate?: string | null; success_include?: string[]; filename?: string | null; url?: string | null; no_redirect?: boolean; category?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/folders/by_path/{full_path}': {
    path: { course_id: string; full_path: string };
    params: {};
    returns: Folder[];
  };
  'GET /api/v1/courses/{course_id}/folders/by_path': {
    path: { course_id: string };
    params: {};
    returns: Folder[];
  };
  'GET /api/v1/courses/{course_id}/folders/media': {
    path: { course_id: string };
    params: {};
    returns: Folder;
  };
  'GET /api/v1/courses/{course_id}/folders/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: Folder;
  };
  'GET /api/v1/courses/{course_id}/folders': {
    path: { course_id: string };
    params: { sort_by?: string | null };
    returns: Folder[];
  };
  'POST /api/v1/courses/{course_id}/folders': {
    path: { course_id: string };
    params: { name?: string | null; parent_folder_id?: string | null; parent_folder_path?: string | null; lock_at?: string | null; unlock_at?: string | null; locked?: boolean; hidden?: boolean; position?: number | null };
    returns: Folder;
  };
  'GET /api/v1/courses/{course_id}/front_page': {
    path: { course_id: string };
    params: {};
    returns: Page;
  };
  'PUT /api/v1/courses/{course_id}/front_page': {
    path: { course_id: string };
    params: { wiki_page?: { title?: string | null; body?: string | null; editing_roles?: string | null; notify_of_update?: boolean; published?: boolean; student_todo_at?: string | null; student_planner_checkbox?: boolean; publish_at?: string | null; front_page?: boolean } };
    returns: Page;
  };
  'GET /api/v1/courses/{course_id}/gradebook_history/days': {
    path: { course_id: string };
    params: {};
    returns: Day[];
  };
  'GET /api/v1/courses/{course_id}/gradebook_history/feed': {
    path: { course_id: string };
    params: { assignment_id?: string | null; user_id?: string | null; ascending?: boolean };
    returns: SubmissionVersion[];
  };
  'GET /api/v1/courses/{course_id}/gradebook_history/{date}/graders/{grader_id}/assignments/{assignment_id}/submissions': {
    path: { course_id: string; date: string; grader_id: string; assignment_id: string };
    params: {};
    returns: SubmissionHistory[];
  };
  'GET /api/v1/courses/{course_id}/gradebook_history/{date}': {
    path: { course_id: string; date: string };
    params: {};
    returns: Grader[];
  };
  'PATCH /api/v1/courses/{course_id}/grading_periods/batch_update': {
    path: { course_id: string };
    params: { set_id?: string | null; grading_periods?: { id?: string | null; title?: string | null; start_date?: string | null; end_date?: string | null; close_date?: string | null; weight?: number | null }[] };
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/grading_periods/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/grading_periods/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/grading_periods/{id}': {
    path: { course_id: string; id: string };
    params: { grading_periods?: { start_date?: string | null; end_date?: string | null; weight?: number | null; title?: string | null; close_date?: string | null }[] };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/grading_periods': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/grading_standards/{grading_standard_id}': {
    path: { course_id: string; grading_standard_id: string };
    params: {};
    returns: GradingStandard;
  };
  'GET /api/v1/courses/{course_id}/grading_standards/{grading_standard_id}': {
    path: { course_id: string; grading_standard_id: string };
    params: {};
    returns: GradingStandard;
  };
  'PUT /api/v1/courses/{course_id}/grading_standards/{grading_standard_id}': {
    path: { course_id: string; grading_standard_id: string };
    params: { title?: string | null; points_based?: boolean; scaling_factor?: number | null; grading_scheme_entry?: { name?: string | null; value?: number | null }[] };
    returns: GradingStandard;
  };
  'GET /api/v1/courses/{course_id}/grading_standards': {
    path: { course_id: string };
    params: {};
    returns: GradingStandard[];
  };
  'POST /api/v1/courses/{course_id}/grading_standards': {
    path: { course_id: string };
    params: { title?: string | null; points_based?: boolean; scaling_factor?: number | null; grading_scheme_entry?: { name?: string | null; value?: number | null }[] };
    returns: GradingStandard;
  };
  'POST /api/v1/courses/{course_id}/group_categories/bulk_manage_differentiation_tag': {
    path: { course_id: string };
    params: { operations?: { create?: { name?: string | null }[]; update?: { id?: number | null; name?: string | null }[]; delete?: { id?: number | null }[] }; group_category?: { id?: string | null; name?: string | null } };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/group_categories/export_tags': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/group_categories/import_tags': {
    path: { course_id: string };
    params: { attachment?: JsonValue; extension?: string | null };
    returns: Progress;
  };
  'GET /api/v1/courses/{course_id}/group_categories': {
    path: { course_id: string };
    params: { collaboration_state?: string | null; includes?: string[] };
    returns: GroupCategory[];
  };
  'POST /api/v1/courses/{course_id}/group_categories': {
    path: { course_id: string };
    params: { name?: string | null; non_collaborative?: boolean; self_signup?: string | null; auto_leader?: string | null; group_limit?: number | null; sis_group_category_id?: string | null; create_group_count?: number | null; split_group_count?: number | null; create_group_member_count?: number | null; split_groups?: string | null; enable_self_signup?: boolean; restrict_self_signup?: boolean; enable_auto_leader?: boolean; auto_leader_type?: string | null; assign_async?: boolean; includes?: string[] };
    returns: GroupCategory;
  };
  'GET /api/v1/courses/{course_id}/groups': {
    path: { course_id: string };
    params: { only_own_groups?: boolean; include?: string[]; collaboration_state?: string | null; filter?: string | null; user_id?: string | null; include_inactive_users?: boolean; section_restricted?: boolean };
    returns: Group[];
  };
  'GET /api/v1/courses/{course_id}/live_assessments/{assessment_id}/results': {
    path: { course_id: string; assessment_id: string };
    params: { user_id?: number | null };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/live_assessments/{assessment_id}/results': {
    path: { course_id: string; assessment_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/live_assessments': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/live_assessments': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/lti_apps/launch_definitions': {
    path: { course_id: string };
    params: { placements?: string[]; only_visible?: boolean };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/lti_resource_links/bulk': {
    path: { course_id: string };
    params: { _json?: { url?: string | null; title?: string | null; custom?: JsonValue }[] };
    returns: LtiResourceLink;
  };
  'DELETE /api/v1/courses/{course_id}/lti_resource_links/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: LtiResourceLink;
  };
  'GET /api/v1/courses/{course_id}/lti_resource_links/{id}': {
    path: { course_id: string; id: string };
    params: { include_deleted?: boolean };
    returns: LtiResourceLink;
  };
  'PUT /api/v1/courses/{course_id}/lti_resource_links/{id}': {
    path: { course_id: string; id: string };
    params: { url?: string | null; custom?: JsonValue; include_deleted?: boolean; context_external_tool_id?: number | null };
    returns: LtiResourceLink;
  };
  'GET /api/v1/courses/{course_id}/lti_resource_links': {
    path: { course_id: string };
    params: { include_deleted?: boolean };
    returns: LtiResourceLink[];
  };
  'POST /api/v1/courses/{course_id}/lti_resource_links': {
    path: { course_id: string };
    params: { url?: string | null; title?: string | null; custom?: JsonValue };
    returns: LtiResourceLink;
  };
  'GET /api/v1/courses/{course_id}/media_attachments': {
    path: { course_id: string };
    params: { sort?: string | null; order?: string | null; exclude?: string[] };
    returns: MediaObject[];
  };
  'GET /api/v1/courses/{course_id}/media_objects': {
    path: { course_id: string };
    params: { sort?: string | null; order?: string | null; exclude?: string[] };
    returns: MediaObject[];
  };
  'GET /api/v1/courses/{course_id}/module_item_sequence': {
    path: { course_id: string };
    params: { asset_type?: string | null; asset_id?: string | null };
    returns: ModuleItemSequence;
  };
  'GET /api/v1/courses/{course_id}/modules/{context_module_id}/assignment_overrides': {
    path: { course_id: string; context_module_id: string };
    params: {};
    returns: ModuleAssignmentOverride[];
  };
  'PUT /api/v1/courses/{course_id}/modules/{context_module_id}/assignment_overrides': {
    path: { course_id: string; context_module_id: string };
    params: { overrides?: JsonValue };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/modules/{context_module_id}/date_details': {
    path: { course_id: string; context_module_id: string };
    params: { include?: string[]; exclude?: string[] };
    returns: LearningObjectDates;
  };
  'PUT /api/v1/courses/{course_id}/modules/{id}/relock': {
    path: { course_id: string; id: string };
    params: {};
    returns: Module;
  };
  'DELETE /api/v1/courses/{course_id}/modules/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: Module;
  };
  'GET /api/v1/courses/{course_id}/modules/{id}': {
    path: { course_id: string; id: string };
    params: { include?: string[]; student_id?: string | null };
    returns: Module;
  };
  'PUT /api/v1/courses/{course_id}/modules/{id}': {
    path: { course_id: string; id: string };
    params: { module?: { name?: string | null; unlock_at?: string | null; position?: number | null; require_sequential_progress?: boolean; prerequisite_module_ids?: string[]; publish_final_grade?: boolean; published?: boolean; requirement_count?: number | null; skip_content_tags?: boolean } };
    returns: Module;
  };
  'DELETE /api/v1/courses/{course_id}/modules/{module_id}/items/{id}/done': {
    path: { course_id: string; module_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/modules/{module_id}/items/{id}/done': {
    path: { course_id: string; module_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/modules/{module_id}/items/{id}/mark_read': {
    path: { course_id: string; module_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/modules/{module_id}/items/{id}/select_mastery_path': {
    path: { course_id: string; module_id: string; id: string };
    params: { assignment_set_id?: string | null; student_id?: string | null };
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/modules/{module_id}/items/{id}': {
    path: { course_id: string; module_id: string; id: string };
    params: {};
    returns: ModuleItem;
  };
  'GET /api/v1/courses/{course_id}/modules/{module_id}/items/{id}': {
    path: { course_id: string; module_id: string; id: string };
    params: { include?: string[]; student_id?: string | null };
    returns: ModuleItem;
  };
  'PUT /api/v1/courses/{course_id}/modules/{module_id}/items/{id}': {
    path: { course_id: string; module_id: string; id: string };
    params: { module_item?: { title?: string | null; position?: number | null; indent?: number | null; external_url?: string | null; new_tab?: boolean; completion_requirement?: { type?: string | null; min_score?: number | null; min_percentage?: number | null }; published?: boolean; module_id?: string | null } };
    returns: ModuleItem;
  };
  'GET /api/v1/courses/{course_id}/modules/{module_id}/items': {
    path: { course_id: string; module_id: string };
    params: { include?: string[]; search_term?: string | null; student_id?: string | null };
    returns: ModuleItem[];
  };
  'POST /api/v1/courses/{course_id}/modules/{module_id}/items': {
    path: { course_id: string; module_id: string };
    params: { module_item?: { title?: string | null; type?: string | null; content_id?: string | null; position?: number | null; indent?: number | null; page_url?: string | null; external_url?: string | null; new_tab?: boolean; completion_requirement?: { type?: string | null; min_score?: number | null; min_percentage?: number | null }; iframe?: { width?: number | null; height?: number | null } } };
    returns: ModuleItem;
  };
  'GET /api/v1/courses/{course_id}/modules': {
    path: { course_id: string };
    params: { include?: string[]; search_term?: string | null; student_id?: string | null };
    returns: Module[];
  };
  'POST /api/v1/courses/{course_id}/modules': {
    path: { course_id: string };
    params: { module?: { name?: string | null; unlock_at?: string | null; position?: number | null; require_sequential_progress?: boolean; prerequisite_module_ids?: string[]; publish_final_grade?: boolean; requirement_count?: number | null } };
    returns: Module;
  };
  'GET /api/v1/courses/{course_id}/new_quizzes/assignment_overrides': {
    path: { course_id: string };
    params: { quiz_assignment_overrides?: { quiz_ids?: number[] }[] };
    returns: QuizAssignmentOverrideSetContainer;
  };
  'GET /api/v1/courses/{course_id}/outcome_alignments': {
    path: { course_id: string };
    params: { student_id?: number | null; assignment_id?: number | null };
    returns: OutcomeAlignment[];
  };
  'GET /api/v1/courses/{course_id}/outcome_group_links': {
    path: { course_id: string };
    params: { outcome_style?: string | null; outcome_group_style?: string | null };
    returns: OutcomeLink[];
  };
  'POST /api/v1/courses/{course_id}/outcome_groups/{id}/import': {
    path: { course_id: string; id: string };
    params: { source_outcome_group_id?: number | null; async?: boolean };
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/outcome_groups/{id}/outcomes/{outcome_id}': {
    path: { course_id: string; id: string; outcome_id: string };
    params: {};
    returns: OutcomeLink;
  };
  'PUT /api/v1/courses/{course_id}/outcome_groups/{id}/outcomes/{outcome_id}': {
    path: { course_id: string; id: string; outcome_id: string };
    params: { move_from?: number | null; title?: string | null; display_name?: string | null; description?: string | null; vendor_guid?: string | null; mastery_points?: number | null; ratings?: { description?: string | null; points?: number | null }[]; calculation_method?: string | null; calculation_int?: number | null };
    returns: OutcomeLink;
  };
  'GET /api/v1/courses/{course_id}/outcome_groups/{id}/outcomes': {
    path: { course_id: string; id: string };
    params: { outcome_style?: string | null };
    returns: OutcomeLink[];
  };
  'POST /api/v1/courses/{course_id}/outcome_groups/{id}/outcomes': {
    path: { course_id: string; id: string };
    params: { outcome_id?: number | null; move_from?: number | null; title?: string | null; display_name?: string | null; description?: string | null; vendor_guid?: string | null; mastery_points?: number | null; ratings?: { description?: string | null; points?: number | null }[]; calculation_method?: string | null; calculation_int?: number | null };
    returns: OutcomeLink;
  };
  'GET /api/v1/courses/{course_id}/outcome_groups/{id}/subgroups': {
    path: { course_id: string; id: string };
    params: {};
    returns: OutcomeGroup[];
  };
  'POST /api/v1/courses/{course_id}/outcome_groups/{id}/subgroups': {
    path: { course_id: string; id: string };
    params: { title?: string | null; description?: string | null; vendor_guid?: string | null };
    returns: OutcomeGroup;
  };
  'DELETE /api/v1/courses/{course_id}/outcome_groups/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: OutcomeGroup;
  };
  'GET /api/v1/courses/{course_id}/outcome_groups/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: OutcomeGroup;
  };
  'PUT /api/v1/courses/{course_id}/outcome_groups/{id}': {
    path: { course_id: string; id: string };
    params: { title?: string | null; description?: string | null; vendor_guid?: string | null; parent_outcome_group_id?: number | null };
    returns: OutcomeGroup;
  };
  'GET /api/v1/courses/{course_id}/outcome_groups': {
    path: { course_id: string };
    params: {};
    returns: OutcomeGroup[];
  };
  'GET /api/v1/courses/{course_id}/outcome_imports/{id}/created_group_ids': {
    path: { course_id: string; id: string };
    params: {};
    returns: string[];
  };
  'GET /api/v1/courses/{course_id}/outcome_imports/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: OutcomeImport;
  };
  'POST /api/v1/courses/{course_id}/outcome_imports': {
    path: { course_id: string };
    params: { import_type?: string | null; attachment?: JsonValue; extension?: string | null; learning_outcome_group_id?: number | null };
    returns: OutcomeImport;
  };
  'GET /api/v1/courses/{course_id}/outcome_proficiency': {
    path: { course_id: string };
    params: {};
    returns: Proficiency;
  };
  'POST /api/v1/courses/{course_id}/outcome_proficiency': {
    path: { course_id: string };
    params: { ratings?: { description?: string | null; points?: number | null; mastery?: boolean; color?: string | null }[] };
    returns: Proficiency;
  };
  'GET /api/v1/courses/{course_id}/outcome_results': {
    path: { course_id: string };
    params: { user_ids?: string[]; outcome_ids?: string[]; include?: string[]; include_hidden?: boolean; section_id?: string | null; outcome_group_id?: string | null; add_defaults?: boolean; rating_percents?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/outcome_rollups': {
    path: { course_id: string };
    params: { aggregate?: string | null; aggregate_stat?: string | null; user_ids?: string[]; outcome_ids?: string[]; include?: string[]; exclude?: string[]; sort_by?: string | null; sort_outcome_id?: string | null; sort_order?: string | null; add_defaults?: boolean; contributing_scores?: boolean; section_id?: string | null; outcome_group_id?: string | null; rating_percents?: boolean; sort_alignment_id?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/outcomes/{outcome_id}/contributing_scores': {
    path: { course_id: string; outcome_id: string };
    params: { user_ids?: string[]; only_assignment_alignments?: boolean; show_unpublished_assignments?: boolean; section_id?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/pages/{url_or_id}/date_details': {
    path: { course_id: string; url_or_id: string };
    params: { include?: string[]; exclude?: string[] };
    returns: LearningObjectDates;
  };
  'PUT /api/v1/courses/{course_id}/pages/{url_or_id}/date_details': {
    path: { course_id: string; url_or_id: string };
    params: { due_at?: string | null; unlock_at?: string | null; lock_at?: string | null; only_visible_to_overrides?: boolean; assignment_overrides?: JsonValue };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/pages/{url_or_id}/duplicate': {
    path: { course_id: string; url_or_id: string };
    params: {};
    returns: Page;
  };
  'GET /api/v1/courses/{course_id}/pages/{url_or_id}/revisions/latest': {
    path: { course_id: string; url_or_id: string };
    params: { summary?: boolean };
    returns: PageRevision;
  };
  'GET /api/v1/courses/{course_id}/pages/{url_or_id}/revisions/{revision_id}': {
    path: { course_id: string; url_or_id: string; revision_id: string };
    params: { summary?: boolean };
    returns: PageRevision;
  };
  'POST /api/v1/courses/{course_id}/pages/{url_or_id}/revisions/{revision_id}': {
    path: { course_id: string; url_or_id: string; revision_id: string };
    params: {};
    returns: PageRevision;
  };
  'GET /api/v1/courses/{course_id}/pages/{url_or_id}/revisions': {
    path: { course_id: string; url_or_id: string };
    params: {};
    returns: PageRevision[];
  };
  'DELETE /api/v1/courses/{course_id}/pages/{url_or_id}': {
    path: { course_id: string; url_or_id: string };
    params: {};
    returns: Page;
  };
  'GET /api/v1/courses/{course_id}/pages/{url_or_id}': {
    path: { course_id: string; url_or_id: string };
    params: {};
    returns: Page;
  };
  'PUT /api/v1/courses/{course_id}/pages/{url_or_id}': {
    path: { course_id: string; url_or_id: string };
    params: { wiki_page?: { title?: string | null; body?: string | null; editing_roles?: string | null; notify_of_update?: boolean; published?: boolean; publish_at?: string | null; front_page?: boolean; student_todo_at?: string | null; student_planner_checkbox?: boolean } };
    returns: Page;
  };
  'GET /api/v1/courses/{course_id}/pages': {
    path: { course_id: string };
    params: { sort?: string | null; order?: string | null; search_term?: string | null; published?: boolean; include?: string[] };
    returns: Page[];
  };
  'POST /api/v1/courses/{course_id}/pages': {
    path: { course_id: string };
    params: { wiki_page?: { title?: string | null; body?: string | null; editing_roles?: string | null; notify_of_update?: boolean; published?: boolean; front_page?: boolean; publish_at?: string | null; student_todo_at?: string | null; student_planner_checkbox?: boolean } };
    returns: Page;
  };
  'GET /api/v1/courses/{course_id}/permissions': {
    path: { course_id: string };
    params: { permissions?: string[] };
    returns: JsonObject;
  };
  'GET /api/v1/courses/{course_id}/potential_collaborators': {
    path: { course_id: string };
    params: {};
    returns: User[];
  };
  'POST /api/v1/courses/{course_id}/preview_html': {
    path: { course_id: string };
    params: { html?: string | null };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/quiz_extensions': {
    path: { course_id: string };
    params: { user_id?: number | null; extra_attempts?: number | null; extra_time?: number | null; manually_unlocked?: boolean; extend_from_now?: number | null; extend_from_end_at?: number | null };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/quizzes/assignment_overrides': {
    path: { course_id: string };
    params: { quiz_assignment_overrides?: { quiz_ids?: number[] }[] };
    returns: QuizAssignmentOverrideSetContainer;
  };
  'POST /api/v1/courses/{course_id}/quizzes/{id}/reorder': {
    path: { course_id: string; id: string };
    params: { order?: { id?: number | null; type?: string | null }[] };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/quizzes/{id}/submission_users/message': {
    path: { course_id: string; id: string };
    params: { conversations?: JsonValue };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/quizzes/{id}/validate_access_code': {
    path: { course_id: string; id: string };
    params: { access_code?: string | null };
    returns: boolean | string;
  };
  'DELETE /api/v1/courses/{course_id}/quizzes/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: Quiz;
  };
  'GET /api/v1/courses/{course_id}/quizzes/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: Quiz;
  };
  'PUT /api/v1/courses/{course_id}/quizzes/{id}': {
    path: { course_id: string; id: string };
    params: { quiz?: { notify_of_update?: boolean } };
    returns: Quiz;
  };
  'GET /api/v1/courses/{course_id}/quizzes/{quiz_id}/date_details': {
    path: { course_id: string; quiz_id: string };
    params: { include?: string[]; exclude?: string[] };
    returns: LearningObjectDates;
  };
  'PUT /api/v1/courses/{course_id}/quizzes/{quiz_id}/date_details': {
    path: { course_id: string; quiz_id: string };
    params: { due_at?: string | null; unlock_at?: string | null; lock_at?: string | null; only_visible_to_overrides?: boolean; assignment_overrides?: JsonValue };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/quizzes/{quiz_id}/extensions': {
    path: { course_id: string; quiz_id: string };
    params: { quiz_extensions?: { user_id?: number | null; extra_attempts?: number | null; extra_time?: number | null; manually_unlocked?: boolean; extend_from_now?: number | null; extend_from_end_at?: number | null }[] };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/quizzes/{quiz_id}/groups/{id}/reorder': {
    path: { course_id: string; quiz_id: string; id: string };
    params: { order?: { id?: number | null; type?: string | null }[] };
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/quizzes/{quiz_id}/groups/{id}': {
    path: { course_id: string; quiz_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/quizzes/{quiz_id}/groups/{id}': {
    path: { course_id: string; quiz_id: string; id: string };
    params: {};
    returns: QuizGroup;
  };
  'PUT /api/v1/courses/{course_id}/quizzes/{quiz_id}/groups/{id}': {
    path: { course_id: string; quiz_id: string; id: string };
    params: { quiz_groups?: { name?: string | null; pick_count?: number | null; question_points?: number | null }[] };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/quizzes/{quiz_id}/groups': {
    path: { course_id: string; quiz_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/quizzes/{quiz_id}/groups': {
    path: { course_id: string; quiz_id: string };
    params: { quiz_groups?: { name?: string | null; pick_count?: number | null; question_points?: number | null; assessment_question_bank_id?: number | null }[] };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/quizzes/{quiz_id}/ip_filters': {
    path: { course_id: string; quiz_id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/quizzes/{quiz_id}/questions/{id}': {
    path: { course_id: string; quiz_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/quizzes/{quiz_id}/questions/{id}': {
    path: { course_id: string; quiz_id: string; id: string };
    params: {};
    returns: QuizQuestion;
  };
  'PUT /api/v1/courses/{course_id}/quizzes/{quiz_id}/questions/{id}': {
    path: { course_id: string; quiz_id: string; id: string };
    params: { question?: { question_name?: string | null; question_text?: string | null; quiz_group_id?: number | null; question_type?: string | null; position?: number | null; points_possible?: number | null; correct_comments?: string | null; incorrect_comments?: string | null; neutral_comments?: string | null; text_after_answers?: string | null; answers?: JsonValue } };
    returns: QuizQuestion;
  };
  'GET /api/v1/courses/{course_id}/quizzes/{quiz_id}/questions': {
    path: { course_id: string; quiz_id: string };
    params: { quiz_submission_id?: number | null; quiz_submission_attempt?: number | null };
    returns: QuizQuestion[];
  };
  'POST /api/v1/courses/{course_id}/quizzes/{quiz_id}/questions': {
    path: { course_id: string; quiz_id: string };
    params: { question?: { question_name?: string | null; question_text?: string | null; quiz_group_id?: number | null; question_type?: string | null; position?: number | null; points_possible?: number | null; correct_comments?: string | null; incorrect_comments?: string | null; neutral_comments?: string | null; text_after_answers?: string | null; answers?: JsonValue } };
    returns: QuizQuestion;
  };
  'DELETE /api/v1/courses/{course_id}/quizzes/{quiz_id}/reports/{id}': {
    path: { course_id: string; quiz_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/quizzes/{quiz_id}/reports/{id}': {
    path: { course_id: string; quiz_id: string; id: string };
    params: { include?: string[] };
    returns: QuizReport;
  };
  'GET /api/v1/courses/{course_id}/quizzes/{quiz_id}/reports': {
    path: { course_id: string; quiz_id: string };
    params: { includes_all_versions?: boolean };
    returns: QuizReport[];
  };
  'POST /api/v1/courses/{course_id}/quizzes/{quiz_id}/reports': {
    path: { course_id: string; quiz_id: string };
    params: { quiz_report?: { report_type?: string | null; includes_all_versions?: boolean }; include?: string[] };
    returns: QuizReport;
  };
  'GET /api/v1/courses/{course_id}/quizzes/{quiz_id}/statistics': {
    path: { course_id: string; quiz_id: string };
    params: { all_versions?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/quizzes/{quiz_id}/submission': {
    path: { course_id: string; quiz_id: string };
    params: { include?: string[] };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/quizzes/{quiz_id}/submissions/self/files': {
    path: { course_id: string; quiz_id: string };
    params: { name?: string | null; size?: number | null; content_type?: string | null; parent_folder_id?: number | null; parent_folder_path?: string | null; folder?: string | null; on_duplicate?: string | null; success_include?: string[] };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/quizzes/{quiz_id}/submissions/{id}/complete': {
    path: { course_id: string; quiz_id: string; id: string };
    params: { attempt?: number | null; validation_token?: string | null; access_code?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/quizzes/{quiz_id}/submissions/{id}/events': {
    path: { course_id: string; quiz_id: string; id: string };
    params: { attempt?: number | null };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/quizzes/{quiz_id}/submissions/{id}/events': {
    path: { course_id: string; quiz_id: string; id: string };
    params: { quiz_submission_events?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/quizzes/{quiz_id}/submissions/{id}/time': {
    path: { course_id: string; quiz_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/quizzes/{quiz_id}/submissions/{id}': {
    path: { course_id: string; quiz_id: string; id: string };
    params: { include?: string[] };
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/quizzes/{quiz_id}/submissions/{id}': {
    path: { course_id: string; quiz_id: string; id: string };
    params: { quiz_submissions?: { attempt?: number | null; fudge_points?: number | null; questions?: JsonValue }[] };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/quizzes/{quiz_id}/submissions': {
    path: { course_id: string; quiz_id: string };
    params: { include?: string[] };
    returns: { quiz_submissions: QuizSubmission[] };
  };
  'POST /api/v1/courses/{course_id}/quizzes/{quiz_id}/submissions': {
    path: { course_id: string; quiz_id: string };
    params: { access_code?: string | null; preview?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/quizzes': {
    path: { course_id: string };
    params: { search_term?: string | null };
    returns: Quiz[];
  };
  'POST /api/v1/courses/{course_id}/quizzes': {
    path: { course_id: string };
    params: { quiz?: { title?: string | null; description?: string | null; quiz_type?: string | null; assignment_group_id?: number | null; time_limit?: number | null; shuffle_answers?: boolean; hide_results?: string | null; show_correct_answers?: boolean; show_correct_answers_last_attempt?: boolean; show_correct_answers_at?: string | null; hide_correct_answers_at?: string | null; allowed_attempts?: number | null; scoring_policy?: string | null; one_question_at_a_time?: boolean; cant_go_back?: boolean; access_code?: string | null; ip_filter?: string | null; due_at?: string | null; lock_at?: string | null; unlock_at?: string | null; published?: boolean; one_time_results?: boolean; only_visible_to_overrides?: boolean } };
    returns: Quiz;
  };
  'GET /api/v1/courses/{course_id}/recent_students': {
    path: { course_id: string };
    params: {};
    returns: User[];
  };
  'GET /api/v1/courses/{course_id}/reports/{report_type}/{id}': {
    path: { course_id: string; report_type: string; id: string };
    params: {};
    returns: Report;
  };
  'GET /api/v1/courses/{course_id}/reports/{report_type}': {
    path: { course_id: string; report_type: string };
    params: {};
    returns: Report;
  };
  'POST /api/v1/courses/{course_id}/reports/{report_type}': {
    path: { course_id: string; report_type: string };
    params: { parameters?: { section_ids?: number[] } };
    returns: Report;
  };
  'POST /api/v1/courses/{course_id}/reset_content': {
    path: { course_id: string };
    params: {};
    returns: Course;
  };
  'POST /api/v1/courses/{course_id}/restore/{version_id}': {
    path: { course_id: string; version_id: string };
    params: {};
    returns: Course;
  };
  'GET /api/v1/courses/{course_id}/root_outcome_group': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/rubric_associations/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/rubric_associations/{id}': {
    path: { course_id: string; id: string };
    params: { rubric_association?: { rubric_id?: number | null; association_id?: number | null; association_type?: string | null; title?: string | null; use_for_grading?: boolean; hide_score_total?: boolean; purpose?: string | null; bookmarked?: boolean; url?: string | null; hide_points?: boolean; hide_outcome_results?: boolean }; rubric?: { title?: string | null; criteria?: JsonValue } };
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/rubric_associations/{rubric_association_id}/rubric_assessments/{id}': {
    path: { course_id: string; rubric_association_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/rubric_associations/{rubric_association_id}/rubric_assessments/{id}': {
    path: { id: string; course_id: string; rubric_association_id: string };
    params: { provisional?: string | null; final?: string | null; graded_anonymously?: boolean; rubric_assessment?: JsonValue };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/rubric_associations/{rubric_association_id}/rubric_assessments': {
    path: { course_id: string; rubric_association_id: string };
    params: { provisional?: string | null; final?: string | null; graded_anonymously?: boolean; rubric_assessment?: JsonValue };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/rubric_associations': {
    path: { course_id: string };
    params: { rubric_association?: { rubric_id?: number | null; association_id?: number | null; association_type?: string | null; title?: string | null; use_for_grading?: boolean; hide_score_total?: boolean; purpose?: string | null; bookmarked?: boolean; url?: string | null; hide_points?: boolean; hide_outcome_results?: boolean }; rubric?: { title?: string | null; criteria?: JsonValue } };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/rubrics/upload/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/rubrics/upload': {
    path: { course_id: string };
    params: { attachment?: JsonValue };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/rubrics/{id}/used_locations': {
    path: { course_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/rubrics/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/rubrics/{id}': {
    path: { course_id: string; id: string };
    params: { include?: string[]; style?: string | null };
    returns: Rubric;
  };
  'PUT /api/v1/courses/{course_id}/rubrics/{id}': {
    path: { course_id: string; id: string };
    params: { rubric_association_id?: number | null; rubric?: { title?: string | null; free_form_criterion_comments?: string | null; criteria?: JsonValue; hide_score_total?: boolean; hide_points?: boolean; rating_order?: string | null; button_display?: string | null; workflow_state?: string | null }; rubric_association?: { association_id?: number | null; association_type?: string | null; use_for_grading?: boolean; hide_score_total?: boolean; purpose?: string | null; title?: string | null; url?: string | null; hide_points?: boolean; hide_outcome_results?: boolean; bookmarked?: boolean }; skip_updating_points_possible?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/rubrics': {
    path: { course_id: string };
    params: {};
    returns: Rubric[];
  };
  'POST /api/v1/courses/{course_id}/rubrics': {
    path: { course_id: string };
    params: { id?: number | null; rubric_association_id?: number | null; rubric?: { title?: string | null; free_form_criterion_comments?: string | null; criteria?: JsonValue; hide_score_total?: boolean; hide_points?: boolean; rating_order?: string | null; button_display?: string | null; workflow_state?: string | null }; rubric_association?: { association_id?: number | null; association_type?: string | null; use_for_grading?: boolean; hide_score_total?: boolean; purpose?: string | null; title?: string | null; url?: string | null; hide_points?: boolean; hide_outcome_results?: boolean; bookmarked?: boolean }; skip_updating_points_possible?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/search_users': {
    path: { course_id: string };
    params: { search_term?: string | null; sort?: string | null; enrollment_type?: string[]; enrollment_role?: string | null; enrollment_role_id?: number | null; section_ids?: number[]; include?: string[]; user_id?: string | null; user_ids?: string[]; enrollment_state?: string[]; include_inactive?: boolean; limit?: number | null; user_uuids?: string[] };
    returns: User[];
  };
  'GET /api/v1/courses/{course_id}/sections/{id}': {
    path: { course_id: string; id: string };
    params: { include?: string[] };
    returns: Section;
  };
  'GET /api/v1/courses/{course_id}/sections': {
    path: { course_id: string };
    params: { include?: string[]; search_term?: string | null; all?: string | null };
    returns: Section[];
  };
  'POST /api/v1/courses/{course_id}/sections': {
    path: { course_id: string };
    params: { course_section?: { name?: string | null; sis_section_id?: string | null; integration_id?: string | null; start_at?: string | null; end_at?: string | null; restrict_enrollments_to_section_dates?: boolean }; enable_sis_reactivation?: boolean };
    returns: Section;
  };
  'GET /api/v1/courses/{course_id}/settings': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/settings': {
    path: { course_id: string };
    params: { allow_final_grade_override?: boolean; allow_student_discussion_topics?: boolean; allow_student_forum_attachments?: boolean; allow_student_discussion_editing?: boolean; allow_student_organized_groups?: boolean; allow_student_discussion_reporting?: boolean; allow_student_anonymous_discussion_topics?: boolean; filter_speed_grader_by_student_group?: boolean; hide_final_grades?: boolean; hide_distribution_graphs?: boolean; hide_sections_on_course_users_page?: boolean; lock_all_announcements?: boolean; usage_rights_required?: boolean; restrict_student_past_view?: boolean; restrict_student_future_view?: boolean; show_announcements_on_home_page?: boolean; home_page_announcement_limit?: number | null; syllabus_course_summary?: boolean; default_due_time?: string | null; conditional_release?: boolean; course_color?: string | null; enable_course_paces?: boolean; friendly_name?: string | null; homeroom_course?: boolean; homeroom_course_id?: string | null; restrict_quantitative_data?: boolean; show_total_grade_as_points?: boolean; sync_enrollments_from_homeroom?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/smartsearch': {
    path: { course_id: string };
    params: { q?: string | null; filter?: string[]; include?: string[] };
    returns: SearchResult[];
  };
  'GET /api/v1/courses/{course_id}/student_view_student': {
    path: { course_id: string };
    params: {};
    returns: User;
  };
  'GET /api/v1/courses/{course_id}/students/submissions': {
    path: { course_id: string };
    params: { student_ids?: string[]; assignment_ids?: string[]; grouped?: boolean; post_to_sis?: boolean; submitted_since?: string | null; graded_since?: string | null; grading_period_id?: JsonValue; workflow_state?: string | null; enrollment_state?: string | null; state_based_on_date?: boolean; order?: string | null; order_direction?: string | null; include?: string[]; response_fields?: string[]; exclude_response_fields?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/courses/{course_id}/students': {
    path: { course_id: string };
    params: {};
    returns: User[];
  };
  'PUT /api/v1/courses/{course_id}/submissions/bulk_mark_read': {
    path: { course_id: string };
    params: { submissionIds?: string[] };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{course_id}/submissions/update_grades': {
    path: { course_id: string };
    params: { grade_data?: Record<string, Record<string, { posted_grade?: string | null; excuse?: boolean; rubric_assessment?: JsonValue; text_comment?: string | null; group_comment?: boolean; media_comment_id?: string | null; media_comment_type?: string | null; file_ids?: number[] }>> };
    returns: Progress;
  };
  'PUT /api/v1/courses/{course_id}/submissions/{user_id}/clear_unread': {
    path: { course_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/tabs/{tab_id}': {
    path: { course_id: string; tab_id: string };
    params: { position?: number | null; hidden?: boolean };
    returns: Tab;
  };
  'GET /api/v1/courses/{course_id}/tabs': {
    path: { course_id: string };
    params: { include?: string[] };
    returns: Tab[];
  };
  'GET /api/v1/courses/{course_id}/todo': {
    path: { course_id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{course_id}/usage_rights': {
    path: { course_id: string };
    params: { file_ids?: string[]; folder_ids?: string[] };
    returns: JsonValue;
  };
  'PUT /api/v1/courses/{course_id}/usage_rights': {
    path: { course_id: string };
    params: { file_ids?: string[]; folder_ids?: string[]; publish?: boolean; usage_rights?: { use_justification?: string | null; legal_copyright?: string | null; license?: string | null } };
    returns: UsageRights;
  };
  'GET /api/v1/courses/{course_id}/users/{id}': {
    path: { course_id: string; id: string };
    params: { include?: string[] };
    returns: User;
  };
  'PUT /api/v1/courses/{course_id}/users/{user_id}/last_attended': {
    path: { course_id: string; user_id: string };
    params: { date?: string | null };
    returns: { date: string };
  };
  'GET /api/v1/courses/{course_id}/users/{user_id}/progress': {
    path: { course_id: string; user_id: string };
    params: {};
    returns: CourseProgress;
  };
  'GET /api/v1/courses/{course_id}/users': {
    path: { course_id: string };
    params: { search_term?: string | null; sort?: string | null; enrollment_type?: string[]; enrollment_role?: string | null; enrollment_role_id?: number | null; section_ids?: number[]; include?: string[]; user_id?: string | null; user_ids?: string[]; enrollment_state?: string[]; include_inactive?: boolean; limit?: number | null; user_uuids?: string[] };
    returns: User[];
  };
  'PUT /api/v1/courses/{course_id}/what_if_grades/reset': {
    path: { course_id: string };
    params: {};
    returns: { grades: Grades }[];
  };
  'POST /api/v1/courses/{id}/dismiss_migration_limitation_message': {
    path: { id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/courses/{id}/late_policy': {
    path: { id: string };
    params: {};
    returns: JsonValue;
  };
  'PATCH /api/v1/courses/{id}/late_policy': {
    path: { id: string };
    params: { late_policy?: { missing_submission_deduction_enabled?: boolean; missing_submission_deduction?: number | null; late_submission_deduction_enabled?: boolean; late_submission_deduction?: number | null; late_submission_interval?: string | null; late_submission_minimum_percent_enabled?: boolean; late_submission_minimum_percent?: number | null } };
    returns: JsonValue;
  };
  'POST /api/v1/courses/{id}/late_policy': {
    path: { id: string };
    params: { late_policy?: { missing_submission_deduction_enabled?: boolean; missing_submission_deduction?: number | null; late_submission_deduction_enabled?: boolean; late_submission_deduction?: number | null; late_submission_interval?: string | null; late_submission_minimum_percent_enabled?: boolean; late_submission_minimum_percent?: number | null } };
    returns: JsonValue;
  };
  'DELETE /api/v1/courses/{id}': {
    path: { id: string };
    params: { event?: string | null };
    returns: { delete?: boolean; conclude?: boolean };
  };
  'GET /api/v1/courses/{id}': {
    path: { id: string };
    params: { include?: string[]; teacher_limit?: number | null };
    returns: Course;
  };
  'PUT /api/v1/courses/{id}': {
    path: { id: string };
    params: { course?: { account_id?: string | null; name?: string | null; course_code?: string | null; start_at?: string | null; end_at?: string | null; license?: string | null; is_public?: boolean; is_public_to_auth_users?: boolean; public_syllabus?: boolean; public_syllabus_to_auth?: boolean; public_description?: string | null; allow_student_wiki_edits?: boolean; allow_wiki_comments?: boolean; allow_student_forum_attachments?: boolean; open_enrollment?: boolean; self_enrollment?: boolean; restrict_enrollments_to_course_dates?: boolean; term_id?: string | null; sis_course_id?: string | null; integration_id?: string | null; hide_final_grades?: boolean; time_zone?: string | null; apply_assignment_group_weights?: boolean; storage_quota_mb?: number | null; event?: string | null; default_view?: string | null; syllabus_body?: string | null; syllabus_course_summary?: boolean; grading_standard_id?: number | null; grade_passback_setting?: string | null; course_format?: string | null; image_id?: number | null; image_url?: string | null; remove_image?: boolean; remove_banner_image?: boolean; blueprint?: boolean; use_blueprint_restrictions_by_object_type?: boolean; homeroom_course?: boolean; sync_enrollments_from_homeroom?: boolean; homeroom_course_id?: string | null; template?: boolean; course_color?: string | null; friendly_name?: string | null; enable_course_paces?: boolean; conditional_release?: boolean; post_manually?: boolean; allow_final_grade_override?: boolean; allow_student_discussion_editing?: boolean; allow_student_discussion_topics?: boolean; allow_student_organized_groups?: boolean; conclude_at?: string | null; default_due_time?: string | null; default_wiki_editing_roles?: string | null; enable_offline_web_export?: boolean; enrollment_term_id?: string | null; filter_speed_grader_by_student_group?: boolean; grading_standard_enabled?: boolean; group_weighting_scheme?: string | null; hide_distribution_graphs?: boolean; hide_sections_on_course_users_page?: boolean; home_page_announcement_limit?: number | null; indexed?: boolean; locale?: string | null; lock_all_announcements?: boolean; organize_epub_by_content_type?: boolean; restrict_quantitative_data?: boolean; restrict_student_future_view?: boolean; restrict_student_past_view?: boolean; show_announcements_on_home_page?: boolean; show_total_grade_as_points?: boolean; storage_quota?: number | null; turnitin_comments?: string | null; usage_rights_required?: boolean; banner_image_id?: number | null; banner_image_url?: string | null; blueprint_restrictions?: Record<string, boolean>; blueprint_restrictions_by_object_type?: Record<string, Record<string, boolean>>; course_visibility?: string | null; custom_course_visibility?: boolean; files_visibility_option?: string | null; syllabus_visibility_option?: string | null }; offer?: boolean; override_sis_stickiness?: boolean; update_default_pages?: boolean };
    returns: Course;
  };
  'GET /api/v1/courses': {
    path: {};
    params: { enrollment_type?: string | null; enrollment_role?: string | null; enrollment_role_id?: number | null; enrollment_state?: string | null; exclude_blueprint_courses?: boolean; include?: string[]; state?: string[]; account_id?: string | null; current_domain_only?: boolean; homeroom?: boolean; observed_user_id?: string | null; root_account_id?: string | null; teacher_limit?: number | null };
    returns: Course[];
  };
  'DELETE /api/v1/developer_keys/{id}': {
    path: { id: string };
    params: {};
    returns: DeveloperKey;
  };
  'PUT /api/v1/developer_keys/{id}': {
    path: { id: string };
    params: { developer_key?: { auto_expire_tokens?: boolean; email?: string | null; icon_url?: string | null; name?: string | null; notes?: string | null; redirect_uri?: string | null; redirect_uris?: JsonValue; vendor_code?: string | null; visible?: boolean; test_cluster_only?: boolean; client_credentials_audience?: string | null; scopes?: JsonValue; require_scopes?: boolean; allow_includes?: boolean; unified_tool_id?: string | null; client_type?: string | null; public_jwk?: JsonValue; public_jwk_url?: string | null; event?: string | null } };
    returns: DeveloperKey;
  };
  'POST /api/v1/enqueue_outcome_rollup_calculation': {
    path: {};
    params: { course_id?: string | null; student_uuid?: string | null };
    returns: JsonValue;
  };
  'PUT /api/v1/eportfolios/{eportfolio_id}/moderate': {
    path: { eportfolio_id: string };
    params: { spam_status?: string | null };
    returns: ePortfolio;
  };
  'GET /api/v1/eportfolios/{eportfolio_id}/pages': {
    path: { eportfolio_id: string };
    params: {};
    returns: ePortfolioPage[];
  };
  'PUT /api/v1/eportfolios/{eportfolio_id}/restore': {
    path: { eportfolio_id: string };
    params: {};
    returns: ePortfolio;
  };
  'DELETE /api/v1/eportfolios/{id}': {
    path: { id: string };
    params: {};
    returns: ePortfolio;
  };
  'GET /api/v1/eportfolios/{id}': {
    path: { id: string };
    params: {};
    returns: ePortfolio;
  };
  'GET /api/v1/epub_exports': {
    path: {};
    params: {};
    returns: CourseEpubExport[];
  };
  'POST /api/v1/error_reports': {
    path: {};
    params: { error?: { subject?: string | null; url?: string | null; email?: string | null; comments?: string | null; http_env?: JsonValue; message?: string | null; backtrace?: string | null; category?: string | null; user_perceived_severity?: string | null; context_asset_string?: string | null; user_roles?: JsonValue; username?: string | null } };
    returns: { logged: boolean; id: number };
  };
  'GET /api/v1/external_tools/visible_course_nav_tools': {
    path: {};
    params: { context_codes?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/features/environment': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/files/{id}/icon_metadata': {
    path: { id: string };
    params: { verifier?: string | null; use_verifiers?: boolean; replacement_chain_context_id?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/files/{id}/public_url': {
    path: { id: string };
    params: { submission_id?: number | null; verifier?: string | null; use_verifiers?: boolean; replacement_chain_context_id?: string | null };
    returns: JsonValue;
  };
  'POST /api/v1/files/{id}/reset_verifier': {
    path: { id: string };
    params: {};
    returns: File;
  };
  'DELETE /api/v1/files/{id}': {
    path: { id: string };
    params: { replace?: boolean };
    returns: File;
  };
  'GET /api/v1/files/{id}': {
    path: { id: string };
    params: { include?: string[]; replacement_chain_context_type?: string | null; replacement_chain_context_id?: string | null; verifier?: string | null; use_verifiers?: boolean };
    returns: File;
  };
  'PUT /api/v1/files/{id}': {
    path: { id: string };
    params: { name?: string | null; parent_folder_id?: string | null; on_duplicate?: string | null; lock_at?: string | null; unlock_at?: string | null; locked?: boolean; hidden?: boolean; visibility_level?: string | null };
    returns: File;
  };
  'POST /api/v1/folders/{dest_folder_id}/copy_file': {
    path: { dest_folder_id: string };
    params: { source_file_id?: string | null; on_duplicate?: string | null; name?: string | null };
    returns: File;
  };
  'POST /api/v1/folders/{dest_folder_id}/copy_folder': {
    path: { dest_folder_id: string };
    params: { source_folder_id?: string | null };
    returns: Folder;
  };
  'POST /api/v1/folders/{folder_id}/files': {
    path: { folder_id: string };
    params: { name?: string | null; size?: number | null; content_type?: string | null; parent_folder_id?: string | null; parent_folder_path?: string | null; folder?: string | null; on_duplicate?: string | null; success_include?: string[]; filename?: string | null; url?: string | null; no_redirect?: boolean; category?: string | null };
    returns: JsonValue;
  };
  'POST /api/v1/folders/{folder_id}/folders': {
    path: { folder_id: string };
    params: { name?: string | null; parent_folder_id?: string | null; parent_folder_path?: string | null; lock_at?: string | null; unlock_at?: string | null; locked?: boolean; hidden?: boolean; position?: number | null };
    returns: Folder;
  };
  'GET /api/v1/folders/{id}/files': {
    path: { id: string };
    params: { content_types?: string[]; exclude_content_types?: string[]; search_term?: string | null; include?: string[]; only?: string[]; sort?: string | null; order?: string | null; sort_by?: string | null; category?: string | null; use_verifiers?: boolean };
    returns: File[];
  };
  'GET /api/v1/folders/{id}/folders': {
    path: { id: string };
    params: { sort_by?: string | null };
    returns: Folder[];
  };
  'DELETE /api/v1/folders/{id}': {
    path: { id: string };
    params: { force?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/folders/{id}': {
    path: { id: string };
    params: {};
    returns: Folder;
  };
  'PUT /api/v1/folders/{id}': {
    path: { id: string };
    params: { name?: string | null; parent_folder_id?: string | null; lock_at?: string | null; unlock_at?: string | null; locked?: boolean; hidden?: boolean; position?: number | null };
    returns: Folder;
  };
  'POST /api/v1/global/outcome_groups/{id}/import': {
    path: { id: string };
    params: { source_outcome_group_id?: number | null; async?: boolean };
    returns: JsonValue;
  };
  'DELETE /api/v1/global/outcome_groups/{id}/outcomes/{outcome_id}': {
    path: { id: string; outcome_id: string };
    params: {};
    returns: OutcomeLink;
  };
  'PUT /api/v1/global/outcome_groups/{id}/outcomes/{outcome_id}': {
    path: { id: string; outcome_id: string };
    params: { move_from?: number | null; title?: string | null; display_name?: string | null; description?: string | null; vendor_guid?: string | null; mastery_points?: number | null; ratings?: { description?: string | null; points?: number | null }[]; calculation_method?: string | null; calculation_int?: number | null };
    returns: OutcomeLink;
  };
  'GET /api/v1/global/outcome_groups/{id}/outcomes': {
    path: { id: string };
    params: { outcome_style?: string | null };
    returns: OutcomeLink[];
  };
  'POST /api/v1/global/outcome_groups/{id}/outcomes': {
    path: { id: string };
    params: { outcome_id?: number | null; move_from?: number | null; title?: string | null; display_name?: string | null; description?: string | null; vendor_guid?: string | null; mastery_points?: number | null; ratings?: { description?: string | null; points?: number | null }[]; calculation_method?: string | null; calculation_int?: number | null };
    returns: OutcomeLink;
  };
  'GET /api/v1/global/outcome_groups/{id}/subgroups': {
    path: { id: string };
    params: {};
    returns: OutcomeGroup[];
  };
  'POST /api/v1/global/outcome_groups/{id}/subgroups': {
    path: { id: string };
    params: { title?: string | null; description?: string | null; vendor_guid?: string | null };
    returns: OutcomeGroup;
  };
  'DELETE /api/v1/global/outcome_groups/{id}': {
    path: { id: string };
    params: {};
    returns: OutcomeGroup;
  };
  'GET /api/v1/global/outcome_groups/{id}': {
    path: { id: string };
    params: {};
    returns: OutcomeGroup;
  };
  'PUT /api/v1/global/outcome_groups/{id}': {
    path: { id: string };
    params: { title?: string | null; description?: string | null; vendor_guid?: string | null; parent_outcome_group_id?: number | null };
    returns: OutcomeGroup;
  };
  'GET /api/v1/global/root_outcome_group': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'PATCH /api/v1/grading_period_sets/{set_id}/grading_periods/batch_update': {
    path: { set_id: string };
    params: { grading_periods?: { id?: string | null; title?: string | null; start_date?: string | null; end_date?: string | null; close_date?: string | null; weight?: number | null }[] };
    returns: JsonValue;
  };
  'POST /api/v1/group_categories/{group_category_id}/assign_unassigned_members': {
    path: { group_category_id: string };
    params: { sync?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/group_categories/{group_category_id}/export': {
    path: { group_category_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/group_categories/{group_category_id}/groups': {
    path: { group_category_id: string };
    params: {};
    returns: Group[];
  };
  'POST /api/v1/group_categories/{group_category_id}/groups': {
    path: { group_category_id: string };
    params: { name?: string | null; description?: string | null; is_public?: boolean; join_level?: string | null; storage_quota_mb?: number | null; sis_group_id?: string | null; max_membership?: number | null; invitees?: JsonValue };
    returns: Group;
  };
  'POST /api/v1/group_categories/{group_category_id}/import': {
    path: { group_category_id: string };
    params: { attachment?: JsonValue; extension?: string | null };
    returns: Progress;
  };
  'GET /api/v1/group_categories/{group_category_id}/users': {
    path: { group_category_id: string };
    params: { search_term?: string | null; unassigned?: boolean; include?: string[]; exclude?: string[] };
    returns: User[];
  };
  'DELETE /api/v1/group_categories/{group_category_id}': {
    path: { group_category_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/group_categories/{group_category_id}': {
    path: { group_category_id: string };
    params: { includes?: string[] };
    returns: GroupCategory;
  };
  'PUT /api/v1/group_categories/{group_category_id}': {
    path: { group_category_id: string };
    params: { name?: string | null; self_signup?: string | null; auto_leader?: string | null; group_limit?: number | null; sis_group_category_id?: string | null; create_group_count?: number | null; split_group_count?: number | null; create_group_member_count?: number | null; split_groups?: string | null; enable_self_signup?: boolean; restrict_self_signup?: boolean; enable_auto_leader?: boolean; auto_leader_type?: string | null; assign_async?: boolean; includes?: string[] };
    returns: GroupCategory;
  };
  'GET /api/v1/groups/{group_id}/activity_stream/summary': {
    path: { group_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/groups/{group_id}/activity_stream': {
    path: { group_id: string };
    params: { asset_type?: string | null; context_code?: string | null; submission_user_id?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/groups/{group_id}/assignments/{assignment_id}/override': {
    path: { group_id: string; assignment_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/groups/{group_id}/collaborations': {
    path: { group_id: string };
    params: {};
    returns: Collaboration[];
  };
  'GET /api/v1/groups/{group_id}/conferences': {
    path: { group_id: string };
    params: {};
    returns: Conference[];
  };
  'GET /api/v1/groups/{group_id}/content_exports/{id}': {
    path: { group_id: string; id: string };
    params: {};
    returns: ContentExport;
  };
  'GET /api/v1/groups/{group_id}/content_exports': {
    path: { group_id: string };
    params: {};
    returns: ContentExport[];
  };
  'POST /api/v1/groups/{group_id}/content_exports': {
    path: { group_id: string };
    params: { export_type?: string | null; skip_notifications?: boolean; select?: JsonValue };
    returns: ContentExport;
  };
  'GET /api/v1/groups/{group_id}/content_licenses': {
    path: { group_id: string };
    params: {};
    returns: License[];
  };
  'GET /api/v1/groups/{group_id}/content_migrations/migrators': {
    path: { group_id: string };
    params: {};
    returns: Migrator[];
  };
  'GET /api/v1/groups/{group_id}/content_migrations/{content_migration_id}/migration_issues/{id}': {
    path: { group_id: string; content_migration_id: string; id: string };
    params: {};
    returns: MigrationIssue;
  };
  'PUT /api/v1/groups/{group_id}/content_migrations/{content_migration_id}/migration_issues/{id}': {
    path: { group_id: string; content_migration_id: string; id: string };
    params: { workflow_state?: string | null };
    returns: MigrationIssue;
  };
  'GET /api/v1/groups/{group_id}/content_migrations/{content_migration_id}/migration_issues': {
    path: { group_id: string; content_migration_id: string };
    params: {};
    returns: MigrationIssue[];
  };
  'GET /api/v1/groups/{group_id}/content_migrations/{id}/selective_data': {
    path: { group_id: string; id: string };
    params: { type?: string | null };
    returns: { type: string; property: string; title?: string; count?: number; sub_items_url?: string }[];
  };
  'GET /api/v1/groups/{group_id}/content_migrations/{id}': {
    path: { group_id: string; id: string };
    params: {};
    returns: ContentMigration;
  };
  'PUT /api/v1/groups/{group_id}/content_migrations/{id}': {
    path: { group_id: string; id: string };
    params: { pre_attachment?: { name?: string | null; size?: number | null; content_type?: string | null; on_duplicate?: string | null }; settings?: { file_url?: string | null; content_export_id?: string | null; source_course_id?: string | null; folder_id?: string | null; overwrite_quizzes?: boolean; question_bank_id?: number | null; question_bank_name?: string | null; insert_into_module_id?: number | null; insert_into_module_type?: string | null; insert_into_module_position?: number | null; move_to_assignment_group_id?: number | null; importer_skips?: string[]; import_blueprint_settings?: boolean; import_quizzes_next?: boolean }; date_shift_options?: { shift_dates?: boolean; old_start_date?: string | null; old_end_date?: string | null; new_start_date?: string | null; new_end_date?: string | null; day_substitutions?: Record<string, number | null>; remove_dates?: boolean }; selective_import?: boolean; select?: JsonValue; copy?: JsonValue; do_not_run?: boolean };
    returns: ContentMigration;
  };
  'GET /api/v1/groups/{group_id}/content_migrations': {
    path: { group_id: string };
    params: {};
    returns: ContentMigration[];
  };
  'POST /api/v1/groups/{group_id}/content_migrations': {
    path: { group_id: string };
    params: { migration_type?: string | null; pre_attachment?: { name?: string | null; size?: number | null; content_type?: string | null; on_duplicate?: string | null }; settings?: { file_url?: string | null; content_export_id?: string | null; source_course_id?: string | null; folder_id?: string | null; overwrite_quizzes?: boolean; question_bank_id?: number | null; question_bank_name?: string | null; insert_into_module_id?: number | null; insert_into_module_type?: string | null; insert_into_module_position?: number | null; move_to_assignment_group_id?: number | null; importer_skips?: string[]; import_blueprint_settings?: boolean; import_quizzes_next?: boolean }; date_shift_options?: { shift_dates?: boolean; old_start_date?: string | null; old_end_date?: string | null; new_start_date?: string | null; new_end_date?: string | null; day_substitutions?: Record<string, number | null>; remove_dates?: boolean }; selective_import?: boolean; select?: JsonValue; copy?: JsonValue; do_not_run?: boolean };
    returns: ContentMigration;
  };
  'PUT /api/v1/groups/{group_id}/discussion_topics/read_all': {
    path: { group_id: string };
    params: { only_announcements?: string | null };
    returns: JsonValue;
  };
  'POST /api/v1/groups/{group_id}/discussion_topics/reorder': {
    path: { group_id: string };
    params: { order?: string[] };
    returns: JsonValue;
  };
  'POST /api/v1/groups/{group_id}/discussion_topics/{topic_id}/duplicate': {
    path: { group_id: string; topic_id: string };
    params: {};
    returns: DiscussionTopic;
  };
  'POST /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries/{entry_id}/rating': {
    path: { group_id: string; topic_id: string; entry_id: string };
    params: { rating?: number | null };
    returns: JsonValue;
  };
  'DELETE /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries/{entry_id}/read': {
    path: { group_id: string; topic_id: string; entry_id: string };
    params: { forced_read_state?: boolean };
    returns: JsonValue;
  };
  'PUT /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries/{entry_id}/read': {
    path: { group_id: string; topic_id: string; entry_id: string };
    params: { forced_read_state?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries/{entry_id}/replies': {
    path: { group_id: string; topic_id: string; entry_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries/{entry_id}/replies': {
    path: { group_id: string; topic_id: string; entry_id: string };
    params: { message?: string | null; attachment?: string | null };
    returns: JsonValue;
  };
  'DELETE /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries/{id}': {
    path: { group_id: string; topic_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries/{id}': {
    path: { group_id: string; topic_id: string; id: string };
    params: { message?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries': {
    path: { group_id: string; topic_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries': {
    path: { group_id: string; topic_id: string };
    params: { message?: string | null; attachment?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entry_list': {
    path: { group_id: string; topic_id: string };
    params: { ids?: string[] };
    returns: JsonValue;
  };
  'DELETE /api/v1/groups/{group_id}/discussion_topics/{topic_id}/read': {
    path: { group_id: string; topic_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/groups/{group_id}/discussion_topics/{topic_id}/read': {
    path: { group_id: string; topic_id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/groups/{group_id}/discussion_topics/{topic_id}/read_all': {
    path: { group_id: string; topic_id: string };
    params: { forced_read_state?: boolean };
    returns: JsonValue;
  };
  'PUT /api/v1/groups/{group_id}/discussion_topics/{topic_id}/read_all': {
    path: { group_id: string; topic_id: string };
    params: { forced_read_state?: boolean };
    returns: JsonValue;
  };
  'DELETE /api/v1/groups/{group_id}/discussion_topics/{topic_id}/subscribed': {
    path: { group_id: string; topic_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/groups/{group_id}/discussion_topics/{topic_id}/subscribed': {
    path: { group_id: string; topic_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/groups/{group_id}/discussion_topics/{topic_id}/summaries/disable': {
    path: { group_id: string; topic_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/groups/{group_id}/discussion_topics/{topic_id}/summaries/{summary_id}/feedback': {
    path: { group_id: string; topic_id: string; summary_id: string };
    params: { _action?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}/summaries': {
    path: { group_id: string; topic_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/groups/{group_id}/discussion_topics/{topic_id}/summaries': {
    path: { group_id: string; topic_id: string };
    params: { userInput?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}/view': {
    path: { group_id: string; topic_id: string };
    params: { include_new_entries?: boolean; include_enrollment_state?: boolean; include_context_card_info?: boolean };
    returns: JsonValue;
  };
  'DELETE /api/v1/groups/{group_id}/discussion_topics/{topic_id}': {
    path: { group_id: string; topic_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}': {
    path: { group_id: string; topic_id: string };
    params: { include?: string[] };
    returns: JsonValue;
  };
  'PUT /api/v1/groups/{group_id}/discussion_topics/{topic_id}': {
    path: { group_id: string; topic_id: string };
    params: { title?: string | null; message?: string | null; discussion_type?: string | null; published?: boolean; delayed_post_at?: string | null; lock_at?: string | null; podcast_enabled?: boolean; podcast_has_student_posts?: boolean; require_initial_post?: boolean; is_announcement?: boolean; pinned?: boolean; position_after?: string | null; group_category_id?: string | null; allow_rating?: boolean; only_graders_can_rate?: boolean; sort_order?: string | null; sort_order_locked?: boolean; expanded?: boolean; expanded_locked?: boolean; sort_by_rating?: boolean; specific_sections?: string | null; lock_comment?: boolean; anonymous_state?: string | null; is_anonymous_author?: boolean; locked?: boolean; position_at?: number | null; remove_attachment?: string | null; todo_date?: string | null; assignment?: { name?: string | null; position?: number | null; submission_types?: string[]; allowed_extensions?: string[]; turnitin_enabled?: boolean; vericite_enabled?: boolean; turnitin_settings?: JsonValue; integration_data?: JsonValue; integration_id?: string | null; peer_reviews?: boolean; automatic_peer_reviews?: boolean; notify_of_update?: boolean; group_category_id?: number | null; grade_group_students_individually?: boolean; external_tool_tag_attributes?: { url?: string | null; new_tab?: boolean; content_type?: string | null; content_id?: string | null; external_data?: JsonValue; custom_params?: JsonValue; title?: string | null; iframe?: JsonValue; line_item?: JsonValue }; points_possible?: number | null; grading_type?: string | null; due_at?: string | null; lock_at?: string | null; unlock_at?: string | null; description?: string | null; assignment_group_id?: string | null; assignment_overrides?: JsonValue; only_visible_to_overrides?: boolean; published?: boolean; grading_standard_id?: number | null; omit_from_final_grade?: boolean; hide_in_gradebook?: boolean; quiz_lti?: boolean; moderated_grading?: boolean; grader_count?: number | null; final_grader_id?: number | null; grader_comments_visible_to_graders?: boolean; graders_anonymous_to_graders?: boolean; anonymous_grading?: boolean; allowed_attempts?: number | null; annotatable_attachment_id?: number | null; asset_processors?: JsonValue; peer_review?: { points_possible?: number | null; grading_type?: string | null; due_at?: string | null; lock_at?: string | null; unlock_at?: string | null; peer_review_overrides?: JsonValue[] }; title?: string | null; peer_reviews_assign_at?: string | null; anonymous_peer_reviews?: boolean; intra_group_peer_reviews?: boolean; peer_review_count?: number | null; post_to_sis?: boolean; sis_assignment_id?: string | null; important_dates?: boolean; anonymous_instructor_annotations?: boolean; grader_names_visible_to_final_grader?: boolean; ab_guid?: string[]; secure_params?: string | null; report_visibility?: string | null; freeze_on_copy?: boolean; require_lockdown_browser?: boolean; duplicated_successfully?: boolean; override_dates?: boolean; vericite_settings?: JsonValue; set_assignment?: boolean } };
    returns: JsonValue;
  };
  'GET /api/v1/groups/{group_id}/discussion_topics': {
    path: { group_id: string };
    params: { include?: string[]; order_by?: string | null; scope?: string | null; only_announcements?: boolean; filter_by?: string | null; search_term?: string | null; exclude_context_module_locked_topics?: boolean; plain_messages?: boolean; exclude_assignment_descriptions?: boolean };
    returns: DiscussionTopic[];
  };
  'POST /api/v1/groups/{group_id}/discussion_topics': {
    path: { group_id: string };
    params: { title?: string | null; message?: string | null; discussion_type?: string | null; published?: boolean; delayed_post_at?: string | null; allow_rating?: boolean; lock_at?: string | null; podcast_enabled?: boolean; podcast_has_student_posts?: boolean; require_initial_post?: boolean; is_announcement?: boolean; pinned?: boolean; position_after?: string | null; group_category_id?: string | null; only_graders_can_rate?: boolean; sort_order?: string | null; sort_order_locked?: boolean; expanded?: boolean; expanded_locked?: boolean; sort_by_rating?: boolean; attachment?: JsonValue; specific_sections?: string | null; lock_comment?: boolean; anonymous_state?: string | null; is_anonymous_author?: boolean; locked?: boolean; position_at?: number | null; remove_attachment?: string | null; todo_date?: string | null; assignment?: { name?: string | null; position?: number | null; submission_types?: string[]; allowed_extensions?: string[]; turnitin_enabled?: boolean; vericite_enabled?: boolean; turnitin_settings?: JsonValue; integration_data?: JsonValue; integration_id?: string | null; peer_reviews?: boolean; automatic_peer_reviews?: boolean; notify_of_update?: boolean; group_category_id?: number | null; grade_group_students_individually?: boolean; external_tool_tag_attributes?: { url?: string | null; new_tab?: boolean; content_type?: string | null; content_id?: string | null; external_data?: JsonValue; custom_params?: JsonValue; title?: string | null; iframe?: JsonValue; line_item?: JsonValue }; points_possible?: number | null; grading_type?: string | null; due_at?: string | null; lock_at?: string | null; unlock_at?: string | null; description?: string | null; assignment_group_id?: string | null; assignment_overrides?: JsonValue; only_visible_to_overrides?: boolean; published?: boolean; grading_standard_id?: number | null; omit_from_final_grade?: boolean; hide_in_gradebook?: boolean; quiz_lti?: boolean; moderated_grading?: boolean; grader_count?: number | null; final_grader_id?: number | null; grader_comments_visible_to_graders?: boolean; graders_anonymous_to_graders?: boolean; anonymous_grading?: boolean; allowed_attempts?: number | null; annotatable_attachment_id?: number | null; asset_processors?: JsonValue; peer_review?: { points_possible?: number | null; grading_type?: string | null; due_at?: string | null; lock_at?: string | null; unlock_at?: string | null; peer_review_overrides?: JsonValue[] }; title?: string | null; peer_reviews_assign_at?: string | null; anonymous_peer_reviews?: boolean; intra_group_peer_reviews?: boolean; peer_review_count?: number | null; post_to_sis?: boolean; sis_assignment_id?: string | null; important_dates?: boolean; anonymous_instructor_annotations?: boolean; grader_names_visible_to_final_grader?: boolean; ab_guid?: string[]; secure_params?: string | null; report_visibility?: string | null; freeze_on_copy?: boolean; require_lockdown_browser?: boolean; duplicated_successfully?: boolean; override_dates?: boolean; vericite_settings?: JsonValue; set_assignment?: boolean } };
    returns: JsonValue;
  };
  'DELETE /api/v1/groups/{group_id}/external_feeds/{external_feed_id}': {
    path: { group_id: string; external_feed_id: string };
    params: {};
    returns: ExternalFeed;
  };
  'GET /api/v1/groups/{group_id}/external_feeds': {
    path: { group_id: string };
    params: {};
    returns: ExternalFeed[];
  };
  'POST /api/v1/groups/{group_id}/external_feeds': {
    path: { group_id: string };
    params: { url?: string | null; header_match?: string | null; verbosity?: string | null };
    returns: ExternalFeed;
  };
  'GET /api/v1/groups/{group_id}/external_tools': {
    path: { group_id: string };
    params: { search_term?: string | null; selectable?: boolean; include_parents?: boolean; placement?: string | null };
    returns: ContextExternalTool[];
  };
  'GET /api/v1/groups/{group_id}/files/quota': {
    path: { group_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/groups/{group_id}/files/{id}': {
    path: { group_id: string; id: string };
    params: { include?: string[]; replacement_chain_context_type?: string | null; replacement_chain_context_id?: string | null; verifier?: string | null; use_verifiers?: boolean };
    returns: File;
  };
  'GET /api/v1/groups/{group_id}/files': {
    path: { group_id: string };
    params: { content_types?: string[]; exclude_content_types?: string[]; search_term?: string | null; include?: string[]; only?: string[]; sort?: string | null; order?: string | null; sort_by?: string | null; category?: string | null; use_verifiers?: boolean };
    returns: File[];
  };
  'POST /api/v1/groups/{group_id}/files': {
    path: { group_id: string };
    params: { name?: string | null; size?: number | null; content_type?: string | null; parent_folder_id?: string | null; parent_folder_path?: string | null; folder?: string | null; on_duplicate?: string | null; success_include?: string[]; filename?: string | null; url?: string | null; no_redirect?: boolean; category?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/groups/{group_id}/folders/by_path/{full_path}': {
    path: { group_id: string; full_path: string };
    params: {};
    returns: Folder[];
  };
  'GET /api/v1/groups/{group_id}/folders/by_path': {
    path: { group_id: string };
    params: {};
    returns: Folder[];
  };
  'GET /api/v1/groups/{group_id}/folders/media': {
    path: { group_id: string };
    params: {};
    returns: Folder;
  };
  'GET /api/v1/groups/{group_id}/folders/{id}': {
    path: { group_id: string; id: string };
    params: {};
    returns: Folder;
  };
  'GET /api/v1/groups/{group_id}/folders': {
    path: { group_id: string };
    params: { sort_by?: string | null };
    returns: Folder[];
  };
  'POST /api/v1/groups/{group_id}/folders': {
    path: { group_id: string };
    params: { name?: string | null; parent_folder_id?: string | null; parent_folder_path?: string | null; lock_at?: string | null; unlock_at?: string | null; locked?: boolean; hidden?: boolean; position?: number | null };
    returns: Folder;
  };
  'GET /api/v1/groups/{group_id}/front_page': {
    path: { group_id: string };
    params: {};
    returns: Page;
  };
  'PUT /api/v1/groups/{group_id}/front_page': {
    path: { group_id: string };
    params: { wiki_page?: { title?: string | null; body?: string | null; editing_roles?: string | null; notify_of_update?: boolean; published?: boolean; student_todo_at?: string | null; student_planner_checkbox?: boolean; publish_at?: string | null; front_page?: boolean } };
    returns: Page;
  };
  'POST /api/v1/groups/{group_id}/invite': {
    path: { group_id: string };
    params: { invitees?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/groups/{group_id}/media_attachments': {
    path: { group_id: string };
    params: { sort?: string | null; order?: string | null; exclude?: string[] };
    returns: MediaObject[];
  };
  'GET /api/v1/groups/{group_id}/media_objects': {
    path: { group_id: string };
    params: { sort?: string | null; order?: string | null; exclude?: string[] };
    returns: MediaObject[];
  };
  'DELETE /api/v1/groups/{group_id}/memberships/{membership_id}': {
    path: { group_id: string; membership_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/groups/{group_id}/memberships/{membership_id}': {
    path: { group_id: string; membership_id: string };
    params: {};
    returns: GroupMembership;
  };
  'PUT /api/v1/groups/{group_id}/memberships/{membership_id}': {
    path: { group_id: string; membership_id: string };
    params: { workflow_state?: string | null; moderator?: boolean };
    returns: GroupMembership;
  };
  'GET /api/v1/groups/{group_id}/memberships': {
    path: { group_id: string };
    params: { filter_states?: string[] };
    returns: GroupMembership[];
  };
  'POST /api/v1/groups/{group_id}/memberships': {
    path: { group_id: string };
    params: { user_id?: string | null; members?: number[]; all_in_group_course?: boolean; exclude_user_ids?: number[] };
    returns: GroupMembership;
  };
  'GET /api/v1/groups/{group_id}/pages/{url_or_id}/revisions/latest': {
    path: { group_id: string; url_or_id: string };
    params: { summary?: boolean };
    returns: PageRevision;
  };
  'GET /api/v1/groups/{group_id}/pages/{url_or_id}/revisions/{revision_id}': {
    path: { group_id: string; url_or_id: string; revision_id: string };
    params: { summary?: boolean };
    returns: PageRevision;
  };
  'POST /api/v1/groups/{group_id}/pages/{url_or_id}/revisions/{revision_id}': {
    path: { group_id: string; url_or_id: string; revision_id: string };
    params: {};
    returns: PageRevision;
  };
  'GET /api/v1/groups/{group_id}/pages/{url_or_id}/revisions': {
    path: { group_id: string; url_or_id: string };
    params: {};
    returns: PageRevision[];
  };
  'DELETE /api/v1/groups/{group_id}/pages/{url_or_id}': {
    path: { group_id: string; url_or_id: string };
    params: {};
    returns: Page;
  };
  'GET /api/v1/groups/{group_id}/pages/{url_or_id}': {
    path: { group_id: string; url_or_id: string };
    params: {};
    returns: Page;
  };
  'PUT /api/v1/groups/{group_id}/pages/{url_or_id}': {
    path: { group_id: string; url_or_id: string };
    params: { wiki_page?: { title?: string | null; body?: string | null; editing_roles?: string | null; notify_of_update?: boolean; published?: boolean; publish_at?: string | null; front_page?: boolean; student_todo_at?: string | null; student_planner_checkbox?: boolean } };
    returns: Page;
  };
  'GET /api/v1/groups/{group_id}/pages': {
    path: { group_id: string };
    params: { sort?: string | null; order?: string | null; search_term?: string | null; published?: boolean; include?: string[] };
    returns: Page[];
  };
  'POST /api/v1/groups/{group_id}/pages': {
    path: { group_id: string };
    params: { wiki_page?: { title?: string | null; body?: string | null; editing_roles?: string | null; notify_of_update?: boolean; published?: boolean; front_page?: boolean; publish_at?: string | null; student_todo_at?: string | null; student_planner_checkbox?: boolean } };
    returns: Page;
  };
  'GET /api/v1/groups/{group_id}/permissions': {
    path: { group_id: string };
    params: { permissions?: string[] };
    returns: JsonObject;
  };
  'GET /api/v1/groups/{group_id}/potential_collaborators': {
    path: { group_id: string };
    params: {};
    returns: User[];
  };
  'POST /api/v1/groups/{group_id}/preview_html': {
    path: { group_id: string };
    params: { html?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/groups/{group_id}/tabs': {
    path: { group_id: string };
    params: { include?: string[] };
    returns: Tab[];
  };
  'DELETE /api/v1/groups/{group_id}/usage_rights': {
    path: { group_id: string };
    params: { file_ids?: string[]; folder_ids?: string[] };
    returns: JsonValue;
  };
  'PUT /api/v1/groups/{group_id}/usage_rights': {
    path: { group_id: string };
    params: { file_ids?: string[]; folder_ids?: string[]; publish?: boolean; usage_rights?: { use_justification?: string | null; legal_copyright?: string | null; license?: string | null } };
    returns: UsageRights;
  };
  'DELETE /api/v1/groups/{group_id}/users/{user_id}': {
    path: { group_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/groups/{group_id}/users/{user_id}': {
    path: { group_id: string; user_id: string };
    params: {};
    returns: GroupMembership;
  };
  'PUT /api/v1/groups/{group_id}/users/{user_id}': {
    path: { group_id: string; user_id: string };
    params: { workflow_state?: string | null; moderator?: boolean };
    returns: GroupMembership;
  };
  'DELETE /api/v1/groups/{group_id}/users': {
    path: { group_id: string };
    params: { user_ids?: string[] };
    returns: JsonObject;
  };
  'GET /api/v1/groups/{group_id}/users': {
    path: { group_id: string };
    params: { search_term?: string | null; include?: string[]; exclude_inactive?: boolean; exclude?: string[] };
    returns: User[];
  };
  'DELETE /api/v1/groups/{group_id}': {
    path: { group_id: string };
    params: {};
    returns: Group;
  };
  'GET /api/v1/groups/{group_id}': {
    path: { group_id: string };
    params: { include?: string[] };
    returns: Group;
  };
  'PUT /api/v1/groups/{group_id}': {
    path: { group_id: string };
    params: { name?: string | null; description?: string | null; is_public?: boolean; join_level?: string | null; avatar_id?: number | null; storage_quota_mb?: number | null; members?: string[]; sis_group_id?: string | null; override_sis_stickiness?: boolean; max_membership?: number | null; leader?: { id?: number | null } };
    returns: Group;
  };
  'POST /api/v1/groups': {
    path: {};
    params: { name?: string | null; description?: string | null; is_public?: boolean; join_level?: string | null; storage_quota_mb?: number | null; sis_group_id?: string | null; max_membership?: number | null; invitees?: JsonValue };
    returns: Group;
  };
  'POST /api/v1/inst_access_tokens': {
    path: {};
    params: {};
    returns: InstAccessToken;
  };
  'POST /api/v1/jwts/refresh': {
    path: {};
    params: { jwt?: string | null };
    returns: JWT;
  };
  'POST /api/v1/jwts': {
    path: {};
    params: { workflows?: string[]; context_type?: string | null; context_id?: number | null; context_uuid?: string | null; canvas_audience?: boolean };
    returns: JWT;
  };
  'GET /api/v1/manageable_accounts': {
    path: {};
    params: {};
    returns: Account[];
  };
  'GET /api/v1/manually_created_courses_account': {
    path: {};
    params: {};
    returns: Account;
  };
  'GET /api/v1/media_attachments/{attachment_id}/media_tracks': {
    path: { attachment_id: string };
    params: { include?: string[] };
    returns: MediaTrack[];
  };
  'PUT /api/v1/media_attachments/{attachment_id}/media_tracks': {
    path: { attachment_id: string };
    params: { include?: string[] };
    returns: MediaTrack[];
  };
  'PUT /api/v1/media_attachments/{attachment_id}': {
    path: { attachment_id: string };
    params: { user_entered_title?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/media_attachments': {
    path: {};
    params: { sort?: string | null; order?: string | null; exclude?: string[] };
    returns: MediaObject[];
  };
  'GET /api/v1/media_objects/{media_object_id}/media_tracks': {
    path: { media_object_id: string };
    params: { include?: string[] };
    returns: MediaTrack[];
  };
  'PUT /api/v1/media_objects/{media_object_id}/media_tracks': {
    path: { media_object_id: string };
    params: { include?: string[] };
    returns: MediaTrack[];
  };
  'PUT /api/v1/media_objects/{media_object_id}': {
    path: { media_object_id: string };
    params: { user_entered_title?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/media_objects': {
    path: {};
    params: { sort?: string | null; order?: string | null; exclude?: string[] };
    returns: MediaObject[];
  };
  'GET /api/v1/outcomes/{id}': {
    path: { id: string };
    params: { add_defaults?: boolean };
    returns: Outcome;
  };
  'PUT /api/v1/outcomes/{id}': {
    path: { id: string };
    params: { title?: string | null; display_name?: string | null; description?: string | null; vendor_guid?: string | null; mastery_points?: number | null; ratings?: { description?: string | null; points?: number | null }[]; calculation_method?: string | null; calculation_int?: number | null; add_defaults?: boolean };
    returns: Outcome;
  };
  'GET /api/v1/permissions/groups': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/permissions/{context_type}/{permission}/help': {
    path: { context_type: string; permission: string };
    params: {};
    returns: PermissionHelpText;
  };
  'GET /api/v1/planner/items': {
    path: {};
    params: { start_date?: string | null; end_date?: string | null; context_codes?: string[]; observed_user_id?: string | null; filter?: string | null; order?: string | null; include?: string[] };
    returns: JsonValue[];
  };
  'DELETE /api/v1/planner/overrides/{id}': {
    path: { id: string };
    params: {};
    returns: PlannerOverride;
  };
  'GET /api/v1/planner/overrides/{id}': {
    path: { id: string };
    params: {};
    returns: PlannerOverride;
  };
  'PUT /api/v1/planner/overrides/{id}': {
    path: { id: string };
    params: { marked_complete?: boolean; dismissed?: boolean };
    returns: PlannerOverride;
  };
  'GET /api/v1/planner/overrides': {
    path: {};
    params: {};
    returns: PlannerOverride[];
  };
  'POST /api/v1/planner/overrides': {
    path: {};
    params: { plannable_type?: string | null; plannable_id?: number | null; marked_complete?: boolean; dismissed?: boolean };
    returns: PlannerOverride;
  };
  'DELETE /api/v1/planner_notes/{id}': {
    path: { id: string };
    params: {};
    returns: PlannerNote;
  };
  'GET /api/v1/planner_notes/{id}': {
    path: { id: string };
    params: {};
    returns: PlannerNote;
  };
  'PUT /api/v1/planner_notes/{id}': {
    path: { id: string };
    params: { title?: string | null; details?: string | null; todo_date?: string | null; course_id?: number | null };
    returns: PlannerNote;
  };
  'GET /api/v1/planner_notes': {
    path: {};
    params: { start_date?: string | null; end_date?: string | null; context_codes?: string[] };
    returns: PlannerNote[];
  };
  'POST /api/v1/planner_notes': {
    path: {};
    params: { title?: string | null; details?: string | null; todo_date?: string | null; course_id?: number | null; linked_object_type?: string | null; linked_object_id?: number | null };
    returns: PlannerNote;
  };
  'GET /api/v1/poll_sessions/closed': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/poll_sessions/opened': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/polls/{id}': {
    path: { id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/polls/{id}': {
    path: { id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/polls/{id}': {
    path: { id: string };
    params: { polls?: { question?: string | null; description?: string | null }[] };
    returns: JsonValue;
  };
  'DELETE /api/v1/polls/{poll_id}/poll_choices/{id}': {
    path: { poll_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/polls/{poll_id}/poll_choices/{id}': {
    path: { poll_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/polls/{poll_id}/poll_choices/{id}': {
    path: { poll_id: string; id: string };
    params: { poll_choices?: { text?: string | null; is_correct?: boolean; position?: number | null }[] };
    returns: JsonValue;
  };
  'GET /api/v1/polls/{poll_id}/poll_choices': {
    path: { poll_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/polls/{poll_id}/poll_choices': {
    path: { poll_id: string };
    params: { poll_choices?: { text?: string | null; is_correct?: boolean; position?: number | null }[] };
    returns: JsonValue;
  };
  'GET /api/v1/polls/{poll_id}/poll_sessions/{id}/close': {
    path: { poll_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/polls/{poll_id}/poll_sessions/{id}/open': {
    path: { poll_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/polls/{poll_id}/poll_sessions/{id}': {
    path: { poll_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/polls/{poll_id}/poll_sessions/{id}': {
    path: { poll_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/polls/{poll_id}/poll_sessions/{id}': {
    path: { poll_id: string; id: string };
    params: { poll_sessions?: { course_id?: number | null; course_section_id?: number | null; has_public_results?: boolean }[] };
    returns: JsonValue;
  };
  'GET /api/v1/polls/{poll_id}/poll_sessions/{poll_session_id}/poll_submissions/{id}': {
    path: { poll_id: string; poll_session_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/polls/{poll_id}/poll_sessions/{poll_session_id}/poll_submissions': {
    path: { poll_id: string; poll_session_id: string };
    params: { poll_submissions?: { poll_choice_id?: number | null }[] };
    returns: JsonValue;
  };
  'GET /api/v1/polls/{poll_id}/poll_sessions': {
    path: { poll_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/polls/{poll_id}/poll_sessions': {
    path: { poll_id: string };
    params: { poll_sessions?: { course_id?: number | null; course_section_id?: number | null; has_public_results?: boolean }[] };
    returns: JsonValue;
  };
  'GET /api/v1/polls': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/polls': {
    path: {};
    params: { polls?: { question?: string | null; description?: string | null }[] };
    returns: JsonValue;
  };
  'POST /api/v1/progress/{id}/cancel': {
    path: { id: string };
    params: { message?: string | null };
    returns: Progress;
  };
  'GET /api/v1/progress/{id}': {
    path: { id: string };
    params: {};
    returns: Progress;
  };
  'PUT /api/v1/quiz_submissions/{quiz_submission_id}/questions/{id}/flag': {
    path: { quiz_submission_id: string; id: string };
    params: { attempt?: number | null; validation_token?: string | null; access_code?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/quiz_submissions/{quiz_submission_id}/questions/{id}/formatted_answer': {
    path: { quiz_submission_id: string; id: string };
    params: { answer?: number | null };
    returns: JsonValue;
  };
  'PUT /api/v1/quiz_submissions/{quiz_submission_id}/questions/{id}/unflag': {
    path: { quiz_submission_id: string; id: string };
    params: { attempt?: number | null; validation_token?: string | null; access_code?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/quiz_submissions/{quiz_submission_id}/questions': {
    path: { quiz_submission_id: string };
    params: { include?: string[] };
    returns: JsonValue;
  };
  'POST /api/v1/quiz_submissions/{quiz_submission_id}/questions': {
    path: { quiz_submission_id: string };
    params: { attempt?: number | null; validation_token?: string | null; access_code?: string | null; quiz_questions?: JsonValue[] };
    returns: QuizSubmissionQuestion[];
  };
  'GET /api/v1/rubrics/upload_template': {
    path: {};
    params: {};
    returns: string;
  };
  'GET /api/v1/search/all_courses': {
    path: {};
    params: { search?: string | null; public_only?: boolean; open_enrollment_only?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/search/recipients': {
    path: {};
    params: { search?: string | null; context?: string | null; exclude?: string[]; type?: string | null; user_id?: string | null; from_conversation_id?: string | null; permissions?: string[]; types?: string[]; messageable_only?: boolean; synthetic_contexts?: boolean; search_all_contexts?: boolean; include_inactive?: boolean; skip_visibility_checks?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/sections/{course_section_id}/assignments/{assignment_id}/override': {
    path: { course_section_id: string; assignment_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/sections/{id}/crosslist/{new_course_id}': {
    path: { id: string; new_course_id: string };
    params: { override_sis_stickiness?: boolean };
    returns: Section;
  };
  'DELETE /api/v1/sections/{id}/crosslist': {
    path: { id: string };
    params: { override_sis_stickiness?: boolean };
    returns: Section;
  };
  'GET /api/v1/sections/{id}/users': {
    path: { id: string };
    params: { search_term?: string | null; include?: string[]; exclude_inactive?: boolean; enrollment_type?: string | null };
    returns: User[];
  };
  'DELETE /api/v1/sections/{id}': {
    path: { id: string };
    params: {};
    returns: Section;
  };
  'GET /api/v1/sections/{id}': {
    path: { id: string };
    params: { include?: string[] };
    returns: Section;
  };
  'PUT /api/v1/sections/{id}': {
    path: { id: string };
    params: { course_section?: { name?: string | null; sis_section_id?: string | null; integration_id?: string | null; start_at?: string | null; end_at?: string | null; restrict_enrollments_to_section_dates?: boolean }; override_sis_stickiness?: boolean };
    returns: Section;
  };
  'GET /api/v1/sections/{section_id}/assignments/{assignment_id}/anonymous_submissions/{anonymous_id}': {
    path: { section_id: string; assignment_id: string; anonymous_id: string };
    params: { include?: string[]; response_fields?: string[]; exclude_response_fields?: string[] };
    returns: JsonValue;
  };
  'PUT /api/v1/sections/{section_id}/assignments/{assignment_id}/anonymous_submissions/{anonymous_id}': {
    path: { section_id: string; assignment_id: string; anonymous_id: string };
    params: { comment?: { text_comment?: string | null; group_comment?: boolean; media_comment_id?: string | null; media_comment_type?: string | null; file_ids?: number[]; attempt?: number | null }; include?: string[]; submission?: { posted_grade?: string | null; excuse?: boolean; late_policy_status?: string | null; seconds_late_override?: number | null; custom_grade_status_id?: string | null; sticker?: string | null; provisional?: boolean; final?: boolean; submission_type?: string | null; url?: string | null }; rubric_assessment?: JsonValue; prefer_points_over_scheme?: boolean; response_fields?: string[]; exclude_response_fields?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/sections/{section_id}/assignments/{assignment_id}/peer_reviews': {
    path: { section_id: string; assignment_id: string };
    params: { include?: string[] };
    returns: PeerReview[];
  };
  'GET /api/v1/sections/{section_id}/assignments/{assignment_id}/submission_summary': {
    path: { section_id: string; assignment_id: string };
    params: { grouped?: boolean; include_deactivated?: boolean };
    returns: JsonValue;
  };
  'POST /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/update_grades': {
    path: { section_id: string; assignment_id: string };
    params: { grade_data?: Record<string, { posted_grade?: string | null; excuse?: boolean; rubric_assessment?: JsonValue; text_comment?: string | null; group_comment?: boolean; media_comment_id?: string | null; media_comment_type?: string | null; file_ids?: number[] }> };
    returns: Progress;
  };
  'DELETE /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews': {
    path: { section_id: string; assignment_id: string; submission_id: string };
    params: { user_id?: number | null };
    returns: PeerReview;
  };
  'GET /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews': {
    path: { section_id: string; assignment_id: string; submission_id: string };
    params: { include?: string[] };
    returns: PeerReview[];
  };
  'POST /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{submission_id}/peer_reviews': {
    path: { section_id: string; assignment_id: string; submission_id: string };
    params: { user_id?: number | null; include?: string[] };
    returns: PeerReview;
  };
  'GET /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}/document_annotations/read': {
    path: { section_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}/document_annotations/read': {
    path: { section_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}/files': {
    path: { section_id: string; assignment_id: string; user_id: string };
    params: { name?: string | null; size?: number | null; content_type?: string | null; parent_folder_id?: string | null; parent_folder_path?: string | null; folder?: string | null; on_duplicate?: string | null; success_include?: string[]; filename?: string | null; url?: string | null; no_redirect?: boolean; category?: string | null; submit_assignment?: boolean; comment?: string | null };
    returns: JsonValue;
  };
  'PUT /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}/read/{item}': {
    path: { section_id: string; assignment_id: string; user_id: string; item: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}/read': {
    path: { section_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}/read': {
    path: { section_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}/rubric_assessments/read': {
    path: { section_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}/rubric_assessments/read': {
    path: { section_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}/rubric_comments/read': {
    path: { section_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}/rubric_comments/read': {
    path: { section_id: string; assignment_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}': {
    path: { section_id: string; assignment_id: string; user_id: string };
    params: { include?: string[]; response_fields?: string[]; exclude_response_fields?: string[] };
    returns: JsonValue;
  };
  'PUT /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}': {
    path: { section_id: string; assignment_id: string; user_id: string };
    params: { comment?: { text_comment?: string | null; attempt?: number | null; group_comment?: boolean; media_comment_id?: string | null; media_comment_type?: string | null; file_ids?: number[] }; include?: string[]; prefer_points_over_scheme?: boolean; submission?: { posted_grade?: string | null; excuse?: boolean; late_policy_status?: string | null; sticker?: string | null; seconds_late_override?: number | null; peer_review?: boolean; custom_grade_status_id?: string | null; provisional?: boolean; final?: boolean; submission_type?: string | null; url?: string | null }; rubric_assessment?: JsonValue; response_fields?: string[]; exclude_response_fields?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions': {
    path: { section_id: string; assignment_id: string };
    params: { include?: string[]; grouped?: boolean; response_fields?: string[]; exclude_response_fields?: string[] };
    returns: Submission[];
  };
  'POST /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions': {
    path: { section_id: string; assignment_id: string };
    params: { comment?: { text_comment?: string | null }; submission?: { group_comment?: boolean; submission_type?: string | null; body?: string | null; url?: string | null; file_ids?: number[]; media_comment_id?: string | null; media_comment_type?: string | null; user_id?: string | null; annotatable_attachment_id?: number | null; submitted_at?: string | null } };
    returns: JsonValue;
  };
  'GET /api/v1/sections/{section_id}/enrollments': {
    path: { section_id: string };
    params: { type?: string[]; role?: string[]; state?: string[]; include?: string[]; user_id?: string | null; grading_period_id?: number | null; enrollment_term_id?: string | null; sis_account_id?: string[]; sis_course_id?: string[]; sis_section_id?: string[]; sis_user_id?: string[]; created_for_sis_id?: boolean; role_id?: number[]; temporary_enrollment_recipients_for_provider?: boolean; temporary_enrollments_for_recipient?: boolean };
    returns: Enrollment[];
  };
  'POST /api/v1/sections/{section_id}/enrollments': {
    path: { section_id: string };
    params: { enrollment?: { start_at?: string | null; end_at?: string | null; user_id?: string | null; type?: string | null; role?: string | null; role_id?: number | null; enrollment_state?: string | null; course_section_id?: string | null; limit_privileges_to_course_section?: boolean; notify?: boolean; self_enrollment_code?: string | null; self_enrolled?: boolean; associated_user_id?: number | null; sis_user_id?: string | null; integration_id?: string | null; temporary_enrollment_pairing_id?: string | null; temporary_enrollment_source_user_id?: string | null }; root_account?: string | null };
    returns: Enrollment;
  };
  'GET /api/v1/sections/{section_id}/students/submissions': {
    path: { section_id: string };
    params: { student_ids?: string[]; assignment_ids?: string[]; grouped?: boolean; post_to_sis?: boolean; submitted_since?: string | null; graded_since?: string | null; grading_period_id?: JsonValue; workflow_state?: string | null; enrollment_state?: string | null; state_based_on_date?: boolean; order?: string | null; order_direction?: string | null; include?: string[]; response_fields?: string[]; exclude_response_fields?: string[] };
    returns: JsonValue;
  };
  'PUT /api/v1/sections/{section_id}/submissions/bulk_mark_read': {
    path: { section_id: string };
    params: { submissionIds?: string[] };
    returns: JsonValue;
  };
  'POST /api/v1/sections/{section_id}/submissions/update_grades': {
    path: { section_id: string };
    params: { grade_data?: Record<string, Record<string, { posted_grade?: string | null; excuse?: boolean; rubric_assessment?: JsonValue; text_comment?: string | null; group_comment?: boolean; media_comment_id?: string | null; media_comment_type?: string | null; file_ids?: number[] }>> };
    returns: Progress;
  };
  'PUT /api/v1/sections/{section_id}/submissions/{user_id}/clear_unread': {
    path: { section_id: string; user_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/services/kaltura': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'POST /api/v1/services/kaltura_session': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/settings/environment': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/shared_brand_configs/{id}': {
    path: { id: string };
    params: {};
    returns: SharedBrandConfig;
  };
  'PUT /api/v1/submissions/{id}/what_if_grades': {
    path: { id: string };
    params: { student_entered_score?: number | null };
    returns: { grades: Grades[]; submission: Submission };
  };
  'GET /api/v1/users/activity_stream': {
    path: {};
    params: { only_active_courses?: boolean; asset_type?: string | null; context_code?: string | null; submission_user_id?: string | null };
    returns: JsonValue;
  };
  'DELETE /api/v1/users/mobile_sessions': {
    path: {};
    params: { skip_admins?: boolean };
    returns: string;
  };
  'POST /api/v1/users/reset_password': {
    path: {};
    params: { email?: string | null };
    returns: { requested: boolean };
  };
  'GET /api/v1/users/self/activity_stream/summary': {
    path: {};
    params: { only_active_courses?: boolean };
    returns: JsonValue;
  };
  'DELETE /api/v1/users/self/activity_stream/{id}': {
    path: { id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/users/self/activity_stream': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/users/self/activity_stream': {
    path: {};
    params: { only_active_courses?: boolean; asset_type?: string | null; context_code?: string | null; submission_user_id?: string | null };
    returns: JsonValue;
  };
  'DELETE /api/v1/users/self/bookmarks/{id}': {
    path: { id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/users/self/bookmarks/{id}': {
    path: { id: string };
    params: {};
    returns: Bookmark;
  };
  'PUT /api/v1/users/self/bookmarks/{id}': {
    path: { id: string };
    params: { name?: string | null; url?: string | null; position?: number | null; data?: string | null };
    returns: Bookmark;
  };
  'GET /api/v1/users/self/bookmarks': {
    path: {};
    params: {};
    returns: Bookmark[];
  };
  'POST /api/v1/users/self/bookmarks': {
    path: {};
    params: { name?: string | null; url?: string | null; position?: number | null; data?: string | null };
    returns: Bookmark;
  };
  'DELETE /api/v1/users/self/communication_channels/push': {
    path: {};
    params: {};
    returns: { success: true };
  };
  'PUT /api/v1/users/self/communication_channels/{communication_channel_id}/notification_preference_categories/{category}': {
    path: { communication_channel_id: string; category: string };
    params: { notification_preferences?: { frequency?: string | null } };
    returns: JsonValue;
  };
  'PUT /api/v1/users/self/communication_channels/{communication_channel_id}/notification_preferences/{notification}': {
    path: { communication_channel_id: string; notification: string };
    params: { notification_preferences?: { frequency?: string | null } };
    returns: NotificationPreference;
  };
  'PUT /api/v1/users/self/communication_channels/{communication_channel_id}/notification_preferences': {
    path: { communication_channel_id: string };
    params: { notification_preferences?: Record<string, { frequency?: string | null }> };
    returns: { notification_preferences: NotificationPreference[] };
  };
  'PUT /api/v1/users/self/communication_channels/{type}/{address}/notification_preferences': {
    path: { type: string; address: string };
    params: { notification_preferences?: Record<string, { frequency?: string | null }> };
    returns: JsonValue;
  };
  'DELETE /api/v1/users/self/course_nicknames/{course_id}': {
    path: { course_id: string };
    params: {};
    returns: CourseNickname;
  };
  'GET /api/v1/users/self/course_nicknames/{course_id}': {
    path: { course_id: string };
    params: {};
    returns: CourseNickname;
  };
  'PUT /api/v1/users/self/course_nicknames/{course_id}': {
    path: { course_id: string };
    params: { nickname?: string | null };
    returns: CourseNickname;
  };
  'DELETE /api/v1/users/self/course_nicknames': {
    path: {};
    params: {};
    returns: { message: string };
  };
  'GET /api/v1/users/self/course_nicknames': {
    path: {};
    params: {};
    returns: CourseNickname[];
  };
  'DELETE /api/v1/users/self/favorites/courses/{id}': {
    path: { id: string };
    params: {};
    returns: Favorite;
  };
  'POST /api/v1/users/self/favorites/courses/{id}': {
    path: { id: string };
    params: {};
    returns: Favorite;
  };
  'DELETE /api/v1/users/self/favorites/courses': {
    path: {};
    params: {};
    returns: { status: string };
  };
  'GET /api/v1/users/self/favorites/courses': {
    path: {};
    params: { exclude_blueprint_courses?: boolean; exclude?: string[]; include?: string[]; observed_user?: string | null; sort?: string | null };
    returns: Course[];
  };
  'DELETE /api/v1/users/self/favorites/groups/{id}': {
    path: { id: string };
    params: {};
    returns: Favorite;
  };
  'POST /api/v1/users/self/favorites/groups/{id}': {
    path: { id: string };
    params: {};
    returns: Favorite;
  };
  'DELETE /api/v1/users/self/favorites/groups': {
    path: {};
    params: {};
    returns: { status: string };
  };
  'GET /api/v1/users/self/favorites/groups': {
    path: {};
    params: {};
    returns: Group[];
  };
  'GET /api/v1/users/self/groups': {
    path: {};
    params: { context_type?: string | null; include?: string[] };
    returns: Group[];
  };
  'POST /api/v1/users/self/pandata_events_token': {
    path: {};
    params: { app_key?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/users/self/todo': {
    path: {};
    params: { include?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/users/self/todo_item_count': {
    path: {};
    params: { include?: string[] };
    returns: JsonValue;
  };
  'GET /api/v1/users/self/upcoming_events': {
    path: {};
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/users/{id}/colors/{asset_string}': {
    path: { id: string; asset_string: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/users/{id}/colors/{asset_string}': {
    path: { id: string; asset_string: string };
    params: { hexcode?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/users/{id}/colors': {
    path: { id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/users/{id}/dashboard_positions': {
    path: { id: string };
    params: {};
    returns: JsonValue;
  };
  'PUT /api/v1/users/{id}/dashboard_positions': {
    path: { id: string };
    params: { dashboard_positions?: Record<string, JsonValue> };
    returns: JsonValue;
  };
  'PUT /api/v1/users/{id}/files_ui_version_preference': {
    path: { id: string };
    params: { files_ui_version?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/users/{id}/graded_submissions': {
    path: { id: string };
    params: { include?: string[]; only_current_enrollments?: boolean; only_published_assignments?: boolean };
    returns: Submission[];
  };
  'PUT /api/v1/users/{id}/merge_into/accounts/{destination_account_id}/users/{destination_user_id}': {
    path: { id: string; destination_account_id: string; destination_user_id: string };
    params: {};
    returns: User;
  };
  'PUT /api/v1/users/{id}/merge_into/{destination_user_id}': {
    path: { id: string; destination_user_id: string };
    params: {};
    returns: User;
  };
  'DELETE /api/v1/users/{id}/mobile_sessions': {
    path: { id: string };
    params: { skip_admins?: boolean };
    returns: string;
  };
  'DELETE /api/v1/users/{id}/sessions': {
    path: { id: string };
    params: {};
    returns: string;
  };
  'GET /api/v1/users/{id}/settings': {
    path: { id: string };
    params: {};
    returns: JsonObject;
  };
  'PUT /api/v1/users/{id}/settings': {
    path: { id: string };
    params: { manual_mark_as_read?: boolean; release_notes_badge_disabled?: boolean; collapse_global_nav?: boolean; collapse_course_nav?: boolean; hide_dashcard_color_overlays?: boolean; comment_library_suggestions_enabled?: boolean; elementary_dashboard_disabled?: boolean; default_to_block_editor?: boolean; widget_dashboard_dark_mode?: boolean; widget_dashboard_user_preference?: boolean };
    returns: JsonObject;
  };
  'POST /api/v1/users/{id}/split': {
    path: { id: string };
    params: {};
    returns: User[];
  };
  'PUT /api/v1/users/{id}/text_editor_preference': {
    path: { id: string };
    params: { text_editor_preference?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/users/{id}': {
    path: { id: string };
    params: { include?: string[] };
    returns: User;
  };
  'PUT /api/v1/users/{id}': {
    path: { id: string };
    params: { user?: { name?: string | null; short_name?: string | null; sortable_name?: string | null; time_zone?: string | null; email?: string | null; locale?: string | null; avatar?: { token?: string | null; url?: string | null; state?: string | null }; title?: string | null; bio?: string | null; pronunciation?: string | null; pronouns?: string | null; event?: string | null; terms_of_use?: boolean; [key: string]: unknown }; override_sis_stickiness?: boolean };
    returns: User;
  };
  'GET /api/v1/users/{user_id}/avatars': {
    path: { user_id: string };
    params: {};
    returns: Avatar[];
  };
  'GET /api/v1/users/{user_id}/calendar_events': {
    path: { user_id: string };
    params: { type?: string | null; start_date?: string | null; end_date?: string | null; undated?: boolean; all_events?: boolean; context_codes?: string[]; excludes?: string[]; submission_types?: string[]; exclude_submission_types?: string[]; includes?: string[]; important_dates?: boolean; blackout_date?: boolean; include?: string[]; appointment_group_ids?: string | null };
    returns: CalendarEvent[];
  };
  'GET /api/v1/users/{user_id}/communication_channels/{communication_channel_id}/notification_preference_categories': {
    path: { user_id: string; communication_channel_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/users/{user_id}/communication_channels/{communication_channel_id}/notification_preferences/{notification}': {
    path: { user_id: string; communication_channel_id: string; notification: string };
    params: {};
    returns: NotificationPreference;
  };
  'GET /api/v1/users/{user_id}/communication_channels/{communication_channel_id}/notification_preferences': {
    path: { user_id: string; communication_channel_id: string };
    params: {};
    returns: { notification_preferences: NotificationPreference[] };
  };
  'DELETE /api/v1/users/{user_id}/communication_channels/{id}': {
    path: { user_id: string; id: string };
    params: {};
    returns: CommunicationChannel;
  };
  'GET /api/v1/users/{user_id}/communication_channels/{type}/{address}/notification_preferences/{notification}': {
    path: { user_id: string; type: string; address: string; notification: string };
    params: {};
    returns: NotificationPreference;
  };
  'GET /api/v1/users/{user_id}/communication_channels/{type}/{address}/notification_preferences': {
    path: { user_id: string; type: string; address: string };
    params: {};
    returns: NotificationPreference[];
  };
  'DELETE /api/v1/users/{user_id}/communication_channels/{type}/{address}': {
    path: { user_id: string; type: string; address: string };
    params: {};
    returns: CommunicationChannel;
  };
  'GET /api/v1/users/{user_id}/communication_channels': {
    path: { user_id: string };
    params: {};
    returns: CommunicationChannel[];
  };
  'POST /api/v1/users/{user_id}/communication_channels': {
    path: { user_id: string };
    params: { communication_channel?: { address?: string | null; type?: string | null; token?: string | null }; skip_confirmation?: boolean };
    returns: CommunicationChannel;
  };
  'GET /api/v1/users/{user_id}/content_exports/{id}': {
    path: { user_id: string; id: string };
    params: {};
    returns: ContentExport;
  };
  'GET /api/v1/users/{user_id}/content_exports': {
    path: { user_id: string };
    params: {};
    returns: ContentExport[];
  };
  'POST /api/v1/users/{user_id}/content_exports': {
    path: { user_id: string };
    params: { export_type?: string | null; skip_notifications?: boolean; select?: JsonValue };
    returns: ContentExport;
  };
  'GET /api/v1/users/{user_id}/content_licenses': {
    path: { user_id: string };
    params: {};
    returns: License[];
  };
  'GET /api/v1/users/{user_id}/content_migrations/migrators': {
    path: { user_id: string };
    params: {};
    returns: Migrator[];
  };
  'GET /api/v1/users/{user_id}/content_migrations/{content_migration_id}/migration_issues/{id}': {
    path: { user_id: string; content_migration_id: string; id: string };
    params: {};
    returns: MigrationIssue;
  };
  'PUT /api/v1/users/{user_id}/content_migrations/{content_migration_id}/migration_issues/{id}': {
    path: { user_id: string; content_migration_id: string; id: string };
    params: { workflow_state?: string | null };
    returns: MigrationIssue;
  };
  'GET /api/v1/users/{user_id}/content_migrations/{content_migration_id}/migration_issues': {
    path: { user_id: string; content_migration_id: string };
    params: {};
    returns: MigrationIssue[];
  };
  'GET /api/v1/users/{user_id}/content_migrations/{id}/selective_data': {
    path: { user_id: string; id: string };
    params: { type?: string | null };
    returns: { type: string; property: string; title?: string; count?: number; sub_items_url?: string }[];
  };
  'GET /api/v1/users/{user_id}/content_migrations/{id}': {
    path: { user_id: string; id: string };
    params: {};
    returns: ContentMigration;
  };
  'PUT /api/v1/users/{user_id}/content_migrations/{id}': {
    path: { user_id: string; id: string };
    params: { pre_attachment?: { name?: string | null; size?: number | null; content_type?: string | null; on_duplicate?: string | null }; settings?: { file_url?: string | null; content_export_id?: string | null; source_course_id?: string | null; folder_id?: string | null; overwrite_quizzes?: boolean; question_bank_id?: number | null; question_bank_name?: string | null; insert_into_module_id?: number | null; insert_into_module_type?: string | null; insert_into_module_position?: number | null; move_to_assignment_group_id?: number | null; importer_skips?: string[]; import_blueprint_settings?: boolean; import_quizzes_next?: boolean }; date_shift_options?: { shift_dates?: boolean; old_start_date?: string | null; old_end_date?: string | null; new_start_date?: string | null; new_end_date?: string | null; day_substitutions?: Record<string, number | null>; remove_dates?: boolean }; selective_import?: boolean; select?: JsonValue; copy?: JsonValue; do_not_run?: boolean };
    returns: ContentMigration;
  };
  'GET /api/v1/users/{user_id}/content_migrations': {
    path: { user_id: string };
    params: {};
    returns: ContentMigration[];
  };
  'POST /api/v1/users/{user_id}/content_migrations': {
    path: { user_id: string };
    params: { migration_type?: string | null; pre_attachment?: { name?: string | null; size?: number | null; content_type?: string | null; on_duplicate?: string | null }; settings?: { file_url?: string | null; content_export_id?: string | null; source_course_id?: string | null; folder_id?: string | null; overwrite_quizzes?: boolean; question_bank_id?: number | null; question_bank_name?: string | null; insert_into_module_id?: number | null; insert_into_module_type?: string | null; insert_into_module_position?: number | null; move_to_assignment_group_id?: number | null; importer_skips?: string[]; import_blueprint_settings?: boolean; import_quizzes_next?: boolean }; date_shift_options?: { shift_dates?: boolean; old_start_date?: string | null; old_end_date?: string | null; new_start_date?: string | null; new_end_date?: string | null; day_substitutions?: Record<string, number | null>; remove_dates?: boolean }; selective_import?: boolean; select?: JsonValue; copy?: JsonValue; do_not_run?: boolean };
    returns: ContentMigration;
  };
  'GET /api/v1/users/{user_id}/content_shares/received': {
    path: { user_id: string };
    params: {};
    returns: ContentShare[];
  };
  'GET /api/v1/users/{user_id}/content_shares/sent': {
    path: { user_id: string };
    params: {};
    returns: ContentShare[];
  };
  'GET /api/v1/users/{user_id}/content_shares/unread_count': {
    path: { user_id: string };
    params: {};
    returns: { unread_count: number };
  };
  'POST /api/v1/users/{user_id}/content_shares/{id}/add_users': {
    path: { user_id: string; id: string };
    params: { receiver_ids?: string[] };
    returns: ContentShare;
  };
  'DELETE /api/v1/users/{user_id}/content_shares/{id}': {
    path: { user_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/users/{user_id}/content_shares/{id}': {
    path: { user_id: string; id: string };
    params: {};
    returns: ContentShare;
  };
  'PUT /api/v1/users/{user_id}/content_shares/{id}': {
    path: { user_id: string; id: string };
    params: { read_state?: string | null };
    returns: ContentShare;
  };
  'POST /api/v1/users/{user_id}/content_shares': {
    path: { user_id: string };
    params: { receiver_ids?: string[]; content_type?: string | null; content_id?: number | null };
    returns: ContentShare;
  };
  'GET /api/v1/users/{user_id}/courses/{course_id}/assignments': {
    path: { user_id: string; course_id: string };
    params: { include?: string[]; search_term?: string | null; override_assignment_dates?: boolean; needs_grading_count_by_section?: boolean; bucket?: string | null; assignment_ids?: string[]; order_by?: string | null; post_to_sis?: boolean; new_quizzes?: boolean };
    returns: JsonValue;
  };
  'GET /api/v1/users/{user_id}/courses': {
    path: { user_id: string };
    params: { include?: string[]; state?: string[]; enrollment_state?: string | null; homeroom?: boolean; account_id?: string | null; current_domain_only?: boolean; enrollment_role?: string | null; enrollment_role_id?: number | null; enrollment_type?: string | null; exclude_blueprint_courses?: boolean; observed_user_id?: string | null; root_account_id?: string | null; teacher_limit?: number | null };
    returns: Course[];
  };
  'DELETE /api/v1/users/{user_id}/custom_data': {
    path: { user_id: string; scope: string };
    params: { ns?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/users/{user_id}/custom_data': {
    path: { user_id: string; scope: string };
    params: { ns?: string | null };
    returns: JsonValue;
  };
  'PUT /api/v1/users/{user_id}/custom_data': {
    path: { user_id: string; scope: string };
    params: { ns?: string | null; data?: JsonValue };
    returns: JsonValue;
  };
  'GET /api/v1/users/{user_id}/enrollments': {
    path: { user_id: string };
    params: { type?: string[]; role?: string[]; state?: string[]; include?: string[]; grading_period_id?: number | null; enrollment_term_id?: string | null; sis_account_id?: string[]; sis_course_id?: string[]; sis_section_id?: string[]; sis_user_id?: string[]; created_for_sis_id?: boolean; role_id?: number[]; temporary_enrollment_recipients_for_provider?: boolean; temporary_enrollments_for_recipient?: boolean };
    returns: Enrollment[];
  };
  'GET /api/v1/users/{user_id}/eportfolios': {
    path: { user_id: string };
    params: { include?: string[] };
    returns: ePortfolio[];
  };
  'PUT /api/v1/users/{user_id}/eportfolios': {
    path: { user_id: string };
    params: { spam_status?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/users/{user_id}/features/enabled': {
    path: { user_id: string };
    params: {};
    returns: JsonValue;
  };
  'DELETE /api/v1/users/{user_id}/features/flags/{feature}': {
    path: { user_id: string; feature: string };
    params: {};
    returns: FeatureFlag;
  };
  'GET /api/v1/users/{user_id}/features/flags/{feature}': {
    path: { user_id: string; feature: string };
    params: {};
    returns: FeatureFlag;
  };
  'PUT /api/v1/users/{user_id}/features/flags/{feature}': {
    path: { user_id: string; feature: string };
    params: { state?: string | null };
    returns: FeatureFlag;
  };
  'GET /api/v1/users/{user_id}/features': {
    path: { user_id: string };
    params: { hide_inherited_enabled?: boolean };
    returns: Feature[];
  };
  'GET /api/v1/users/{user_id}/files/quota': {
    path: { user_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/users/{user_id}/files/{id}': {
    path: { user_id: string; id: string };
    params: { include?: string[]; replacement_chain_context_type?: string | null; replacement_chain_context_id?: string | null; verifier?: string | null; use_verifiers?: boolean };
    returns: File;
  };
  'GET /api/v1/users/{user_id}/files': {
    path: { user_id: string };
    params: { content_types?: string[]; exclude_content_types?: string[]; search_term?: string | null; include?: string[]; only?: string[]; sort?: string | null; order?: string | null; sort_by?: string | null; category?: string | null; use_verifiers?: boolean };
    returns: File[];
  };
  'POST /api/v1/users/{user_id}/files': {
    path: { user_id: string };
    params: { name?: string | null; size?: number | null; content_type?: string | null; parent_folder_id?: string | null; parent_folder_path?: string | null; folder?: string | null; on_duplicate?: string | null; success_include?: string[]; filename?: string | null; url?: string | null; no_redirect?: boolean; category?: string | null };
    returns: JsonValue;
  };
  'GET /api/v1/users/{user_id}/folders/by_path/{full_path}': {
    path: { user_id: string; full_path: string };
    params: {};
    returns: Folder[];
  };
  'GET /api/v1/users/{user_id}/folders/by_path': {
    path: { user_id: string };
    params: {};
    returns: Folder[];
  };
  'GET /api/v1/users/{user_id}/folders/{id}': {
    path: { user_id: string; id: string };
    params: {};
    returns: Folder;
  };
  'GET /api/v1/users/{user_id}/folders': {
    path: { user_id: string };
    params: { sort_by?: string | null };
    returns: Folder[];
  };
  'POST /api/v1/users/{user_id}/folders': {
    path: { user_id: string };
    params: { name?: string | null; parent_folder_id?: string | null; parent_folder_path?: string | null; lock_at?: string | null; unlock_at?: string | null; locked?: boolean; hidden?: boolean; position?: number | null };
    returns: Folder;
  };
  'GET /api/v1/users/{user_id}/history': {
    path: { user_id: string };
    params: {};
    returns: HistoryEntry[];
  };
  'DELETE /api/v1/users/{user_id}/logins/{id}': {
    path: { user_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/users/{user_id}/logins': {
    path: { user_id: string };
    params: { user?: { id?: string | null } };
    returns: JsonValue;
  };
  'GET /api/v1/users/{user_id}/missing_submissions': {
    path: { user_id: string };
    params: { observed_user_id?: string | null; include?: string[]; filter?: string[]; course_ids?: string[] };
    returns: Assignment[];
  };
  'DELETE /api/v1/users/{user_id}/observees/{observee_id}': {
    path: { user_id: string; observee_id: string };
    params: { root_account_id?: string | null };
    returns: User;
  };
  'GET /api/v1/users/{user_id}/observees/{observee_id}': {
    path: { user_id: string; observee_id: string };
    params: {};
    returns: User;
  };
  'PUT /api/v1/users/{user_id}/observees/{observee_id}': {
    path: { user_id: string; observee_id: string };
    params: { root_account_id?: string | null };
    returns: User;
  };
  'GET /api/v1/users/{user_id}/observees': {
    path: { user_id: string };
    params: { include?: string[] };
    returns: User[];
  };
  'POST /api/v1/users/{user_id}/observees': {
    path: { user_id: string };
    params: { observee?: { unique_id?: string | null; password?: string | null }; access_token?: string | null; pairing_code?: string | null; root_account_id?: string | null };
    returns: User;
  };
  'POST /api/v1/users/{user_id}/observer_pairing_codes': {
    path: { user_id: string };
    params: {};
    returns: PairingCode;
  };
  'GET /api/v1/users/{user_id}/observers/{observer_id}': {
    path: { user_id: string; observer_id: string };
    params: {};
    returns: User;
  };
  'GET /api/v1/users/{user_id}/observers': {
    path: { user_id: string };
    params: { include?: string[] };
    returns: User[];
  };
  'GET /api/v1/users/{user_id}/page_views/query/{query_id}/results': {
    path: { user_id: string; query_id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/users/{user_id}/page_views/query/{query_id}': {
    path: { user_id: string; query_id: string };
    params: {};
    returns: AsyncQueryStatusResponse;
  };
  'POST /api/v1/users/{user_id}/page_views/query': {
    path: { user_id: string };
    params: { start_date?: string | null; end_date?: string | null; results_format?: string | null };
    returns: AsyncQueryResponse;
  };
  'GET /api/v1/users/{user_id}/page_views': {
    path: { user_id: string };
    params: { start_time?: string | null; end_time?: string | null };
    returns: PageView[];
  };
  'GET /api/v1/users/{user_id}/planner/items': {
    path: { user_id: string };
    params: { start_date?: string | null; end_date?: string | null; context_codes?: string[]; observed_user_id?: string | null; filter?: string | null; order?: string | null; include?: string[] };
    returns: JsonValue[];
  };
  'GET /api/v1/users/{user_id}/profile': {
    path: { user_id: string };
    params: { include?: string[] };
    returns: Profile;
  };
  'GET /api/v1/users/{user_id}/tabs': {
    path: { user_id: string };
    params: { include?: string[] };
    returns: Tab[];
  };
  'GET /api/v1/users/{user_id}/temporary_enrollment_status': {
    path: { user_id: string };
    params: { account_id?: string | null };
    returns: { is_provider: boolean; is_recipient: boolean };
  };
  'DELETE /api/v1/users/{user_id}/tokens/{id}': {
    path: { user_id: string; id: string };
    params: {};
    returns: Token;
  };
  'GET /api/v1/users/{user_id}/tokens/{id}': {
    path: { user_id: string; id: string };
    params: {};
    returns: Token;
  };
  'PUT /api/v1/users/{user_id}/tokens/{id}': {
    path: { user_id: string; id: string };
    params: { token?: { purpose?: string | null; expires_at?: string | null; scopes?: string[]; regenerate?: boolean; course_ids?: string[]; read_only?: boolean } };
    returns: Token;
  };
  'POST /api/v1/users/{user_id}/tokens': {
    path: { user_id: string };
    params: { token?: { purpose?: string | null; expires_at?: string | null; scopes?: string[]; course_ids?: string[]; read_only?: boolean } };
    returns: Token;
  };
  'DELETE /api/v1/users/{user_id}/usage_rights': {
    path: { user_id: string };
    params: { file_ids?: string[]; folder_ids?: string[] };
    returns: JsonValue;
  };
  'PUT /api/v1/users/{user_id}/usage_rights': {
    path: { user_id: string };
    params: { file_ids?: string[]; folder_ids?: string[]; publish?: boolean; usage_rights?: { use_justification?: string | null; legal_copyright?: string | null; license?: string | null } };
    returns: UsageRights;
  };
  'GET /api/v1/users/{user_id}/user_generated_tokens': {
    path: { user_id: string };
    params: {};
    returns: Token[];
  };
  'GET /api/easel/v1/error_reports/{id}': {
    path: { id: string };
    params: {};
    returns: JsonObject;
  };
  'GET /api/easel/v1/accounts/{account_id}/audit_events': {
    path: { account_id: string };
    params: { category?: string[]; event_type?: string[]; user_id?: string | null; start_time?: string | null; end_time?: string | null };
    returns: JsonObject[];
  };
  'PUT /api/easel/v1/calendar_events/provided': {
    path: {};
    params: { provided_by?: string | null; provider_contact?: string | null; events?: { external_id?: string | null; context_code?: string | null; title?: string | null; description?: string | null; start_at?: string | null; end_at?: string | null; all_day?: boolean; time_zone_edited?: string | null; location_name?: string | null; location_address?: string | null; deleted?: boolean }[] };
    returns: JsonObject[];
  };
  'PUT /api/easel/v1/courses/{course_id}/assignments/{assignment_id}/post_grades': {
    path: { course_id: string; assignment_id: string };
    params: { graded_only?: boolean; section_ids?: string[] };
    returns: JsonObject;
  };
  'PUT /api/easel/v1/courses/{course_id}/assignments/{assignment_id}/hide_grades': {
    path: { course_id: string; assignment_id: string };
    params: { graded_only?: boolean; section_ids?: string[] };
    returns: JsonObject;
  };
  'PUT /api/easel/v1/courses/{course_id}/assignments/{assignment_id}/post_policy': {
    path: { course_id: string; assignment_id: string };
    params: { post_manually?: boolean };
    returns: JsonObject;
  };
  'POST /api/v1/developer_keys/{id}/regenerate_secret': {
    path: { id: string };
    params: {};
    returns: DeveloperKey;
  };
  'GET /api/v1/courses/{course_id}/module_item_redirect/{id}': {
    path: { course_id: string; id: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/calendar_events/{id}/participants': {
    path: { id: string };
    params: {};
    returns: JsonObject[];
  };
  'GET /api/v1/calendar_events/visible_contexts': {
    path: {};
    params: {};
    returns: JsonObject;
  };
  'POST /api/v1/calendar_events/save_selected_contexts': {
    path: {};
    params: { selected_contexts?: string[] };
    returns: JsonObject;
  };
  'GET /feeds/calendars/{feed_code}': {
    path: { feed_code: string };
    params: {};
    returns: JsonValue;
  };
  'GET /feeds/topics/{topic_id}/{feed_code}': {
    path: { topic_id: string; feed_code: string };
    params: {};
    returns: JsonValue;
  };
  'GET /api/v1/conversations/deleted': {
    path: {};
    params: { user_id?: string | null; conversation_id?: string | null; deleted_before?: string | null; deleted_after?: string | null };
    returns: JsonObject[];
  };
  'PUT /api/v1/conversations/restore': {
    path: {};
    params: { message_id?: string | null; user_id?: string | null; conversation_id?: string | null };
    returns: JsonObject[];
  };
  'DELETE /api/v1/conversations/{id}/delete_for_all': {
    path: { id: string };
    params: {};
    returns: JsonObject;
  };
  'GET /api/v1/files/{id}/create_success': {
    path: { id: string };
    params: { uuid?: string | null; on_duplicate?: string | null; quota_exemption?: string | null; include?: string[] };
    returns: File;
  };
  'POST /api/v1/files/{id}/create_success': {
    path: { id: string };
    params: { uuid?: string | null; on_duplicate?: string | null; quota_exemption?: string | null; include?: string[] };
    returns: File;
  };
  'GET /api/v1/files/{id}/{uuid}/status': {
    path: { id: string; uuid: string };
    params: {};
    returns: JsonValue;
  };
  'GET /files/{id}/download': {
    path: { id: string };
    params: { verifier?: string | null; download_frd?: boolean; inline?: boolean; preview?: boolean; replacement_chain_context_type?: string | null; replacement_chain_context_id?: string | null };
    returns: JsonValue;
  };
  'GET /courses/{course_id}/files/{id}/download': {
    path: { course_id: string; id: string };
    params: { verifier?: string | null; download_frd?: boolean; inline?: boolean; preview?: boolean; replacement_chain_context_type?: string | null; replacement_chain_context_id?: string | null };
    returns: JsonValue;
  };
  'GET /users/{user_id}/files/{id}/download': {
    path: { user_id: string; id: string };
    params: { verifier?: string | null; download_frd?: boolean; inline?: boolean; preview?: boolean; replacement_chain_context_type?: string | null; replacement_chain_context_id?: string | null };
    returns: JsonValue;
  };
  'GET /courses/{course_id}/files/{id}/file_preview': {
    path: { course_id: string; id: string };
    params: { verifier?: string | null; download_frd?: boolean; inline?: boolean; preview?: boolean; replacement_chain_context_type?: string | null; replacement_chain_context_id?: string | null };
    returns: JsonValue;
  };
  'GET /users/{user_id}/files/{id}/file_preview': {
    path: { user_id: string; id: string };
    params: { verifier?: string | null; download_frd?: boolean; inline?: boolean; preview?: boolean; replacement_chain_context_type?: string | null; replacement_chain_context_id?: string | null };
    returns: JsonValue;
  };
  'GET /images/thumbnails/{id}/{uuid}': {
    path: { id: string; uuid: string };
    params: { size?: string | null };
    returns: JsonValue;
  };
  'GET /images/thumbnails/show/{id}/{uuid}': {
    path: { id: string; uuid: string };
    params: { size?: string | null };
    returns: JsonValue;
  };
}

export type OperationId = keyof OperationTypes;
