import { Flag, Id, Nullable, Optional, Shape, type Static, Text } from '../../http/schema.ts';
import { Outcome } from '../outcomes/schema.ts';

const abbreviated = {
  id: Id,
  title: Text,
  vendor_guid: Nullable(Text),
  url: Text,
  subgroups_url: Text,
  outcomes_url: Text,
  can_edit: Flag,
};

/** In the order in which Canvas sends it; what an abbreviation leaves out is optional. */
export const OutcomeGroup = Shape({
  ...abbreviated,
  import_url: Optional(Text),
  parent_outcome_group: Optional(Shape(abbreviated)),
  context_id: Optional(Nullable(Id)),
  context_type: Optional(Nullable(Text)),
  description: Optional(Nullable(Text)),
});
export type OutcomeGroup = Static<typeof OutcomeGroup>;

/** An outcome in a group. */
export const OutcomeLink = Shape({
  context_id: Id,
  context_type: Text,
  quiz_lti: Flag,
  url: Text,
  outcome_group: OutcomeGroup,
  outcome: Outcome,
  can_unlink: Optional(Flag),
  assessed: Flag,
});
export type OutcomeLink = Static<typeof OutcomeLink>;
