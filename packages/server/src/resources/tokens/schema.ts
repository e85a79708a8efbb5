import { Flag, Id, List, Nullable, OneOf, Shape, type Static, Text, Timestamp } from '../../http/schema.ts';

export const Token = Shape({
  id: Id,
  created_at: Timestamp,
  last_used_at: Nullable(Timestamp),
  purpose: Nullable(Text),
  real_user_id: Nullable(Id),
  remember_access: Flag,
  scopes: List(Text),
  updated_at: Timestamp,
  user_id: Id,
  workflow_state: OneOf('active', 'pending', 'deleted'),
  app_name: Text,
  /** The secret itself right after it was made, its hint ever after. */
  visible_token: Nullable(Text),
  expires_at: Nullable(Timestamp),
  can_manually_regenerate: Flag,
});
export type Token = Static<typeof Token>;
