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

export const RubricMark = Shape({
  id: Nullable(Text),
  points: Optional(Decimal),
  criterion_id: Text,
  learning_outcome_id: Nullable(Id),
  ignore_for_scoring: Optional(Flag),
  description: Text,
  comments_enabled: Flag,
  comments: Nullable(Text),
  above_threshold: Optional(Flag),
  comments_html: Optional(Text),
});

const AssessmentType = OneOf('grading', 'peer_review', 'self_assessment');

const fields = {
  id: Id,
  rubric_id: Id,
  rubric_association_id: Nullable(Id),
  score: Nullable(Decimal),
  artifact_id: Id,
  artifact_type: OneOf('Submission'),
  assessment_type: AssessmentType,
  assessor_id: Id,
  artifact_attempt: Nullable(Count),
  // style=full
  data: Optional(List(RubricMark)),
  // An association's columns: its schema is made of this one.
  rubric_association: Optional(Anything),
  // style=comments_only
  comments: Optional(List(Nullable(Text))),
};
export const RubricAssessment = Shape(fields);
export type RubricAssessment = Static<typeof RubricAssessment>;

/** `full_rubric_assessment` of a submission. */
export const FullRubricAssessment = Shape({
  ...fields,
  assessor_name: Text,
  assessor_avatar_url: Nullable(Text),
});
export type FullRubricAssessment = Static<typeof FullRubricAssessment>;

/** The columns of Canvas's table. */
const whole = {
  id: Id,
  user_id: Id,
  rubric_id: Id,
  rubric_association_id: Nullable(Id),
  score: Nullable(Decimal),
  data: List(RubricMark),
  comments: Nullable(Text),
  created_at: Timestamp,
  updated_at: Timestamp,
  artifact_id: Id,
  artifact_type: OneOf('Submission'),
  assessment_type: AssessmentType,
  assessor_id: Id,
  artifact_attempt: Nullable(Count),
  hide_points: Flag,
  root_account_id: Id,
};
export const StoredAssessment = Shape(whole);
export type StoredAssessment = Static<typeof StoredAssessment>;

/** As it is answered to the assessor. */
export const WrittenAssessment = Shape({
  ...whole,
  ratings: List(RubricMark),
  assessor_name: Text,
  related_group_submissions_and_assessments: List(
    Shape({
      submission: Shape({ submission: Anything }),
      rubric_assessments: List(Shape({ rubric_assessment: Shape({ ...whole, assessor_name: Text }) })),
    }),
  ),
  artifact: Anything,
  rubric_association: Anything,
});
