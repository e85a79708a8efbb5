import {
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

/** In the order in which Canvas sends it (users file 2). */
export const Login = Shape({
  id: Id,
  user_id: Id,
  account_id: Id,
  unique_id: Text,
  created_at: Timestamp,
  workflow_state: OneOf('active', 'suspended', 'deleted'),
  sis_user_id: Optional(Nullable(Text)),
  integration_id: Optional(Nullable(Text)),
  authentication_provider_id: Nullable(Id),
  declared_user_type: Nullable(Text),
});
export type Login = Static<typeof Login>;
export const Logins = List(Login);
