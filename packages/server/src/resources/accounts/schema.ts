import {
  Count,
  Flag,
  Id,
  MapOf,
  Nullable,
  OneOf,
  Optional,
  Shape,
  type Static,
  Text,
} from '../../http/schema.ts';

/** `include[]` of lists, `includes[]` of single accounts. */
export const accountIncludes = ['lti_guid', 'registration_settings', 'services', 'global_id'] as const;
export type AccountInclude = (typeof accountIncludes)[number];

export const Account = Shape({
  id: Id,
  name: Text,
  workflow_state: OneOf('active', 'deleted', 'suspended'),
  parent_account_id: Nullable(Id),
  root_account_id: Nullable(Id),
  uuid: Text,
  default_storage_quota_mb: Optional(Count),
  default_user_storage_quota_mb: Optional(Count),
  default_group_storage_quota_mb: Optional(Count),
  default_time_zone: Text,
  sis_account_id: Optional(Nullable(Text)),
  integration_id: Optional(Nullable(Text)),
  sis_import_id: Optional(Nullable(Id)),
  lti_guid: Optional(Text),
  registration_settings: Optional(Shape({ login_handle_name: Nullable(Text), require_email: Flag })),
  terms_required: Optional(Flag),
  terms_of_use_url: Optional(Text),
  privacy_policy_url: Optional(Text),
  recaptcha_key: Optional(Nullable(Text)),
  services: Optional(MapOf(Flag)),
  global_id: Optional(Id),
});
export type Account = Static<typeof Account>;
