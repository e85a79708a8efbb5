import { type BaseRoleType, type EnrollmentType, enrollmentTypes } from './base-roles.ts';
import { type PermissionGroup, type PermissionGroupSpec, permissionGroups } from './permission-groups.ts';

/** Where a role must be held for the permission to mean anything. `course` ones are also for account roles. */
export type PermissionScope = 'course' | 'account' | 'root account' | 'site admin';

export interface PermissionSpec {
  readonly label: string;
  readonly scope: PermissionScope;
  /** Base roles that may be given the permission; for all others it is off and locked. */
  readonly availableTo: readonly BaseRoleType[];
  /** Base roles that have it until an override takes it away. */
  readonly trueFor: readonly BaseRoleType[];
  readonly group?: PermissionGroup;
  /** Enrollment types that keep it after their course has ended. */
  readonly concluded: readonly EnrollmentType[];
  /** Only for an enrollment that has begun; the others already hold before the course starts. */
  readonly notBeforeStart: boolean;
  /** Feature flags, account settings or plugins, any of which brings the permission to life. */
  readonly features: readonly string[];
}

type Mark = '+' | '-' | '.';
type Marks = `${Mark}${Mark}${Mark}${Mark}${Mark}`;

interface Exceptions {
  readonly group?: PermissionGroup;
  readonly concluded?: readonly EnrollmentType[];
  readonly notBeforeStart?: true;
  readonly features?: readonly string[];
  /** Even an account administrator must be granted it, through an override. */
  readonly offForAdmins?: true;
  /** An account administrator can't lose it, so that nobody locks himself out of his own account. */
  readonly lockedForAdmins?: true;
}

function spec(
  scope: PermissionScope,
  label: string,
  marks: Marks,
  { offForAdmins, lockedForAdmins, ...exceptions }: Exceptions,
): PermissionSpec {
  const marked = (wanted: string) =>
    enrollmentTypes.filter((_, column) => wanted.includes(marks.charAt(column)));
  return {
    label,
    scope,
    availableTo: [
      ...marked('+-'),
      ...(lockedForAdmins ? [] : ['AccountAdmin' as const]),
      'AccountMembership',
    ],
    trueFor: [...marked('+'), ...(offForAdmins ? [] : ['AccountAdmin' as const])],
    concluded: [],
    notBeforeStart: false,
    features: [],
    ...exceptions,
  };
}

const course = (label: string, marks: Marks, exceptions: Exceptions = {}) =>
  spec('course', label, marks, exceptions);
/** Not for enrollments, though in force inside the courses of the account. */
const adminsInCourses = (label: string, exceptions: Exceptions = {}) => course(label, '.....', exceptions);
const account = (label: string, exceptions: Exceptions = {}) => spec('account', label, '.....', exceptions);
const root = (label: string, exceptions: Exceptions = {}) => spec('root account', label, '.....', exceptions);
const siteAdmin = (label: string, exceptions: Exceptions = {}) =>
  spec('site admin', label, '.....', exceptions);

const everyone = enrollmentTypes;
const graders = ['TeacherEnrollment', 'TaEnrollment'] as const;
const staff = ['TeacherEnrollment', 'TaEnrollment', 'DesignerEnrollment'] as const;

/**
 * Every permission of Canvas's registry, in its order.
 *
 * The marks of a course permission are one column an enrollment type, Student, TA, Designer, Teacher, Observer:
 * `+` on by default, `-` off until granted, `.` never. Account administrators have everything that no exception
 * takes from them; custom account roles start with nothing.
 */
export const permissions = {
  become_user: root('Users - act as'),
  import_sis: root('SIS Data - import'),
  create_access_tokens: root('Access Tokens - create / update', {
    group: 'users_manage_access_tokens',
    features: ['admin_manage_access_tokens'],
  }),
  delete_access_tokens: root('Access Tokens - delete', {
    group: 'users_manage_access_tokens',
    features: ['student_access_token_management', 'admin_manage_access_tokens'],
  }),
  view_user_generated_access_tokens: root('Manually Generated Access Tokens - view', {
    group: 'users_manage_access_tokens',
    features: ['student_access_token_management'],
  }),
  manage_account_memberships: account('Admins - add / remove', { lockedForAdmins: true }),
  manage_account_settings: account('Account-level settings - manage', { lockedForAdmins: true }),
  manage_alerts: account('Global Announcements - add / edit / delete'),
  manage_catalog: account('Catalog - manage', { features: ['catalog_enabled'] }),
  manage_courses_admin: account('Courses - manage / update', { group: 'manage_courses' }),
  manage_courses_add: account('Courses - add', { group: 'manage_courses' }),
  manage_courses_publish: course('Courses - publish', '.-++.', { group: 'manage_courses' }),
  manage_courses_conclude: course('Courses - conclude', '.-++.', { group: 'manage_courses' }),
  manage_courses_reset: course('Courses - reset', '..--.', { group: 'manage_courses' }),
  manage_courses_delete: course('Courses - delete', '..--.', { group: 'manage_courses' }),
  undelete_courses: account('Courses - undelete'),
  view_archived_courses: course('Courses - view archived', '..--.', {
    group: 'manage_courses',
    features: ['course_archival'],
  }),
  // The trailing blank of this label and the next is Canvas's.
  manage_data_services: account('Data Services - manage '),
  manage_course_visibility: course('Courses - change visibility', '.+++.'),
  manage_developer_keys: account('Developer Keys - manage '),
  moderate_user_content: account('Users - moderate content'),
  view_feature_flags: adminsInCourses('Feature Options - view'),
  manage_feature_flags: adminsInCourses('Feature Options - enable / disable'),
  manage_frozen_assignments: adminsInCourses('Manage (edit / delete) frozen assignments', {
    features: ['assignment_freezer'],
  }),
  manage_global_outcomes: siteAdmin('Manage global learning outcomes'),
  manage_jobs: siteAdmin('Manage background jobs'),
  manage_lti_registrations: account('LTI Registrations - Manage', { features: ['lti_registrations_page'] }),
  manage_release_notes: siteAdmin('Manage release notes'),
  manage_master_courses: account('Blueprint Courses - add / edit / associate / delete'),
  manage_role_overrides: account('Permissions - manage', { lockedForAdmins: true }),
  manage_storage_quotas: account('Storage Quotas - manage'),
  manage_sis: root('SIS Data - manage'),
  manage_site_settings: siteAdmin('Manage site-wide and plugin settings'),
  manage_rate_limiting: siteAdmin('Account - Rate Limiting', {
    features: ['api_rate_limits'],
    offForAdmins: true,
  }),
  manage_internal_settings: siteAdmin('Manage environment-wide internal settings'),
  manage_user_logins: root('Users - manage login details'),
  manage_dsr_requests: root('Users - create DSR export', { features: ['enable_dsr_requests'] }),
  manage_user_observers: root('Users - manage observers'),
  read_course_content: adminsInCourses('Course Content - view'),
  read_course_list: account('Courses - view list'),
  read_messages: siteAdmin('View notifications sent to users'),
  reset_any_mfa: root('Reset Multi-Factor Authentication', { features: ['mfa'] }),
  view_course_changes: root('Courses - view change logs'),
  view_error_reports: siteAdmin('View error reports'),
  view_grade_changes: account('Grades - view change logs'),
  view_jobs: siteAdmin('View background jobs'),
  view_notifications: account('Notifications - view', {
    features: ['admins_can_view_notifications'],
    offForAdmins: true,
  }),
  view_statistics: account('Statistics - view'),
  create_collaborations: course('Student Collaborations - create', '++++-'),
  create_conferences: course('Web Conferences - create', '++++-'),
  create_forum: course('Discussions - create', '++++-', { notBeforeStart: true }),
  generate_observer_pairing_code: course('Users - generate observer pairing codes for students', '.----'),
  import_outcomes: course('Learning Outcomes - import', '.-++-'),
  manage_lti_add: course('LTI - add', '.+++.', { group: 'manage_lti' }),
  manage_lti_edit: course('LTI - edit', '.+++.', { group: 'manage_lti' }),
  manage_lti_delete: course('LTI - delete', '.+++.', { group: 'manage_lti' }),
  allow_course_admin_actions: course('Users - allow administrative actions in courses', '.--+.'),
  add_teacher_to_course: course('Teachers - add', '.--+.', { group: 'manage_course_teacher_enrollments' }),
  remove_teacher_from_course: course('Teachers - remove', '.--+.', {
    group: 'manage_course_teacher_enrollments',
  }),
  add_ta_to_course: course('TAs - add', '.--+.', { group: 'manage_course_ta_enrollments' }),
  remove_ta_from_course: course('TAs - remove', '.--+.', { group: 'manage_course_ta_enrollments' }),
  add_observer_to_course: course('Observers - add', '.+++.', { group: 'manage_course_observer_enrollments' }),
  remove_observer_from_course: course('Observers - remove', '.+++.', {
    group: 'manage_course_observer_enrollments',
  }),
  add_designer_to_course: course('Designers - add', '.--+.', { group: 'manage_course_designer_enrollments' }),
  remove_designer_from_course: course('Designers - remove', '.--+.', {
    group: 'manage_course_designer_enrollments',
  }),
  manage_assignments_add: course('Assignments and Quizzes - add', '.+++-', {
    group: 'manage_assignments_and_quizzes',
  }),
  manage_assignments_edit: course('Assignments and Quizzes - edit', '.+++-', {
    group: 'manage_assignments_and_quizzes',
  }),
  manage_assignments_delete: course('Assignments and Quizzes - delete', '.+++-', {
    group: 'manage_assignments_and_quizzes',
  }),
  manage_account_calendar_visibility: account('Account Calendars - change visibility', {
    group: 'manage_account_calendar',
  }),
  manage_account_calendar_events: account('Account Calendars - add / edit / delete events', {
    group: 'manage_account_calendar',
  }),
  manage_calendar: course('Course Calendar - add / edit / delete', '-+++-'),
  manage_course_content_add: course('Course Content - add', '.+++-', { group: 'manage_course_content' }),
  manage_course_content_edit: course('Course Content - edit', '.+++-', { group: 'manage_course_content' }),
  manage_course_content_delete: course('Course Content - delete', '.+++-', {
    group: 'manage_course_content',
  }),
  add_course_template: account('Course Templates - create', { group: 'manage_course_templates' }),
  edit_course_template: account('Course Templates - edit', { group: 'manage_course_templates' }),
  delete_course_template: account('Course Templates - delete', { group: 'manage_course_templates' }),
  manage_account_banks: course('Item Banks - manage account', '..--.'),
  share_banks_with_subaccounts: course('Item Banks - share with subaccounts', '.---.', {
    features: ['new_quizzes_subaccount_sharing_permission'],
  }),
  manage_files_add: course('Course Files - add', '.+++-', { group: 'manage_files' }),
  manage_files_edit: course('Course Files - edit', '.+++-', { group: 'manage_files' }),
  manage_files_delete: course('Course Files - delete', '.+++-', { group: 'manage_files' }),
  manage_grades: course('Grades - edit', '.+.+.'),
  manage_groups_add: course('Groups - add', '.+++.', { group: 'manage_groups' }),
  manage_groups_manage: course('Groups - manage', '.+++.', { group: 'manage_groups' }),
  manage_groups_delete: course('Groups - delete', '.+++.', { group: 'manage_groups' }),
  manage_tags_add: course('Differentiation Tags - add', '.--+.', {
    group: 'manage_differentiation_tags',
    features: ['allow_assign_to_differentiation_tags'],
  }),
  manage_tags_manage: course('Differentiation Tags - manage', '.--+.', {
    group: 'manage_differentiation_tags',
    features: ['allow_assign_to_differentiation_tags'],
  }),
  manage_tags_delete: course('Differentiation Tags - delete', '.--+.', {
    group: 'manage_differentiation_tags',
    features: ['allow_assign_to_differentiation_tags'],
  }),
  manage_interaction_alerts: course('Alerts - add / edit / delete', '.-.+.'),
  manage_outcomes: course('Learning Outcomes - add / edit / delete', '--++-'),
  manage_proficiency_calculations: course('Outcome Proficiency Calculations - add / edit', '..--.'),
  manage_proficiency_scales: course('Outcome Mastery Scales - add / edit', '..--.'),
  manage_sections_add: course('Course Sections - add', '.-++.', { group: 'manage_sections' }),
  manage_sections_edit: course('Course Sections - edit', '.-++.', { group: 'manage_sections' }),
  manage_sections_delete: course('Course Sections - delete', '.-++.', { group: 'manage_sections' }),
  manage_students: course('Users - manage students in courses', '.+++.'),
  add_student_to_course: course('Students - add', '.+++.', { group: 'manage_course_student_enrollments' }),
  remove_student_from_course: course('Students - remove', '.+++.', {
    group: 'manage_course_student_enrollments',
  }),
  temporary_enrollments_add: account('Temporary Enrollments - add', {
    group: 'manage_temporary_enrollments',
    features: ['temporary_enrollments'],
  }),
  temporary_enrollments_edit: account('Temporary Enrollments - edit', {
    group: 'manage_temporary_enrollments',
    features: ['temporary_enrollments'],
  }),
  temporary_enrollments_delete: account('Temporary Enrollments - delete', {
    group: 'manage_temporary_enrollments',
    features: ['temporary_enrollments'],
  }),
  manage_rubrics: course('Rubrics - add / edit / delete', '.+++.'),
  manage_wiki_create: course('Pages - create', '.+++-', { group: 'manage_wiki' }),
  manage_wiki_update: course('Pages - update', '.+++-', { group: 'manage_wiki' }),
  manage_wiki_delete: course('Pages - delete', '.+++-', { group: 'manage_wiki' }),
  moderate_forum: course('Discussions - moderate', '-+++-'),
  new_quizzes_view_ip_address: adminsInCourses('New Quizzes - view IP address'),
  post_to_forum: course('Discussions - post', '++++-', { notBeforeStart: true, concluded: graders }),
  proxy_assignment_submission: course('Submission - Submit on behalf of student', '.-.-.', {
    features: ['proxy_file_uploads'],
    offForAdmins: true,
  }),
  read_announcements: course('Announcements - view', '+++++', { concluded: everyone }),
  read_email_addresses: course('Users - view primary email address', '-+-+-', { concluded: graders }),
  read_forum: course('Discussions - view', '+++++', { concluded: everyone }),
  read_question_banks: course('Question banks - view and link', '.+++-', { concluded: everyone }),
  read_reports: course('Reports - manage', '.+++.'),
  read_roster: course('Users - view list', '++++-', { concluded: staff }),
  read_sis: course('SIS Data - read', '--.+.', { concluded: graders }),
  select_final_grade: course('Grades - select final grade for moderation', '.+.+.'),
  send_messages: course('Conversations - send messages to individual course members', '++++-'),
  send_messages_all: course('Conversations - send messages to entire class', '-+++-'),
  view_audit_trail: course('Grades - view audit trail', '...-.'),
  view_all_grades: course('Grades - view all grades', '.+-+.', { concluded: everyone }),
  view_group_pages: course('Groups - view all student groups', '-+++-', { concluded: everyone }),
  view_quiz_answer_audits: adminsInCourses('Quizzes - view submission log', {
    features: ['quiz_log_auditing'],
  }),
  view_user_logins: course('Users - view login IDs', '.+.+.', { concluded: graders }),
  view_admin_analytics: account('Admin Analytics - view and export data', {
    features: ['admin_analytics_view_permission'],
  }),
  view_analytics_hub: account('Analytics Hub', { features: ['analytics_hub'] }),
  view_ask_questions_analytics: account('Ask Your Data', {
    group: 'view_advanced_analytics',
    features: ['advanced_analytics_ask_questions'],
  }),
  manage_ask_questions_analytics_context: account('Ask Your Data - Context Library', {
    group: 'view_advanced_analytics',
    features: ['advanced_analytics_ask_questions'],
  }),
  view_students_in_need: account('Students in Need of Attention', {
    group: 'view_advanced_analytics',
    features: ['k20_students_in_need_of_attention'],
  }),
  view_students_in_need_in_course: course(
    'Intelligent Insights - Students in Need of Attention - Course Level',
    '.-.+.',
    { features: ['k20_students_in_need_of_attention'] },
  ),
  view_course_readiness: account('Course Readiness', {
    group: 'view_advanced_analytics',
    features: ['k20_course_readiness'],
  }),
  view_title_iv_financial_aid_report: account('Financial Aid Compliance', {
    group: 'view_advanced_analytics',
    features: ['title_iv_financial_aid_report'],
  }),
  view_rsi_report: account('Regular and Substantive Interaction', {
    group: 'view_advanced_analytics',
    features: ['intelligent_insights_rsi_report'],
  }),
  access_ignite_agent: account('Ignite Agent - access', { features: ['ignite_agent_enabled'] }),
  manage_impact: root('Impact - Manage'),
  block_editor_template_editor: course('Block Editor Templates - edit', '..--.', {
    features: ['block_template_editor'],
  }),
  block_editor_global_template_editor: course('Block Editor Global Templates - edit', '..--.', {
    features: ['block_template_editor'],
  }),
  new_quizzes_multiple_session_detection: course('New Quizzes - view multi session information', '...-.'),
  manage_users_in_bulk: adminsInCourses('Bulk actions - people page', {
    features: ['horizon_bulk_api_permission'],
  }),
} satisfies Record<string, PermissionSpec>;

export type Permission = keyof typeof permissions;

export const permissionKeys = Object.keys(permissions) as Permission[];

export const isPermission = (key: string): key is Permission => Object.hasOwn(permissions, key);

export const groupMembers = (group: PermissionGroup): Permission[] =>
  permissionKeys.filter((key) => permissions[key].group === group);

export const groupOf = (key: Permission): PermissionGroupSpec | undefined => {
  const group = permissions[key].group;
  return group && permissionGroups[group];
};

/** Features are what is switched on in the institution; a permission without any needs none. */
export const isAllowed = (key: Permission, features: ReadonlySet<string>): boolean => {
  const needed = permissions[key].features;
  return needed.length === 0 || needed.some((feature) => features.has(feature));
};

/** The permissions that an account's lists and roles show, in Canvas's order. */
export function permissionsListedAt(
  account: 'site admin' | 'root account' | 'sub-account',
  features: ReadonlySet<string>,
): Permission[] {
  // Site Admin is itself a root account.
  const absent: readonly PermissionScope[] = {
    'site admin': [],
    'root account': ['site admin' as const],
    'sub-account': ['site admin' as const, 'root account' as const],
  }[account];
  return permissionKeys.filter((key) => !absent.includes(permissions[key].scope) && isAllowed(key, features));
}
