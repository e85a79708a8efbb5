import type { Context } from '../../http/context.ts';

type ContextType = 'Course' | 'Group';

export async function favoriteIds(ctx: Context, type: ContextType): Promise<Set<number>> {
  const rows = await ctx.db
    .selectFrom('favorites')
    .select('context_id')
    .where('user_id', '=', ctx.me.id)
    .where('context_type', '=', type)
    .execute();
  return new Set(rows.map(({ context_id }) => context_id));
}

/** What is a favorite already stays one. */
export async function addFavorites(ctx: Context, type: ContextType, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .insertInto('favorites')
    .values(ids.map((context_id) => ({ user_id: ctx.me.id, context_type: type, context_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function resetFavorites(ctx: Context, type: ContextType): Promise<void> {
  await ctx.db
    .deleteFrom('favorites')
    .where('user_id', '=', ctx.me.id)
    .where('context_type', '=', type)
    .execute();
}
