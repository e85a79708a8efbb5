import { Count, Flag, List, OneOf, Optional, Shape, type Static, Text } from '../../http/schema.ts';

export const Tab = Shape({
  id: Text,
  /** A path, without the host. */
  html_url: Text,
  full_url: Text,
  position: Count,
  hidden: Optional(Flag),
  unused: Optional(Flag),
  visibility: OneOf('public', 'members', 'admins', 'none'),
  label: Text,
  type: OneOf('internal', 'external'),
});
export type Tab = Static<typeof Tab>;

export const Tabs = List(Tab);
