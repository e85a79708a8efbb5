import { featuresOf } from '../../domain/features.ts';
import { permissionGroups } from '../../domain/permission-groups.ts';
import {
  type Permission,
  type PermissionSpec,
  permissions,
  permissionsListedAt,
} from '../../domain/permissions.ts';
import { Refusal } from '../../errors.ts';
import type { Account, Context } from '../../http/context.ts';
import type { RoleRow } from './load.ts';
import { isAccountRole } from './serialize.ts';

/** `permissions[<X>][…]`, with what wasn't sent absent. */
export interface PermissionChange {
  explicit?: boolean;
  enabled?: boolean;
  locked?: boolean;
  applies_to_self?: boolean;
  applies_to_descendants?: boolean;
  readonly?: boolean;
}

/**
 * Changes what a role may in an account and below it. The key of a group means all its members; keys that the role
 * can't have here are ignored, as are those that come back marked `readonly`.
 * @throws Refusal for settings that contradict themselves
 */
export async function setPermissions(
  ctx: Context,
  account: Account,
  role: RoleRow,
  changes: Readonly<Record<string, PermissionChange>> = {},
): Promise<void> {
  const settable = settableFor(ctx, account, role);
  for (const [key, change] of Object.entries(changes)) {
    if (change.readonly) continue;
    const isGroup = Object.hasOwn(permissionGroups, key);
    const targets = settable.filter((each) => (isGroup ? specOf(each).group === key : each === key));
    if (targets.length === 0) continue;
    if (change.locked !== undefined && targets.some((each) => !isGroup && specOf(each).group)) {
      throw new Refusal(400, { message: 'Cannot change locked status on granular permission' });
    }
    if (change.applies_to_self === false && change.applies_to_descendants === false) {
      throw new Refusal(400, { message: 'Permission must be enabled for someone' });
    }
    for (const permission of targets) await setOne(ctx, account, role, permission, change, isGroup);
  }
}

const specOf = (key: Permission): PermissionSpec => permissions[key];

function settableFor(ctx: Context, account: Account, role: RoleRow): Permission[] {
  const kind = account.parent_account_id === null ? 'root account' : 'sub-account';
  const listed = permissionsListedAt(kind, featuresOf(ctx.rootAccount));
  if (isAccountRole(role)) return listed;
  return listed.filter((key) => (specOf(key).availableTo as readonly string[]).includes(role.base_role_type));
}

async function setOne(
  ctx: Context,
  account: Account,
  role: RoleRow,
  permission: Permission,
  change: PermissionChange,
  isGroup: boolean,
): Promise<void> {
  const override = await ctx.db
    .selectFrom('role_overrides')
    .selectAll()
    .where('account_id', '=', account.id)
    .where('role_id', '=', role.id)
    .where('permission', '=', permission)
    .executeTakeFirst();
  const enabled = enabledBy(change, isGroup ? override?.enabled : undefined);
  if (enabled === undefined && !change.locked) {
    // Back to what is inherited.
    if (override) await ctx.db.deleteFrom('role_overrides').where('id', '=', override.id).execute();
    return;
  }
  const { locked, applies_to_self, applies_to_descendants } = change;
  // An override that only locks turns the permission on, since that is its column's default in Canvas.
  const values = {
    enabled: enabled ?? override?.enabled ?? true,
    locked: locked ?? override?.locked ?? false,
    applies_to_self: applies_to_self ?? override?.applies_to_self ?? true,
    applies_to_descendants: applies_to_descendants ?? override?.applies_to_descendants ?? true,
    updated_at: ctx.now,
  };
  if (!values.applies_to_self && !values.applies_to_descendants) {
    throw new Refusal(400, { message: 'Permission must be enabled for someone' });
  }
  await ctx.db
    .insertInto('role_overrides')
    .values({ account_id: account.id, role_id: role.id, permission, created_at: ctx.now, ...values })
    .onConflict((conflict) => conflict.columns(['account_id', 'role_id', 'permission']).doUpdateSet(values))
    .execute();
}

/** Undefined is "inherit". Members of a group that is only said to be explicit stay as they are. */
function enabledBy({ explicit, enabled }: PermissionChange, present: boolean | undefined) {
  if (!explicit) return undefined;
  return enabled ?? present;
}
