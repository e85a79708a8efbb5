/** The token endpoint: a code, or a refresh token, for tokens. */
import { randomUUID } from 'node:crypto';
import {
  authorizationCodeGrantRequest,
  type Client,
  type ClientAuth,
  ClientSecretPost,
  None,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  ResponseBodyError,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
} from 'oauth4webapi';
import { EXIT } from '../../frame/exit-codes.ts';
import { Failure } from '../../frame/failure.ts';
import type { OAuthGrant } from '../credential.ts';
import { NEAR_MS } from '../end-warning.ts';
import { requestOptions, type SignInServer, unreachable } from './server.ts';

/** The application as the server knows it. */
export interface KnownClient {
  readonly id: string;
  /** Of a confidential one. */
  readonly secret: string | undefined;
}

export interface Granted {
  readonly grant: OAuthGrant;
  /** Canvas says who it is for; others may not. */
  readonly user: { readonly id: string; readonly name: string } | undefined;
}

export interface Answered {
  /** As the library checked it. */
  readonly parameters: URLSearchParams;
  readonly redirectUri: string;
  readonly verifier: string;
}

/** @throws Failure when the server refuses, or can't be reached */
export async function exchangeCode(
  { server }: SignInServer,
  client: KnownClient,
  { parameters, redirectUri, verifier }: Answered,
): Promise<Granted> {
  const url = server.issuer;
  const { known, authentication } = asLibrary(client);
  const answer = await asked(url, () =>
    authorizationCodeGrantRequest(
      server,
      known,
      authentication,
      parameters,
      redirectUri,
      verifier,
      requestOptions(url),
    ),
  );
  const tokens = await understood(url, client, answer, (response) =>
    processAuthorizationCodeResponse(server, known, response),
  );
  const grant: OAuthGrant = {
    kind: 'oauth',
    id: randomUUID(),
    ...lifeOf(tokens),
    clientId: client.id,
    clientSecret: client.secret,
    tokenEndpoint: server.token_endpoint,
  };
  return { grant, user: userOf(tokens) };
}

/** The code or the refresh token is good no longer: somebody has to sign in again. */
export class DeadGrant extends Error {
  override readonly name = 'DeadGrant';
}

/**
 * The next tokens. Not to be broken off: the server may have spent the refresh token already.
 * @throws DeadGrant, or Failure when the server refuses otherwise or can't be reached
 */
export async function refreshGrant(url: string, grant: OAuthGrant): Promise<OAuthGrant> {
  const { refreshToken, clientId, clientSecret, tokenEndpoint } = grant;
  if (refreshToken === undefined) throw new DeadGrant();
  if (new URL(tokenEndpoint).origin !== new URL(url).origin) {
    throw new Failure('What is kept of your sign-in belongs to another address', {
      exitCode: EXIT.notSignedIn,
    });
  }
  const client = { id: clientId, secret: clientSecret };
  const { known, authentication } = asLibrary(client);
  const server = { issuer: url, token_endpoint: tokenEndpoint };
  const answer = await asked(url, () =>
    refreshTokenGrantRequest(server, known, authentication, refreshToken, requestOptions(url)),
  );
  const tokens = await understood(url, client, answer, (response) =>
    processRefreshTokenResponse(server, known, response),
  );
  return { ...grant, refreshToken, ...lifeOf(tokens) };
}

function asLibrary({ id, secret }: KnownClient): { known: Client; authentication: ClientAuth } {
  return { known: { client_id: id }, authentication: secret ? ClientSecretPost(secret) : None() };
}

/**
 * Of what the answer leaves out, what was known before stays. That a refresh token ends within days is no news where every
 * refresh puts it off, so that only an end beyond is noted; if it isn't put off, it comes near.
 */
function lifeOf(tokens: TokenEndpointResponse) {
  const { access_token, expires_in, refresh_token, refresh_token_expires_in: refreshSeconds } = tokens;
  const from = Date.now();
  const isFar = typeof refreshSeconds === 'number' && refreshSeconds * 1000 > NEAR_MS;
  return {
    accessToken: access_token,
    expiresAt: expires_in === undefined ? undefined : from + expires_in * 1000,
    ...(refresh_token !== undefined && { refreshToken: refresh_token }),
    ...(isFar && { refreshUntil: from + refreshSeconds * 1000 }),
  };
}

function userOf({ user }: TokenEndpointResponse): Granted['user'] {
  if (typeof user !== 'object' || user === null || Array.isArray(user)) return undefined;
  const { id, name } = user;
  if (typeof name !== 'string' || (typeof id !== 'number' && typeof id !== 'string')) return undefined;
  return { id: String(id), name };
}

async function asked(url: string, request: () => Promise<Response>): Promise<Response> {
  try {
    return await request();
  } catch (error) {
    throw unreachable(url, error);
  }
}

/** The library's errors hold what the server sent, tokens among it: none of them goes any further. */
async function understood(
  url: string,
  client: KnownClient,
  answer: Response,
  read: (answer: Response) => Promise<TokenEndpointResponse>,
): Promise<TokenEndpointResponse> {
  const { status } = answer;
  try {
    return await read(answer);
  } catch (error) {
    if (!(error instanceof ResponseBodyError)) throw strange(url, status);
    if (error.error === 'invalid_grant') throw new DeadGrant();
    throw refused(client, error);
  }
}

function strange(url: string, status: number): Failure {
  if (status === 429 || status === 403) {
    return new Failure(`${url} is busy, or throttles this address (${status})`, { exitCode: EXIT.throttled });
  }
  return new Failure(`${url} answered with something that is no token (${status})`, {
    exitCode: EXIT.serverFault,
    hint: 'is that the address of a Canvas? `easel doctor` looks',
  });
}

function refused(client: KnownClient, { error, error_description: said }: ResponseBodyError): Failure {
  const isClient = error === 'invalid_client';
  const hint = client.secret
    ? 'is that the key’s id and its secret? Canvas shows both under Admin, Developer Keys'
    : 'a confidential key needs its secret: --client-secret asks for it';
  return new Failure(`The sign-in was refused: ${said ?? error}`, {
    exitCode: EXIT.notSignedIn,
    hint: isClient ? hint : undefined,
  });
}
