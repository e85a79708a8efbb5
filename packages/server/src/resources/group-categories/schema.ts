import {
  Anything,
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
import { Progress } from '../progress/schema.ts';

export const GroupCategory = Shape({
  id: Id,
  name: Text,
  role: Nullable(OneOf('communities', 'student_organized', 'imported')),
  self_signup: Nullable(OneOf('enabled', 'restricted')),
  group_limit: Nullable(Count),
  auto_leader: Nullable(OneOf('first', 'random')),
  created_at: Timestamp,
  self_signup_end_at: Nullable(Timestamp),
  context_type: OneOf('Course', 'Account'),
  course_id: Optional(Id),
  account_id: Optional(Id),
  progress: Optional(Progress),
  groups_count: Optional(Count),
  unassigned_users_count: Optional(Count),
  // Groups, which know their category in turn.
  groups: Optional(List(Anything)),
  sis_group_category_id: Optional(Nullable(Text)),
  sis_import_id: Optional(Nullable(Id)),
  protected: Flag,
  allows_multiple_memberships: Flag,
  is_member: Flag,
  non_collaborative: Flag,
});
export type GroupCategory = Static<typeof GroupCategory>;
