import { Count, Id, Nullable, OneOf, Shape, type Static, Text, Timestamp } from '../../http/schema.ts';

/** The settled names of a copy's states, older than content migrations and mapped from theirs. */
export const CourseCopy = Shape({
  id: Id,
  progress: Nullable(Count),
  created_at: Timestamp,
  workflow_state: OneOf('created', 'started', 'completed', 'failed'),
  status_url: Text,
});
export type CourseCopy = Static<typeof CourseCopy>;
