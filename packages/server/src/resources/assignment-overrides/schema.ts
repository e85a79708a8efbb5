import {
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

/** A date stands here only where it is overridden; null then says "none". */
export const AssignmentOverride = Shape({
  id: Id,
  assignment_id: Optional(Id),
  title: Text,
  due_at: Optional(Nullable(Timestamp)),
  all_day: Optional(Flag),
  all_day_date: Optional(Nullable(Text)),
  unlock_at: Optional(Nullable(Timestamp)),
  lock_at: Optional(Nullable(Timestamp)),
  quiz_id: Optional(Id),
  context_module_id: Optional(Id),
  unassign_item: Flag,
  wiki_page_id: Optional(Id),
  discussion_topic_id: Optional(Id),
  // One of these, by whom it is for.
  student_ids: Optional(List(Id)),
  group_id: Optional(Id),
  non_collaborative: Optional(Flag),
  group_category_id: Optional(Id),
  course_section_id: Optional(Id),
  course_id: Optional(Id),
  noop_id: Optional(Nullable(Id)),
});
export type AssignmentOverride = Static<typeof AssignmentOverride>;
