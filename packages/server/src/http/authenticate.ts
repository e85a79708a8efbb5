/** Who is asking (conventions 1). */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { InvalidAccessToken } from '../errors.ts';
import type { AccessToken, Caller, User } from './context.ts';
import { anonymous } from './context.ts';
import type { RackParams } from './rack-params.ts';
import type { Site } from './site.ts';

/** Canvas moves `last_used_at` no more often than this. */
const LAST_USED_SECONDS = 600;

/** The credential of a request: the Bearer header, else the parameter `access_token`. */
export function credentialOf(authorization: string | undefined, params: RackParams): string | undefined {
  const [scheme, token] = authorization?.split(' ', 2) ?? [];
  if (scheme === 'Bearer' && token) return token;
  const parameter = params['access_token'];
  return typeof parameter === 'string' && parameter !== '' ? parameter : undefined;
}

/** What is stored of a token: nobody who reads the database can use it. */
export function tokenHmac(site: Pick<Site, 'secret'>, token: string): string {
  return createHmac('sha256', site.secret).update(token).digest('base64url');
}

/**
 * Token → caller. No credential is nobody; a bad one is refused rather than taken for nobody.
 * @throws InvalidAccessToken
 */
export async function authenticate(site: Site, db: Db, credential: string | undefined): Promise<Caller> {
  if (credential === undefined) return anonymous;
  const token = await db
    .selectFrom('access_tokens')
    .selectAll()
    .where('token_hmac', '=', tokenHmac(site, credential))
    .executeTakeFirst();
  if (!token) throw new InvalidAccessToken();
  refuseUnusable(token, site.clock.now());
  const user = await findLiveUser(db, token.user_id);
  if (!user) throw new InvalidAccessToken();
  // A token made while masquerading acts only as long as the one who made it may sign in.
  const realUser = token.real_user_id === null ? null : await findLiveUser(db, token.real_user_id);
  if (realUser === undefined) throw new InvalidAccessToken();
  return { user, realUser, token };
}

function refuseUnusable(token: AccessToken, now: string): void {
  if (token.workflow_state === 'deleted') throw new InvalidAccessToken('Revoked access token.');
  if (token.workflow_state === 'pending') throw new InvalidAccessToken();
  if (token.expires_at !== null && token.expires_at <= now) {
    throw new InvalidAccessToken('Expired access token.', { expired_at: token.expires_at });
  }
}

/** A user who may sign in: in a usable state and with a live login. */
async function findLiveUser(db: Db, id: number): Promise<User | undefined> {
  return await db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', id)
    .where('workflow_state', 'not in', ['deleted', 'creation_pending'])
    .where(
      sql<boolean>`exists (select 1 from pseudonyms where user_id = users.id and workflow_state = 'active')`,
    )
    .executeTakeFirst();
}

/** Notes, beside the request, that a token was used; seldom enough to cost nothing. */
export function touchToken(site: Site, token: AccessToken): void {
  const now = site.clock.now();
  const since =
    token.last_used_at === null ? Infinity : (Date.parse(now) - Date.parse(token.last_used_at)) / 1000;
  if (since < LAST_USED_SECONDS) return;
  site.database.kysely
    .updateTable('access_tokens')
    .set({ last_used_at: now })
    .where('id', '=', token.id)
    .execute()
    .catch((error) => site.log.warn({ err: error }, 'could not note the use of a token'));
}
