/** Signing a browser in and out. */
import { sql } from 'kysely';
import { recordEvents } from '../domain/audit.ts';
import { randomToken } from '../domain/random-token.ts';
import type { Context } from '../http/context.ts';
import {
  cookieName,
  csrfTokenOf,
  expiryOf,
  IDLE_SECONDS,
  type Session,
  sessionHmac,
} from '../http/session.ts';
import type { Visit } from './visit.ts';

/** The name under which Canvas's own pages, and scripts made for them, find what they have to send. */
const CSRF_COOKIE = '_csrf_token';

export interface Beginning {
  user_id: number;
  pseudonym_id: number;
  provider: 'canvas' | 'openid_connect' | 'session_token';
  remembered?: boolean;
  /** Of a provider that is told when the session ends. */
  id_token?: string | undefined;
}

/** Begins a session under a new cookie: one that somebody else has put into the browser is worth nothing. */
export async function beginSession(visit: Visit, beginning: Beginning): Promise<void> {
  const cookie = randomToken(64);
  const { pseudonym_id, remembered = false } = beginning;
  await visit.transaction(async (ctx) => {
    await ctx.db.deleteFrom('sessions').where('hmac', '=', sessionHmac(visit.site, visit.cookie)).execute();
    await insertSession(ctx, visit, cookie, { ...beginning, created_at: ctx.now });
    await ctx.db
      .updateTable('pseudonyms')
      .set({ last_login_at: ctx.now, last_request_at: ctx.now })
      .where('id', '=', pseudonym_id)
      .execute();
    await recordEvents(ctx, [event(ctx, 'login', beginning)]);
    await forgetExpired(ctx);
  });
  setCookies(visit, cookie, remembered);
}

/** Goes on with a session, whose row is gone, under a new cookie. Call the result once that is committed. */
export async function moveSession(ctx: Context, visit: Visit, session: Session): Promise<() => void> {
  const cookie = randomToken(64);
  await insertSession(ctx, visit, cookie, session);
  return () => setCookies(visit, cookie, session.remembered);
}

async function insertSession(
  ctx: Context,
  visit: Visit,
  cookie: string,
  session: Omit<Beginning, 'provider' | 'id_token'> &
    Pick<Session, 'provider' | 'created_at'> & { id_token?: string | null | undefined },
): Promise<void> {
  const { user_id, pseudonym_id, provider, created_at, remembered = false, id_token = null } = session;
  await ctx.db
    .insertInto('sessions')
    .values({
      hmac: sessionHmac(visit.site, cookie),
      user_id,
      pseudonym_id,
      provider,
      remembered,
      id_token,
      address: visit.address,
      created_at,
      last_seen_at: ctx.now,
      expires_at: expiryOf(ctx.now, { created_at, remembered }),
    })
    .execute();
}

function setCookies(visit: Visit, cookie: string, remembered: boolean): void {
  const lasting = remembered ? { maxAge: IDLE_SECONDS.remembered } : {};
  visit.setCookie({ value: cookie, ...lasting });
  visit.setCookie({ name: CSRF_COOKIE, httpOnly: false, value: csrfTokenOf(visit.site, cookie), ...lasting });
}

/** Ends this browser's session, if it has one. */
export async function endSession(visit: Visit): Promise<void> {
  const { session } = visit.caller;
  if (session) {
    await visit.transaction(async (ctx) => {
      await ctx.db.deleteFrom('sessions').where('id', '=', session.id).execute();
      await recordEvents(ctx, [event(ctx, 'logout', session)]);
    });
  }
  visit.setCookie({ name: cookieName(visit.origin), value: '', maxAge: 0 });
  visit.setCookie({ name: CSRF_COOKIE, value: '', maxAge: 0 });
}

/** Ends every session of a user, in whatever browser. */
export async function endSessionsOf(ctx: Context, userId: number): Promise<void> {
  const ended = await ctx.db.deleteFrom('sessions').where('user_id', '=', userId).returningAll().execute();
  await recordEvents(
    ctx,
    ended.map((session) => event(ctx, 'logout', session)),
  );
}

const event = (
  ctx: Context,
  event_type: 'login' | 'logout',
  { user_id, pseudonym_id, provider }: Pick<Beginning, 'user_id' | 'pseudonym_id'> & { provider: string },
) => ({
  category: 'authentication' as const,
  event_type,
  event_source: 'manual' as const,
  account_id: ctx.rootAccount.id,
  user_id,
  pseudonym_id,
  actor_id: user_id,
  event_data: { provider },
});

/** Nobody will ask for them again. */
async function forgetExpired(ctx: Context): Promise<void> {
  await ctx.db.deleteFrom('sessions').where('expires_at', '<=', ctx.now).execute();
  await ctx.db
    .deleteFrom('one_time_secrets')
    .where('expires_at', '<', sql<string>`${ctx.now}::timestamptz - interval '1 day'`)
    .execute();
  await ctx.db
    .deleteFrom('sign_in_attempts')
    .where('updated_at', '<', sql<string>`${ctx.now}::timestamptz - interval '1 day'`)
    .execute();
}
