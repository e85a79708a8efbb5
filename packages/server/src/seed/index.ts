/** What a new database begins with. A database that has an institution is left alone. */
import { sql } from 'kysely';
import type { SeedName } from '../config.ts';
import type { Database } from '../db/database.ts';
import { randomIdentities } from './identities.ts';
import { createInstitution } from './institution.ts';

export interface SeedOptions {
  now: string;
  secret: string;
  adminToken?: string | undefined;
}

/** Any number will do, as long as every server of an installation takes the same. */
const SEED_LOCK = 7_316_422;

/**
 * Fills an empty database, once, however many servers start at the same time.
 * @returns the administrator's token where this call made him
 */
export async function seed(
  { kysely }: Database,
  name: SeedName,
  options: SeedOptions,
): Promise<string | undefined> {
  if (name === 'none') return undefined;
  return await kysely.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(SEED_LOCK)})`.execute(trx);
    const existing = await trx.selectFrom('accounts').select('id').limit(1).executeTakeFirst();
    if (existing) return undefined;
    if (name === 'demo') {
      // Loaded only here: every later start does without.
      const { createDemo } = await import('./demo/index.ts');
      return await createDemo(trx, options);
    }
    return await createInstitution(trx, {
      ...options,
      identities: randomIdentities,
      name: 'Easel',
      timeZone: 'America/New_York',
      adminLogin: 'admin@easel.example',
    });
  });
}
