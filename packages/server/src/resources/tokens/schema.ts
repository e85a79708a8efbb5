import {
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
  /** Easel's own, where the token is narrowed to courses or to reading. */
  course_ids: Optional(List(Id)),
  read_only: Optional(Flag),
});
export type Token = Static<typeof Token>;
