import {
  Count,
  Either,
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
import { User } from '../users/schema.ts';

export const OutcomeImport = Shape({
  id: Id,
  created_at: Timestamp,
  ended_at: Nullable(Timestamp),
  updated_at: Timestamp,
  progress: Count,
  workflow_state: OneOf('created', 'importing', 'succeeded', 'failed'),
  data: Shape({ import_type: Text }),
  /** Row and message of the first 25. */
  processing_errors: List(List(Either(Count, Text))),
  user: Optional(User),
});
export type OutcomeImport = Static<typeof OutcomeImport>;
