import {
  Either,
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
import { AssignmentOverride } from '../assignment-overrides/schema.ts';

/** An override with the names that a page needs to show it. */
const NamedOverride = Shape({
  ...AssignmentOverride.properties,
  context_module_name: Optional(Text),
  students: Optional(List(Shape({ id: Id, name: Text }))),
});
export type NamedOverride = Static<typeof NamedOverride>;

/** A section that a discussion was posted to, which is shown as if it were an override. */
const SectionOfTopic = Shape({
  discussion_topic_id: Id,
  course_section_id: Id,
  unlock_at: Nullable(Timestamp),
  lock_at: Nullable(Timestamp),
  unassign_item: Flag,
});
export type SectionOfTopic = Static<typeof SectionOfTopic>;

/** Only what such a thing has: a page is never due, a module never locked. */
export const LearningObjectDates = Shape({
  id: Id,
  due_at: Optional(Nullable(Timestamp)),
  unlock_at: Optional(Nullable(Timestamp)),
  lock_at: Optional(Nullable(Timestamp)),
  only_visible_to_overrides: Flag,
  visible_to_everyone: Flag,
  group_category_id: Optional(Nullable(Id)),
  graded: Flag,
  overrides: List(Either(NamedOverride, SectionOfTopic)),
});
export type LearningObjectDates = Static<typeof LearningObjectDates>;
