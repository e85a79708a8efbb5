import type { BaseRoleType } from './base-roles.ts';
import type { PermissionGroup } from './permission-groups.ts';
import {
  isAllowed,
  type Permission,
  type PermissionSpec,
  permissionKeys,
  permissions,
} from './permissions.ts';

/** A deactivated role keeps working for those who hold it, so the state of the role plays no part. */
export interface Role {
  readonly id: number;
  readonly base_role_type: BaseRoleType;
}

export interface RoleOverride {
  readonly account_id: number;
  readonly role_id: number;
  readonly permission: string;
  readonly enabled: boolean;
  readonly locked: boolean;
  readonly applies_to_self: boolean;
  readonly applies_to_descendants: boolean;
}

export interface Institution {
  /** Site Admin first if there is one, then the root account, last the account in question. */
  readonly accountChain: readonly number[];
  readonly siteAdminId?: number;
  readonly features: ReadonlySet<string>;
}

type Reach = 'self' | 'descendants';
type Enabled = false | readonly Reach[];

export interface ResolvedPermission {
  readonly enabled: Enabled;
  /** Can't be changed further down. */
  readonly locked: boolean;
  /** Can't be changed here: locked further up, or not available to the role at all. */
  readonly readonly: boolean;
  /** Set at this very account rather than inherited. */
  readonly explicit: boolean;
  /** What would hold here without the override of this account. */
  readonly prior_default: Enabled;
  readonly group?: PermissionGroup;
  /** The account whose override decided. */
  readonly decidedAt: number | null;
}

const everywhere: readonly Reach[] = ['self', 'descendants'];

function reachOf(override: RoleOverride): Enabled {
  if (!override.enabled) return false;
  return everywhere.filter((reach) => override[`applies_to_${reach}`]);
}

function canBeHeldAt(
  spec: PermissionSpec,
  heldAt: number | null,
  { accountChain, siteAdminId }: Institution,
) {
  switch (spec.scope) {
    case 'site admin':
      return heldAt !== null && heldAt === siteAdminId;
    case 'root account':
      return (
        heldAt !== null &&
        (heldAt === siteAdminId || heldAt === accountChain.find((id) => id !== siteAdminId))
      );
    default:
      return true;
  }
}

/**
 * One permission of a role as it stands at the last account of the chain, as Canvas's RoleOverride computes it.
 *
 * `heldAt` is the account in which an administrator holds the role: below it, overrides can only add to what he
 * has there. Null for enrollments. For the Role JSON it is the account that the role is shown in.
 */
export function resolvePermission(
  key: Permission,
  role: Role,
  overrides: readonly RoleOverride[],
  institution: Institution,
  heldAt: number | null,
): ResolvedPermission {
  const spec: PermissionSpec = permissions[key];
  const allowed = isAllowed(key, institution.features);
  const locked = !allowed || !spec.availableTo.includes(role.base_role_type);
  const byDefault: Enabled = allowed && spec.trueFor.includes(role.base_role_type) ? everywhere : false;
  const result: { -readonly [Field in keyof ResolvedPermission]: ResolvedPermission[Field] } = {
    enabled: byDefault,
    locked,
    readonly: locked,
    explicit: false,
    prior_default: byDefault,
    ...(spec.group && { group: spec.group }),
    decidedAt: null,
  };

  if (!canBeHeldAt(spec, heldAt, institution)) return { ...result, enabled: false, prior_default: false };
  if (locked) return result;

  const relevant = overrides.filter((each) => each.permission === key && each.role_id === role.id);
  if (relevant.length === 0) return result;

  const here = institution.accountChain.at(-1);
  let arrived = false;
  let belowHolder = false;
  for (const account of institution.accountChain) {
    const override = relevant.find((each) => each.account_id === account);
    arrived = account === here;
    result.prior_default = result.enabled;
    result.locked = override?.locked ?? false;
    if (override) {
      result.decidedAt = account;
      result.explicit = arrived;
      result.enabled = (belowHolder && result.enabled) || reachOf(override);
    } else if (arrived && result.enabled) {
      result.enabled = result.enabled.includes('descendants') && everywhere;
    }
    belowHolder ||= account === heldAt;
    if (override?.locked || (result.enabled && belowHolder)) break;
  }

  if (!arrived) {
    result.prior_default = result.enabled;
    result.readonly ||= result.locked;
  }
  return result;
}

function isInForce({ enabled, decidedAt }: ResolvedPermission, where: 'account' | 'course', here?: number) {
  if (!enabled) return false;
  return enabled.includes(where === 'account' && decidedAt === here ? 'self' : 'descendants');
}

/**
 * What the role lets its holder do in the last account of the chain, or in a course that belongs to it.
 * It runs on every request: only permissions with an override are resolved, the rest come from a table.
 */
export function enabledPermissions(
  role: Role,
  overrides: readonly RoleOverride[],
  institution: Institution,
  heldAt: number | null,
  where: 'account' | 'course',
): Set<Permission> {
  const overridden = new Set(
    overrides.filter((each) => each.role_id === role.id).map((each) => each.permission),
  );
  const here = institution.accountChain.at(-1);
  const enabled = new Set<Permission>();
  for (const key of permissionKeys) {
    const spec: PermissionSpec = permissions[key];
    const granted = overridden.has(key)
      ? isInForce(resolvePermission(key, role, overrides, institution, heldAt), where, here)
      : spec.trueFor.includes(role.base_role_type) &&
        isAllowed(key, institution.features) &&
        canBeHeldAt(spec, heldAt, institution);
    if (granted) enabled.add(key);
  }
  return enabled;
}

export interface PermissionJson {
  enabled: boolean;
  locked: boolean;
  readonly: boolean;
  explicit: boolean;
  prior_default?: boolean;
  group?: PermissionGroup;
  applies_to_self?: boolean;
  applies_to_descendants?: boolean;
}

/** The entry of the Role object's `permissions`. */
export function permissionJson({
  enabled,
  prior_default,
  decidedAt,
  ...rest
}: ResolvedPermission): PermissionJson {
  return {
    enabled: enabled !== false,
    ...rest,
    ...(rest.explicit && { prior_default: prior_default !== false }),
    ...(enabled && {
      applies_to_self: enabled.includes('self'),
      applies_to_descendants: enabled.includes('descendants'),
    }),
  };
}
