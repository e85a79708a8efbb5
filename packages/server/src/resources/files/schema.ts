import {
  Anything,
  Count,
  Flag,
  Id,
  Nullable,
  OneOf,
  Optional,
  Shape,
  type Static,
  Text,
  Timestamp,
} from '../../http/schema.ts';
import { UsageRights } from '../usage-rights/schema.ts';
import { DisplayUser } from '../users/display.ts';

const names = {
  id: Id,
  uuid: Text,
  folder_id: Nullable(Id),
  display_name: Text,
  filename: Text,
  upload_status: OneOf('pending', 'success', 'failed'),
};

/** With `only[]=names` just the names. */
export const FileNames = Shape(names);

export const LockInfoShape = Shape({
  asset_string: Text,
  manually_locked: Optional(Flag),
  unlock_at: Optional(Timestamp),
  lock_at: Optional(Timestamp),
});

export const File = Shape({
  ...names,
  'content-type': Text,
  url: Text,
  size: Nullable(Count),
  created_at: Timestamp,
  updated_at: Timestamp,
  unlock_at: Nullable(Timestamp),
  locked: Flag,
  hidden: Flag,
  lock_at: Nullable(Timestamp),
  hidden_for_user: Flag,
  thumbnail_url: Nullable(Text),
  modified_at: Timestamp,
  mime_class: Text,
  media_entry_id: Nullable(Text),
  category: Text,
  locked_for_user: Flag,
  lock_info: Optional(LockInfoShape),
  lock_explanation: Optional(Text),
  visibility_level: Optional(Text),
  user: Optional(Nullable(DisplayUser)),
  preview_url: Optional(Nullable(Text)),
  canvadoc_document_id: Optional(Nullable(Text)),
  usage_rights: Optional(Nullable(UsageRights)),
  context_asset_string: Optional(Text),
  avatar: Optional(Anything),
  instfs_uuid: Optional(Nullable(Text)),
});
export type File = Static<typeof File>;
export type FileNames = Static<typeof FileNames>;

export { Upload } from './upload-schema.ts';
