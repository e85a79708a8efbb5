import { Context, type User } from '../http/context.ts';

/** What a request would be if somebody else had sent it, for what is asked about him with his own rights. */
export const actingAs = (ctx: Context, user: User): Context =>
  new Context({
    site: ctx.site,
    request: ctx.request,
    now: ctx.now,
    rootAccount: ctx.rootAccount,
    db: ctx.db,
    hints: ctx.hints,
    caller: { user, realUser: null, token: null },
  });
