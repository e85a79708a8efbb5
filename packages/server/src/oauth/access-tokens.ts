/** An application's tokens: made from a code, renewed, ended. Kept are only keyed hashes of them. */
import { type Selectable, sql } from 'kysely';
import type { AccessTokensTable } from '../db/tables/index.ts';
import { recordEvents } from '../domain/audit.ts';
import { globalId } from '../domain/global-id.ts';
import { keyedHash } from '../domain/keyed-hash.ts';
import { later } from '../domain/one-time-secrets.ts';
import { randomToken } from '../domain/random-token.ts';
import { tokenHmac } from '../http/authenticate.ts';
import type { Context, User } from '../http/context.ts';
import { USER_INFO } from '../http/scopes.ts';
import type { Site } from '../http/site.ts';
import { type Client, nameOf } from './clients.ts';

export type TokenRow = Selectable<AccessTokensTable>;

/** A secret has to be refreshed after an hour, unless the key says otherwise. */
const FRESH_SECONDS = 60 * 60;
/** A public client's token ends when it wasn't refreshed for so long, as in Canvas. */
const PUBLIC_SECONDS = 2 * 60 * 60;
const LENGTH = 64;

export const refreshHmac = (site: Site, secret: string) => keyedHash(site, 'refresh token', secret);

export interface Grant {
  scopes: string[];
  purpose: string | null;
  remember_access: boolean;
}

/** Names whom it belongs to, and is good for nothing else. */
export const isUserInfoOnly = (scopes: readonly string[]) => scopes.length === 1 && scopes[0] === USER_INFO;

export interface Secrets {
  access: string | null;
  refresh: string | null;
}

export interface Issued {
  token: TokenRow;
  secrets: Secrets;
}

/** A token by which the application acts for the user. */
export async function issueToken(ctx: Context, client: Client, user: User, grant: Grant): Promise<Issued> {
  if (isUserInfoOnly(grant.scopes)) {
    const known = await rememberedUserInfo(ctx, client, user.id, grant.purpose);
    if (known) return { token: known, secrets: { access: null, refresh: null } };
  }
  const access = randomToken(LENGTH);
  const refresh = randomToken(LENGTH);
  const token = await ctx.db
    .insertInto('access_tokens')
    .values({
      user_id: user.id,
      developer_key_id: client.id,
      purpose: grant.purpose ?? nameOf(client),
      scopes: grant.scopes,
      remember_access: grant.remember_access,
      ...columnsOf(ctx, client, access),
      refresh_hmac: refreshHmac(ctx.site, refresh),
      created_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordEvents(ctx, [tokenEvent(token, 'granted', client)]);
  const isShown = !isUserInfoOnly(grant.scopes);
  return { token, secrets: isShown ? { access, refresh } : { access: null, refresh: null } };
}

/** A new secret in place of the old; a public client gets a new refresh token too, and the old one is spent. */
export async function renewToken(ctx: Context, client: Client, { id }: TokenRow): Promise<Issued> {
  const access = randomToken(LENGTH);
  const refresh = client.client_type === 'public' ? randomToken(LENGTH) : null;
  const token = await ctx.db
    .updateTable('access_tokens')
    .set({
      ...columnsOf(ctx, client, access),
      ...(refresh !== null && { refresh_hmac: refreshHmac(ctx.site, refresh) }),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return { token, secrets: { access, refresh } };
}

function columnsOf(ctx: Context, client: Client, access: string) {
  return {
    token_hmac: tokenHmac(ctx.site, access),
    token_hint: access.slice(0, 5),
    refresh_at: client.auto_expire_tokens ? later(ctx.now, FRESH_SECONDS) : null,
    ...(client.client_type === 'public' && { expires_at: later(ctx.now, PUBLIC_SECONDS) }),
    updated_at: ctx.now,
  };
}

/** Ends tokens that meet a condition on their columns. */
export async function endTokens(
  ctx: Context,
  client: Client | undefined,
  which: { id: number } | { user_id: number; developer_key_id: number },
): Promise<void> {
  let ending = ctx.db
    .updateTable('access_tokens')
    .set({ workflow_state: 'deleted', deleted_at: ctx.now, updated_at: ctx.now })
    .where('workflow_state', '<>', 'deleted');
  for (const [column, value] of Object.entries(which)) ending = ending.where(column as 'id', '=', value);
  const ended = await ending.returningAll().execute();
  await recordEvents(
    ctx,
    ended.map((token) => tokenEvent(token, 'revoked', client)),
  );
}

const tokenEvent = (token: TokenRow, event_type: string, client: Client | undefined) => ({
  category: 'token' as const,
  event_type,
  user_id: token.user_id,
  actor_id: token.user_id,
  access_token_id: token.id,
  event_data: {
    developer_key_id: token.developer_key_id && globalId(token.developer_key_id),
    ...(client && { app: nameOf(client) }),
    scopes: token.scopes,
  },
});

/** What a user allowed for good: to be told to the application who he is, without asking again. */
export function rememberedUserInfo(
  ctx: Context,
  client: Client,
  userId: number,
  purpose: string | null,
): Promise<TokenRow | undefined> {
  return ctx.db
    .selectFrom('access_tokens')
    .selectAll()
    .where('user_id', '=', userId)
    .where('developer_key_id', '=', client.id)
    .where('workflow_state', '=', 'active')
    .where('remember_access', '=', true)
    .where(sql<boolean>`scopes = ${[USER_INFO]}::text[]`)
    .where('purpose', '=', purpose ?? nameOf(client))
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', ctx.now)]))
    .limit(1)
    .executeTakeFirst();
}

/** The answer of the token endpoint, in Canvas's order. */
export function tokenAnswer(ctx: Context, user: User, { token, secrets }: Issued) {
  return {
    access_token: secrets.access,
    token_type: 'Bearer',
    user: {
      id: user.id,
      name: user.name,
      global_id: String(globalId(user.id)),
      effective_locale: user.locale ?? ctx.rootAccount.default_locale ?? 'en',
      fake_student: user.fake_student,
    },
    canvas_region: 'unknown',
    ...(secrets.refresh !== null && { refresh_token: secrets.refresh }),
    ...(token.refresh_at !== null && {
      expires_in: Math.round((Date.parse(token.refresh_at) - Date.parse(ctx.now)) / 1000),
    }),
  };
}
