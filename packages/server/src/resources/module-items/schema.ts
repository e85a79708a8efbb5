import {
  Count,
  Decimal,
  Either,
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
import { UsageRights } from '../usage-rights/schema.ts';

/** A lock that a module is the reason of; the module with every column. */
export const ModuleLockInfo = Shape({
  unlock_at: Optional(Timestamp),
  asset_string: Text,
  manually_locked: Optional(Flag),
  lock_at: Optional(Timestamp),
  context_module: Shape({
    id: Id,
    context_id: Id,
    context_type: OneOf('Course'),
    name: Text,
    position: Count,
    prerequisites: List(Shape({ id: Id, type: OneOf('context_module'), name: Text })),
    completion_requirements: List(
      Shape({ id: Id, type: Text, min_score: Optional(Decimal), min_percentage: Optional(Decimal) }),
    ),
    created_at: Timestamp,
    updated_at: Timestamp,
    workflow_state: Text,
    deleted_at: Nullable(Timestamp),
    unlock_at: Nullable(Timestamp),
    migration_id: Nullable(Text),
    require_sequential_progress: Flag,
    completion_events: Nullable(Text),
    requirement_count: Nullable(Count),
    root_account_id: Id,
  }),
});

/** What keeps somebody from a thing: a date, a hand, or a module. */
export const ContentLockInfo = Either(
  ModuleLockInfo,
  Shape({
    unlock_at: Optional(Timestamp),
    lock_at: Optional(Timestamp),
    can_view: Optional(Flag),
    asset_string: Text,
    manually_locked: Optional(Flag),
  }),
);
export type ContentLockInfo = Static<typeof ContentLockInfo>;

/** What is set of what an item leads to. */
export const ContentDetails = Shape({
  usage_rights: Optional(UsageRights),
  locked: Optional(Flag),
  hidden: Optional(Flag),
  display_name: Optional(Text),
  due_at: Optional(Timestamp),
  unlock_at: Optional(Timestamp),
  lock_at: Optional(Timestamp),
  points_possible: Optional(Decimal),
  thumbnail_url: Optional(Nullable(Text)),
  locked_for_user: Flag,
  lock_info: Optional(ContentLockInfo),
  lock_explanation: Optional(Text),
});
export type ContentDetails = Static<typeof ContentDetails>;

export const CompletionRequirement = Shape({
  type: Text,
  min_score: Optional(Decimal),
  min_percentage: Optional(Decimal),
  /** Where it is shown to, or of, a student. */
  completed: Optional(Flag),
});

/** In the order in which Canvas sends it. */
export const ModuleItem = Shape({
  id: Id,
  title: Text,
  position: Count,
  indent: Count,
  quiz_lti: Flag,
  type: OneOf('File', 'Page', 'Discussion', 'Assignment', 'Quiz', 'SubHeader', 'ExternalUrl', 'ExternalTool'),
  module_id: Id,
  html_url: Optional(Text),
  content_id: Optional(Id),
  page_url: Optional(Text),
  publish_at: Optional(Nullable(Timestamp)),
  url: Optional(Text),
  external_url: Optional(Nullable(Text)),
  new_tab: Optional(Nullable(Flag)),
  completion_requirement: Optional(CompletionRequirement),
  published: Optional(Flag),
  unpublishable: Optional(Flag),
  content_details: Optional(ContentDetails),
  /** Mastery paths are off: nothing. */
  mastery_paths: Optional(Nullable(Text)),
});
export type ModuleItem = Static<typeof ModuleItem>;
