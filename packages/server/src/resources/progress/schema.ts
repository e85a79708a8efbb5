import {
  Anything,
  Decimal,
  Id,
  Nullable,
  OneOf,
  Optional,
  Shape,
  type Static,
  Text,
  Timestamp,
} from '../../http/schema.ts';

export const Progress = Shape({
  id: Id,
  context_id: Id,
  context_type: Text,
  user_id: Nullable(Id),
  tag: Text,
  completion: Nullable(Decimal),
  workflow_state: OneOf('queued', 'running', 'completed', 'failed'),
  created_at: Timestamp,
  updated_at: Timestamp,
  message: Nullable(Text),
  url: Text,
  results: Optional(Anything),
});
export type Progress = Static<typeof Progress>;
