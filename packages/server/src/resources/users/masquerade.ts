import { adminPermissions } from '../../domain/roles-held.ts';
import { outranksUser } from '../../domain/user-access.ts';
import { InvalidMasquerade, onlyNotFound, Unauthenticated } from '../../errors.ts';
import type { Caller, Context, User } from '../../http/context.ts';
import { findUserInAnyState } from './load.ts';

/**
 * `as_user_id` (conventions 1.5): the caller as whom the request acts.
 * @throws InvalidMasquerade for a user who doesn't exist or whom the actor may not become
 */
export async function masquerade(ctx: Context): Promise<Caller> {
  const { caller } = ctx;
  const asked = ctx.request.params['as_user_id'];
  if (asked === undefined || asked === null || asked === '') return caller;
  if (!caller.user) throw new Unauthenticated();
  const target = await findUserInAnyState(ctx, String(asked)).catch(onlyNotFound);
  if (!target) throw new InvalidMasquerade();
  if (target.workflow_state === 'deleted') throw await refusalOf(ctx, target);
  if (target.id === caller.user.id) return caller;
  if (caller.realUser) throw new InvalidMasquerade('Cannot change masquerade');
  if (!(await mayBecome(ctx, target.id))) throw new InvalidMasquerade();
  return { ...caller, user: target, realUser: caller.user };
}

/** Whoever may act as others at all learns into whom a user was merged. */
async function refusalOf(ctx: Context, { merged_into_user_id }: User): Promise<InvalidMasquerade> {
  const root = await adminPermissions(ctx, ctx.rootAccount.path, 'account');
  const shown = merged_into_user_id !== null && root.permissions.has('become_user');
  return new InvalidMasquerade(undefined, shown ? { merged_into_user_id } : {});
}

/** `become_user` on the root account, and every permission that the target has as an administrator. */
async function mayBecome(ctx: Context, targetId: number): Promise<boolean> {
  const root = await adminPermissions(ctx, ctx.rootAccount.path, 'account');
  if (!root.permissions.has('become_user')) return false;
  return await outranksUser(ctx, targetId);
}
