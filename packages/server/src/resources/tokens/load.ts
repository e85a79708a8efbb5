import { mayToUser } from '../../domain/user-access.ts';
import type { UserRight } from '../../domain/user-rights.ts';
import { NotFound, Refusal, Unauthorized } from '../../errors.ts';
import { type AccessToken, Context, type User } from '../../http/context.ts';
import { loads } from '../../http/operation.ts';
import { findUser } from '../users/load.ts';

/** The tokens that people made themselves. */
export const tokensOf = (ctx: Context, user: User) =>
  ctx.db
    .selectFrom('access_tokens')
    .selectAll()
    .where('user_id', '=', user.id)
    .where('developer_key_id', 'is', null)
    .where('workflow_state', '<>', 'deleted');

/** Whose tokens they are. Only a caller whose registration is complete gets this far. */
export const tokenOwner = loads<User, UserRight>({
  async find(ctx, id) {
    if (ctx.me.workflow_state !== 'registered') {
      throw new Refusal(401, {
        status: 'unauthorized',
        message: 'You need to confirm your email address before you can view this page',
      });
    }
    return await findUser(ctx, id);
  },
  grants: mayToUser,
});

/** By its id or by its hint. */
async function findToken(all: ReturnType<typeof tokensOf>, id: string): Promise<AccessToken | undefined> {
  const hinted = /^[A-Za-z0-9]{5}$/.test(id)
    ? await all.where('token_hint', '=', id).orderBy('id').limit(1).executeTakeFirst()
    : undefined;
  if (hinted || !/^\d{1,15}$/.test(id)) return hinted;
  return await all.where('id', '=', Number(id)).executeTakeFirst();
}

/** A token of the owner that was loaded before it. What may be done is the owner's matter. */
export const token = loads<AccessToken, never>({
  async find(ctx, id, { owner }) {
    const found = await findToken(tokensOf(ctx, owner as User), id);
    if (!found) throw new NotFound();
    return found;
  },
  grants: async () => false,
});

export type NamedToken = AccessToken & { app_name?: string | null };

/** One's own, those of applications among them; of somebody else those that he made. */
export const tokenOrApps = loads<NamedToken, never>({
  async find(ctx, id, { owner }) {
    const made = await findToken(tokensOf(ctx, owner as User), id);
    if (made) return made;
    if ((owner as User).id !== ctx.me.id) throw new NotFound();
    const found = await findToken(
      ctx.db
        .selectFrom('access_tokens')
        .selectAll()
        .where('user_id', '=', ctx.me.id)
        .where('workflow_state', '<>', 'deleted'),
      id,
    );
    if (!found) throw new NotFound();
    const app = await ctx.db
      .selectFrom('developer_keys')
      .select('name')
      .where('id', '=', found.developer_key_id)
      .executeTakeFirst();
    return { ...found, app_name: app?.name ?? null };
  },
  grants: async () => false,
});

/** Whether the one who really signed in may do something with a user's tokens, not the one he acts as. */
export async function mayHandleTokens(ctx: Context, owner: User, right: UserRight): Promise<boolean> {
  const { realUser } = ctx.caller;
  if (!realUser) return await mayToUser(ctx, owner, right);
  const { site, request, now, rootAccount, db } = ctx;
  const caller = { ...ctx.caller, user: realUser, realUser: null };
  return await mayToUser(new Context({ site, caller, request, now, rootAccount, db }), owner, right);
}

/** @throws Unauthorized for one's own token, NotFound for that of somebody else */
export async function demandForToken(ctx: Context, owner: User, right: UserRight): Promise<void> {
  if (await mayHandleTokens(ctx, owner, right)) return;
  throw owner.id === ctx.me.id ? new Unauthorized() : new NotFound();
}

/** A token that another made or changed waits for its owner. */
export const stateFor = (ctx: Context, owner: User): 'active' | 'pending' =>
  (ctx.caller.realUser ?? ctx.me).id === owner.id ? 'active' : 'pending';
