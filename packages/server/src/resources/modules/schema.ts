import {
  Count,
  Decimal,
  Flag,
  Id,
  List,
  Nullable,
  OneOf,
  Optional,
  Shape,
  Text,
  Timestamp,
} from '../../http/schema.ts';

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
