import { type FieldErrors, InvalidRecord } from '../../errors.ts';
import type { Context } from '../../http/context.ts';
import { builtInLabels } from './labels.ts';

const MOST = 255;

/** What Canvas keeps for itself, next to the names of the built-in roles. */
const reserved = new Set<string>([
  ...Object.keys(builtInLabels),
  'AccountMembership',
  'NoPermissions',
  'StudentViewEnrollment',
  'NilEnrollment',
  'teacher',
  'ta',
  'designer',
  'student',
  'observer',
]);

/** @throws InvalidRecord for a name that a custom role can't have; the base role's error stands beside it */
export async function refuseRoleName(
  ctx: Context,
  name: string,
  { accountId, roleId, errors = {} }: { accountId: number; roleId?: number; errors?: FieldErrors },
): Promise<void> {
  const found: Record<string, FieldErrors[string]> = { ...errors };
  if (reserved.has(name)) found['name'] = ['is reserved'];
  if (name.length > MOST) found['name'] = [['too_long', `is too long (maximum is ${MOST} characters)`]];
  if (Object.values(builtInLabels).includes(name) || (await isTaken(ctx, name, accountId, roleId))) {
    found['label'] = ['A role with this name already exists'];
  }
  if (Object.keys(found).length > 0) throw new InvalidRecord(found);
}

async function isTaken(
  ctx: Context,
  name: string,
  accountId: number,
  roleId: number | undefined,
): Promise<boolean> {
  const holder = await activeRolesNamed(ctx, name, accountId)
    .$if(roleId !== undefined, (query) => query.where('id', '<>', roleId as number))
    .executeTakeFirst();
  return holder !== undefined;
}

export const activeRolesNamed = (ctx: Context, name: string, accountId: number) =>
  ctx.db
    .selectFrom('roles')
    .select('id')
    .where('account_id', '=', accountId)
    .where('name', '=', name)
    .where('workflow_state', '=', 'active');
