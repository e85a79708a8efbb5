import { sql } from 'kysely';
import type { JsonValue } from '../../db/json-columns.ts';
import type { Context, User } from '../../http/context.ts';

type Preferences = User['preferences'];

/** Sets some preferences and leaves the others. @returns all of them */
export function savePreferences(
  ctx: Context,
  user: User,
  changes: Record<string, JsonValue>,
): Promise<Preferences> {
  return update(ctx, user, sql`preferences || ${JSON.stringify(changes)}::jsonb`);
}

/** Sets some entries of a preference that is an object, whatever another request sets meanwhile. */
export function saveEntries(
  ctx: Context,
  user: User,
  preference: string,
  entries: Record<string, JsonValue>,
): Promise<Preferences> {
  const merged = sql`coalesce(preferences -> ${preference}::text, '{}'::jsonb) || ${JSON.stringify(entries)}::jsonb`;
  return update(ctx, user, sql`jsonb_set(preferences, array[${preference}::text], ${merged})`);
}

async function update(ctx: Context, user: User, value: ReturnType<typeof sql<string>>): Promise<Preferences> {
  const { preferences } = await ctx.db
    .updateTable('users')
    .set({ preferences: value, updated_at: ctx.now })
    .where('id', '=', user.id)
    .returning('preferences')
    .executeTakeFirstOrThrow();
  return preferences;
}
