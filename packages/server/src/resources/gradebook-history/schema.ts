import { Decimal, Id, List, Nullable, Shape, Text, Timestamp } from '../../http/schema.ts';
import { Assignment } from '../assignments/schema.ts';
import { Attempt } from '../submissions/schema.ts';

export const Grader = Shape({ name: Text, id: Id, assignments: List(Assignment) });

export const Day = Shape({ graders: List(Grader), date: Text });

const version = {
  ...Attempt.properties,
  grader: Text,
  assignment_name: Text,
  user_name: Text,
  current_grade: Nullable(Text),
  current_graded_at: Nullable(Timestamp),
  current_grader: Text,
};

export const SubmissionVersion = Shape(version);

/** With the grade that it took the place of. */
export const GradeVersion = Shape({
  ...version,
  previous_grade: Nullable(Text),
  previous_graded_at: Nullable(Timestamp),
  previous_grader: Nullable(Text),
  new_grade: Nullable(Text),
  new_graded_at: Nullable(Timestamp),
  new_grader: Text,
  new_score: Decimal,
});

export const SubmissionHistory = Shape({ submission_id: Id, versions: List(GradeVersion) });
