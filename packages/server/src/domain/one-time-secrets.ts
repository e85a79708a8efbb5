/** Secrets that are handed out to be brought back once: authorization codes, session tokens, states of a sign-in. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { JsonValue } from '../db/json-columns.ts';
import type { Site } from '../http/site.ts';
import { keyedHash } from './keyed-hash.ts';
import { randomToken } from './random-token.ts';

export type OneTimePurpose = 'authorization_code' | 'session' | 'openid_connect' | 'assertion';
type Data = { [key: string]: JsonValue };

const LENGTH = 128;

/** @returns the secret, of which only a keyed hash is kept */
export async function issueOnce(
  site: Site,
  db: Db,
  { purpose, data, seconds }: { purpose: OneTimePurpose; data: Data; seconds: number },
): Promise<string> {
  const secret = randomToken(LENGTH);
  await db
    .insertInto('one_time_secrets')
    .values({
      hmac: keyedHash(site, purpose, secret),
      purpose,
      data: JSON.stringify(data),
      expires_at: later(site.clock.now(), seconds),
    })
    .execute();
  return secret;
}

/** `spent`: it was brought back before, with what it was for. */
export type Taken = { state: 'good' | 'spent'; data: Data } | { state: 'unknown' };

/** Takes a secret; of two that bring the same one at once, one gets it. */
export async function takeOnce(site: Site, db: Db, purpose: OneTimePurpose, secret: string): Promise<Taken> {
  const hmac = keyedHash(site, purpose, secret);
  const now = site.clock.now();
  const taken = await db
    .updateTable('one_time_secrets')
    .set({ spent_at: now })
    .where('hmac', '=', hmac)
    .where('spent_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('data')
    .executeTakeFirst();
  if (taken) return { state: 'good', data: taken.data };
  const spent = await db
    .selectFrom('one_time_secrets')
    .select('data')
    .where('hmac', '=', hmac)
    .where('spent_at', 'is not', null)
    .executeTakeFirst();
  return spent ? { state: 'spent', data: spent.data } : { state: 'unknown' };
}

/** Adds to what a secret was for, once it is known what came of it. */
export async function noteOutcome(
  site: Site,
  db: Db,
  purpose: OneTimePurpose,
  secret: string,
  more: Data,
): Promise<void> {
  await db
    .updateTable('one_time_secrets')
    .set({ data: sql`data || ${JSON.stringify(more)}::jsonb` as never })
    .where('hmac', '=', keyedHash(site, purpose, secret))
    .execute();
}

/** Whether somebody else's secret comes for the first time (the `jti` of an assertion). */
export async function isFirstUse(
  site: Site,
  db: Db,
  { secret, until }: { secret: string; until: string },
): Promise<boolean> {
  const inserted = await db
    .insertInto('one_time_secrets')
    .values({
      hmac: keyedHash(site, 'assertion', secret),
      purpose: 'assertion',
      data: '{}',
      expires_at: until,
      spent_at: site.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('hmac')
    .executeTakeFirst();
  return inserted !== undefined;
}

export const later = (now: string, seconds: number): string =>
  `${new Date(Date.parse(now) + seconds * 1000).toISOString().slice(0, 19)}Z`;
