/** Who is asking (conventions 1). */
import { createHmac } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import type { Db } from '../db/database.ts';
import { takeRow, wholeRow } from '../db/whole-rows.ts';
import { noteEvent } from '../domain/audit.ts';
import { type RoleWithOverrides, rolesHeldBy } from '../domain/roles-held.ts';
import { InvalidAccessToken, NotFound } from '../errors.ts';
import { bucketLevelOf } from './bucket-level.ts';
import type { AccessToken, Account, Caller, User } from './context.ts';
import { anonymous } from './context.ts';
import type { RackParams } from './rack-params.ts';
import { type KeyRules, narrowingOf } from './scopes.ts';
import { findSession } from './session.ts';
import type { Site } from './site.ts';

/** Canvas moves `last_used_at` no more often than this. */
const LAST_USED_SECONDS = 600;
/** Unless the token has moved to another address. */
const MOVED_SECONDS = 60;

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
 * Who is asking, and of which institution: in one query, since every request waits for it. A browser's session is a
 * second one, and counts only where there is no token.
 *
 * No credential is nobody; a bad one is refused rather than taken for nobody.
 * @param visit what the browser's cookie holds
 * @throws InvalidAccessToken, or NotFound where there is no institution
 */
export async function identify(
  site: Site,
  db: Db,
  credential: string | undefined,
  visit?: string,
): Promise<Identified> {
  const hmac = credential === undefined ? null : tokenHmac(site, credential);
  const { rows } = await db.executeQuery<Found>(CompiledQuery.raw(IDENTIFY, [hmac]));
  const [found] = rows;
  if (!found) throw new NotFound();
  const rootAccount = takeRow(found, 'root', 'accounts') as Account;
  if (hmac === null) {
    const signedIn = visit === undefined ? undefined : await findSession(site, db, visit);
    return { rootAccount, caller: signedIn ?? anonymous, bucketLevel: 0 };
  }
  return { rootAccount, caller: callerOf(site, found), bucketLevel: found.bucket_level ?? 0 };
}

type Found = Record<string, unknown> & {
  may_sign_in: boolean;
  maker_may_sign_in: boolean;
  roles_held: RoleWithOverrides[];
  bucket_level: number | null;
  key_state: string | null;
  key_is_on: boolean;
  auto_expire_tokens: boolean;
} & KeyRules;

/** A user may sign in who is in a usable state and has a live login. */
const maySignIn = (alias: string) => `
  coalesce("${alias}".workflow_state not in ('deleted', 'creation_pending') and exists (
    select 1 from pseudonyms where user_id = "${alias}".id and workflow_state = 'active'), false)`;

const IDENTIFY = `
  select ${wholeRow('root', 'accounts')}, ${wholeRow('token', 'access_tokens')},
    ${wholeRow('member', 'users')}, ${wholeRow('maker', 'users')},
    ${maySignIn('member')} as may_sign_in, ${maySignIn('maker')} as maker_may_sign_in,
    ${rolesHeldBy('token.user_id')} as roles_held,
    ${bucketLevelOf(`'token:' || token.id`)} as bucket_level,
    key.workflow_state as key_state, key.require_scopes, key.allow_includes, key.auto_expire_tokens,
    exists (select 1 from developer_key_account_bindings where developer_key_id = token.developer_key_id
      and account_id = root.id and workflow_state = 'on') as key_is_on
  from accounts root
  left join access_tokens token on token.token_hmac = $1
  left join developer_keys key on key.id = token.developer_key_id
  left join users member on member.id = token.user_id
  left join users maker on maker.id = token.real_user_id
  where root.parent_account_id is null and root.workflow_state <> 'deleted'
  order by root.id limit 1`;

function callerOf(site: Site, found: Found): Caller {
  const token = takeRow(found, 'token', 'access_tokens') as AccessToken | null;
  if (!token) throw new InvalidAccessToken();
  const now = site.clock.now();
  refuseUnusable(token, now);
  if (token.developer_key_id !== null) refuseUnusableKey(found, token, now);
  // A token made while masquerading acts only as long as the one who made it may sign in.
  const makerIsGone = token.real_user_id !== null && !found.maker_may_sign_in;
  if (!found.may_sign_in || makerIsGone) throw new InvalidAccessToken();
  const user = takeRow(found, 'member', 'users') as User;
  const narrowing = narrowingOf(token, token.developer_key_id === null ? undefined : found);
  return {
    user,
    realUser: takeRow(found, 'maker', 'users') as User | null,
    token,
    ...(narrowing && { narrowing }),
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

/** An application's token holds as long as its key is active and on here, and its secret for an hour. */
function refuseUnusableKey(
  key: Pick<Found, 'key_state' | 'key_is_on' | 'auto_expire_tokens'>,
  { refresh_at }: AccessToken,
  now: string,
): void {
  const isUsable = key.key_state === 'active' && key.key_is_on;
  const isStale = key.auto_expire_tokens && refresh_at !== null && refresh_at <= now;
  if (!isUsable || isStale) throw new InvalidAccessToken();
}

/** Notes, beside the request, that a token was used and where from; seldom enough to cost nothing. */
export function touchToken(site: Site, token: AccessToken, address: string): void {
  const now = site.clock.now();
  const since =
    token.last_used_at === null ? Infinity : (Date.parse(now) - Date.parse(token.last_used_at)) / 1000;
  const moved = token.last_used_from !== address;
  if (since < (moved ? MOVED_SECONDS : LAST_USED_SECONDS)) return;
  site.database.kysely
    .updateTable('access_tokens')
    .set({ last_used_at: now, last_used_from: address })
    .where('id', '=', token.id)
    .execute()
    .catch((error) => site.log.warn({ err: error }, 'could not note the use of a token'));
  if (moved) {
    noteEvent(site, {
      category: 'token',
      event_type: 'used_from_new_address',
      user_id: token.user_id,
      actor_id: token.user_id,
      access_token_id: token.id,
      address,
    });
  }
}
