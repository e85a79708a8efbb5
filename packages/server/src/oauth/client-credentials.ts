/**
 * client_credentials: an application on its own behalf, with its secret or with an assertion that it signed (RFC 7523).
 * Canvas gives it only to keys whose `client_credentials_audience` is `external`: the token is for others' servers,
 * which verify it by /login/oauth2/jwks, and opens nothing here.
 */
import { randomUUID } from 'node:crypto';
import {
  createLocalJWKSet,
  decodeJwt,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  jwtVerify,
  SignJWT,
} from 'jose';
import { globalId } from '../domain/global-id.ts';
import { isFirstUse } from '../domain/one-time-secrets.ts';
import type { Context } from '../http/context.ts';
import { type Client, demandSecret, findClient, isOnHere } from './clients.ts';
import { InvalidScope, OAuthError } from './errors.ts';
import { signingKey } from './signing-key.ts';
import type { TokenRequest } from './token-request.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const SECONDS = 60 * 60;
const KEYS_MAX_BYTES = 256 * 1024;
const KEYS_TIMEOUT_MS = 10_000;
/** How old an assertion may be, and how far its clock may be off. */
const ASSERTION = { maxTokenAge: '1 hour', clockTolerance: 60 } as const;

export async function clientCredentials(ctx: Context, request: TokenRequest) {
  const client = await authenticated(ctx, request);
  if (client.client_credentials_audience !== 'external') throw new OAuthError('unsupportedAssertion');
  if (!(await isOnHere(ctx.db, client, ctx.rootAccount.id))) throw new OAuthError('unknownClient');
  const scopes = (request.text('scope') ?? request.text('scopes') ?? '').split(/\s+/).filter(Boolean);
  const missing = scopes.filter((scope) => !client.scopes.includes(scope));
  if (missing.length > 0 || (client.require_scopes && scopes.length === 0)) throw new InvalidScope(missing);
  return {
    access_token: await sign(ctx, client, scopes),
    token_type: 'Bearer',
    expires_in: SECONDS,
    scope: scopes.join(' '),
  };
}

async function authenticated(ctx: Context, request: TokenRequest): Promise<Client> {
  if (request.text('client_assertion_type') !== JWT_BEARER) {
    const client = await findClient(ctx.db, request.clientId);
    demandSecret(ctx.site, client, request.clientSecret, false);
    return client;
  }
  const assertion = request.text('client_assertion') ?? '';
  const client = await findClient(ctx.db, subjectOf(assertion));
  if (request.clientId !== undefined && request.clientId !== subjectOf(assertion)) {
    throw new OAuthError('wrongAssertion');
  }
  await verify(ctx, client, assertion);
  return client;
}

function subjectOf(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).sub;
  } catch {
    return undefined;
  }
}

/** Signed by the client, for this endpoint, not long ago, and never seen before. */
async function verify(ctx: Context, client: Client, assertion: string): Promise<void> {
  const options = {
    ...ASSERTION,
    algorithms: ['RS256'],
    audience: tokenUrl(ctx),
    currentDate: new Date(ctx.now),
    requiredClaims: ['iss', 'sub', 'exp', 'iat', 'jti'],
  };
  try {
    const { public_jwk: jwk, public_jwk_url: url } = client;
    const { payload } = url
      ? await jwtVerify(assertion, createLocalJWKSet(await fetchKeys(ctx, url)), options)
      : await jwtVerify(assertion, await importJWK((jwk ?? {}) as JWK, 'RS256'), options);
    const until = new Date((payload.exp as number) * 1000 + ASSERTION.clockTolerance * 1000).toISOString();
    const secret = `${client.id}:${payload.jti}`;
    if (await isFirstUse(ctx.site, ctx.db, { secret, until })) return;
  } catch (error) {
    ctx.site.log.info({ err: error, client: client.id }, 'a client assertion was refused');
  }
  throw new OAuthError('wrongAssertion');
}

async function fetchKeys(ctx: Context, url: string): Promise<JSONWebKeySet> {
  const { body } = await ctx.site.fetch(url, { maxBytes: KEYS_MAX_BYTES, timeoutMs: KEYS_TIMEOUT_MS });
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString()) as JSONWebKeySet;
}

const tokenUrl = (ctx: Context) => ctx.url('/login/oauth2/token');

async function sign(ctx: Context, client: Client, scopes: readonly string[]): Promise<string> {
  const { kid, privateJwk } = await signingKey(ctx.site);
  const now = Math.floor(Date.parse(ctx.now) / 1000);
  return await new SignJWT({
    scopes: scopes.join(' '),
    'canvas.instructure.com': { account_uuid: ctx.rootAccount.uuid },
  })
    .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
    .setIssuer(ctx.request.origin)
    .setSubject(String(globalId(client.id)))
    .setAudience(tokenUrl(ctx))
    .setIssuedAt(now)
    .setExpirationTime(now + SECONDS)
    .setJti(randomUUID())
    .sign(await importJWK(privateJwk, 'RS256'));
}
