import type { Context } from '../../http/context.ts';
import type { Progress } from '../../jobs/enqueue.ts';

/** As Canvas has it, the Progress of work on groups is nobody's: so nobody can cancel it. */
export async function ownedByNobody(ctx: Context, { id }: Progress): Promise<Progress> {
  return await ctx.db
    .updateTable('progresses')
    .set({ user_id: null })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
