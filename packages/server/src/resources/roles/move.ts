import type { Context } from '../../http/context.ts';
import type { RoleRow } from './load.ts';

export async function moveRole(ctx: Context, role: RoleRow, to: 'active' | 'inactive'): Promise<RoleRow> {
  return await ctx.db
    .updateTable('roles')
    .set({ workflow_state: to, updated_at: ctx.now })
    .where('id', '=', role.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
