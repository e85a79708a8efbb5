import {
  Anything,
  Flag,
  Id,
  MapOf,
  Nullable,
  OneOf,
  Shape,
  type Static,
  Text,
  Timestamp,
} from '../../http/schema.ts';

export const Logged = Shape({ logged: Flag, id: Id });

/** Easel's own: Canvas shows reports on a page only. */
export const ErrorReport = Shape({
  id: Id,
  /** `fault`: what the server met. `report`: what somebody wrote. */
  category: OneOf('fault', 'report'),
  created_at: Timestamp,
  user_id: Nullable(Id),
  request_context_id: Text,
  method: Text,
  path: Text,
  operation: Nullable(Text),
  message: Text,
  backtrace: Text,
  subject: Nullable(Text),
  comments: Nullable(Text),
  email: Nullable(Text),
  url: Nullable(Text),
  http_env: Nullable(MapOf(Anything)),
  data: Nullable(MapOf(Anything)),
});
export type ErrorReport = Static<typeof ErrorReport>;
