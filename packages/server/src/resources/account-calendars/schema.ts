import { Count, Flag, Id, List, Nullable, Optional, Shape, type Static, Text } from '../../http/schema.ts';

/** In the order in which Canvas sends it. */
export const AccountCalendar = Shape({
  id: Id,
  name: Text,
  parent_account_id: Nullable(Id),
  root_account_id: Nullable(Id),
  visible: Flag,
  auto_subscribe: Flag,
  asset_string: Text,
  type: Text,
  sub_account_count: Optional(Count),
  calendar_event_url: Text,
  can_create_calendar_events: Flag,
  create_calendar_event_url: Text,
  new_calendar_event_url: Text,
});
export type AccountCalendar = Static<typeof AccountCalendar>;

export const AccountCalendars = List(AccountCalendar);
