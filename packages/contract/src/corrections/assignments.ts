import type { Correction } from '../corrections.ts';
import type { DocumentedParam } from '../data.ts';
import { flag, integer, json, number, oneOf, text, texts } from './params.ts';

/** What `assignment[…]` reads, wherever an assignment is written: by itself or with a discussion. */
export const assignmentParams: Readonly<Record<string, DocumentedParam | null>> = {
  'assignment[name]': text,
  'assignment[title]': text,
  'assignment[submission_types]': texts,
  'assignment[due_at]': text,
  'assignment[lock_at]': text,
  'assignment[unlock_at]': text,
  'assignment[peer_reviews_assign_at]': text,
  'assignment[assignment_group_id]': text,
  'assignment[grade_group_students_individually]': flag,
  'assignment[anonymous_peer_reviews]': flag,
  'assignment[intra_group_peer_reviews]': flag,
  'assignment[peer_review_count]': integer,
  'assignment[post_to_sis]': flag,
  'assignment[sis_assignment_id]': text,
  'assignment[integration_data]': json,
  'assignment[important_dates]': flag,
  'assignment[anonymous_instructor_annotations]': flag,
  'assignment[grader_names_visible_to_final_grader]': flag,
  'assignment[graders_names_visible_to_final_grader]': null,
  'assignment[ab_guid]': texts,
  'assignment[assignment_overrides]': json,
  'assignment[secure_params]': text,
  'assignment[report_visibility]': text,
  'assignment[freeze_on_copy]': flag,
  'assignment[require_lockdown_browser]': flag,
  'assignment[duplicated_successfully]': flag,
  'assignment[override_dates]': flag,
  'assignment[turnitin_settings]': json,
  'assignment[vericite_settings]': json,
  'assignment[external_tool_tag_attributes][url]': text,
  'assignment[external_tool_tag_attributes][new_tab]': flag,
  'assignment[external_tool_tag_attributes][content_type]': text,
  'assignment[external_tool_tag_attributes][content_id]': text,
  'assignment[external_tool_tag_attributes][external_data]': json,
  'assignment[external_tool_tag_attributes][custom_params]': json,
  'assignment[external_tool_tag_attributes][title]': text,
  'assignment[external_tool_tag_attributes][iframe]': json,
  'assignment[external_tool_tag_attributes][line_item]': json,
  'assignment[asset_processors]': json,
  'assignment[peer_review]': json,
};

const lists = [
  'GET /api/v1/courses/{course_id}/assignments',
  'GET /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}/assignments',
  'GET /api/v1/users/{user_id}/courses/{course_id}/assignments',
] as const;

export const assignmentCorrections: readonly Correction[] = [
  {
    operations: [
      'POST /api/v1/courses/{course_id}/assignments',
      'PUT /api/v1/courses/{course_id}/assignments/{id}',
    ],
    because:
      'The tool that the assignment opens is an object (the thread got a bare 500 for it as text); what no date is gets an error of its own, and so does a group that is no number; several fields are read that the documentation shows in the object only, one under a misspelt name.',
    source: 'semantics/assignments_submissions.md 3; lib/api/v1/assignment.rb',
    params: assignmentParams,
  },
  {
    operations: ['POST /api/v1/courses/{course_id}/assignments'],
    because: 'Whoever makes many assignments may leave the grades for later.',
    source: 'app/controllers/assignments_api_controller.rb',
    params: { calculate_grades: flag },
  },
  {
    operations: lists,
    because: 'The same parameters wherever assignments are listed.',
    source: 'app/controllers/assignments_api_controller.rb',
    params: {
      include: texts,
      search_term: text,
      override_assignment_dates: flag,
      needs_grading_count_by_section: flag,
      bucket: text,
      assignment_ids: texts,
      order_by: oneOf('position', 'name', 'due_at'),
      post_to_sis: flag,
      new_quizzes: flag,
    },
  },
  {
    operations: ['PUT /api/v1/courses/{course_id}/assignments/bulk_update'],
    because: 'The body is a list of assignments with their dates; a JSON list arrives under the name _json.',
    source: 'app/controllers/assignments_api_controller.rb',
    params: { _json: json },
  },
  {
    operations: ['POST /api/v1/courses/{course_id}/assignments/{assignment_id}/duplicate'],
    because: 'A copy can be put beside another assignment.',
    source: 'app/controllers/assignments_api_controller.rb',
    params: { target_assignment_id: integer, target_course_id: integer },
  },
  {
    operations: [
      'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides',
      'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}',
    ],
    because: 'What is wrong with an override is said in its own words, so the parameter is read as it came.',
    source: 'lib/api/v1/assignment_override.rb',
    params: { assignment_override: null },
  },
  {
    operations: [
      'POST /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides',
      'PUT /api/v1/courses/{course_id}/assignments/{assignment_id}/overrides/{id}',
    ],
    because: 'What is wrong with an override is said in its own words, so the parameter is read as it came.',
    source: 'lib/api/v1/assignment_override.rb',
    params: { assignment_override: json },
  },
  {
    operations: [
      'GET /api/v1/courses/{course_id}/assignments/overrides',
      'POST /api/v1/courses/{course_id}/assignments/overrides',
      'PUT /api/v1/courses/{course_id}/assignments/overrides',
    ],
    because: 'A list, or an object whose keys are its indexes; whatever else it is gets an error of its own.',
    source: 'lib/api/v1/assignment_override.rb',
    params: { assignment_overrides: null },
  },
  {
    operations: [
      'GET /api/v1/courses/{course_id}/assignments/overrides',
      'POST /api/v1/courses/{course_id}/assignments/overrides',
      'PUT /api/v1/courses/{course_id}/assignments/overrides',
    ],
    because: 'A list, or an object whose keys are its indexes; whatever else it is gets an error of its own.',
    source: 'lib/api/v1/assignment_override.rb',
    params: { assignment_overrides: json },
  },
  {
    operations: ['POST /api/v1/courses/{course_id}/assignment_groups'],
    because: 'A group is made with its rules too.',
    source: 'lib/api/v1/assignment_group.rb',
    params: {
      'rules[drop_lowest]': integer,
      'rules[drop_highest]': integer,
      'rules[never_drop]': texts,
      group_weight: number,
      integration_data: json,
    },
  },
  {
    operations: ['PUT /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}'],
    because: 'What the documentation calls text is an object with three rules.',
    source: 'lib/api/v1/assignment_group.rb',
    params: { rules: null },
  },
  {
    operations: ['PUT /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}'],
    because: 'What the documentation calls text is an object with three rules.',
    source: 'lib/api/v1/assignment_group.rb',
    params: {
      'rules[drop_lowest]': integer,
      'rules[drop_highest]': integer,
      'rules[never_drop]': texts,
      group_weight: number,
      integration_data: json,
    },
  },
  {
    operations: [
      'GET /api/v1/courses/{course_id}/assignment_groups',
      'GET /api/v1/courses/{course_id}/assignment_groups/{assignment_group_id}',
    ],
    because: 'Fields can be left out; ids may come as one text with commas.',
    source: 'app/controllers/assignment_groups_controller.rb',
    params: { exclude_response_fields: texts, hide_zero_point_quizzes: flag },
  },
  {
    operations: ['POST /api/v1/courses/{course_id}/assignments/{assignment_id}/extensions'],
    because: 'A list of objects; whatever else it is gets an error of its own.',
    source: 'app/controllers/assignment_extensions_controller.rb',
    params: { assignment_extensions: null },
  },
  {
    operations: ['POST /api/v1/courses/{course_id}/assignments/{assignment_id}/extensions'],
    because: 'A list of objects; whatever else it is gets an error of its own.',
    source: 'app/controllers/assignment_extensions_controller.rb',
    params: { assignment_extensions: json },
  },
];
