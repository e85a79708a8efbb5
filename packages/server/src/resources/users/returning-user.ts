import type { LoginChanges } from '../../domain/logins.ts';
import type { Context, User } from '../../http/context.ts';
import type { RegistrationParams } from './registration.ts';

export interface Returning {
  user: User;
  loginId: number;
}

/** Somebody who is registered again instead of twice. */
export async function returningUser(
  ctx: Context,
  params: RegistrationParams,
  login: LoginChanges & { unique_id: string },
): Promise<Returning | undefined> {
  return (await deletedSisLogin(ctx, params, login)) ?? (await unfinished(ctx, login.unique_id));
}

/** `enable_sis_reactivation`: the deleted login of that SIS id, and its user, come back. */
async function deletedSisLogin(
  ctx: Context,
  params: RegistrationParams,
  { sis_user_id }: LoginChanges,
): Promise<Returning | undefined> {
  if (!params.enable_sis_reactivation || !sis_user_id) return undefined;
  const login = await ctx.db
    .selectFrom('pseudonyms')
    .select(['id', 'user_id'])
    .where('account_id', '=', ctx.rootAccount.id)
    .where('sis_user_id', '=', sis_user_id)
    .where('workflow_state', '=', 'deleted')
    .orderBy('deleted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!login) return undefined;
  const user = await ctx.db
    .updateTable('users')
    .set({ workflow_state: 'registered', deleted_at: null, updated_at: ctx.now })
    .where('id', '=', login.user_id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { user, loginId: login.id };
}

/** A registration that was begun and never completed. */
async function unfinished(ctx: Context, uniqueId: string): Promise<Returning | undefined> {
  const login = await ctx.db
    .selectFrom('pseudonyms')
    .select(['id', 'user_id'])
    .where('account_id', '=', ctx.rootAccount.id)
    .where('unique_id_key', '=', uniqueId.toLowerCase())
    .where('workflow_state', '=', 'active')
    .executeTakeFirst();
  if (!login) return undefined;
  const user = await ctx.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', login.user_id)
    .where('workflow_state', 'in', ['creation_pending', 'pending_approval'])
    .executeTakeFirst();
  return user && { user, loginId: login.id };
}
