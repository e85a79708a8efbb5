/** The key that tokens for others' servers are signed with; its public half is at /login/oauth2/jwks. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Db } from '../db/database.ts';
import type { Site } from '../http/site.ts';

export interface SigningKey {
  kid: string;
  privateJwk: JWK;
}

/** The installation's key, made when first asked for. */
export async function signingKey(site: Site): Promise<SigningKey> {
  const db = site.database.kysely;
  const known = await oldestKey(db);
  if (known) return known;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const privateJwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(privateJwk);
  await db
    .insertInto('signing_keys')
    .values({ kid, private_jwk: JSON.stringify(privateJwk), created_at: site.clock.now() })
    .execute();
  // Of two that were made at once, all take the same.
  return (await oldestKey(db)) ?? { kid, privateJwk };
}

async function oldestKey(db: Db): Promise<SigningKey | undefined> {
  const row = await db
    .selectFrom('signing_keys')
    .selectAll()
    .orderBy('created_at')
    .orderBy('kid')
    .limit(1)
    .executeTakeFirst();
  return row && { kid: row.kid, privateJwk: row.private_jwk as JWK };
}

export async function publicJwks(site: Site): Promise<{ keys: JWK[] }> {
  const { kid, privateJwk } = await signingKey(site);
  const { kty, n, e } = privateJwk as Required<Pick<JWK, 'kty' | 'n' | 'e'>>;
  return { keys: [{ kty, n, e, kid, alg: 'RS256', use: 'sig' }] };
}
