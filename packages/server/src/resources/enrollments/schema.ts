import {
  Count,
  Decimal,
  Flag,
  Id,
  List,
  Nullable,
  OneOf,
  Optional,
  Shape,
  type Static,
  Text,
  Timestamp,
} from '../../http/schema.ts';
import { User } from '../users/schema.ts';

/** Nothing but the page where they stand, for whoever may not read them. */
export const Grades = Shape({
  html_url: Text,
  grading_period_id: Optional(Nullable(Id)),
  current_points: Optional(Nullable(Decimal)),
  current_grade: Optional(Nullable(Text)),
  current_score: Optional(Nullable(Decimal)),
  final_grade: Optional(Nullable(Text)),
  final_score: Optional(Nullable(Decimal)),
  override_grade: Optional(Nullable(Text)),
  override_score: Optional(Nullable(Decimal)),
  // For graders: what the student doesn't see yet counts too.
  unposted_current_score: Optional(Nullable(Decimal)),
  unposted_current_grade: Optional(Nullable(Text)),
  unposted_final_score: Optional(Nullable(Decimal)),
  unposted_final_grade: Optional(Nullable(Text)),
  unposted_current_points: Optional(Nullable(Decimal)),
});
export type Grades = Static<typeof Grades>;

const fields = {
  id: Id,
  user_id: Id,
  course_id: Id,
  type: OneOf(
    'StudentEnrollment',
    'TeacherEnrollment',
    'TaEnrollment',
    'DesignerEnrollment',
    'ObserverEnrollment',
    'StudentViewEnrollment',
  ),
  created_at: Timestamp,
  updated_at: Timestamp,
  associated_user_id: Nullable(Id),
  start_at: Nullable(Timestamp),
  end_at: Nullable(Timestamp),
  course_section_id: Optional(Id),
  root_account_id: Id,
  limit_privileges_to_course_section: Flag,
  enrollment_state: OneOf(
    'creation_pending',
    'invited',
    'active',
    'completed',
    'inactive',
    'rejected',
    'deleted',
  ),
  role: Text,
  role_id: Id,
  last_activity_at: Optional(Nullable(Timestamp)),
  last_attended_at: Optional(Nullable(Timestamp)),
  total_activity_time: Optional(Count),
  sis_import_id: Optional(Nullable(Id)),
  grades: Optional(Grades),
  sis_account_id: Optional(Nullable(Text)),
  sis_course_id: Optional(Nullable(Text)),
  course_integration_id: Optional(Nullable(Text)),
  sis_section_id: Optional(Nullable(Text)),
  section_integration_id: Optional(Nullable(Text)),
  sis_user_id: Optional(Nullable(Text)),
  html_url: Text,
};

/** Whom an observer watches, with his enrollments as a student of the course. */
export const ObservedUser = Shape({ ...User.properties, enrollments: List(Shape(fields)) });
export type ObservedUser = Static<typeof ObservedUser>;

/** In the order in which Canvas sends it (users file 3.1). */
export const Enrollment = Shape({
  ...fields,
  user: Optional(User),
  locked: Optional(Flag),
  observed_user: Optional(ObservedUser),
  can_be_removed: Optional(Flag),
});
export type Enrollment = Static<typeof Enrollment>;
