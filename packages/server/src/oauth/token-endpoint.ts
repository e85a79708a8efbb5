/** `POST /login/oauth2/token`, `DELETE` of it, and what standards have beside: revocation, metadata, keys. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CanvasError, Refusal } from '../errors.ts';
import { credentialOf, identify, tokenHmac } from '../http/authenticate.ts';
import { anonymous, Context } from '../http/context.ts';
import { factsOf } from '../http/request-facts.ts';
import type { Site } from '../http/site.ts';
import type { Throttle } from '../http/throttle.ts';
import { endSessionsOf } from '../login/sessions.ts';
import { endTokens, refreshHmac } from './access-tokens.ts';
import { clientCredentials } from './client-credentials.ts';
import { demandSecret, findClient } from './clients.ts';
import { commandLineClientId } from './command-line-key.ts';
import { NOT_KEPT, OAuthError } from './errors.ts';
import { authorizationCode, Refused, refreshToken } from './grants.ts';
import { publicJwks } from './signing-key.ts';
import { type TokenRequest, tokenRequestOf } from './token-request.ts';

/** What asking for a token costs beside its time (conventions 6), right or wrong: secrets can't be guessed quickly. */
const EXTRA_COST = 200;

export function registerTokenEndpoint(app: FastifyInstance, site: Site, throttle: Throttle): void {
  app.post('/login/oauth2/token', async (request, reply) => {
    // Whoever asks has no token yet, so that the address counts, as in Canvas.
    const reservation = await throttle.reserve(`ip:${request.ip}`);
    const started = performance.now();
    try {
      reply.headers(NOT_KEPT);
      return await tokenFor(site, tokenRequestOf(site, request));
    } finally {
      reservation.release(EXTRA_COST + (performance.now() - started) / 1000);
    }
  });

  app.delete('/login/oauth2/token', (request) => endToken(site, request));

  // RFC 7009, which Canvas hasn't: for clients that know no other way.
  app.post('/login/oauth2/revoke', async (request, reply) => {
    const asked = tokenRequestOf(site, request);
    const ctx = await contextOf(site, asked);
    await ctx.transaction((inner) => revoke(inner, asked));
    return reply.headers(NOT_KEPT).code(200).send();
  });

  app.get('/login/oauth2/jwks', () => publicJwks(site));

  // RFC 8414.
  app.get('/.well-known/oauth-authorization-server', async (request) => {
    const { origin } = factsOf(request, [], site.settings.publicUrl);
    const commandLine = await commandLineClientId(site.database.kysely);
    return {
      issuer: origin,
      authorization_endpoint: `${origin}/login/oauth2/auth`,
      token_endpoint: `${origin}/login/oauth2/token`,
      revocation_endpoint: `${origin}/login/oauth2/revoke`,
      jwks_uri: `${origin}/login/oauth2/jwks`,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: [
        'client_secret_post',
        'client_secret_basic',
        'none',
        'private_key_jwt',
      ],
      token_endpoint_auth_signing_alg_values_supported: ['RS256'],
      ...(commandLine !== undefined && { easel_command_line_client_id: commandLine }),
    };
  });
}

async function tokenFor(site: Site, asked: TokenRequest): Promise<object> {
  const ctx = await contextOf(site, asked);
  // Its own: fetching keys is slow work.
  if (asked.text('grant_type') === 'client_credentials') return await clientCredentials(ctx, asked);
  const answer = await ctx.transaction((inner) => granted(inner, asked));
  if (answer instanceof Refused) throw answer.error;
  return answer;
}

async function contextOf(site: Site, { facts }: TokenRequest): Promise<Context> {
  const { rootAccount } = await identify(site, site.database.kysely, undefined);
  const now = site.clock.now();
  const db = site.database.kysely;
  return new Context({ site, caller: anonymous, request: facts, now, rootAccount, db });
}

function granted(ctx: Context, asked: TokenRequest) {
  const grantType = asked.text('grant_type') ?? (asked.text('code') && 'authorization_code');
  if (grantType === 'authorization_code') return authorizationCode(ctx, asked);
  if (grantType === 'refresh_token') return refreshToken(ctx, asked);
  throw new OAuthError('unsupportedGrant');
}

/** Ends the token that it is called with; `expire_sessions=1` signs its user out of every browser as well. */
async function endToken(site: Site, request: FastifyRequest): Promise<object> {
  const facts = factsOf(request, [], site.settings.publicUrl);
  const db = site.database.kysely;
  const credential = credentialOf(request.headers.authorization, facts.params);
  const { caller, rootAccount } = await identify(site, db, credential);
  const { token, user } = caller;
  if (!token || !user) {
    const message = "can't delete OAuth access token when not using an OAuth access token";
    throw new Refusal(400, { message });
  }
  const ctx = new Context({ site, caller, request: facts, now: site.clock.now(), rootAccount, db });
  await ctx.transaction(async (inner) => {
    const expires = facts.params['expire_sessions'];
    if (expires !== undefined && expires !== null && expires !== '') await endSessionsOf(inner, user.id);
    await endTokens(inner, undefined, { id: token.id });
  });
  return {};
}

/** A token of the client, by either of its secrets. Whatever isn't one is revoked already. */
async function revoke(ctx: Context, asked: TokenRequest): Promise<void> {
  const client = await findClient(ctx.db, asked.clientId);
  demandSecret(ctx.site, client, asked.clientSecret, true);
  const secret = asked.text('token');
  if (!secret) {
    throw new CanvasError(400, { error: 'invalid_request', error_description: 'token is missing' }, NOT_KEPT);
  }
  const token = await ctx.db
    .selectFrom('access_tokens')
    .select('id')
    .where('developer_key_id', '=', client.id)
    .where((eb) =>
      eb.or([
        eb('token_hmac', '=', tokenHmac(ctx.site, secret)),
        eb('refresh_hmac', '=', refreshHmac(ctx.site, secret)),
      ]),
    )
    .executeTakeFirst();
  if (token) await endTokens(ctx, client, token);
}
