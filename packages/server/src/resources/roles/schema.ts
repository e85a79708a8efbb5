import {
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
  Timestamp,
} from '../../http/schema.ts';
import { Account } from '../accounts/schema.ts';

const RolePermission = Shape({
  enabled: Flag,
  locked: Flag,
  readonly: Flag,
  explicit: Flag,
  prior_default: Optional(Flag),
  group: Optional(Text),
  applies_to_self: Optional(Flag),
  applies_to_descendants: Optional(Flag),
});

export const Role = Shape({
  id: Id,
  role: Text,
  label: Text,
  last_updated_at: Timestamp,
  base_role_type: Text,
  workflow_state: OneOf('active', 'inactive', 'built_in'),
  created_at: Nullable(Timestamp),
  permissions: MapOf(RolePermission),
  is_account_role: Flag,
  /** Of custom roles: where they were made. */
  account: Optional(Account),
  /** Only in the answer to a create. */
  base_role_type_label: Optional(Text),
});
export type Role = Static<typeof Role>;

export const Permission = Shape({
  key: Text,
  label: Text,
  available_to: List(Text),
  true_for: List(Text),
  group: Optional(Text),
  group_label: Optional(Text),
});
export type Permission = Static<typeof Permission>;

export const PermissionGroup = Shape({ label: Text, subtitle: Text });

const Explanation = Shape({ title: Text, description: Text });
export const PermissionHelp = Shape({ details: List(Explanation), considerations: List(Explanation) });
export type PermissionHelp = Static<typeof PermissionHelp>;
