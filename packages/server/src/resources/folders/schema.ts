import { Count, Flag, Id, Nullable, OneOf, Shape, type Static, Text, Timestamp } from '../../http/schema.ts';

export const Folder = Shape({
  id: Id,
  name: Text,
  full_name: Text,
  context_id: Id,
  context_type: OneOf('Course', 'User', 'Group', 'Account'),
  parent_folder_id: Nullable(Id),
  created_at: Timestamp,
  updated_at: Timestamp,
  lock_at: Nullable(Timestamp),
  unlock_at: Nullable(Timestamp),
  position: Nullable(Count),
  locked: Flag,
  folders_url: Text,
  files_url: Text,
  files_count: Count,
  folders_count: Count,
  /** By itself or by a folder above it; Canvas sends null for no. */
  hidden: Nullable(Flag),
  locked_for_user: Flag,
  hidden_for_user: Flag,
  for_submissions: Flag,
  can_upload: Flag,
});
export type Folder = Static<typeof Folder>;
