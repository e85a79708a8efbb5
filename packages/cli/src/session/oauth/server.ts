/** Where a Canvas gives out tokens. */
import {
  type AuthorizationServer,
  allowInsecureRequests,
  customFetch,
  discoveryRequest,
  processDiscoveryResponse,
} from 'oauth4webapi';
import { EXIT } from '../../frame/exit-codes.ts';
import { Failure } from '../../frame/failure.ts';
import { USER_AGENT } from '../user-agent.ts';
import { sendPatiently } from './send-patiently.ts';

export interface SignInServer {
  readonly server: Required<Pick<AuthorizationServer, 'authorization_endpoint' | 'token_endpoint'>> &
    AuthorizationServer;
  /** Of an Easel that lets its own command line sign people in. */
  readonly commandLineClientId: string | undefined;
  /** The name by which it goes, where that is another than it was called by. */
  readonly calledItself?: string | undefined;
}

/** With the waits of a throttled request. */
const TIMEOUT_MS = 60_000;

/** For every request of the library to a Canvas. */
export const requestOptions = (url: string, signal?: AbortSignal) => ({
  [customFetch]: sendPatiently,
  [allowInsecureRequests]: new URL(url).protocol === 'http:',
  headers: { 'user-agent': USER_AGENT },
  signal: () =>
    signal ? AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]) : AbortSignal.timeout(TIMEOUT_MS),
});

/**
 * What the server says of itself (RFC 8414). Canvas says nothing, and has everything at documented places.
 * @throws Failure when nobody answers
 */
export async function findServer(url: string, signal?: AbortSignal): Promise<SignInServer> {
  const issuer = new URL(url);
  let response: Response;
  try {
    response = await discoveryRequest(issuer, { algorithm: 'oauth2', ...requestOptions(url, signal) });
  } catch (error) {
    signal?.throwIfAborted();
    throw unreachable(url, error);
  }
  const aside = response.clone();
  const said = await processDiscoveryResponse(issuer, response).catch(() => undefined);
  const { authorization_endpoint, token_endpoint } = said ?? {};
  if (said && isAt(url, authorization_endpoint) && isAt(url, token_endpoint)) {
    const clientId = said['easel_command_line_client_id'];
    return {
      server: { ...said, authorization_endpoint, token_endpoint },
      commandLineClientId: typeof clientId === 'string' ? clientId : undefined,
    };
  }
  const server = {
    issuer: url,
    authorization_endpoint: `${url}/login/oauth2/auth`,
    token_endpoint: `${url}/login/oauth2/token`,
  };
  return { server, commandLineClientId: undefined, calledItself: await ownName(aside) };
}

/** Of metadata that weren't taken because they speak of another server. */
async function ownName(response: Response): Promise<string | undefined> {
  const said = (await response.json().catch(() => undefined)) as { issuer?: unknown } | null | undefined;
  const issuer = response.ok ? said?.issuer : undefined;
  return typeof issuer === 'string' && /^https?:\/\/[\w.:[\]-]+$/.test(issuer) ? issuer : undefined;
}

/** Codes, secrets and tokens go to the address that was given, and to no other. */
function isAt(url: string, endpoint: string | undefined): endpoint is string {
  return endpoint !== undefined && URL.canParse(endpoint) && new URL(endpoint).origin === new URL(url).origin;
}

export function unreachable(url: string, error: unknown): Failure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const said = cause instanceof Error && cause.message ? `: ${cause.message}` : '';
  return new Failure(`No answer from ${url}${said}`, {
    exitCode: EXIT.unreachable,
    hint: 'check the address, the network, a proxy, the certificate',
  });
}
