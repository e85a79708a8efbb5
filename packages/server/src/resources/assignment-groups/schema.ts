import {
  Anything,
  Count,
  Decimal,
  Either,
  Flag,
  Id,
  List,
  MapOf,
  Nullable,
  Optional,
  Shape,
  type Static,
  Text,
} from '../../http/schema.ts';
import { Assignment } from '../assignments/schema.ts';

export const AssignmentGroup = Shape({
  id: Id,
  name: Text,
  position: Count,
  group_weight: Decimal,
  sis_source_id: Nullable(Text),
  integration_data: MapOf(Anything),
  // Each only where it is set.
  rules: Shape({
    drop_lowest: Optional(Count),
    drop_highest: Optional(Count),
    never_drop: Optional(List(Either(Id, Text))),
  }),
  // include assignments
  assignments: Optional(List(Assignment)),
  any_assignment_in_closed_grading_period: Optional(Flag),
});
export type AssignmentGroup = Static<typeof AssignmentGroup>;
