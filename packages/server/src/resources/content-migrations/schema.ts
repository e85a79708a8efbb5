import {
  Anything,
  Count,
  Either,
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
import { File, Upload } from '../files/schema.ts';

export const ContentMigration = Shape({
  id: Id,
  user_id: Id,
  started_at: Nullable(Timestamp),
  finished_at: Nullable(Timestamp),
  migration_type: Text,
  created_at: Timestamp,
  workflow_state: OneOf(
    'pre_processing',
    'pre_processed',
    'running',
    'waiting_for_select',
    'completed',
    'failed',
    'queued',
  ),
  migration_issues_url: Text,
  migration_issues_count: Count,
  pre_attachment: Optional(Either(Upload, Shape({ error: Flag, message: Text }))),
  attachment: Optional(File),
  settings: Optional(Shape({ source_course_id: Id, source_course_name: Text, source_course_html_url: Text })),
  progress_url: Optional(Text),
  migration_type_title: Text,
});
export type ContentMigration = Static<typeof ContentMigration>;

export const Migrator = Shape({
  type: Text,
  requires_file_upload: Flag,
  name: Text,
  required_settings: List(Text),
});

export const MigrationIssue = Shape({
  id: Id,
  description: Text,
  workflow_state: OneOf('active', 'resolved'),
  fix_issue_html_url: Nullable(Text),
  issue_type: OneOf('todo', 'warning', 'error'),
  created_at: Timestamp,
  updated_at: Timestamp,
  content_migration_url: Text,
  error_message: Optional(Nullable(Text)),
});
export type MigrationIssue = Static<typeof MigrationIssue>;

/** A node of what can be chosen; its sub-items are nodes again. */
export const SelectiveItem = Shape({
  type: Text,
  property: Text,
  title: Optional(Text),
  count: Optional(Count),
  sub_items_url: Optional(Text),
  migration_id: Optional(Text),
  path: Optional(Text),
  item_count: Optional(Count),
  linked_resource: Optional(Shape({ type: Text, migration_id: Text, property: Text, message: Text })),
  sub_items: Optional(List(Anything)),
});
export type SelectiveItem = Static<typeof SelectiveItem>;

/** Kind → id in the source → id here. */
export const AssetIdMapping = MapOf(MapOf(Text));
