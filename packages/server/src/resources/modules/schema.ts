import {
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
import { ModuleItem } from '../module-items/schema.ts';

/** In the order in which Canvas sends it. */
export const Module = Shape({
  id: Id,
  name: Text,
  position: Count,
  unlock_at: Nullable(Timestamp),
  require_sequential_progress: Flag,
  requirement_type: OneOf('all', 'one'),
  publish_final_grade: Flag,
  prerequisite_module_ids: List(Id),
  /** Where it is shown to, or of, a student. */
  state: Optional(OneOf('locked', 'unlocked', 'started', 'completed')),
  completed_at: Optional(Nullable(Timestamp)),
  published: Optional(Flag),
  items_count: Count,
  items_url: Text,
  /** With `include[]=items`, unless there are too many. */
  items: Optional(List(ModuleItem)),
});
export type Module = Static<typeof Module>;

/** What changing a module may lead to that nobody asked for. */
export const ChangedModule = Shape({
  ...Module.properties,
  relock_warning: Optional(Flag),
  publish_warning: Optional(Flag),
  publish_warning_items: Optional(List(Shape({ id: Id, title: Text, reason: Text }))),
  unpublish_warning: Optional(Flag),
});
export type ChangedModule = Static<typeof ChangedModule>;

/** For whom a module is: some students, or those of a section. */
export const ModuleOverride = Shape({
  id: Id,
  title: Text,
  context_module_id: Id,
  students: Optional(List(Shape({ id: Id, name: Text }))),
  course_section: Optional(Shape({ id: Id, name: Text })),
});
export type ModuleOverride = Static<typeof ModuleOverride>;
