import { Count, Id, Nullable, OneOf, Shape, type Static, Text, Timestamp } from '../../http/schema.ts';

export const ExternalFeed = Shape({
  id: Id,
  url: Text,
  header_match: Nullable(Text),
  created_at: Timestamp,
  verbosity: OneOf('full', 'link_only', 'truncate'),
  display_name: Text,
  external_feed_entries_count: Count,
});
export type ExternalFeed = Static<typeof ExternalFeed>;
