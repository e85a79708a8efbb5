/** Who is asking (conventions 1). */
import { createHmac } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import type { Db } from '../db/database.ts';
import { takeRow, wholeRow } from '../db/whole-rows.ts';
import { type RoleWithOverrides, rolesHeldBy } from '../domain/roles-held.ts';
import { InvalidAccessToken, NotFound } from '../errors.ts';
import { bucketLevelOf } from './bucket-level.ts';
import type { AccessToken, Account, Caller, User } from './context.ts';
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

/** What is known of a request before anything is done for it. */
export interface Identified {
  /** The institution that the request's host serves. One a database, until worlds come. */
  rootAccount: Account;
  caller: Caller;
  /** How full the token's bucket was when the request came (throttle.ts). */
  bucketLevel: number;
}

/**
 * Who is asking, and of which institution: in one query, since every request waits for it.
 *
 * No credential is nobody; a bad one is refused rather than taken for nobody.
 * @throws InvalidAccessToken, or NotFound where there is no institution
 */
export async function identify(site: Site, db: Db, credential: string | undefined): Promise<Identified> {
  const hmac = credential === undefined ? null : tokenHmac(site, credential);
  const { rows } = await db.executeQuery<Found>(CompiledQuery.raw(IDENTIFY, [hmac]));
  const [found] = rows;
  if (!found) throw new NotFound();
  const rootAccount = takeRow(found, 'root', 'accounts') as Account;
  if (hmac === null) return { rootAccount, caller: anonymous, bucketLevel: 0 };
  return { rootAccount, caller: callerOf(site, found), bucketLevel: found.bucket_level ?? 0 };
}

type Found = Record<string, unknown> & {
  may_sign_in: boolean;
  maker_may_sign_in: boolean;
  roles_held: RoleWithOverrides[];
  bucket_level: number | null;
};

/** A user may sign in who is in a usable state and has a live login. */
const maySignIn = (alias: string) => `
  coalesce("${alias}".workflow_state not in ('deleted', 'creation_pending') and exists (
    select 1 from pseudonyms where user_id = "${alias}".id and workflow_state = 'active'), false)`;

const IDENTIFY = `
  select ${wholeRow('root', 'accounts')}, ${wholeRow('token', 'access_tokens')},
    ${wholeRow('member', 'users')}, ${wholeRow('maker', 'users')},
    ${maySignIn('member')} as may_sign_in, ${maySignIn('maker')} as maker_may_sign_in,
    ${rolesHeldBy('token.user_id')} as roles_held,
    ${bucketLevelOf(`'token:' || token.id`)} as bucket_level
  from accounts root
  left join access_tokens token on token.token_hmac = $1
  left join users member on member.id = token.user_id
  left join users maker on maker.id = token.real_user_id
  where root.parent_account_id is null and root.workflow_state <> 'deleted'
  order by root.id limit 1`;

function callerOf(site: Site, found: Found): Caller {
  const token = takeRow(found, 'token', 'access_tokens') as AccessToken | null;
  if (!token) throw new InvalidAccessToken();
  refuseUnusable(token, site.clock.now());
  // A token made while masquerading acts only as long as the one who made it may sign in.
  const makerIsGone = token.real_user_id !== null && !found.maker_may_sign_in;
  if (!found.may_sign_in || makerIsGone) throw new InvalidAccessToken();
  const user = takeRow(found, 'member', 'users') as User;
  return {
    user,
    realUser: takeRow(found, 'maker', 'users') as User | null,
    token,
    rolesHeld: { userId: user.id, roles: found.roles_held },
  };
}

function refuseUnusable(token: AccessToken, now: string): void {
  if (token.workflow_state === 'deleted') throw new InvalidAccessToken('Revoked access token.');
  if (token.workflow_state === 'pending') throw new InvalidAccessToken();
  if (token.expires_at !== null && token.expires_at <= now) {
    throw new InvalidAccessToken('Expired access token.', { expired_at: token.expires_at });
  }
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
