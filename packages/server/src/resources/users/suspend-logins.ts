import { adminPermissions } from '../../domain/roles-held.ts';
import { mayToUser } from '../../domain/user-access.ts';
import type { Context, User } from '../../http/context.ts';

/** Suspends, or frees again, those of a user's logins that the caller may delete: SIS logins take manage_sis. */
export async function suspendLogins(ctx: Context, user: User, event: 'suspend' | 'unsuspend'): Promise<void> {
  if (!(await mayToUser(ctx, user, 'manage_logins'))) return;
  const { permissions } = await adminPermissions(ctx, ctx.rootAccount.path, 'account');
  const from = event === 'suspend' ? 'active' : 'suspended';
  const to = event === 'suspend' ? 'suspended' : 'active';
  let query = ctx.db
    .updateTable('pseudonyms')
    .set({ workflow_state: to, updated_at: ctx.now })
    .where('user_id', '=', user.id)
    .where('workflow_state', '=', from);
  if (!permissions.has('manage_sis')) query = query.where('sis_user_id', 'is', null);
  await query.execute();
}
