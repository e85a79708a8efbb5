/** Who may do what with a login. Source: the policy of Canvas's Pseudonym. */
import { adminPermissions } from '../../domain/roles-held.ts';
import { mayToUser } from '../../domain/user-access.ts';
import type { Context, User } from '../../http/context.ts';
import type { LoginRight } from './asked-changes.ts';

/** @param login absent for one that is being made, whose first password an administrator may set */
export async function mayWithLogin(
  ctx: Context,
  user: User,
  login: { sis_user_id: string | null } | undefined,
  right: LoginRight,
): Promise<boolean> {
  const updates = await mayToUser(ctx, user, 'manage_logins');
  switch (right) {
    case 'update':
      return updates;
    case 'change_password':
      return login ? await mayToUser(ctx, user, 'change_password') : updates;
    case 'manage_sis':
      return updates && (await managesSis(ctx));
    case 'delete':
      return updates && (!login?.sis_user_id || (await managesSis(ctx)));
  }
}

async function managesSis(ctx: Context): Promise<boolean> {
  const { permissions } = await adminPermissions(ctx, ctx.rootAccount.path, 'account');
  return permissions.has('manage_sis');
}
