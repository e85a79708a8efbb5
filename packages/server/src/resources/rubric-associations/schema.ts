import {
  Anything,
  Count,
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
import { StoredAssessment } from '../rubric-assessments/schema.ts';

const AssociationType = OneOf('Assignment', 'Course', 'Account');

/** Comments that graders keep for the next time. */
const SummaryData = Nullable(Anything);

export const RubricAssociation = Shape({
  id: Id,
  rubric_id: Id,
  association_id: Id,
  association_type: AssociationType,
  use_for_grading: Flag,
  summary_data: SummaryData,
  purpose: Text,
  hide_score_total: Nullable(Flag),
  hide_points: Flag,
  hide_outcome_results: Flag,
});
export type RubricAssociation = Static<typeof RubricAssociation>;

/** The columns of Canvas's table. */
const whole = {
  id: Id,
  rubric_id: Id,
  association_id: Id,
  association_type: AssociationType,
  use_for_grading: Flag,
  created_at: Timestamp,
  updated_at: Timestamp,
  title: Nullable(Text),
  summary_data: SummaryData,
  purpose: Text,
  url: Nullable(Text),
  context_id: Id,
  context_type: OneOf('Account', 'Course'),
  hide_score_total: Nullable(Flag),
  bookmarked: Flag,
  context_code: Text,
  hide_points: Flag,
  hide_outcome_results: Flag,
  root_account_id: Id,
  workflow_state: OneOf('active', 'deleted'),
};
export const StoredAssociation = Shape(whole);
export type StoredAssociation = Static<typeof StoredAssociation>;

/** That somebody is to assess the work of somebody else with it: the columns of Canvas's table. */
export const StoredRequest = Shape({
  id: Id,
  rubric_assessment_id: Nullable(Id),
  user_id: Id,
  asset_id: Id,
  asset_type: OneOf('Submission'),
  assessor_asset_id: Id,
  assessor_asset_type: OneOf('Submission'),
  workflow_state: OneOf('assigned', 'completed'),
  created_at: Timestamp,
  updated_at: Timestamp,
  rubric_association_id: Id,
  assessor_id: Id,
});
export type StoredRequest = Static<typeof StoredRequest>;

/** As it is answered to whoever makes or changes it, by itself or with its rubric. */
export const WrittenAssociation = Shape({
  ...whole,
  rubric_assessments: Optional(List(StoredAssessment)),
  assessment_requests: List(StoredRequest),
  permissions: Shape({
    update: Flag,
    delete: Flag,
    manage: Flag,
    submit: Flag,
    view_rubric_assessments: Flag,
  }),
  association_count: Optional(Count),
  skip_updating_points_possible: Optional(Flag),
});
export type WrittenAssociation = Static<typeof WrittenAssociation>;
