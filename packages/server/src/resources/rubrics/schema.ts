import {
  Anything,
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
import { RubricAssessment } from '../rubric-assessments/schema.ts';
import { RubricAssociation } from '../rubric-associations/schema.ts';
import { User } from '../users/schema.ts';

export const RubricRating = Shape({
  description: Text,
  long_description: Text,
  points: Decimal,
  criterion_id: Text,
  id: Text,
});

export const RubricCriterion = Shape({
  description: Text,
  long_description: Text,
  points: Decimal,
  id: Text,
  criterion_use_range: Flag,
  learning_outcome_id: Optional(Id),
  mastery_points: Optional(Nullable(Decimal)),
  ignore_for_scoring: Optional(Flag),
  ratings: List(RubricRating),
});
export type RubricCriterion = Static<typeof RubricCriterion>;

const RubricContextType = OneOf('Account', 'Course');

export const Rubric = Shape({
  id: Id,
  context_id: Id,
  context_type: RubricContextType,
  data: List(RubricCriterion),
  points_possible: Decimal,
  title: Text,
  reusable: Flag,
  public: Flag,
  read_only: Flag,
  free_form_criterion_comments: Nullable(Flag),
  hide_score_total: Nullable(Flag),
  // style=full
  criteria: Optional(List(RubricCriterion)),
  // By include
  assessments: Optional(List(RubricAssessment)),
  associations: Optional(List(RubricAssociation)),
});
export type Rubric = Static<typeof Rubric>;

/** As it is answered to whoever makes or changes it: the columns of Canvas's table, and what he may do. */
const whole = {
  // Null where nothing was sent that could be kept.
  id: Nullable(Id),
  user_id: Nullable(Id),
  rubric_id: Nullable(Id),
  context_id: Id,
  context_type: RubricContextType,
  data: Nullable(List(RubricCriterion)),
  points_possible: Nullable(Decimal),
  title: Nullable(Text),
  description: Nullable(Text),
  created_at: Nullable(Timestamp),
  updated_at: Nullable(Timestamp),
  reusable: Flag,
  public: Flag,
  read_only: Flag,
  free_form_criterion_comments: Nullable(Flag),
  context_code: Text,
  migration_id: Nullable(Text),
  hide_score_total: Nullable(Flag),
  workflow_state: Text,
  association_count: Count,
  hide_points: Flag,
  root_account_id: Id,
  rating_order: Text,
  button_display: Text,
  rubric_imports_id: Nullable(Id),
};
export const StoredRubric = Shape(whole);
export const WrittenRubric = Shape({
  ...whole,
  criteria: Nullable(List(RubricCriterion)),
  permissions: Shape({
    read: Flag,
    create: Flag,
    delete_associations: Flag,
    update: Flag,
    delete: Flag,
    archive: Flag,
    unarchive: Flag,
  }),
});
export type WrittenRubric = Static<typeof WrittenRubric>;

export const UsedLocation = Shape({
  id: Id,
  name: Text,
  'concluded?': Flag,
  assignments: List(Shape({ id: Id, title: Text })),
});

export const RubricImport = Shape({
  id: Id,
  root_account_id: Id,
  workflow_state: OneOf('created', 'importing', 'succeeded', 'succeeded_with_errors', 'failed'),
  user_id: Nullable(Id),
  attachment_id: Id,
  progress: Count,
  error_count: Count,
  error_data: List(Anything),
  created_at: Timestamp,
  updated_at: Timestamp,
  account_id: Nullable(Id),
  course_id: Nullable(Id),
  user: Optional(User),
  attachment: Shape({ id: Id, filename: Text, size: Count }),
});
export type RubricImport = Static<typeof RubricImport>;
