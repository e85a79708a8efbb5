import { isMember } from '../../domain/membership.ts';
import { adminPermissions } from '../../domain/roles-held.ts';
import { NotFound } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';
import { loads } from '../../http/operation.ts';
import { findUser } from '../users/load.ts';

/** The one right over somebody's links: his own, or `manage_user_observers` in his institution. */
type LinkRight = 'see_links';

/** A user whose links are asked for. Throws NotFound for whoever shares no institution with the caller. */
export const linked = loads<User, LinkRight>({
  async find(ctx, text) {
    const user = await findUser(ctx, text);
    if (user.id !== ctx.user?.id && !(await isMember(ctx, ctx.rootAccount, user.id))) throw new NotFound();
    return user;
  },
  grants: async (ctx, user) => user.id === ctx.user?.id || (ctx.user !== null && managesObservers(ctx)),
});

export async function managesObservers(ctx: Context): Promise<boolean> {
  const { permissions } = await adminPermissions(ctx, ctx.rootAccount.path, 'account');
  return permissions.has('manage_user_observers');
}
