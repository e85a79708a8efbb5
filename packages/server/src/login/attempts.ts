/**
 * How guessing is slowed. Every attempt counts, before the password is looked at, as one of a login from an address, of
 * the login, and of the address; a right password gives it back. Beyond a few, each further one has to wait twice as
 * long as the one before. A name that nobody has counts as any other, so that waiting tells nothing.
 */
import { keyedHash } from '../domain/keyed-hash.ts';
import { later } from '../domain/one-time-secrets.ts';
import type { Context } from '../http/context.ts';

/** Attempts that are free. A login from one address soon waits; all others of the login, and of the address, later. */
const FREE = { pair: 5, login: 20, address: 50 };
const LONGEST_WAIT_SECONDS = 15 * 60;
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;

interface Keys {
  pair: string;
  login: string;
  address: string;
}

/** Names are hashed: people type their passwords into the wrong field. */
function keysOf(ctx: Context, name: string, address: string): Keys {
  const hashed = (...parts: string[]) => keyedHash(ctx.site, 'sign-in attempt', JSON.stringify(parts));
  return { pair: hashed(name, address), login: hashed(name), address: hashed('', address) };
}

/** @returns false where it has to wait; such an attempt isn't counted */
export async function countAttempt(ctx: Context, name: string, address: string): Promise<boolean> {
  const keys = keysOf(ctx, name, address);
  const freeOf = new Map(Object.entries(keys).map(([kind, key]) => [key, FREE[kind as keyof Keys]]));
  return await ctx.transaction(async (inner) => {
    const { db, now } = inner;
    const known = await db
      .insertInto('sign_in_attempts')
      // In one order, so that two at once don't wait for each other.
      .values(
        [...freeOf.keys()].sort().map((key) => ({ key, failures: 0, blocked_until: now, updated_at: now })),
      )
      .onConflict((conflict) => conflict.column('key').doUpdateSet((eb) => ({ key: eb.ref('excluded.key') })))
      .returningAll()
      .execute();
    if (known.some(({ blocked_until }) => blocked_until > now)) return false;
    for (const { key, failures: before, updated_at } of known) {
      const isForgotten = Date.parse(now) - Date.parse(updated_at) > FORGOTTEN_AFTER_MS;
      const failures = isForgotten ? 1 : before + 1;
      await db
        .updateTable('sign_in_attempts')
        .set({
          failures,
          updated_at: now,
          blocked_until: later(now, waitAfter(failures, freeOf.get(key) ?? 0)),
        })
        .where('key', '=', key)
        .execute();
    }
    return true;
  });
}

function waitAfter(failures: number, free: number): number {
  if (failures < free) return 0;
  return Math.min(LONGEST_WAIT_SECONDS, 2 ** Math.min(failures - free, 20));
}

/** The password was right. */
export async function forgiveAttempt(ctx: Context, name: string, address: string): Promise<void> {
  const keys = keysOf(ctx, name, address);
  await ctx.db.deleteFrom('sign_in_attempts').where('key', 'in', [keys.pair, keys.login]).execute();
  await ctx.db
    .updateTable('sign_in_attempts')
    .set((eb) => ({ failures: eb('failures', '-', 1) }))
    .where('key', '=', keys.address)
    .where('failures', '>', 0)
    .execute();
}
