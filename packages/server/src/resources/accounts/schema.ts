import {
  Count,
  Flag,
  Id,
  List,
  MapOf,
  Nullable,
  OneOf,
  Optional,
  Shape,
  type Static,
  Text,
} from '../../http/schema.ts';

/** In the order in which Canvas sends it (accounts file 1.2). */
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
  sis_import_id: Optional(Nullable(Id)),
  integration_id: Optional(Nullable(Text)),
  lti_guid: Optional(Text),
  registration_settings: Optional(Shape({ login_handle_name: Text, require_email: Flag })),
  terms_required: Optional(Flag),
  terms_of_use_url: Optional(Text),
  privacy_policy_url: Optional(Text),
  recaptcha_key: Optional(Nullable(Text)),
  services: Optional(MapOf(Flag)),
  global_id: Optional(Id),
  course_count: Optional(Count),
  sub_account_count: Optional(Count),
});
export type Account = Static<typeof Account>;

export const TermsOfService = Shape({
  id: Id,
  terms_type: OneOf('default', 'custom', 'no_terms'),
  passive: Flag,
  account_id: Id,
  content: Nullable(Text),
  self_registration_type: Nullable(Text),
});

export const HelpLink = Shape({
  available_to: List(Text),
  text: Text,
  subtext: Nullable(Text),
  url: Text,
  type: OneOf('default', 'custom'),
  id: Text,
});
export type HelpLink = Static<typeof HelpLink>;

/** Nothing at all for an account other than the institution itself. */
export const HelpLinks = Shape({
  help_link_name: Optional(Text),
  help_link_icon: Optional(Text),
  custom_help_links: Optional(List(HelpLink)),
  default_help_links: Optional(List(HelpLink)),
});
