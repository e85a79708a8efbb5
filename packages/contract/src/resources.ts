/**
 * Which documentation page describes which paths. The first line that fits decides.
 * `*` stands for one segment, `/**` for any rest, `(a|b)` for alternatives; `/api/v1/` is left out. A pattern may
 * begin with a method.
 */
const pages: readonly (readonly [resource: string, ...patterns: string[]])[] = [
  // Standards outside /api/v1 and products with pages of their own
  ['Accounts (LTI)', '/api/lti/accounts/**'],
  ['Originality Reports', '/api/lti/assignments/*/(files|submissions)/*/originality_report/**'],
  ['Plagiarism Detection Submissions', '/api/lti/assignments/*/submissions/**'],
  ['Plagiarism Detection Platform Assignments', '/api/lti/assignments/*'],
  ['Plagiarism Detection Platform Users', '/api/lti/groups/*/users', '/api/lti/users/*'],
  ['Result', '/api/lti/courses/*/line_items/*/results/**'],
  ['Score', '/api/lti/courses/*/line_items/*/scores'],
  ['Line Items', '/api/lti/courses/*/line_items/**'],
  ['Names and Role', '/api/lti/(courses|groups)/*/names_and_roles'],
  ['Progress', '/api/lti/courses/*/progress/*', 'progress/**'],
  ['Public JWK', '/api/lti/developer_key/update_public_jwk'],
  ['Notice Handlers', '/api/lti/notice-handlers/**'],
  ['Webhooks Subscriptions for Plagiarism Platform', '/api/lti/subscriptions/**'],
  ['Sandboxes', '/api/lti/uuid_map'],
  [
    'New Quizzes Accommodations',
    '/api/quiz/v1/courses/*/accommodations',
    '/api/quiz/v1/courses/*/quizzes/*/accommodations',
  ],
  ['New Quizzes Reports', '/api/quiz/v1/courses/*/quizzes/*/reports'],
  ['New Quiz Items', '/api/quiz/v1/courses/*/quizzes/*/items/**'],
  ['New Quizzes', '/api/quiz/v1/**'],
  ['SIS Integration', '/api/sis/**'],

  // Pages that stand in several contexts
  ['Analytics', '*/*/analytics/**'],
  ['Announcement External Feeds', '*/*/external_feeds/**'],
  ['Blackout Dates', '*/*/blackout_dates/**'],
  ['Brand Configs', 'brand_variables', '*/*/brand_variables'],
  ['Collaborations', 'collaborations/**', '*/*/collaborations', '*/*/potential_collaborators'],
  ['Conferences', 'conferences', '*/*/conferences'],
  ['Content Exports', '*/*/content_exports/**'],
  ['Content Migrations', '*/*/content_migrations/**'],
  ['Content Security Policy Settings', '*/*/csp_settings/**'],
  ['Content Shares', '*/*/content_shares/**'],
  ['Discussion Topics', '*/*/discussion_topics/(reorder|read_all)', '*/*/discussion_topics'],
  ['Learning Object Dates', '*/*/*/*/date_details'],
  ['Discussion Topics', '*/*/discussion_topics/**'],
  ['ePub Exports', 'epub_exports', '*/*/epub_exports/**'],
  ['External Tools', 'external_tools/**', '*/*/external_tools/**'],
  ['Feature Flags', 'features/**', '*/*/features/**'],
  ['Grading Periods', '*/*/grading_periods/**'],
  ['Grading Standards', '*/*/grading_standards/**'],
  ['LTI Launch Definitions', '*/*/lti_apps/**'],
  ['Media Objects', 'media_(objects|attachments)/**', '*/*/media_(objects|attachments)'],
  ['Outcome Groups', '*/*/(outcome_groups|outcome_group_links|root_outcome_group)/**', 'global/**'],
  ['Outcome Imports', '*/*/outcome_imports/**'],
  ['Pages', '*/*/(pages|front_page)/**'],
  ['Proficiency Ratings', '*/*/outcome_proficiency'],
  ['Rubrics', 'rubrics/**', '*/*/(rubrics|rubric_associations)/**'],
  ['Tabs', '*/*/tabs/**'],
  ['Courses', 'POST courses/*/files'],
  ['Groups', 'POST groups/*/files'],
  ['Users', 'POST users/*/files'],
  ['Files', '(files|folders)/**', '*/*/(files|folders|usage_rights|content_licenses)/**'],

  // Assignments, submissions, grading
  ['Announcements', 'announcements'],
  ['Assignment Extensions', 'courses/*/assignments/*/extensions'],
  ['Assignment Groups', 'courses/*/assignment_groups', 'courses/*/assignment_groups/*'],
  [
    'Moderated Grading',
    'courses/*/assignments/*/(moderated_students|provisional_grades|anonymous_provisional_grades)/**',
  ],
  [
    'Peer Reviews',
    '*/*/assignments/*/(peer_reviews|allocate)',
    '*/*/assignments/*/submissions/*/peer_reviews',
  ],
  ['Submission Comments', 'courses/*/assignments/*/submissions/*/comments/**'],
  [
    'Submissions',
    '*/*/assignments/*/(submissions|anonymous_submissions|submission_summary|gradeable_students)/**',
    '*/*/assignments/gradeable_students',
    '*/*/submissions/**',
    '*/*/students/submissions',
  ],
  ['What If Grades', 'submissions/*/what_if_grades', 'courses/*/what_if_grades/reset'],
  [
    'Assignments',
    '(courses|sections|groups)/*/assignments/**',
    'courses/*/assignment_groups/*/assignments',
    'users/*/courses/*/assignments',
  ],
  ['Custom Gradebook Columns', 'courses/*/(custom_gradebook_columns|custom_gradebook_column_data)/**'],
  ['Gradebook History', 'courses/*/gradebook_history/**'],
  ['Late Policy', 'courses/*/late_policy'],
  ['LiveAssessments', 'courses/*/live_assessments/**'],
  [
    'Outcome Results',
    'courses/*/(outcome_results|outcome_rollups|assign_outcome_order|outcomes)/**',
    'enqueue_outcome_rollup_calculation',
  ],
  ['Outcomes', 'outcomes/*', 'courses/*/outcome_alignments'],

  // Classic quizzes
  ['Course Quiz Extensions', 'courses/*/quiz_extensions'],
  ['Quiz Assignment Overrides', 'courses/*/(quizzes|new_quizzes)/assignment_overrides'],
  ['Quiz Extensions', 'courses/*/quizzes/*/extensions'],
  ['Quiz IP Filters', 'courses/*/quizzes/*/ip_filters'],
  ['Quiz Question Groups', 'courses/*/quizzes/*/groups/**'],
  ['Quiz Questions', 'courses/*/quizzes/*/questions/**'],
  ['Quiz Reports', 'courses/*/quizzes/*/reports/**'],
  ['Quiz Statistics', 'courses/*/quizzes/*/statistics'],
  ['Quiz Submission Events', 'courses/*/quizzes/*/submissions/*/events'],
  ['Quiz Submission Files', 'courses/*/quizzes/*/submissions/self/files'],
  ['Quiz Submission Questions', 'quiz_submissions/*/questions/**'],
  ['Quiz Submission User List', 'courses/*/quizzes/*/submission_users/message'],
  ['Quiz Submissions', 'courses/*/quizzes/*/(submission|submissions)/**'],
  ['Quizzes', 'courses/*/quizzes/**'],

  // What belongs to a course
  ['AI Conversations', 'courses/*/ai_experiences/*/conversations/**'],
  ['AI Experiences', 'courses/*/ai_experiences/**'],
  ['BlockEditorTemplate', 'courses/*/block_editor_templates'],
  ['Blueprint Courses', 'courses/*/(blueprint_templates|blueprint_subscriptions)/**'],
  ['Calendar Events', 'calendar_events/**', '*/*/calendar_events/**'],
  ['Course Pace', 'courses/*/course_pacing/**'],
  ['Course Reports', 'courses/*/reports/**'],
  [
    'Enrollments',
    '*/*/enrollments/**',
    'accounts/*/bulk_enrollment',
    'courses/*/users/*/last_attended',
    'users/*/temporary_enrollment_status',
  ],
  ['Groups', 'courses/*/bulk_user_tags'],
  ['LTI Resource Links', 'courses/*/lti_resource_links/**'],
  ['Modules', 'courses/*/(modules|module_item_sequence)/**'],
  ['Sections', 'sections/**', 'courses/*/sections/**'],
  ['Smart Search', 'courses/*/smartsearch'],
  ['Group Categories', 'group_categories/**', '*/*/group_categories/**'],
  ['Groups', 'groups/**', '(accounts|courses)/*/groups', 'users/self/groups'],

  // What belongs to an account
  ['Account Calendars', 'account_calendars/**', 'accounts/*/(account_calendars|visible_calendars_count)'],
  ['Account Domain Lookups', 'accounts/search'],
  [
    'Account Notifications',
    'accounts/*/account_notifications/**',
    'accounts/*/users/*/account_notifications/**',
  ],
  ['Account Reports', 'accounts/*/reports/**'],
  ['Admins', 'accounts/*/admins/**'],
  ['API Token Scopes', 'accounts/*/scopes'],
  ['Authentication Providers', 'accounts/*/(authentication_providers|sso_settings)/**'],
  ['Developer Key Account Bindings', 'accounts/*/developer_keys/*/developer_key_account_bindings'],
  ['Developer Keys', 'developer_keys/**', 'accounts/*/developer_keys'],
  ['Enrollment Terms', 'accounts/*/terms/**'],
  ['Grading Period Sets', 'accounts/*/grading_period_sets/**'],
  ['Logins', 'accounts/*/logins/**', 'users/*/logins/**', 'users/reset_password'],
  ['LTI Registrations', 'accounts/*/(lti_registrations|lti_registration_by_client_id)/**'],
  ['Roles', 'accounts/*/roles/**', 'permissions/**'],
  ['Shared Brand Configs', 'shared_brand_configs/**', 'accounts/*/shared_brand_configs/**'],
  ['SIS Import Errors', 'accounts/*/sis_import_errors', 'accounts/*/sis_imports/*/errors'],
  ['SIS Imports', 'accounts/*/sis_imports/**'],
  ['Temporary Enrollment Pairings', 'accounts/*/temporary_enrollment_pairings/**'],

  // What belongs to a user
  ['Access Tokens', 'users/*/(tokens|user_generated_tokens)/**'],
  ['Bookmarks', 'users/self/bookmarks/**'],
  [
    'Notification Preferences',
    'users/*/communication_channels/**/(notification_preferences|notification_preference_categories)/**',
  ],
  ['Communication Channels', 'users/*/communication_channels/**'],
  ['ePortfolios', 'eportfolios/**', 'users/*/eportfolios'],
  ['Favorites', 'users/self/favorites/**'],
  ['History', 'users/*/history'],
  ['Planner', '(planner|planner_notes)/**', 'users/*/planner/items'],
  ['User Observees', 'users/*/(observees|observers|observer_pairing_codes)/**'],

  // Alone at the top
  ['Appointment Groups', 'appointment_groups/**'],
  ['Authentications Log', 'audit/authentication/**'],
  ['Canvas Career Experiences', 'career/**'],
  ['CommMessages', 'comm_messages'],
  ['Conversations', 'conversations/**'],
  ['Course Audit log', 'audit/course/**'],
  ['Error Reports', 'error_reports'],
  ['Grade Change Log', 'audit/grade_change/**'],
  ['InstAccess tokens', 'inst_access_tokens'],
  ['JWTs', 'jwts/**'],
  ['PollChoices', 'polls/*/poll_choices/**'],
  ['PollSubmissions', 'polls/*/poll_sessions/*/poll_submissions/**'],
  ['Poll Sessions', 'poll_sessions/**', 'polls/*/poll_sessions/**'],
  ['Polls', 'polls/**'],
  ['Search', 'search/**'],
  ['Services', 'services/**'],

  // The large pages take what no other page describes
  ['Users', '(GET|POST) accounts/*/users', 'accounts/*/self_registration', 'users/**'],
  ['Courses', '(POST|PUT) accounts/*/courses', 'accounts/*/courses/*', 'courses/**'],
  ['Accounts', 'accounts/**', '*_accounts', 'manually_created_courses_account', 'settings/environment'],
];

const rules = pages.flatMap(([resource, ...patterns]) =>
  patterns.map((pattern) => ({ resource, expression: expressionOf(pattern) })),
);

/** The headings of Canvas's documentation that hold operations, in alphabetical order. */
export const resources: readonly string[] = [...new Set(pages.map(([resource]) => resource))].sort((a, b) =>
  a.localeCompare(b, 'en'),
);

/**
 * The heading under which Canvas documents an operation (`GET /api/v1/courses/{id}` → `Courses`).
 * @throws Error for an operation that no rule covers
 */
export function resourceOf(id: string): string {
  const rule = rules.find(({ expression }) => expression.test(id));
  if (!rule) throw new Error(`No documentation page for ${id}`);
  return rule.resource;
}

function expressionOf(pattern: string): RegExp {
  const [path = '', method = '[A-Z]+'] = pattern.split(' ').reverse();
  const source = (path.startsWith('/') ? path : `/api/v1/${path}`)
    .replaceAll('/**', '<rest>')
    .replaceAll('*', '[^/]+')
    .replaceAll('<rest>', '(/.+)?');
  return new RegExp(`^${method} ${source}$`);
}
