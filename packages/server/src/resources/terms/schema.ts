import {
  Count,
  Flag,
  Id,
  List,
  MapOf,
  Nullable,
  OneOf,
  Optional,
  Shape,
  type Static,
  Text,
  Timestamp,
} from '../../http/schema.ts';

export const TermDates = Shape({ start_at: Nullable(Timestamp), end_at: Nullable(Timestamp) });
export type TermDates = Static<typeof TermDates>;

/** In the order in which Canvas sends it (accounts file 2.1). */
export const Term = Shape({
  id: Id,
  name: Text,
  start_at: Nullable(Timestamp),
  end_at: Nullable(Timestamp),
  created_at: Timestamp,
  workflow_state: OneOf('active', 'deleted'),
  grading_period_group_id: Nullable(Id),
  sis_term_id: Optional(Nullable(Text)),
  sis_import_id: Optional(Nullable(Id)),
  overrides: Optional(MapOf(TermDates)),
  course_count: Optional(Count),
  used_in_subaccount: Optional(Flag),
});
export type Term = Static<typeof Term>;

export const TermList = Shape({ enrollment_terms: List(Term) });
