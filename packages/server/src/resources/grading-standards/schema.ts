import { Decimal, Flag, Id, List, Nullable, OneOf, Shape, type Static, Text } from '../../http/schema.ts';

const GradingSchemeEntry = Shape({
  name: Text,
  /** The least share, from 0 to 1. */
  value: Decimal,
  /** The same as a percentage, or in the points of the scheme. */
  calculated_value: Decimal,
});

export const GradingStandard = Shape({
  id: Id,
  title: Nullable(Text),
  context_type: OneOf('Account', 'Course'),
  context_id: Id,
  points_based: Flag,
  scaling_factor: Decimal,
  grading_scheme: List(GradingSchemeEntry),
});
export type GradingStandard = Static<typeof GradingStandard>;
