import type { Correction } from '../corrections.ts';
import { flag, integer, oneOf, someOf, text, texts, time } from './params.ts';

const courses = 'app/controllers/courses_controller.rb';
const section3 = 'semantics/accounts_terms_courses.md 3';

/** Attributes of a course that create and update permit without documenting them. */
const silentAttributes = Object.fromEntries(
  Object.entries({
    account_id: text,
    allow_final_grade_override: flag,
    allow_student_discussion_editing: flag,
    allow_student_discussion_topics: flag,
    allow_student_organized_groups: flag,
    conclude_at: time,
    conditional_release: flag,
    course_color: text,
    default_due_time: text,
    default_wiki_editing_roles: text,
    enable_course_paces: flag,
    enable_offline_web_export: flag,
    enrollment_term_id: text,
    filter_speed_grader_by_student_group: flag,
    friendly_name: text,
    grading_standard_enabled: flag,
    group_weighting_scheme: text,
    hide_distribution_graphs: flag,
    hide_sections_on_course_users_page: flag,
    home_page_announcement_limit: integer,
    homeroom_course: flag,
    homeroom_course_id: text,
    indexed: flag,
    locale: text,
    lock_all_announcements: flag,
    organize_epub_by_content_type: flag,
    restrict_quantitative_data: flag,
    restrict_student_future_view: flag,
    restrict_student_past_view: flag,
    show_announcements_on_home_page: flag,
    show_total_grade_as_points: flag,
    storage_quota: integer,
    storage_quota_mb: integer,
    syllabus_course_summary: flag,
    sync_enrollments_from_homeroom: flag,
    template: flag,
    term_id: text,
    turnitin_comments: text,
    usage_rights_required: flag,
  }).map(([name, param]) => [`course[${name}]`, param]),
);

const listFilters = {
  account_id: text,
  current_domain_only: flag,
  enrollment_role: text,
  enrollment_role_id: integer,
  enrollment_type: oneOf('teacher', 'student', 'ta', 'observer', 'designer'),
  exclude_blueprint_courses: flag,
  homeroom: flag,
  observed_user_id: text,
  root_account_id: text,
  teacher_limit: integer,
};

const inboxFilters = { asset_type: text, context_code: text, submission_user_id: text };

export const courseCorrections: readonly Correction[] = [
  {
    operations: ['GET /api/v1/courses', 'GET /api/v1/users/{user_id}/courses'],
    because: 'Both lists take the same filters; each documents some.',
    source: `${section3}.3; ${courses} courses_for_user`,
    params: listFilters,
  },
  {
    operations: ['POST /api/v1/accounts/{account_id}/courses'],
    because: 'Terms may be named in two ways and by SIS id; more attributes are permitted than documented.',
    source: `${section3}.4; ${courses} create, course_params`,
    params: silentAttributes,
  },
  {
    operations: ['POST /api/v1/accounts/{account_id}/courses'],
    because: 'enroll_me must be the text "true"; "1" or "yes" do not count.',
    source: `semantics/conventions.md 2.1; ${courses} create`,
    params: { enroll_me: text },
  },
  {
    operations: ['PUT /api/v1/courses/{id}'],
    because:
      'The attributes of create, visibility, the banner image, and restrictions keyed by what they restrict.',
    source: `${section3}.5, 3.8; ${courses} update`,
    params: {
      ...silentAttributes,
      'course[banner_image_id]': integer,
      'course[banner_image_url]': text,
      'course[blueprint_restrictions]': null,
      'course[blueprint_restrictions][<restriction>]': flag,
      'course[blueprint_restrictions_by_object_type]': null,
      'course[blueprint_restrictions_by_object_type][<object_type>][<restriction>]': flag,
      'course[course_visibility]': oneOf('course', 'institution', 'public'),
      'course[custom_course_visibility]': flag,
      'course[files_visibility_option]': text,
      'course[syllabus_visibility_option]': text,
      update_default_pages: flag,
    },
    returns: 'Course',
  },
  {
    operations: ['DELETE /api/v1/courses/{id}'],
    because: 'Answers {"delete":true} or {"conclude":true}.',
    source: `${section3}.6`,
    returns: '{ delete?: boolean; conclude?: boolean }',
  },
  {
    operations: ['PUT /api/v1/courses/{course_id}/settings'],
    because: 'More settings are permitted than documented.',
    source: `${section3}.6; ${courses} update_settings`,
    params: {
      course_color: text,
      enable_course_paces: flag,
      friendly_name: text,
      homeroom_course: flag,
      homeroom_course_id: text,
      restrict_quantitative_data: flag,
      show_total_grade_as_points: flag,
      sync_enrollments_from_homeroom: flag,
    },
  },
  {
    operations: ['GET /api/v1/courses/{course_id}/users', 'GET /api/v1/courses/{course_id}/search_users'],
    because:
      'limit is an old name of per_page; inactive users and UUIDs can be asked for; ids may come with commas.',
    source: `${section3}.7; ${courses} users`,
    params: { include_inactive: flag, limit: integer, user_ids: texts, user_uuids: texts },
  },
  {
    operations: ['GET /api/v1/courses/{course_id}/users/{id}'],
    because: 'Takes the includes of the list.',
    source: `${section3}.7; ${courses} user`,
    params: { include: texts },
  },
  {
    operations: ['GET /api/v1/courses/{course_id}/students'],
    because: 'Deprecated in words only, and kept because it is not paged.',
    source: `${section3}.7; ${courses} students`,
    deprecated: true,
    paginated: false,
  },
  {
    operations: [
      'GET /api/v1/courses/{course_id}/course_copy/{id}',
      'POST /api/v1/courses/{course_id}/course_copy',
    ],
    because: 'Deprecated in words only, for content migrations.',
    source: 'app/controllers/content_imports_controller.rb',
    deprecated: true,
  },
  {
    operations: ['GET /api/v1/courses/{course_id}/sections'],
    because: 'all returns the list unpaged.',
    source: 'app/controllers/sections_controller.rb index',
    params: { all: text },
  },
  {
    operations: [
      'GET /api/v1/users/self/activity_stream',
      'GET /api/v1/users/activity_stream',
      'GET /api/v1/courses/{course_id}/activity_stream',
      'GET /api/v1/groups/{group_id}/activity_stream',
    ],
    because: 'Paged; the inbox narrows it by parameters that its source calls undocumented.',
    source: 'semantics/conventions.md 4; app/controllers/users_controller.rb activity_stream',
    params: inboxFilters,
    paginated: true,
  },
  {
    operations: ['GET /api/v1/courses/{course_id}/bulk_user_progress'],
    because: 'Paged, though the documentation speaks of all users.',
    source: `${courses} bulk_user_progress`,
    paginated: true,
  },
  {
    operations: ['GET /api/v1/users/self/todo', 'GET /api/v1/courses/{course_id}/todo'],
    because: 'Paged by bookmark.',
    source: 'semantics/conventions.md 4',
    paginated: true,
  },
  {
    operations: ['GET /api/v1/planner/items', 'GET /api/v1/users/{user_id}/planner/items'],
    because: 'Paged by bookmark.',
    source: 'semantics/conventions.md 4',
    paginated: true,
  },
  {
    operations: [
      'GET /api/v1/accounts/{account_id}/tabs',
      'GET /api/v1/courses/{course_id}/tabs',
      'GET /api/v1/groups/{group_id}/tabs',
      'GET /api/v1/users/{user_id}/tabs',
    ],
    because: 'All tabs at once, as objects that the documentation describes.',
    source: 'semantics/accounts_terms_courses.md 5; lib/api/v1/tab.rb',
    returns: 'Tab[]',
  },
  {
    operations: ['GET /api/v1/users/self/favorites/courses'],
    because:
      'Takes the includes of the course list, and can leave out enrollments; the whole list comes at once.',
    source: 'app/controllers/favorites_controller.rb list_favorite_courses',
    params: {
      exclude: someOf('enrollments'),
      include: texts,
      observed_user: text,
      sort: oneOf('nickname'),
    },
    paginated: false,
  },
  {
    operations: ['GET /api/v1/users/self/favorites/groups'],
    because: 'The whole list comes at once.',
    source: 'app/controllers/favorites_controller.rb list_favorite_groups',
    paginated: false,
  },
  {
    operations: ['DELETE /api/v1/users/self/favorites/courses', 'DELETE /api/v1/users/self/favorites/groups'],
    because: 'Answers {"status":"ok"}.',
    source: 'app/controllers/favorites_controller.rb reset_course_favorites',
    returns: '{ status: string }',
  },
];
