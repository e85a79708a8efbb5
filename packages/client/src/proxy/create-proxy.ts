import type { OperationId } from '@easel/contract';
import { readAllowList } from './allow-list.ts';
import { answerOf } from './answer.ts';
import { AnswerCache, type CachedAnswer } from './answer-cache.ts';
import { ALWAYS } from './answer-headers.ts';
import { randomText } from './base64url.ts';
import { Cookies } from './cookies.ts';
import { KeyRing } from './key-ring.ts';
import { demandIds, type Match, Router } from './match-path.ts';
import { oauthVisitors } from './oauth-visitors.ts';
import { type OAuthProxyOptions, type ProxyOptions, readSettings, type Settings } from './options.ts';
import { csrfTokenOf, demandCsrfToken, demandOwnPage, isSafe } from './own-page.ts';
import { readRequest } from './read-request.ts';
import { Refusal } from './refusal.ts';
import { type Received, requestFor, type Sent, sendToCanvas } from './send-to-canvas.ts';
import { serviceVisitors } from './service-visitors.ts';
import type { ProxyCall, ProxyEvent } from './types.ts';
import type { Identity, OwnPage, Visitors } from './visitors.ts';

/**
 * A standard handler between a browser, which has a session, and Canvas, whose token stays here. What the allow list
 * doesn't have doesn't pass; refusals have the shape of Canvas's errors.
 *
 * `GET …/session` answers `{ user, csrf_token }`; a write needs that token as `X-CSRF-Token`. With `oauth` there are
 * `GET …/login?return_to=/page`, `…/callback` and `POST …/logout`.
 *
 * @throws TypeError for options that can't work, an unknown operation or parameter in the allow list among them
 */
export function createCanvasProxy(options: ProxyOptions): (request: Request) => Promise<Response> {
  const proxy = new CanvasProxy(options);
  return (request) => proxy.handle(request);
}

/** What is known of a request by the time its answer begins. */
interface Noted {
  event: ProxyEvent['event'];
  operation?: OperationId;
  /** Once it is known to hold ids only. */
  path?: Match['path'];
  user?: string | undefined;
  reason?: string | undefined;
  cache?: 'hit' | 'miss';
  requestId?: string | undefined;
}

class CanvasProxy {
  readonly #settings: Settings;
  readonly #router: Router;
  readonly #keys: KeyRing;
  readonly #visitors: Visitors;
  readonly #cache: AnswerCache;
  readonly #secrets: readonly string[];
  readonly #audit: ((event: ProxyEvent) => void) | undefined;

  constructor(options: ProxyOptions) {
    this.#settings = readSettings(options);
    this.#router = new Router(readAllowList(options.operations));
    this.#cache = new AnswerCache(this.#settings.clock, this.#settings.cacheBytes);
    this.#audit = options.audit;
    const cookies = new Cookies(this.#settings.publicUrl);
    if (isOAuth(options)) {
      this.#keys = new KeyRing(options.keys);
      this.#secrets = options.oauth.clientSecret === undefined ? [] : [options.oauth.clientSecret];
      const onLogout = (user: string) => this.#cache.forget(user);
      this.#visitors = oauthVisitors({
        options,
        settings: this.#settings,
        keys: this.#keys,
        cookies,
        onLogout,
      });
    } else {
      if (typeof options.authorize !== 'function') {
        throw new TypeError(
          'One token for all needs authorize: who may use it is for the application to say',
        );
      }
      this.#keys = new KeyRing(options.keys ?? [randomText()]);
      this.#secrets = [];
      this.#visitors = serviceVisitors(options, cookies);
    }
  }

  async handle(request: Request): Promise<Response> {
    const started = this.#settings.clock.now();
    const noted: Noted = { event: 'refused' };
    let response: Response;
    try {
      response = await this.#answer(request, noted);
    } catch (error) {
      // Whatever else went wrong may quote what nobody should read.
      const refusal =
        error instanceof Refusal ? error : new Refusal(500, 'proxy_fault', 'The proxy could not answer.');
      noted.reason = refusal.code;
      noted.event = noted.event === 'login' ? 'login_failed' : 'refused';
      response = withHeaders(refusal.answer());
    }
    this.#report(request, response, noted, this.#settings.clock.now() - started);
    return response;
  }

  async #answer(request: Request, noted: Noted): Promise<Response> {
    const { pathname } = new URL(request.url);
    const { mount, publicOrigin } = this.#settings;
    if (pathname !== mount && !pathname.startsWith(`${mount}/`)) {
      throw new Refusal(404, 'not_found', 'The specified resource does not exist.');
    }
    const path = pathname.slice(mount.length);
    const page = this.#visitors.pages.get(path);
    if (page) return this.#page(page, request, noted);
    demandOwnPage(request, publicOrigin);
    if (path === '/session') return this.#session(request, noted);
    return this.#call(request, path, noted);
  }

  async #page(page: OwnPage, request: Request, noted: Noted): Promise<Response> {
    if (request.method !== page.method) throw wrongMethod();
    if (!page.isOpen) demandOwnPage(request, this.#settings.publicOrigin);
    noted.event = page.event;
    const { response, user, reason } = await page.answer(request);
    if (reason !== undefined) noted.event = 'login_failed';
    noted.reason = reason;
    noted.user = user?.id;
    return withHeaders(response);
  }

  /** Who is signed in, and the token by which a page shows that it could read this. */
  async #session(request: Request, noted: Noted): Promise<Response> {
    if (request.method !== 'GET') throw wrongMethod();
    noted.event = 'session';
    const { visitor, cookie } = await this.#visitors.greet(request);
    noted.user = visitor.user?.id;
    const body = {
      user: visitor.user ?? null,
      csrf_token: visitor.session === undefined ? null : await csrfTokenOf(this.#keys, visitor.session),
    };
    return withHeaders(
      Response.json(body, cookie === undefined ? {} : { headers: { 'set-cookie': cookie } }),
    );
  }

  /** The order of everything that happens to a call. */
  async #call(request: Request, path: string, noted: Noted): Promise<Response> {
    const match = this.#router.route(request.method, path);
    const { allowed } = match;
    noted.operation = allowed.spec.id;
    demandIds(match);
    noted.path = match.path;
    const visitor = await this.#visitors.find(request);
    noted.user = visitor.user?.id;
    if (!isSafe(request.method)) await demandCsrfToken(request, this.#keys, visitor.session);
    const read = await readRequest(request, allowed, this.#settings.limits);
    const call: ProxyCall = {
      operation: allowed.spec.id,
      path: match.path,
      params: read.params,
      user: visitor.user,
    };
    const identity = await visitor.identify(withoutBody(request), call);
    noted.user = identity.user.id;
    noted.event = 'call';

    const sent = requestFor(request, match, read, this.#settings);
    const key = `${sent.headers['accept']} ${sent.url}`;
    const isCached = allowed.cacheMs > 0 && sent.headers['range'] === undefined;
    const cached = isCached ? this.#cache.get(identity.user.id, key) : undefined;
    if (isCached) noted.cache = cached ? 'hit' : 'miss';
    if (cached) return again(cached, request);

    const { received, token } = await this.#send(sent, identity, request.signal);
    noted.requestId = received.response.headers.get('x-request-context-id') ?? undefined;
    if (!isSafe(request.method)) this.#cache.forget(identity.user.id);
    return answerOf(received, {
      sentTo: sent.url,
      allowed,
      secrets: [token, ...this.#secrets],
      addresses: { ...this.#settings, router: this.#router },
      settings: this.#settings,
      keep: isCached
        ? (answer) => this.#cache.set(identity.user.id, key, answer, allowed.cacheMs)
        : undefined,
    });
  }

  /** Once more with another token, should Canvas refuse this one; then nothing has been done yet. */
  async #send(
    sent: Sent,
    identity: Identity,
    gone: AbortSignal,
  ): Promise<{ received: Received; token: string }> {
    const received = await sendToCanvas(sent, identity.token, this.#settings, gone);
    if (!refusesToken(received.response)) return { received, token: identity.token };
    received.abandon();
    const renewed = await identity.renew();
    if (sent.body !== undefined && typeof sent.body !== 'string') {
      throw new Refusal(503, 'try_again', 'The token had to be renewed: send the body again.');
    }
    const repeated = await sendToCanvas(sent, renewed.token, this.#settings, gone);
    return { received: repeated, token: renewed.token };
  }

  #report({ method }: Request, { status }: Response, noted: Noted, ms: number): void {
    const { event, operation, path = {}, user, reason, cache, requestId } = noted;
    try {
      this.#audit?.({
        at: new Date(this.#settings.clock.now()).toISOString(),
        event,
        method,
        user,
        operation,
        ids: Object.fromEntries(Object.entries(path).filter(([name]) => /(?:^|_)id$/.test(name))),
        status,
        ms,
        reason,
        cache,
        requestId,
      });
    } catch {
      // A log that is full must not keep people from working.
    }
  }
}

const isOAuth = (options: ProxyOptions): options is OAuthProxyOptions => options.oauth !== undefined;

/** Canvas challenges a token that it doesn't take; of what somebody may not do it says 401 without. */
const refusesToken = ({ status, headers }: Response) => status === 401 && headers.has('www-authenticate');

/** For the application's eyes: the body is the proxy's to read. */
const withoutBody = ({ url, method, headers }: Request) => new Request(url, { method, headers });

function again({ status, headers, body }: CachedAnswer, request: Request): Response {
  const tag = headers.get('etag');
  const isKnown = tag !== null && request.headers.get('if-none-match') === tag;
  if (!isKnown) return new Response(body, { status, headers });
  const known = new Headers(headers);
  known.delete('content-length');
  return new Response(null, { status: 304, headers: known });
}

function withHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(ALWAYS)) response.headers.set(name, value);
  response.headers.set('cache-control', 'no-store');
  return response;
}

const wrongMethod = () => new Refusal(405, 'wrong_method', 'The proxy has another method there.');
