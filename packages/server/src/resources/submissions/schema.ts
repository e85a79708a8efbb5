import {
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
import { Assignment } from '../assignments/schema.ts';
import { Course } from '../courses/schema.ts';
import { DiscussionEntry } from '../discussion-entries/schema.ts';
import { File } from '../files/schema.ts';
import { FullRubricAssessment } from '../rubric-assessments/schema.ts';
import { SubmissionComment, SubmissionHtmlComment } from '../submission-comments/schema.ts';
import { DisplayUser } from '../users/display.ts';
import { User } from '../users/schema.ts';

export const MediaComment = Shape({
  'content-type': Text,
  display_name: Nullable(Text),
  media_id: Text,
  media_type: Nullable(Text),
  url: Text,
});

/** Every field can be left out by name (`exclude_response_fields[]`); grades by right. */
const attempt = {
  id: Optional(Nullable(Id)),
  body: Optional(Nullable(Text)),
  url: Optional(Nullable(Text)),
  grade: Optional(Nullable(Text)),
  score: Optional(Nullable(Decimal)),
  submitted_at: Optional(Nullable(Timestamp)),
  assignment_id: Optional(Id),
  user_id: Optional(Id),
  submission_type: Optional(Nullable(Text)),
  workflow_state: Optional(OneOf('unsubmitted', 'submitted', 'pending_review', 'graded', 'deleted')),
  grade_matches_current_submission: Optional(Flag),
  graded_at: Optional(Nullable(Timestamp)),
  // Negative for a tool, 0 for a default grade.
  grader_id: Optional(Nullable(Id)),
  attempt: Optional(Nullable(Count)),
  cached_due_date: Optional(Nullable(Timestamp)),
  excused: Optional(Nullable(Flag)),
  late_policy_status: Optional(Nullable(OneOf('late', 'missing', 'extended', 'none'))),
  points_deducted: Optional(Nullable(Decimal)),
  grading_period_id: Optional(Nullable(Id)),
  extra_attempts: Optional(Nullable(Count)),
  posted_at: Optional(Nullable(Timestamp)),
  redo_request: Optional(Flag),
  custom_grade_status_id: Optional(Nullable(Id)),
  sticker: Optional(Nullable(Text)),
  late: Optional(Flag),
  missing: Optional(Flag),
  seconds_late: Optional(Count),
  entered_grade: Optional(Nullable(Text)),
  entered_score: Optional(Nullable(Decimal)),
  group: Optional(Shape({ id: Nullable(Id), name: Nullable(Text) })),
  preview_url: Optional(Text),
  media_comment: Optional(MediaComment),
  attachments: Optional(List(File)),
  discussion_entries: Optional(List(DiscussionEntry)),
  proxy_submitter: Optional(Text),
  proxy_submitter_id: Optional(Id),
  external_tool_url: Optional(Nullable(Text)),
  student_entered_score: Optional(Nullable(Decimal)),
};

/** One of the times that a student handed something in. */
export const Attempt = Shape({ ...attempt, anonymous_id: Optional(Text) });
export type Attempt = Static<typeof Attempt>;

const included = {
  submission_history: Optional(List(Attempt)),
  has_postable_comments: Optional(Flag),
  submission_comments: Optional(List(SubmissionComment)),
  submission_html_comments: Optional(List(SubmissionHtmlComment)),
  // By criterion.
  rubric_assessment: Optional(
    MapOf(Shape({ rating_id: Nullable(Text), comments: Nullable(Text), points: Optional(Decimal) })),
  ),
  full_rubric_assessment: Optional(FullRubricAssessment),
  assignment: Optional(Assignment),
  course: Optional(Course),
  html_url: Optional(Text),
  user: Optional(Either(User, DisplayUser)),
  assignment_visible: Optional(Flag),
  submission_status: Optional(OneOf('resubmitted', 'missing', 'late', 'submitted', 'unsubmitted')),
  grading_status: Optional(Nullable(OneOf('excused', 'needs_review', 'needs_grading', 'graded'))),
  read_state: Optional(OneOf('read', 'unread')),
  anonymous_id: Optional(Text),
};

export const Submission = Shape({ ...attempt, ...included });
export type Submission = Static<typeof Submission>;

/** As grading it answers: with what became of the others of a group. */
export const GradedSubmission = Shape({
  ...attempt,
  ...included,
  all_submissions: List(Submission),
});

/** `grouped`: what one student has in a course. */
export const StudentSubmissions = Shape({
  user_id: Id,
  section_id: Id,
  submissions: List(Submission),
  integration_id: Optional(Nullable(Text)),
  sis_user_id: Optional(Nullable(Text)),
  computed_final_score: Optional(Nullable(Decimal)),
  computed_current_score: Optional(Nullable(Decimal)),
  unposted_final_score: Optional(Nullable(Decimal)),
  unposted_current_score: Optional(Nullable(Decimal)),
});
export type StudentSubmissions = Static<typeof StudentSubmissions>;
