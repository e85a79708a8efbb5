/** What goes when somebody is taken out of the institution. Source: remove_from_root_account of Canvas's User. */
import type { Context } from '../http/context.ts';
import { withdrawWork } from './assigned-work.ts';
import { forgetCourseAccess } from './course-access.ts';
import { leaveAllGroups } from './group-leaving.ts';
import { unlink } from './observation-links.ts';

/** Logins, enrollments, account roles, links to observers and addresses; the user himself stays on record. */
export async function removeFromInstitution(ctx: Context, userId: number): Promise<void> {
  const gone = { workflow_state: 'deleted' as const, updated_at: ctx.now };
  const links = await ctx.db
    .selectFrom('user_observation_links')
    .select('id')
    .where('workflow_state', '=', 'active')
    .where((eb) => eb.or([eb('user_id', '=', userId), eb('observer_id', '=', userId)]))
    .execute();
  await unlink(
    ctx,
    links.map(({ id }) => id),
  );
  await ctx.db
    .updateTable('enrollments')
    .set(gone)
    .where('user_id', '=', userId)
    .where('workflow_state', '<>', 'deleted')
    .execute();
  await withdrawWork(ctx, userId);
  await leaveAllGroups(ctx, userId);
  await ctx.db
    .updateTable('pseudonyms')
    .set({ ...gone, deleted_at: ctx.now })
    .where('user_id', '=', userId)
    .where('workflow_state', '<>', 'deleted')
    .execute();
  await ctx.db
    .updateTable('account_users')
    .set(gone)
    .where('user_id', '=', userId)
    .where('workflow_state', '<>', 'deleted')
    .execute();
  await ctx.db
    .updateTable('communication_channels')
    .set({ workflow_state: 'retired', updated_at: ctx.now })
    .where('user_id', '=', userId)
    .execute();
  forgetCourseAccess(ctx);
}
