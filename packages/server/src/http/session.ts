/**
 * A browser's session: a random text in a cookie, of which the database keeps a keyed hash. Whoever isn't signed in
 * has the cookie too, and nothing in the database; his forms are bound to it all the same.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie } from 'cookie';
import { CompiledQuery, type Selectable } from 'kysely';
import type { Db } from '../db/database.ts';
import type { SessionsTable } from '../db/tables/index.ts';
import { takeRow, wholeRow } from '../db/whole-rows.ts';
import { isSameSecret, keyedHash } from '../domain/keyed-hash.ts';
import { type RoleWithOverrides, rolesHeldBy } from '../domain/roles-held.ts';
import { InvalidAuthenticityToken } from '../errors.ts';
import type { Caller, RequestFacts, User } from './context.ts';
import type { Site } from './site.ts';

export type Session = Selectable<SessionsTable>;

const HOUR = 60 * 60;
/** Unused for so long, a session ends; the longer time is of those who asked to stay signed in. */
export const IDLE_SECONDS = { usual: 24 * HOUR, remembered: 14 * 24 * HOUR };
/** Whatever happens, it ends then. */
const LONGEST_SECONDS = 30 * 24 * HOUR;
/** How often its use is noted. */
const TOUCH_SECONDS = 600;

/** Over https the name itself says that no other host and no unencrypted page can have set the cookie. */
export const cookieName = (origin: string) =>
  origin.startsWith('https:') ? '__Host-easel_session' : 'easel_session';

/** The random text of the browser, if it brought one. */
export function visitOf(headers: IncomingHttpHeaders, origin: string): string | undefined {
  if (!headers.cookie) return undefined;
  const value = parseCookie(headers.cookie)[cookieName(origin)];
  return value !== undefined && /^[A-Za-z0-9]{64}$/.test(value) ? value : undefined;
}

export const sessionHmac = (site: Site, visit: string) => keyedHash(site, 'session', visit);

/** What a form or a script of this browser has to bring with everything but reading. */
export const csrfTokenOf = (site: Site, visit: string) => keyedHash(site, 'csrf', visit);

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** @throws InvalidAuthenticityToken unless a writing request proves that it comes from a page of this site */
export function refuseForgery(site: Site, visit: string, request: RequestFacts): void {
  if (READING.has(request.method ?? '')) return;
  const header = request.headers?.['x-csrf-token'];
  const given = typeof header === 'string' ? header : request.params['authenticity_token'];
  if (typeof given === 'string' && isSameSecret(given, csrfTokenOf(site, visit))) return;
  throw new InvalidAuthenticityToken();
}

/** Until when a session holds that is used now. */
export function expiryOf(
  now: string,
  { created_at, remembered }: Pick<Session, 'created_at' | 'remembered'>,
) {
  const idle = remembered ? IDLE_SECONDS.remembered : IDLE_SECONDS.usual;
  const end = Math.min(Date.parse(now) + idle * 1000, Date.parse(created_at) + LONGEST_SECONDS * 1000);
  return `${new Date(end).toISOString().slice(0, 19)}Z`;
}

const FIND = `
  select ${wholeRow('session', 'sessions')}, ${wholeRow('member', 'users')},
    ${rolesHeldBy('session.user_id')} as roles_held
  from sessions session
  join users member on member.id = session.user_id
  join pseudonyms on pseudonyms.id = session.pseudonym_id
  where session.hmac = $1 and session.expires_at > $2
    and member.workflow_state not in ('deleted', 'creation_pending') and pseudonyms.workflow_state = 'active'`;

type Found = Record<string, unknown> & { roles_held: RoleWithOverrides[] };

/** Who is signed in with this browser; undefined for nobody. */
export async function findSession(site: Site, db: Db, visit: string): Promise<Caller | undefined> {
  const now = site.clock.now();
  const { rows } = await db.executeQuery<Found>(CompiledQuery.raw(FIND, [sessionHmac(site, visit), now]));
  const [found] = rows;
  if (!found) return undefined;
  const session = takeRow(found, 'session', 'sessions') as Session;
  const user = takeRow(found, 'member', 'users') as User;
  touchSession(site, session, now);
  return {
    user,
    realUser: null,
    token: null,
    session,
    rolesHeld: { userId: user.id, roles: found.roles_held },
  };
}

/** Notes, beside the request, that a session was used. */
function touchSession(site: Site, session: Session, now: string): void {
  if (Date.parse(now) - Date.parse(session.last_seen_at) < TOUCH_SECONDS * 1000) return;
  site.database.kysely
    .updateTable('sessions')
    .set({ last_seen_at: now, expires_at: expiryOf(now, session) })
    .where('id', '=', session.id)
    .execute()
    .catch((error) => site.log.warn({ err: error }, 'could not note the use of a session'));
}
