import {
  Anything,
  Count,
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

export const DeveloperKeyAccountBinding = Shape({
  id: Id,
  account_id: Id,
  developer_key_id: Id,
  workflow_state: OneOf('on', 'off', 'allow'),
  account_owns_binding: Flag,
});
export type DeveloperKeyAccountBinding = Static<typeof DeveloperKeyAccountBinding>;

/** In the order in which Canvas sends it (users file 9; lib/api/v1/developer_key.rb). */
export const DeveloperKey = Shape({
  name: Nullable(Text),
  created_at: Timestamp,
  email: Nullable(Text),
  user_id: Nullable(Id),
  user_name: Nullable(Text),
  icon_url: Nullable(Text),
  notes: Nullable(Text),
  workflow_state: OneOf('active', 'inactive', 'deleted'),
  scopes: List(Text),
  require_scopes: Flag,
  client_credentials_audience: Nullable(Text),
  lti_registration_id: Nullable(Id),
  /** Whole in the answer that made it, its beginning ever after. */
  api_key: Text,
  redirect_uri: Nullable(Text),
  redirect_uris: Text,
  access_token_count: Count,
  last_used_at: Nullable(Timestamp),
  unified_tool_id: Nullable(Text),
  vendor_code: Nullable(Text),
  public_jwk: Nullable(Anything),
  public_jwk_url: Nullable(Text),
  allow_includes: Flag,
  developer_key_account_binding: Optional(DeveloperKeyAccountBinding),
  account_name: Nullable(Text),
  visible: Flag,
  /** Only lists have the next two. */
  tool_configuration: Optional(Nullable(Anything)),
  lti_registration: Optional(Nullable(Anything)),
  is_lti_key: Flag,
  is_lti_registration: Flag,
  id: Id,
});
export type DeveloperKey = Static<typeof DeveloperKey>;
