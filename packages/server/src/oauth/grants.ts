/** What the token endpoint gives for a code, and for a refresh token. */
import type { JsonValue } from '../db/json-columns.ts';
import { isSameSecret } from '../domain/keyed-hash.ts';
import { noteOutcome, takeOnce } from '../domain/one-time-secrets.ts';
import type { Context, User } from '../http/context.ts';
import {
  endTokens,
  issueToken,
  refreshHmac,
  renewToken,
  type TokenRow,
  tokenAnswer,
} from './access-tokens.ts';
import { type Client, demandSecret, findClient, isOnHere } from './clients.ts';
import { OAuthError } from './errors.ts';
import { challengeOf } from './pkce.ts';
import { spend, tokenOfSpent } from './spent-refresh-tokens.ts';
import type { TokenRequest } from './token-request.ts';

const TRUE = new Set(['1', 'true', 'yes', 'y', 't', 'on']);

/** Why a grant was refused although what happened on the way has to stay: a code is spent, tokens are ended. */
export class Refused {
  readonly error: OAuthError;
  constructor(error: OAuthError) {
    this.error = error;
  }
}

type Answer = ReturnType<typeof tokenAnswer>;

export async function authorizationCode(ctx: Context, request: TokenRequest): Promise<Answer | Refused> {
  const client = await findClient(ctx.db, request.clientId);
  demandSecret(ctx.site, client, request.clientSecret, request.text('code_verifier') !== undefined);
  const code = request.text('code');
  if (!code) throw new OAuthError('noCode');
  const taken = await takeOnce(ctx.site, ctx.db, 'authorization_code', code);
  if (taken.state === 'unknown') throw new OAuthError('unknownCode');
  const { data } = taken;
  if (taken.state === 'spent') {
    // Somebody has it who shouldn't: what was given for it is good no longer (RFC 6749 4.1.2).
    const { access_token_id: id } = data;
    if (typeof id === 'number') await endTokens(ctx, client, { id });
    return new Refused(new OAuthError('unknownCode'));
  }
  if (data['developer_key_id'] !== client.id) return new Refused(new OAuthError('wrongClient'));
  if (!isBoundTo(data, client, request)) return new Refused(new OAuthError('invalidGrant'));
  const user = await findUser(ctx, Number(data['user_id']));
  if (!user || !(await isOnHere(ctx.db, client, ctx.rootAccount.id))) {
    return new Refused(new OAuthError('invalidGrant'));
  }
  if (TRUE.has(request.text('replace_tokens')?.toLowerCase() ?? '')) {
    await endTokens(ctx, client, { user_id: user.id, developer_key_id: client.id });
  }
  const issued = await issueToken(ctx, client, user, {
    scopes: data['scopes'] as string[],
    purpose: data['purpose'] as string | null,
    remember_access: data['remember_access'] === true,
  });
  await noteOutcome(ctx.site, ctx.db, 'authorization_code', code, { access_token_id: issued.token.id });
  return tokenAnswer(ctx, user, issued);
}

/**
 * The code came back from whom it was sent to. By PKCE; and by the address, which may be left out only where PKCE
 * has proved it. A verifier without a challenge is refused as well: somebody took the challenge out (RFC 9700 2.1.1).
 */
function isBoundTo(data: Record<string, JsonValue>, client: Client, request: TokenRequest): boolean {
  const { code_challenge: challenge, redirect_uri: expected } = data;
  const verifier = request.text('code_verifier');
  if (typeof challenge === 'string') {
    if (!verifier || !isSameSecret(challengeOf(verifier), challenge)) return false;
  } else if (verifier || client.client_type === 'public') return false;
  const redirectUri = request.text('redirect_uri');
  return redirectUri === expected || (redirectUri === undefined && typeof challenge === 'string');
}

const findUser = (ctx: Context, id: number): Promise<User | undefined> =>
  ctx.db
    .selectFrom('users')
    .selectAll()
    .where('id', '=', id)
    .where('workflow_state', 'not in', ['deleted', 'creation_pending'])
    .executeTakeFirst();

export async function refreshToken(ctx: Context, request: TokenRequest): Promise<Answer | Refused> {
  const client = await findClient(ctx.db, request.clientId);
  demandSecret(ctx.site, client, request.clientSecret, true);
  const secret = request.text('refresh_token');
  if (!secret) throw new OAuthError('noRefreshToken');
  const token = await findRefreshable(ctx, secret);
  if (!token) {
    // The rightful owner or a thief is late; nobody knows which (RFC 9700 4.14.2).
    const id = await tokenOfSpent(ctx, client, secret);
    if (id !== undefined) await endTokens(ctx, client, { id });
    return new Refused(new OAuthError('unknownRefreshToken'));
  }
  if (token.developer_key_id !== client.id) throw new OAuthError('wrongClient');
  const user = await findUser(ctx, token.user_id);
  if (!user || !(await isOnHere(ctx.db, client, ctx.rootAccount.id))) {
    throw new OAuthError('unknownRefreshToken');
  }
  if (client.client_type === 'public') await spend(ctx, token, secret);
  return tokenAnswer(ctx, user, await renewToken(ctx, client, token));
}

const findRefreshable = (ctx: Context, secret: string): Promise<TokenRow | undefined> =>
  ctx.db
    .selectFrom('access_tokens')
    .selectAll()
    .where('refresh_hmac', '=', refreshHmac(ctx.site, secret))
    .where('workflow_state', '=', 'active')
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', ctx.now)]))
    // Two refreshes at once would each give out what the other one ends.
    .forUpdate()
    .executeTakeFirst();
