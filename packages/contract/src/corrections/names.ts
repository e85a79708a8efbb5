import type { Correction } from '../corrections.ts';
import { flag, integer, json, oneOf, text, texts, time } from './params.ts';

const integers = { type: 'integer[]' };

/** One student's part of `grade_data`. */
const gradeFields = {
  posted_grade: text,
  excuse: flag,
  rubric_assessment: json,
  text_comment: text,
  group_comment: flag,
  media_comment_id: text,
  media_comment_type: oneOf('audio', 'video'),
  file_ids: integers,
};

const below = (prefix: string, fields: Readonly<Record<string, typeof text>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, param]) => [`${prefix}[${name}]`, param]));

const contexts = ['accounts/{account_id}', 'courses/{course_id}', 'groups/{group_id}', 'users/{user_id}'];

/** Names that the documentation garbles, or that hide where the caller chooses the key. */
export const nameCorrections: readonly Correction[] = [
  {
    operations: [
      'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/update_grades',
      'POST /api/v1/sections/{section_id}/assignments/{assignment_id}/submissions/update_grades',
    ],
    because: 'Below an assignment, grade_data is keyed by student alone.',
    source: 'app/controllers/submissions_api_controller.rb',
    params: { grade_data: null, ...below('grade_data[<student_id>]', gradeFields) },
  },
  {
    operations: [
      'POST /api/v1/courses/{course_id}/submissions/update_grades',
      'POST /api/v1/sections/{section_id}/submissions/update_grades',
    ],
    because: 'Across assignments, grade_data is keyed by assignment, then by student.',
    source: 'app/controllers/submissions_api_controller.rb',
    params: { grade_data: null, ...below('grade_data[<assignment_id>][<student_id>]', gradeFields) },
  },
  {
    operations: [
      'POST /api/v1/accounts/{account_id}/external_tools',
      'POST /api/v1/courses/{course_id}/external_tools',
    ],
    because:
      'A name that is itself a placeholder; the placements are many and read by name from the request.',
    source: 'app/controllers/external_tools_controller.rb',
    params: { '<placement_name>': null },
  },
  {
    operations: [
      'GET /api/v1/accounts/{account_id}/lti_apps/launch_definitions',
      'GET /api/v1/courses/{course_id}/lti_apps/launch_definitions',
    ],
    because: 'The types have slipped into the names.',
    source: 'app/controllers/lti/lti_apps_controller.rb',
    params: {
      'placements[Array]': null,
      'only_visible[Boolean]': null,
      placements: texts,
      only_visible: flag,
    },
  },
  {
    operations: ['GET /api/lti/groups/{group_id}/names_and_roles'],
    because: 'The backquotes belong to the prose.',
    source: 'app/controllers/lti/ims/names_and_roles_controller.rb',
    params: { '`rlid`': null, rlid: text },
  },
  {
    operations: ['PUT /api/v1/courses/{course_id}/blackout_dates'],
    because: 'The colon belongs to the prose; the list holds whole blackout dates.',
    source: 'app/controllers/blackout_dates_controller.rb',
    params: {
      'blackout_dates:': null,
      'blackout_dates[][id]': integer,
      'blackout_dates[][event_title]': text,
      'blackout_dates[][start_date]': { type: 'string', format: 'date' },
      'blackout_dates[][end_date]': { type: 'string', format: 'date' },
    },
  },
  {
    operations: ['POST /api/v1/courses/{course_id}/lti_resource_links/bulk'],
    because: 'The body is a list of links; a JSON list arrives under the name _json.',
    source: 'semantics/conventions.md 2; app/controllers/lti/resource_links_controller.rb',
    params: {
      POST: null,
      url: null,
      title: null,
      custom: null,
      '_json[][url]': text,
      '_json[][title]': text,
      '_json[][custom]': json,
    },
  },
  {
    operations: ['POST /api/v1/courses/{course_id}/calendar_events/timetable'],
    because: 'Timetables are keyed by section (or "all"); each is a list.',
    source: 'app/controllers/calendar_events_api_controller.rb',
    params: {
      timetables: null,
      'timetables[<course_section_id>][][weekdays]': text,
      'timetables[<course_section_id>][][start_time]': text,
      'timetables[<course_section_id>][][end_time]': text,
      'timetables[<course_section_id>][][location_name]': text,
    },
  },
  {
    operations: ['PUT /api/v1/appointment_groups/{id}', 'POST /api/v1/appointment_groups'],
    because: 'new_appointments is keyed by any number; each holds a start and an end.',
    source: 'semantics/calendar.md; app/controllers/appointment_groups_controller.rb',
    params: {
      'appointment_group[new_appointments]': null,
      'appointment_group[new_appointments][<X>]': { type: 'string[]', format: 'date-time' },
    },
  },
  {
    operations: ['PATCH /api/v1/accounts/{account_id}/grading_period_sets/{id}'],
    because: 'One set is changed, not a list of them.',
    source: 'app/controllers/grading_period_sets_controller.rb',
    params: {
      grading_period_set: null,
      'grading_period_set[title]': text,
      'grading_period_set[weighted]': flag,
      'grading_period_set[display_totals_for_all_grading_periods]': flag,
    },
  },
  {
    operations: [
      'GET /api/v1/courses/{course_id}/quizzes/assignment_overrides',
      'GET /api/v1/courses/{course_id}/new_quizzes/assignment_overrides',
    ],
    because: 'The lost brackets: a list of objects with a list of ids.',
    source: 'app/controllers/quizzes/quiz_assignment_overrides_controller.rb',
    params: { quiz_assignment_overrides: null, 'quiz_assignment_overrides[][quiz_ids]': integers },
  },
  {
    operations: ['POST /api/v1/polls/{poll_id}/poll_sessions/{poll_session_id}/poll_submissions'],
    because: 'The lost brackets: a list of objects, of which the first counts.',
    source: 'app/controllers/polling/poll_submissions_controller.rb',
    params: { poll_submissions: null, 'poll_submissions[][poll_choice_id]': integer },
  },
  {
    operations: contexts.map((context) => `POST /api/v1/${context}/content_migrations`),
    because: 'pre_attachment[*] means the parameters of the first step of a file upload.',
    source: 'semantics/files_and_jobs.md',
    params: {
      'pre_attachment[*]': null,
      'pre_attachment[size]': integer,
      'pre_attachment[content_type]': text,
      'pre_attachment[on_duplicate]': oneOf('overwrite', 'rename'),
    },
  },
  {
    operations: ['POST /api/v1/accounts/{account_id}/terms', 'PUT /api/v1/accounts/{account_id}/terms/{id}'],
    because: 'enrollment_type stands for the enrollment types that a term may override.',
    source: 'semantics/accounts_terms_courses.md 2.2',
    params: {
      'enrollment_term[overrides]': null,
      'enrollment_term[overrides][<enrollment_type>][start_at]': time,
      'enrollment_term[overrides][<enrollment_type>][end_at]': time,
    },
  },
];
