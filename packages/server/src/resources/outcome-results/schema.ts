import {
  Count,
  Decimal,
  Flag,
  Id,
  List,
  Nullable,
  Optional,
  Shape,
  type Static,
  Text,
  Timestamp,
} from '../../http/schema.ts';
import { OutcomeGroup, OutcomeLink } from '../outcome-groups/schema.ts';
import { Outcome } from '../outcomes/schema.ts';

/** Something that is aligned with an outcome: `assignment_42`. */
export const LinkedAlignment = Shape({ id: Text, name: Text, html_url: Text });
export type LinkedAlignment = Static<typeof LinkedAlignment>;

export const LinkedAssignment = Shape({ id: Text, name: Text, html_url: Text, submission_types: Text });
export type LinkedAssignment = Static<typeof LinkedAssignment>;

export const LinkedOutcome = Shape({
  ...Outcome.properties,
  alignments: List(Text),
  group_id: Nullable(Text),
});
export type LinkedOutcome = Static<typeof LinkedOutcome>;

export const OutcomePath = Shape({ id: Id, parts: List(Shape({ name: Text })) });
export type OutcomePath = Static<typeof OutcomePath>;

export const LinkedUser = Shape({
  id: Text,
  name: Text,
  sortable_name: Text,
  integration_id: Optional(Nullable(Text)),
  login_id: Optional(Text),
  avatar_url: Optional(Nullable(Text)),
  display_name: Text,
  sis_id: Optional(Text),
});
export type LinkedUser = Static<typeof LinkedUser>;

/** What `include[]` adds, each under the name that it was asked for by. */
export const Linked = Shape({
  courses: Optional(List(Shape({ id: Text, name: Text }))),
  outcomes: Optional(List(LinkedOutcome)),
  outcome_groups: Optional(List(OutcomeGroup)),
  outcome_links: Optional(List(OutcomeLink)),
  outcome_paths: Optional(List(OutcomePath)),
  users: Optional(List(LinkedUser)),
  alignments: Optional(List(LinkedAlignment)),
  'outcomes.alignments': Optional(List(LinkedAlignment)),
  assignments: Optional(List(LinkedAssignment)),
});
export type Linked = Static<typeof Linked>;

export const OutcomeResult = Shape({
  id: Id,
  mastery: Nullable(Flag),
  score: Nullable(Decimal),
  possible: Nullable(Decimal),
  percent: Nullable(Decimal),
  hide_points: Flag,
  hidden: Flag,
  submitted_or_assessed_at: Timestamp,
  links: Shape({ user: Text, learning_outcome: Text, alignment: Text, assignment: Nullable(Text) }),
});
export type OutcomeResult = Static<typeof OutcomeResult>;

export const OutcomeResults = Shape({ outcome_results: List(OutcomeResult), linked: Optional(Linked) });

const ContributingScore = Shape({
  association_id: Id,
  association_type: Text,
  title: Text,
  score: Nullable(Decimal),
});

export const RollupScore = Shape({
  score: Nullable(Decimal),
  title: Nullable(Text),
  submitted_at: Nullable(Timestamp),
  count: Count,
  hide_points: Nullable(Flag),
  links: Shape({ outcome: Text, contributing_scores: Optional(List(ContributingScore)) }),
});
export type RollupScore = Static<typeof RollupScore>;

/** Of a user in a section, or of the whole course. */
export const Rollup = Shape({
  scores: List(RollupScore),
  links: Shape({
    course: Optional(Text),
    user: Optional(Text),
    section: Optional(Text),
    status: Optional(Text),
  }),
});
export type Rollup = Static<typeof Rollup>;

const Pagination = Shape({
  per_page: Count,
  current: Text,
  next: Optional(Text),
  prev: Optional(Text),
  first: Text,
  last: Text,
  page: Count,
  template: Text,
  count: Count,
  page_count: Count,
});
export type Pagination = Static<typeof Pagination>;

export const OutcomeRollups = Shape({
  rollups: List(Rollup),
  meta: Optional(Shape({ pagination: Pagination })),
  linked: Optional(Linked),
});

export const ContributingScores = Shape({
  outcome: Shape({ id: Text, title: Text }),
  alignments: List(
    Shape({
      alignment_id: Text,
      associated_asset_id: Text,
      associated_asset_name: Text,
      associated_asset_type: Text,
      html_url: Text,
    }),
  ),
  scores: List(
    Shape({
      user_id: Text,
      alignment_id: Text,
      score: Nullable(Decimal),
      submitted_or_assessed_at: Timestamp,
    }),
  ),
});
