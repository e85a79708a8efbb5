/** What a new database begins with. A database that has an institution only learns the administrator's token. */
import { sql } from 'kysely';
import type { SeedName } from '../config.ts';
import type { Database, Db } from '../db/database.ts';
import { tokenHmac } from '../http/authenticate.ts';
import { createAccessToken } from './access-token.ts';
import { firstAdministrator } from './administrator.ts';
import { randomIdentities } from './identities.ts';
import { type AdminAccess, createInstitution } from './institution.ts';

export interface SeedOptions {
  now: string;
  secret: string;
  adminToken?: string | undefined;
  adminPassword?: string | undefined;
  /** Of everybody in the demo but the administrator, for trying things out; without it they have none. */
  demoPassword?: string | undefined;
}

/** Any number will do, as long as every server of an installation takes the same. */
const SEED_LOCK = 7_316_422;

/**
 * Fills an empty database, once, however many servers start at the same time.
 * @returns how the administrator gets in, where this call made him
 */
export async function seed(
  { kysely }: Database,
  name: SeedName,
  options: SeedOptions,
): Promise<AdminAccess | undefined> {
  return await kysely.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(SEED_LOCK)})`.execute(trx);
    const existing = await trx.selectFrom('accounts').select('id').limit(1).executeTakeFirst();
    if (existing) {
      if (options.adminToken) await acceptToken(trx, options.adminToken, options);
      return undefined;
    }
    if (name === 'none') return undefined;
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

/** A token that is known already stays what it is: somebody's, or deleted. */
async function acceptToken(db: Db, token: string, { secret, now }: SeedOptions): Promise<void> {
  const known = await db
    .selectFrom('access_tokens')
    .select('id')
    .where('token_hmac', '=', tokenHmac({ secret }, token))
    .executeTakeFirst();
  const administrator = known ? undefined : await firstAdministrator(db);
  if (!administrator) return;
  await createAccessToken(db, { userId: administrator.id, purpose: 'EASEL_ADMIN_TOKEN', secret, now, token });
}
