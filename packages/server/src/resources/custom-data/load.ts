import type { JsonValue } from '../../db/json-columns.ts';
import { Refusal } from '../../errors.ts';
import type { Context, User } from '../../http/context.ts';

/** @throws Refusal unless a namespace is named */
export function namespaceOf({ ns }: { ns?: string | null }): string {
  if (!ns || ns.trim() === '') throw new Refusal(400, { message: 'invalid namespace' });
  return ns;
}

const rowOf = (ctx: Context, user: User, namespace: string) =>
  ctx.db
    .selectFrom('custom_data')
    .select('data')
    .where('user_id', '=', user.id)
    .where('namespace', '=', namespace);

/** The tree of a namespace. @throws Refusal where nothing was ever stored in it */
export async function findData(
  ctx: Context,
  user: User,
  namespace: string,
  lock?: 'lock',
): Promise<JsonValue> {
  const query = rowOf(ctx, user, namespace);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new Refusal(400, { message: 'no data for scope' });
  return row.data;
}

/** The tree of a namespace, kept from other writers until the request is done; null where it is new. */
export async function lockData(ctx: Context, user: User, namespace: string): Promise<JsonValue> {
  const made = await ctx.db
    .insertInto('custom_data')
    .values({ user_id: user.id, namespace, data: '{}' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst();
  return made ? null : await findData(ctx, user, namespace, 'lock');
}

export async function saveData(ctx: Context, user: User, namespace: string, data: JsonValue): Promise<void> {
  await ctx.db
    .updateTable('custom_data')
    .set({ data: JSON.stringify(data) })
    .where('user_id', '=', user.id)
    .where('namespace', '=', namespace)
    .execute();
}

export async function dropData(ctx: Context, user: User, namespace: string): Promise<void> {
  await ctx.db
    .deleteFrom('custom_data')
    .where('user_id', '=', user.id)
    .where('namespace', '=', namespace)
    .execute();
}
