import type { Clock } from '../clock.ts';
import { isThrottled, Retries, retryAfterMs } from '../retry.ts';
import type { Fetch } from '../transport.ts';
import { toBase64Url } from './base64url.ts';
import { sha256 } from './key-ring.ts';
import { Refusal } from './refusal.ts';
import type { ProxyUser } from './types.ts';

export interface OAuthOptions {
  /** Of the developer key. Its redirect URI is the proxy's address with `/callback`. */
  readonly clientId: string;
  /** Left out for a public client. */
  readonly clientSecret?: string;
  /** `url:GET|/api/v1/courses`, for keys that enforce scopes. */
  readonly scopes?: readonly string[];
}

export interface Tokens {
  readonly access: string;
  /** Null where Canvas gave none: the session then ends with the token. */
  readonly refresh: string | null;
  /** Milliseconds since 1970; null where Canvas doesn't say. */
  readonly accessUntil: number | null;
}

export interface Granted {
  readonly tokens: Tokens;
  readonly user: ProxyUser | undefined;
}

/** With all retries less than a minute, after which others take a renewal for dead (directory-store). */
const TIMEOUT_MS = 10_000;
/** Signing in costs a third of what Canvas lets one address have at once, so several people at a time are throttled. */
const RETRY = { throttles: 3, faults: 0, baseMs: 2000, capMs: 8000, longestWaitMs: 8000 };

/** The token is dead, and asking again won't help. */
export class GrantIsOver extends Error {
  override readonly name = 'GrantIsOver';
}

/** Canvas's OAuth 2.0 (RFC 6749) with PKCE (RFC 7636), from the side of an application. */
export class OAuthClient {
  readonly #options: OAuthOptions;
  readonly #canvasOrigin: string;
  readonly #redirectUri: string;
  readonly #userAgent: string;
  readonly #fetch: Fetch;
  readonly #clock: Clock;

  constructor(
    options: OAuthOptions,
    around: { canvasOrigin: string; redirectUri: string; userAgent: string; fetch: Fetch; clock: Clock },
  ) {
    this.#options = options;
    this.#canvasOrigin = around.canvasOrigin;
    this.#redirectUri = around.redirectUri;
    this.#userAgent = around.userAgent;
    this.#fetch = around.fetch;
    this.#clock = around.clock;
  }

  /** Where the browser is sent to sign in. */
  async authorizationUrl(state: string, verifier: string): Promise<string> {
    const { clientId, scopes } = this.#options;
    const query = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      redirect_uri: this.#redirectUri,
      state,
      code_challenge: toBase64Url(await sha256(verifier)),
      code_challenge_method: 'S256',
      ...(scopes && { scope: scopes.join(' ') }),
    });
    return `${this.#canvasOrigin}/login/oauth2/auth?${query}`;
  }

  /** @throws GrantIsOver, Refusal when Canvas can't be reached, or throttles for long */
  exchange(code: string, verifier: string): Promise<Granted> {
    return this.#grant({
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: this.#redirectUri,
    });
  }

  /** @throws GrantIsOver, Refusal when Canvas can't be reached, or throttles for long */
  async refresh(refresh: string): Promise<Tokens> {
    const { tokens } = await this.#grant({ grant_type: 'refresh_token', refresh_token: refresh });
    // Confidential clients keep the one they have.
    return { ...tokens, refresh: tokens.refresh ?? refresh };
  }

  /** Ends the token at Canvas, as far as Canvas can be reached. */
  async revoke(access: string): Promise<void> {
    await this.#send('DELETE', { authorization: `Bearer ${access}` }).catch(() => {});
  }

  async #grant(fields: Record<string, string>): Promise<Granted> {
    const { clientId, clientSecret } = this.#options;
    const form = new URLSearchParams({
      ...fields,
      client_id: clientId,
      ...(clientSecret !== undefined && { client_secret: clientSecret }),
    });
    const retries = new Retries(RETRY, this.#clock);
    while (true) {
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const response = await this.#send('POST', type, form.toString());
      const text = await response.text().catch(() => '');
      if (response.ok) return grantedIn(jsonIn(text), this.#clock.now());
      if (!isThrottled(response.status, text)) throw failureOf(response.status, text);
      const asked = retryAfterMs(response.headers, this.#clock.now());
      const wait = retries.next({ kind: 'throttled', retryAfterMs: asked });
      if (wait === undefined)
        throw new Refusal(429, 'throttled', 'Canvas asks to wait: try again in a minute.');
      await this.#clock.sleep(wait);
    }
  }

  async #send(method: string, headers: Record<string, string>, body?: string): Promise<Response> {
    try {
      return await this.#fetch(`${this.#canvasOrigin}/login/oauth2/token`, {
        method,
        headers: { accept: 'application/json', 'user-agent': this.#userAgent, ...headers },
        body: body ?? null,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch {
      throw unreachable();
    }
  }
}

/** Canvas's no, with one of the words of RFC 6749; never the description, which may quote what was sent. */
function failureOf(status: number, text: string): Error {
  if (status < 400 || status >= 500) return unreachable();
  const body = jsonIn(text);
  const code = isRecord(body) ? body['error'] : undefined;
  return new GrantIsOver(typeof code === 'string' && /^[a-z_]{1,40}$/.test(code) ? code : `status_${status}`);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function grantedIn(body: unknown, now: number): Granted {
  if (!isRecord(body) || typeof body['access_token'] !== 'string') throw unreachable();
  const { access_token: access, refresh_token: refresh, expires_in: seconds, user } = body;
  return {
    tokens: {
      access,
      refresh: typeof refresh === 'string' ? refresh : null,
      accessUntil: typeof seconds === 'number' ? now + seconds * 1000 : null,
    },
    user: userIn(user),
  };
}

function userIn(user: unknown): ProxyUser | undefined {
  if (!isRecord(user)) return undefined;
  const { id, global_id: globalId, name } = user;
  // Numbers above 2^53 have lost their last digits by now; the other form is text.
  const exact = typeof id === 'number' && Number.isSafeInteger(id) ? String(id) : (globalId ?? id);
  if (typeof exact !== 'string') return undefined;
  return { id: exact, ...(typeof name === 'string' && { name }) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const unreachable = () => new Refusal(502, 'canvas_unreachable', 'Canvas did not answer.');
