import type { Correction } from '../corrections.ts';
import { flag, integer, json, oneOf, someOf, text, texts } from './params.ts';

const api = 'app/controllers/submissions_api_controller.rb';
const courseAndSection = (method: string, rest: string) => [
  `${method} /api/v1/courses/{course_id}/${rest}`,
  `${method} /api/v1/sections/{section_id}/${rest}`,
];

const fields = { response_fields: texts, exclude_response_fields: texts };
const included = someOf(
  'submission_history',
  'submission_comments',
  'submission_html_comments',
  'rubric_assessment',
  'full_rubric_assessment',
  'assignment',
  'visibility',
  'course',
  'user',
  'group',
  'html_url',
  'submission_status',
  'grading_status',
  'read_state',
  'has_postable_comments',
  'student_entered_score',
  'total_scores',
  'user_summary',
  'sub_assignment_submissions',
  'peer_review_submissions',
  'provisional_grades',
);

export const submissionCorrections: readonly Correction[] = [
  {
    operations: [
      ...courseAndSection('GET', 'assignments/{assignment_id}/submissions'),
      ...courseAndSection('GET', 'assignments/{assignment_id}/submissions/{user_id}'),
      ...courseAndSection('GET', 'assignments/{assignment_id}/anonymous_submissions/{anonymous_id}'),
      ...courseAndSection('GET', 'students/submissions'),
      'GET /api/v1/courses/{course_id}/assignments/{assignment_id}/submissions/self',
    ],
    because: 'Fields can be asked for and left out, and more can be included than the documentation says.',
    source: `lib/api/v1/submission.rb; ${api}`,
    params: { include: included, ...fields },
  },
  {
    operations: courseAndSection('GET', 'students/submissions'),
    because:
      'The dates are checked as text; a period that is neither number nor text is an error; the list is paged.',
    source: `semantics/assignments_submissions.md 5.2; ${api} for_students`,
    params: { submitted_since: text, graded_since: text, grading_period_id: json },
    paginated: true,
  },
  {
    operations: courseAndSection('POST', 'assignments/{assignment_id}/submissions'),
    because: 'The student may be named by any of his ids, and files of the group handed in by it.',
    source: 'semantics/assignments_submissions.md 5.3; app/controllers/submissions_controller.rb create',
    params: { 'submission[user_id]': text },
  },
  {
    operations: [
      ...courseAndSection('PUT', 'assignments/{assignment_id}/submissions/{user_id}'),
      ...courseAndSection('PUT', 'assignments/{assignment_id}/anonymous_submissions/{anonymous_id}'),
    ],
    because:
      'A status of the institution, a sticker and a tool’s launch can be set too; moderated grades say what they are.',
    source: `semantics/assignments_submissions.md 5.4; ${api} update`,
    params: {
      'comment[attempt]': integer,
      'submission[custom_grade_status_id]': text,
      'submission[sticker]': text,
      'submission[provisional]': flag,
      'submission[final]': flag,
      'submission[submission_type]': oneOf('basic_lti_launch'),
      'submission[url]': text,
      prefer_points_over_scheme: flag,
      include: included,
      ...fields,
    },
  },
  {
    operations: ['GET /api/v1/courses/{course_id}/assignments/{assignment_id}/gradeable_students'],
    because: 'Anonymous ids are given only to who asks for them; the list can be sorted.',
    source: `semantics/assignments_submissions.md 5.2; ${api} gradeable_students`,
    params: {
      allow_new_anonymous_id: flag,
      sort: oneOf('name'),
      order: oneOf('asc', 'desc'),
      include: someOf('provisional_grades'),
    },
  },
  {
    operations: courseAndSection('POST', 'assignments/{assignment_id}/submissions/{user_id}/files'),
    because: 'A file that is fetched from an address is handed in when it has come, unless that is refused.',
    source: `semantics/assignments_submissions.md 5.3; ${api} create_file`,
    params: { submit_assignment: flag, comment: text },
  },
  {
    operations: ['GET /api/v1/courses/{course_id}/gradebook_history/feed'],
    because: 'The student and the assignment may be named by any of their ids; the list is paged.',
    source: 'app/controllers/gradebook_history_api_controller.rb feed',
    params: { user_id: text, assignment_id: text },
    paginated: true,
  },
  {
    operations: [
      'GET /api/v1/audit/grade_change',
      'GET /api/v1/audit/grade_change/assignments/{assignment_id}',
      'GET /api/v1/audit/grade_change/courses/{course_id}',
      'GET /api/v1/audit/grade_change/graders/{grader_id}',
      'GET /api/v1/audit/grade_change/students/{student_id}',
    ],
    because: 'The grade as it is now comes along on request.',
    source: 'app/controllers/grade_change_audit_api_controller.rb render_events',
    params: { include: someOf('current_grade') },
  },
];
