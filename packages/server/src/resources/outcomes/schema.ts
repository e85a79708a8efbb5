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
} from '../../http/schema.ts';

export const Rating = Shape({
  description: Text,
  points: Decimal,
  // add_defaults
  mastery: Optional(Flag),
  color: Optional(Text),
  // rating_percents of rollups
  percent: Optional(Count),
});

/** In the order in which Canvas sends it; what an abbreviation leaves out is optional. */
export const Outcome = Shape({
  id: Id,
  context_id: Nullable(Id),
  context_type: Nullable(Text),
  vendor_guid: Nullable(Text),
  display_name: Nullable(Text),
  title: Text,
  url: Text,
  can_edit: Flag,
  has_updateable_rubrics: Flag,
  description: Optional(Nullable(Text)),
  friendly_description: Optional(Nullable(Text)),
  points_possible: Optional(Decimal),
  mastery_points: Optional(Decimal),
  ratings: Optional(List(Rating)),
  calculation_method: Optional(Text),
  calculation_int: Optional(Nullable(Count)),
  assessed: Optional(Flag),
});
export type Outcome = Static<typeof Outcome>;

/** An assignment that measures an outcome. */
export const OutcomeAlignment = Shape({
  learning_outcome_id: Id,
  title: Text,
  assignment_id: Id,
  submission_types: Text,
  url: Text,
});
export type OutcomeAlignment = Static<typeof OutcomeAlignment>;
