import { type Received, readText } from './answer.ts';
import type { Encoded } from './body.ts';
import type { Clock } from './clock.ts';
import { AuthenticationError } from './errors/authentication-error.ts';
import type { CanvasError } from './errors/canvas-error.ts';
import { NetworkError } from './errors/network-error.ts';
import { errorOf } from './errors/of-answer.ts';
import { UnexpectedAnswerError } from './errors/unexpected-answer-error.ts';
import type { Hooks } from './hooks.ts';
import { Pace } from './pace.ts';
import { isThrottled, Retries, type RetryOptions, retryAfterMs, type Trouble } from './retry.ts';
import { orAborted } from './signals.ts';
import type { Token } from './token.ts';
import type { Tokens } from './tokens.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface TransportOptions extends Hooks {
  readonly fetch: Fetch;
  readonly tokens: Tokens;
  readonly headers: Readonly<Record<string, string>>;
  readonly retry: RetryOptions | false | undefined;
  readonly clock: Clock;
}

/** One call, ready to be sent as often as it takes. */
export interface Call {
  readonly operation: string | undefined;
  readonly method: string;
  /** Checked to be on Canvas's own origin. */
  readonly url: URL;
  readonly encoded: Encoded;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Whether sending it twice does no more than sending it once. */
  readonly repeatable: boolean;
}

/** A request that has nothing to do with the token. */
interface Elsewhere {
  readonly method: string;
  readonly body?: FormData | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What one attempt came to: an answer, or an error and, when a retry may help, the trouble behind it. */
type Outcome =
  | { readonly answer: Received; readonly seen: Seen }
  | {
      readonly error: CanvasError;
      readonly trouble: Trouble | undefined;
      /** Of an answer that says that this token is none. */
      readonly refused?: Token | undefined;
      readonly seen: Seen;
    };

/** Whether a token was renewed, or why it couldn't be. */
type Renewal = 'done' | 'none' | { readonly failure: unknown };

interface Seen {
  readonly status?: number;
  readonly remaining?: number | undefined;
  readonly requestId?: string | undefined;
}

/** Sends calls with the token, waits and retries as Canvas asks, and turns failures into errors. */
export class Transport {
  readonly #options: TransportOptions;
  readonly #pace: Pace;

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#pace = new Pace(options.clock);
  }

  async send(call: Call): Promise<Received> {
    const { clock, onResponse } = this.#options;
    const retries = new Retries(this.#options.retry, clock);
    let hasRenewed = false;
    for (let attempt = 1; ; attempt++) {
      await this.#pace.ready(call.signal);
      const started = clock.now();
      const outcome = await this.#attempt(call, attempt);
      const durationMs = clock.now() - started;
      const trouble = 'error' in outcome ? outcome.trouble : undefined;
      const renewal: Renewal = hasRenewed ? 'none' : await this.#renew(outcome, call.signal);
      const wait = renewal === 'done' ? 0 : trouble && retries.next(trouble);
      onResponse?.({
        ...this.#shown(call),
        attempt,
        status: outcome.seen.status,
        durationMs,
        rateLimitRemaining: outcome.seen.remaining,
        requestId: outcome.seen.requestId,
        retryInMs: wait,
      });
      if ('answer' in outcome) return outcome.answer;
      if (typeof renewal === 'object') throw renewal.failure;
      if (renewal === 'done') {
        hasRenewed = true;
        continue;
      }
      if (trouble === undefined || wait === undefined) throw outcome.error;
      if (trouble.kind === 'throttled') this.#pace.pause(wait);
      else await clock.sleep(wait, call.signal);
    }
  }

  /** After a 401, which says that the call wasn't carried out, whatever its method. */
  async #renew(outcome: Outcome, signal: AbortSignal | undefined): Promise<Renewal> {
    if (!('error' in outcome) || !outcome.refused) return 'none';
    try {
      return (await orAborted(this.#options.tokens.renew(outcome.refused), signal)) ? 'done' : 'none';
    } catch (failure) {
      return { failure };
    }
  }

  async #attempt(call: Call, attempt: number): Promise<Outcome> {
    const { onRequest, tokens } = this.#options;
    const { body, contentType } = call.encoded;
    const shownBody = typeof body === 'string' ? tokens.redact(body) : body;
    const instead = await onRequest?.({ ...this.#shown(call), contentType, body: shownBody, attempt });
    // Not before: a dry run needs no token, and must not renew any.
    const token = instead ? undefined : await orAborted(tokens.current(), call.signal);
    let response: Response;
    let bytes: ArrayBuffer;
    try {
      response = instead ?? (await this.#fetch(call, token));
      bytes = await response.arrayBuffer();
    } catch (cause) {
      call.signal?.throwIfAborted();
      const error = new NetworkError({ ...this.#shown(call), messages: [networkFault(cause)], cause });
      return {
        error,
        trouble: call.repeatable ? { kind: 'fault', retryAfterMs: undefined } : undefined,
        seen: {},
      };
    }
    return this.#outcomeOf(call, response, bytes, token);
  }

  #outcomeOf(call: Call, response: Response, bytes: ArrayBuffer, token: Token | undefined): Outcome {
    const { tokens, clock } = this.#options;
    const { status, headers } = response;
    const remaining = numberOf(headers.get('x-rate-limit-remaining'));
    this.#pace.observe(remaining);
    const seen: Seen = { status, remaining, requestId: headers.get('x-request-context-id') ?? undefined };
    if (isRedirect(response)) return { error: this.#redirected(call, response), trouble: undefined, seen };
    const received = { call: this.#shown(call), status, headers, url: response.url || call.url.href };
    if (status < 400) return { answer: { ...received, bytes }, seen };
    const text = new TextDecoder().decode(bytes);
    const body = readText(tokens.redact(text), received);
    const throttled = isThrottled(status, text);
    const asked = retryAfterMs(headers, clock.now());
    const error = errorOf(received.call, { status, headers, body, throttled, retryAfterMs: asked });
    // 501 stays what it is: Easel says by it that an operation isn't there yet.
    const fault = status >= 500 && status !== 501 && call.repeatable;
    const kind = throttled ? 'throttled' : fault ? 'fault' : undefined;
    const refused = error instanceof AuthenticationError ? token : undefined;
    return { error, trouble: kind && { kind, retryAfterMs: asked }, refused, seen };
  }

  #fetch({ method, url, encoded, headers, signal }: Call, token: Token | undefined): Promise<Response> {
    const { fetch } = this.#options;
    return fetch(url.href, {
      method,
      headers: {
        ...this.#options.headers,
        ...(token && { authorization: token.authorization }),
        ...(encoded.contentType && { 'content-type': encoded.contentType }),
        ...headers,
      },
      body: encoded.body ?? null,
      // Followed, a POST would turn into a GET, and seem to have succeeded.
      redirect: /^(GET|HEAD)$/.test(method) ? 'follow' : 'manual',
      signal: signal ?? null,
    });
  }

  #redirected(call: Call, { status, headers }: Response): CanvasError {
    const location = headers.get('location');
    const target = location === null ? 'elsewhere' : `to ${new URL(location, call.url).origin}`;
    const messages = [`not carried out, for the server redirects ${target}; is baseUrl right?`];
    return new UnexpectedAnswerError({ ...this.#shown(call), status, messages });
  }

  /** To any host, so without the token; redirects are left to the caller. Never repeated. */
  async sendElsewhere(url: URL, { method, body, headers, signal }: Elsewhere): Promise<Response> {
    try {
      return await this.#options.fetch(url.href, {
        method,
        headers: { 'user-agent': this.#options.headers['user-agent'] ?? '', ...headers },
        body: body ?? null,
        redirect: 'manual',
        signal: signal ?? null,
      });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new NetworkError({
        method,
        url: url.origin + url.pathname,
        messages: [networkFault(cause)],
        cause,
      });
    }
  }

  /** The URL as it may be shown: no token, no signature. */
  shownUrl(url: string | URL): string {
    return this.#options.tokens.shownUrl(url);
  }

  #shown({ operation, method, url }: Call) {
    return { operation, method, url: this.shownUrl(url) };
  }
}

/** A browser hides all of it but that it is one. */
function isRedirect({ status, type, headers }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400 && headers.has('location'));
}

/** `fetch` only says "fetch failed"; the reason is what it was caused by. */
function networkFault(error: unknown): string {
  if (!(error instanceof Error)) return 'the network failed';
  const { cause } = error;
  return cause instanceof Error && cause.message !== ''
    ? `${error.message} (${cause.message})`
    : error.message;
}

function numberOf(text: string | null): number | undefined {
  const number = Number.parseFloat(text ?? '');
  return Number.isNaN(number) ? undefined : number;
}
