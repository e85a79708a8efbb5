/** One call of each operation that works in the demo institution, whose ids are the same wherever it is made. */
import type { OperationId, OperationSpec } from '@easel/contract';

export type ExampleFields = readonly (readonly [name: string, value: string])[];

export interface Example {
  readonly path: Readonly<Record<string, string>>;
  readonly fields: ExampleFields;
  /** The demo institution has none of what the path names: an id is made up. */
  readonly isMadeUp: boolean;
}

/** Fall 2026's BIOL 210, one of its students, and who observes her. */
const COURSE = '168';
const STUDENT = '680';
const OBSERVER = '1495';

/** Ids by the word that stands before them in a path. */
const ids: Readonly<Record<string, string>> = {
  accounts: '1',
  account_calendars: '1',
  courses: COURSE,
  sections: '267',
  users: STUDENT,
  enrollments: '6867',
  terms: '7',
  assignment_groups: '253',
  assignments: '757',
  submissions: STUDENT,
  anonymous_submissions: 'XJj2M',
  comments: '132',
  gradebook_history: '2026-09-09',
  graders: '20',
  roles: '3',
  admins: '2',
  tabs: 'people',
  pages: 'welcome',
  discussion_topics: '1',
  conversations: '1',
  entries: '1',
  revisions: '1',
  outcomes: '3',
  modules: '628',
  items: '2107',
  groups: '1',
  group_categories: '1',
  memberships: '1',
  observers: OBSERVER,
  observees: STUDENT,
  crosslist: '149',
  rubrics: '7',
  rubric_associations: '16',
  rubric_assessments: '13',
};

interface Exception {
  readonly path?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, string | readonly string[]>>;
}

const exceptions: Partial<Record<OperationId, Exception>> = {
  // Lists as people want them
  'GET /api/v1/accounts/{account_id}/courses': {
    fields: { enrollment_term_id: 'sis_term_id:fall-2026', 'include[]': ['term', 'total_students'] },
  },
  'GET /api/v1/courses/{id}': { fields: { 'include[]': ['term', 'total_students'] } },
  'GET /api/v1/accounts/{account_id}/users': { fields: { search_term: 'smith' } },
  'GET /api/v1/courses/{course_id}/users': { fields: { 'enrollment_type[]': 'teacher' } },
  'GET /api/v1/courses/{course_id}/search_users': { fields: { search_term: 'an' } },
  'GET /api/v1/courses/{course_id}/enrollments': { fields: { 'type[]': 'StudentEnrollment' } },
  'GET /api/v1/courses/{course_id}/content_share_users': { fields: { search_term: 'ada' } },
  'GET /api/v1/accounts/{account_id}/permissions': { fields: { 'permissions[]': 'manage_account_settings' } },
  'GET /api/v1/courses/{course_id}/permissions': { fields: { 'permissions[]': 'read_roster' } },

  'GET /api/v1/search/recipients': { fields: { search: 'an' } },
  'GET /api/v1/conversations/find_recipients': { fields: { search: 'an' } },
  'GET /api/v1/conversations/deleted': { fields: { user_id: STUDENT } },

  'GET /api/v1/audit/grade_change': { fields: { course_id: COURSE } },

  // Where the word before an id doesn't tell what it is
  'GET /api/v1/permissions/{context_type}/{permission}/help': {
    path: { context_type: 'Account', permission: 'manage_courses_add' },
  },
  'GET /api/v1/users/{user_id}/observees': { path: { user_id: OBSERVER } },
  'GET /api/v1/users/{user_id}/observees/{observee_id}': { path: { user_id: OBSERVER } },
  'POST /api/v1/users/{user_id}/observees': {
    path: { user_id: OBSERVER },
    fields: { 'observee[unique_id]': 'priya.sharma' },
  },
  'PUT /api/v1/users/{user_id}/observees/{observee_id}': { path: { user_id: OBSERVER } },
  'DELETE /api/v1/users/{user_id}/observees/{observee_id}': { path: { user_id: OBSERVER } },
  'GET /api/v1/users/{user_id}/tokens/{id}': { path: { user_id: 'self', id: '1' } },
  'GET /api/v1/users/{user_id}/user_generated_tokens': { path: { user_id: 'self' } },

  'GET /api/v1/users/{user_id}/content_migrations': { path: { user_id: 'self' } },
  'GET /api/v1/users/{user_id}/content_migrations/migrators': { path: { user_id: 'self' } },
  'GET /api/v1/users/{user_id}/content_exports': { path: { user_id: 'self' } },
  'POST /api/v1/users/{user_id}/content_exports': {
    path: { user_id: 'self' },
    fields: { export_type: 'zip' },
  },
  'GET /api/v1/users/{user_id}/files': { path: { user_id: 'self' } },
  'GET /api/v1/users/{user_id}/files/quota': { path: { user_id: 'self' } },
  'GET /api/v1/users/{user_id}/folders': { path: { user_id: 'self' } },
  'GET /api/v1/users/{user_id}/folders/{id}': { path: { user_id: 'self', id: 'root' } },
  'GET /api/v1/courses/{course_id}/folders/{id}': { path: { id: 'root' } },
  'GET /api/v1/groups/{group_id}/folders/{id}': { path: { id: 'root' } },

  // What has to be there first
  'PUT /api/v1/users/self/course_nicknames/{course_id}': {
    path: { course_id: COURSE },
    fields: { nickname: 'Bio' },
  },
  'GET /api/v1/users/self/course_nicknames/{course_id}': { path: { course_id: COURSE } },
  'DELETE /api/v1/users/self/course_nicknames/{course_id}': { path: { course_id: COURSE } },
  'PUT /api/v1/users/{id}/colors/{asset_string}': {
    path: { id: 'self', asset_string: `course_${COURSE}` },
    fields: { hexcode: '#0b6e6e' },
  },
  'GET /api/v1/users/{id}/colors/{asset_string}': { path: { id: 'self', asset_string: `course_${COURSE}` } },
  'PUT /api/v1/users/{user_id}/custom_data': {
    path: { user_id: 'self' },
    fields: { ns: 'edu.example.easel', data: 'anything' },
  },
  'GET /api/v1/users/{user_id}/custom_data': {
    path: { user_id: 'self' },
    fields: { ns: 'edu.example.easel' },
  },
  'DELETE /api/v1/users/{user_id}/custom_data': {
    path: { user_id: 'self' },
    fields: { ns: 'edu.example.easel' },
  },
  'PUT /api/v1/accounts/{account_id}/courses': {
    fields: { 'course_ids[]': ['145', '146'], event: 'offer' },
  },
  'POST /api/v1/courses/{course_id}/course_copy': { fields: { source_course: '148' } },
  'POST /api/v1/courses/{course_id}/content_migrations': {
    fields: { migration_type: 'course_copy_importer', 'settings[source_course_id]': '148' },
  },
  'POST /api/v1/courses/{course_id}/content_exports': { fields: { export_type: 'common_cartridge' } },
  'POST /api/v1/groups/{group_id}/content_exports': { fields: { export_type: 'zip' } },

  'GET /api/v1/courses/{course_id}/module_item_sequence': {
    fields: { asset_type: 'ModuleItem', asset_id: '2107' },
  },
  'GET /api/v1/courses/{course_id}/pages': { fields: { sort: 'title' } },
  'GET /api/v1/courses/{course_id}/modules': { fields: { 'include[]': 'items' } },

  // Assignments: the paper has another date in the section and for one group
  'GET /api/v1/courses/{course_id}/assignments': {
    fields: { bucket: 'upcoming', 'include[]': ['all_dates'] },
  },
  'PUT /api/v1/courses/{course_id}/assignments/{id}': { fields: { 'assignment[points_possible]': '12' } },
  'GET /api/v1/courses/{course_id}/assignment_groups': { fields: { 'include[]': ['assignments'] } },
  'POST /api/v1/courses/{course_id}/assignment_groups': { fields: { name: 'Labs', group_weight: '20' } },
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides': { path: { assignment_id: '763' } },
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides': {
    fields: {
      'assignment_override[student_ids][]': STUDENT,
      'assignment_override[due_at]': '2026-09-20T03:59:59Z',
    },
  },
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}': {
    path: { assignment_id: '763', id: '4' },
  },
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}': {
    path: { assignment_id: '763', id: '4' },
    fields: { 'assignment_override[due_at]': '2026-12-10T04:59:59Z' },
  },
  'DELETE /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}': {
    path: { assignment_id: '763', id: '4' },
  },
  'GET /api/v1/courses/{course_id}/assignments/overrides': {
    fields: { 'assignment_overrides[0][id]': '4', 'assignment_overrides[0][assignment_id]': '763' },
  },
  'GET /api/v1/sections/{course_section_id}/assignments/{assignment_id}/override': {
    path: { course_section_id: '267', assignment_id: '763' },
  },
  'GET /api/v1/groups/{group_id}/assignments/{assignment_id}/override': { path: { assignment_id: '763' } },

  // What was handed in and graded
  'GET /api/v1/courses/{course_id}/students/submissions': {
    fields: { 'student_ids[]': 'all', grouped: 'true', 'include[]': 'total_scores' },
  },
  'GET /api/v1/sections/{section_id}/students/submissions': {
    fields: { 'student_ids[]': 'all', workflow_state: 'graded' },
  },
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions': {
    fields: { 'include[]': ['user', 'submission_comments'] },
  },
  'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/self': {
    fields: { as_user_id: STUDENT },
  },
  'GET /api/v1/courses/{course_id}/assignments/gradeable_students': {
    fields: { 'assignment_ids[]': ['757', '758'] },
  },
  'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/{user_id}': {
    fields: { 'submission[posted_grade]': '8.5', 'comment[text_comment]': 'Good work' },
  },
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/update_grades': {
    fields: { [`grade_data[${STUDENT}][posted_grade]`]: '9' },
  },
  'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions': {
    fields: {
      'submission[submission_type]': 'online_text_entry',
      'submission[body]': '<p>My answer</p>',
      as_user_id: STUDENT,
    },
  },

  // Outcomes of the institution and of the course
  'GET /api/v1/accounts/{account_id}/outcome_groups/{id}': { path: { id: '3' } },
  'PUT /api/v1/accounts/{account_id}/outcome_groups/{id}': {
    path: { id: '3' },
    fields: { title: 'Writing' },
  },
  'DELETE /api/v1/accounts/{account_id}/outcome_groups/{id}': { path: { id: '3' } },
  'GET /api/v1/accounts/{account_id}/outcome_groups/{id}/outcomes': {
    path: { id: '3' },
    fields: { outcome_style: 'full' },
  },
  'POST /api/v1/accounts/{account_id}/outcome_groups/{id}/outcomes': {
    path: { id: '3' },
    fields: {
      title: 'Revises a draft',
      mastery_points: '3',
      'ratings[][description]': ['Meets Expectations'],
      'ratings[][points]': ['3'],
    },
  },
  'PUT /api/v1/accounts/{account_id}/outcome_groups/{id}/outcomes/{outcome_id}': {
    path: { id: '3', outcome_id: '6' },
  },
  'DELETE /api/v1/accounts/{account_id}/outcome_groups/{id}/outcomes/{outcome_id}': {
    path: { id: '3', outcome_id: '3' },
  },
  'GET /api/v1/accounts/{account_id}/outcome_groups/{id}/subgroups': { path: { id: '2' } },
  'POST /api/v1/accounts/{account_id}/outcome_groups/{id}/subgroups': {
    path: { id: '2' },
    fields: { title: 'Civic Engagement' },
  },
  'POST /api/v1/accounts/{account_id}/outcome_groups/{id}/import': {
    path: { id: '2' },
    fields: { source_outcome_group_id: '6', async: 'true' },
  },
  'GET /api/v1/courses/{course_id}/outcome_groups/{id}': { path: { id: '13' } },
  'PUT /api/v1/courses/{course_id}/outcome_groups/{id}': {
    path: { id: '13' },
    fields: { title: 'Heredity' },
  },
  'DELETE /api/v1/courses/{course_id}/outcome_groups/{id}': { path: { id: '13' } },
  'GET /api/v1/courses/{course_id}/outcome_groups/{id}/outcomes': {
    path: { id: '13' },
    fields: { outcome_style: 'full' },
  },
  'POST /api/v1/courses/{course_id}/outcome_groups/{id}/outcomes': {
    path: { id: '13' },
    fields: {
      title: 'Keeps a laboratory notebook',
      mastery_points: '3',
      'ratings[][description]': ['Meets Expectations'],
      'ratings[][points]': ['3'],
    },
  },
  'PUT /api/v1/courses/{course_id}/outcome_groups/{id}/outcomes/{outcome_id}': {
    path: { id: '13', outcome_id: '1' },
  },
  'DELETE /api/v1/courses/{course_id}/outcome_groups/{id}/outcomes/{outcome_id}': {
    path: { id: '13', outcome_id: '12' },
  },
  'GET /api/v1/courses/{course_id}/outcome_groups/{id}/subgroups': { path: { id: '12' } },
  'POST /api/v1/courses/{course_id}/outcome_groups/{id}/subgroups': {
    path: { id: '12' },
    fields: { title: 'Populations' },
  },
  'POST /api/v1/courses/{course_id}/outcome_groups/{id}/import': {
    path: { id: '12' },
    fields: { source_outcome_group_id: '6', async: 'true' },
  },
  'GET /api/v1/courses/{course_id}/outcome_alignments': { fields: { student_id: STUDENT } },
  'GET /api/v1/courses/{course_id}/outcome_results': { fields: { 'user_ids[]': STUDENT } },
  'GET /api/v1/courses/{course_id}/outcome_rollups': { fields: { 'include[]': ['outcomes', 'users'] } },
  'GET /api/v1/courses/{course_id}/outcomes/{outcome_id}/contributing_scores': { path: { outcome_id: '12' } },
  'PUT /api/v1/outcomes/{id}': { fields: { title: 'Credits sources' } },

  // Rubrics: those of the institution come after those of the courses
  'GET /api/v1/accounts/{account_id}/rubrics/{id}': { path: { id: '9' } },
  'GET /api/v1/accounts/{account_id}/rubrics/{id}/used_locations': { path: { id: '9' } },
  'GET /api/v1/courses/{course_id}/rubrics/{id}': {
    fields: { 'include[]': ['assessments', 'associations'], style: 'full' },
  },
  'POST /api/v1/courses/{course_id}/rubrics': {
    fields: {
      'rubric[title]': 'Laboratory rubric',
      'rubric[criteria][0][description]': 'Safety',
      'rubric[criteria][0][ratings][0][description]': 'No accident',
      'rubric[criteria][0][ratings][0][points]': '5',
      'rubric[criteria][0][ratings][1][description]': 'Fire',
      'rubric[criteria][0][ratings][1][points]': '0',
      'rubric_association[association_type]': 'Course',
      'rubric_association[association_id]': COURSE,
      'rubric_association[purpose]': 'bookmark',
    },
  },
  'PUT /api/v1/courses/{course_id}/rubrics/{id}': {
    fields: {
      'rubric[title]': 'Discussion rubric',
      'rubric[criteria][0][description]': 'Depth',
      'rubric[criteria][0][ratings][0][points]': '10',
    },
  },
  'POST /api/v1/courses/{course_id}/rubric_associations': {
    fields: {
      'rubric_association[rubric_id]': '7',
      'rubric_association[association_type]': 'Assignment',
      'rubric_association[association_id]': '1009',
      'rubric_association[purpose]': 'grading',
      'rubric_association[use_for_grading]': 'true',
    },
  },
  'PUT /api/v1/courses/{course_id}/rubric_associations/{id}': {
    fields: { 'rubric_association[hide_score_total]': 'true' },
  },
  'POST /api/v1/courses/{course_id}/rubric_associations/{rubric_association_id}/rubric_assessments': {
    fields: {
      'rubric_assessment[user_id]': STUDENT,
      'rubric_assessment[assessment_type]': 'grading',
      'rubric_assessment[criterion_right][points]': '6',
      'rubric_assessment[criterion_clear][comments]': 'Easy to follow',
    },
  },

  // Groups
  'GET /api/v1/courses/{course_id}/group_categories': {
    fields: { 'includes[]': ['groups_count', 'unassigned_users_count'] },
  },
  'GET /api/v1/courses/{course_id}/groups': { fields: { 'include[]': 'users' } },
  'GET /api/v1/group_categories/{group_category_id}/users': { fields: { unassigned: 'true' } },
  'POST /api/v1/courses/{course_id}/group_categories': {
    fields: { name: 'Field Trips', split_group_count: '5' },
  },
  'PUT /api/v1/group_categories/{group_category_id}': { fields: { name: 'Term Projects' } },
  'POST /api/v1/group_categories/{group_category_id}/groups': { fields: { name: 'Latecomers' } },
  'POST /api/v1/groups': { fields: { name: 'Chess', join_level: 'parent_context_auto_join' } },
  'GET /api/v1/announcements': {
    fields: { 'context_codes[]': `course_${COURSE}`, start_date: '2026-08-24', end_date: '2026-12-31' },
  },
  'GET /api/v1/courses/{course_id}/discussion_topics': { fields: { order_by: 'recent_activity' } },
  'POST /api/v1/courses/{course_id}/discussion_topics': {
    fields: { title: 'What did you expect?', message: '<p>Before you read on.</p>', published: 'true' },
  },
  'POST /api/v1/courses/{course_id}/discussion_topics/{topic_id}/entries': {
    fields: { message: '<p>I expected the opposite.</p>' },
  },
  // What the group says about its project
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}': { path: { topic_id: '7' } },
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}/view': { path: { topic_id: '7' } },
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries': { path: { topic_id: '7' } },
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entry_list': { path: { topic_id: '7' } },
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}/summaries': { path: { topic_id: '7' } },
  'GET /api/v1/groups/{group_id}/discussion_topics/{topic_id}/entries/{entry_id}/replies': {
    path: { topic_id: '7', entry_id: '457' },
  },
  'POST /api/v1/groups/{group_id}/memberships': { fields: { user_id: STUDENT } },
  'POST /api/v1/groups/{group_id}/invite': { fields: { 'invitees[]': 'ada@easel.example' } },

  // Writes
  'POST /api/v1/courses/{course_id}/pages': {
    fields: { 'wiki_page[title]': 'Laboratory Safety', 'wiki_page[body]': '<p>Wear goggles.</p>' },
  },
  'PUT /api/v1/courses/{course_id}/pages/{url_or_id}': { fields: { 'wiki_page[title]': 'Welcome Back' } },
  'PUT /api/v1/courses/{course_id}/front_page': { fields: { 'wiki_page[body]': '<p>Welcome!</p>' } },
  'POST /api/v1/courses/{course_id}/modules': { fields: { 'module[name]': 'Unit 6: Review' } },
  'PUT /api/v1/courses/{course_id}/modules/{id}': { fields: { 'module[published]': 'true' } },
  'POST /api/v1/courses/{course_id}/modules/{module_id}/items': {
    fields: { 'module_item[type]': 'Page', 'module_item[page_url]': 'welcome' },
  },
  'PUT /api/v1/courses/{course_id}/modules/{module_id}/items/{id}': {
    fields: { 'module_item[position]': '1' },
  },
  'POST /api/v1/accounts/{account_id}/courses': {
    fields: {
      'course[name]': 'Post Test',
      'course[course_code]': 'TEST 101',
      'course[term_id]': 'sis_term_id:fall-2026',
    },
  },
  'PUT /api/v1/courses/{id}': { fields: { 'course[name]': 'Genetics and Evolution' } },
  'DELETE /api/v1/courses/{id}': { fields: { event: 'conclude' } },
  'POST /api/v1/courses/{course_id}/enrollments': {
    fields: {
      'enrollment[user_id]': '900',
      'enrollment[type]': 'StudentEnrollment',
      'enrollment[enrollment_state]': 'active',
    },
  },
  'POST /api/v1/sections/{section_id}/enrollments': {
    fields: { 'enrollment[user_id]': '900', 'enrollment[type]': 'StudentEnrollment' },
  },
  'DELETE /api/v1/courses/{course_id}/enrollments/{id}': { fields: { task: 'conclude' } },
  'POST /api/v1/courses/{course_id}/sections': { fields: { 'course_section[name]': 'BIOL 210-09' } },
  'PUT /api/v1/sections/{id}': { fields: { 'course_section[name]': 'BIOL 210-01 (evening)' } },
  'POST /api/v1/accounts/{account_id}/users': {
    fields: {
      'user[name]': 'Grace Hopper',
      'pseudonym[unique_id]': 'grace.hopper',
      'pseudonym[send_confirmation]': 'false',
    },
  },
  'PUT /api/v1/users/{id}': { fields: { 'user[short_name]': 'Sam' } },
  'POST /api/v1/accounts/{account_id}/sub_accounts': { fields: { 'account[name]': 'College of Music' } },
  'PUT /api/v1/accounts/{id}': { fields: { 'account[default_time_zone]': 'Europe/Vienna' } },
  'POST /api/v1/accounts/{account_id}/terms': {
    fields: {
      'enrollment_term[name]': 'Spring 2027',
      'enrollment_term[sis_term_id]': 'spring-2027',
      'enrollment_term[start_at]': '2027-01-11T05:00:00Z',
    },
  },
  'PUT /api/v1/accounts/{account_id}/terms/{id}': { fields: { 'enrollment_term[name]': 'Autumn 2026' } },
  'POST /api/v1/accounts/{account_id}/roles': {
    fields: { label: 'Librarian', base_role_type: 'AccountMembership' },
  },
  'POST /api/v1/accounts/{account_id}/admins': { fields: { user_id: '20', role_id: '1' } },
  'POST /api/v1/users/{user_id}/tokens': {
    path: { user_id: 'self' },
    fields: { 'token[purpose]': 'Course report' },
  },
  'POST /api/v1/calendar_events': {
    fields: {
      'calendar_event[context_code]': `course_${COURSE}`,
      'calendar_event[title]': 'Field trip',
      'calendar_event[start_at]': '2026-12-01T14:00:00Z',
      'calendar_event[end_at]': '2026-12-01T16:00:00Z',
    },
  },
  'GET /api/v1/calendar_events': {
    fields: { 'context_codes[]': `course_${COURSE}`, type: 'assignment', all_events: 'true' },
  },
  'POST /api/v1/courses/{course_id}/calendar_events/timetable_events': {
    fields: {
      'events[][start_at]': '2026-12-02T14:00:00Z',
      'events[][end_at]': '2026-12-02T15:00:00Z',
      'events[][code]': 'lab-1',
    },
  },
  'POST /api/v1/courses/{course_id}/calendar_events/timetable': {
    fields: {
      'timetables[all][][weekdays]': 'Mon,Wed',
      'timetables[all][][start_time]': '9:00 am',
      'timetables[all][][end_time]': '9:50 am',
    },
  },
  'POST /api/v1/appointment_groups': {
    fields: {
      'appointment_group[context_codes][]': `course_${COURSE}`,
      'appointment_group[title]': 'Office hours',
      'appointment_group[new_appointments][0][]': ['2026-12-03T14:00:00Z', '2026-12-03T14:30:00Z'],
    },
  },
  'POST /api/v1/planner_notes': { fields: { title: 'Read chapter 2', todo_date: '2026-12-01T12:00:00Z' } },
  'POST /api/v1/planner/overrides': {
    fields: { plannable_type: 'assignment', plannable_id: '757', marked_complete: 'true' },
  },
  'GET /api/v1/users/{user_id}/planner/items': { path: { user_id: 'self' } },
  'PUT /api/v1/courses/{course_id}/settings': { fields: { allow_student_discussion_topics: 'false' } },
  'PUT /api/v1/courses/{course_id}/tabs/{tab_id}': { fields: { position: '3' } },
  'POST /api/v1/courses/{course_id}/preview_html': { fields: { html: '<p>Hello</p>' } },
  'POST /api/v1/accounts/{account_id}/grading_period_sets': {
    fields: { 'grading_period_set[title]': 'Half Semesters', 'grading_period_set[weighted]': 'true' },
  },
  'PATCH /api/v1/courses/{id}/late_policy': {
    fields: {
      'late_policy[late_submission_deduction_enabled]': 'true',
      'late_policy[late_submission_deduction]': '10',
    },
  },
  'POST /api/v1/courses/{course_id}/custom_gradebook_columns': { fields: { 'column[title]': 'Seat' } },
  'POST /api/v1/courses/{course_id}/assignments': {
    fields: { 'assignment[name]': 'Post Test', 'assignment[points_possible]': '100' },
  },
};

/** Stands for what the demo institution has none of. */
const MADE_UP = '1';

export function exampleOf({ id, path }: OperationSpec): Example {
  const { path: known = {}, fields = {} } = exceptions[id] ?? {};
  const found = [...path.matchAll(/(?:(\w+)\/)?\{(\w+)\}/g)].map(
    ([, before = '', name = '']) => [name, known[name] ?? ids[before]] as const,
  );
  return {
    path: Object.fromEntries(found.map(([name, value]) => [name, value ?? MADE_UP])),
    fields: Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((single): [string, string] => [name, single]),
    ),
    isMadeUp: found.some(([, value]) => value === undefined),
  };
}
