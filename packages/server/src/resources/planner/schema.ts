import { Flag, Id, Nullable, Optional, Shape, type Static, Text, Timestamp } from '../../http/schema.ts';

/** In the order in which Canvas sends it. */
export const PlannerNote = Shape({
  id: Id,
  todo_date: Timestamp,
  title: Text,
  details: Nullable(Text),
  user_id: Id,
  course_id: Nullable(Id),
  workflow_state: Text,
  created_at: Timestamp,
  updated_at: Timestamp,
  linked_object_type: Optional(Text),
  linked_object_id: Optional(Id),
  linked_object_html_url: Optional(Text),
  linked_object_url: Optional(Text),
});
export type PlannerNote = Static<typeof PlannerNote>;

export const PlannerOverride = Shape({
  id: Id,
  plannable_type: Text,
  plannable_id: Id,
  user_id: Id,
  workflow_state: Text,
  marked_complete: Flag,
  deleted_at: Nullable(Timestamp),
  created_at: Timestamp,
  updated_at: Timestamp,
  dismissed: Flag,
  assignment_id: Nullable(Id),
});
export type PlannerOverride = Static<typeof PlannerOverride>;
