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
import { GroupCategory } from '../group-categories/schema.ts';
import { Tabs } from '../tabs/schema.ts';
import { DisplayUser } from '../users/display.ts';
import { User } from '../users/schema.ts';

/** A member; whether he is at work in the course is said where inactive ones are given too. */
export const Member = Shape({ ...User.properties, active: Optional(Flag) });
export type Member = Static<typeof Member>;

export const Group = Shape({
  id: Id,
  name: Text,
  created_at: Timestamp,
  max_membership: Nullable(Count),
  is_public: Flag,
  join_level: Text,
  group_category_id: Id,
  description: Nullable(Text),
  members_count: Count,
  storage_quota_mb: Count,
  permissions: Optional(Shape({ create_discussion_topic: Flag, join: Flag, create_announcement: Flag })),
  context_type: OneOf('Course', 'Account'),
  course_id: Optional(Id),
  account_id: Optional(Id),
  context_name: Text,
  avatar_url: Nullable(Text),
  role: Nullable(OneOf('communities', 'student_organized', 'imported')),
  leader: Nullable(DisplayUser),
  is_full: Flag,
  users: Optional(List(Member)),
  group_category: Optional(GroupCategory),
  is_favorite: Optional(Flag),
  html_url: Optional(Text),
  sis_group_id: Optional(Nullable(Text)),
  sis_import_id: Optional(Nullable(Id)),
  has_submission: Flag,
  concluded: Flag,
  tabs: Optional(Tabs),
  can_access: Optional(Flag),
  can_message: Optional(Flag),
  non_collaborative: Flag,
  // The differentiation tags of one user.
  group_category_name: Optional(Text),
  is_single_tag: Optional(Flag),
});
export type Group = Static<typeof Group>;

export const GroupMembership = Shape({
  id: Id,
  group_id: Id,
  workflow_state: OneOf('accepted', 'invited', 'requested', 'rejected', 'deleted'),
  user_id: Id,
  created_at: Timestamp,
  moderator: Flag,
  just_created: Optional(Flag),
  sis_group_id: Optional(Nullable(Text)),
  sis_import_id: Optional(Nullable(Id)),
});
export type GroupMembership = Static<typeof GroupMembership>;
