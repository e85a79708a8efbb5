import { randomText } from './base64url.ts';
import type { Cookies } from './cookies.ts';
import type { KeyRing } from './key-ring.ts';
import { memoryStore } from './memory-store.ts';
import { GrantIsOver, OAuthClient } from './oauth-client.ts';
import type { OAuthProxyOptions, Settings } from './options.ts';
import { demandCsrfToken } from './own-page.ts';
import { Refusal } from './refusal.ts';
import { type Session, Sessions } from './sessions.ts';
import type { ProxyCall } from './types.ts';
import {
  type Identity,
  type PageAnswer,
  SESSION_COOKIE,
  sessionIn,
  type Visitor,
  type Visitors,
} from './visitors.ts';

const LOGIN_COOKIE = 'easel_proxy_login';
const LOGIN_SECONDS = 10 * 60;
const DEFAULT_SESSION_SECONDS = 12 * 60 * 60;

/** What has to be known again when the browser comes back from Canvas; sealed in a cookie of that browser. */
interface PendingLogin {
  readonly state: string;
  readonly verifier: string;
  readonly returnTo: string;
  readonly until: number;
}

interface Parts {
  readonly options: OAuthProxyOptions;
  readonly settings: Settings;
  readonly keys: KeyRing;
  readonly cookies: Cookies;
  /** When a user leaves. */
  readonly onLogout: (userId: string) => void;
}

/** Everybody signs in with Canvas, and acts by a token of their own. */
export function oauthVisitors(parts: Parts): Visitors {
  const { options, settings, cookies, keys } = parts;
  const { canvasOrigin, userAgent, fetch, clock, publicUrl } = settings;
  const redirectUri = `${publicUrl}/callback`;
  const oauth = new OAuthClient(options.oauth, { canvasOrigin, redirectUri, userAgent, fetch, clock });
  const seconds = options.sessionSeconds ?? DEFAULT_SESSION_SECONDS;
  const store = options.store ?? memoryStore(() => clock.now());
  const sessions = new Sessions({ store, keys, oauth, clock, lifeMs: seconds * 1000 });
  const flow = new LoginFlow(parts, { oauth, sessions, seconds });

  const find = async (request: Request): Promise<Visitor> => {
    const session = await sessions.find(sessionIn(cookies, request));
    return {
      session: session?.secret,
      user: session?.user,
      identify: (asking, call) => identify(sessions, session, options, asking, call),
    };
  };
  return {
    find,
    greet: async (request) => ({ visitor: await find(request), cookie: undefined }),
    pages: new Map([
      [
        '/login',
        { method: 'GET', event: 'login_begun', isOpen: true, answer: (request) => flow.begin(request) },
      ],
      [
        '/callback',
        { method: 'GET', event: 'login', isOpen: true, answer: (request) => flow.finish(request) },
      ],
      [
        '/logout',
        { method: 'POST', event: 'logout', isOpen: false, answer: (request) => flow.leave(request) },
      ],
    ]),
  };
}

async function identify(
  sessions: Sessions,
  session: Session | undefined,
  { authorize }: OAuthProxyOptions,
  request: Request,
  call: ProxyCall,
): Promise<Identity> {
  const good = session && (await sessions.withGoodToken(session));
  if (!good) throw signedOut();
  if (authorize && !(await authorize(request, call))) {
    throw new Refusal(403, 'not_authorized', 'user not authorized to perform that action');
  }
  return identityOf(sessions, good);
}

const signedOut = () => new Refusal(401, 'unauthenticated', 'user authorization required');

const identityOf = (sessions: Sessions, session: Session): Identity => ({
  user: session.user,
  token: session.tokens.access,
  async renew() {
    const renewed = await sessions.withGoodToken(session, session.tokens.access);
    if (!renewed) throw signedOut();
    return identityOf(sessions, renewed);
  },
});

/** Signing in with Canvas, and out. */
class LoginFlow {
  readonly #parts: Parts;
  readonly #oauth: OAuthClient;
  readonly #sessions: Sessions;
  readonly #seconds: number;

  constructor(parts: Parts, own: { oauth: OAuthClient; sessions: Sessions; seconds: number }) {
    this.#parts = parts;
    this.#oauth = own.oauth;
    this.#sessions = own.sessions;
    this.#seconds = own.seconds;
  }

  async begin(request: Request): Promise<PageAnswer> {
    const { keys, cookies, settings } = this.#parts;
    const pending: PendingLogin = {
      state: randomText(),
      verifier: randomText(),
      returnTo: returnToIn(request, settings),
      until: settings.clock.now() + LOGIN_SECONDS * 1000,
    };
    const sealed = await keys.seal(JSON.stringify(pending), 'login');
    const location = await this.#oauth.authorizationUrl(pending.state, pending.verifier);
    return { response: redirect(location, cookies.write(LOGIN_COOKIE, sealed, LOGIN_SECONDS)) };
  }

  async finish(request: Request): Promise<PageAnswer> {
    const { cookies, settings } = this.#parts;
    const query = new URL(request.url).searchParams;
    const pending = await this.#pendingOf(request);
    // The state, because another site could otherwise sign somebody in as its own user.
    if (!pending || query.get('state') !== pending.state) {
      throw new Refusal(400, 'login_expired', 'This sign-in was not begun here, or is over. Begin again.');
    }
    const forgotten = cookies.write(LOGIN_COOKIE, '', 0);
    const [code, error] = [query.get('code'), query.get('error')];
    const failed = (reason: string): PageAnswer => {
      const back = new URL(pending.returnTo, settings.publicOrigin);
      back.searchParams.set('login_error', reason);
      return { response: redirect(back.href, forgotten), reason };
    };
    if (code === null) return failed(error === 'access_denied' ? error : 'failed');

    try {
      const { user, tokens } = await this.#oauth.exchange(code, pending.verifier);
      if (!user) throw new Refusal(502, 'canvas_unreachable', 'Canvas did not say who signed in.');
      await this.#endPrevious(request);
      const { secret } = await this.#sessions.start(user, tokens);
      const cookie = cookies.write(SESSION_COOKIE, secret, this.#seconds);
      return { response: redirect(settings.publicOrigin + pending.returnTo, forgotten, cookie), user };
    } catch (refused) {
      if (!(refused instanceof GrantIsOver)) throw refused;
      return failed('failed');
    }
  }

  async leave(request: Request): Promise<PageAnswer> {
    const { keys, cookies, onLogout } = this.#parts;
    const session = await this.#sessions.find(sessionIn(cookies, request));
    await demandCsrfToken(request, keys, session?.secret);
    if (session) {
      await this.#sessions.end(session);
      onLogout(session.user.id);
    }
    const headers = { 'set-cookie': cookies.write(SESSION_COOKIE, '', 0) };
    return { response: new Response(null, { status: 204, headers }), user: session?.user };
  }

  async #endPrevious(request: Request): Promise<void> {
    const previous = await this.#sessions.find(sessionIn(this.#parts.cookies, request));
    if (previous) await this.#sessions.end(previous);
  }

  async #pendingOf(request: Request): Promise<PendingLogin | undefined> {
    const { cookies, keys, settings } = this.#parts;
    const sealed = cookies.read(request, LOGIN_COOKIE);
    const text = sealed === undefined ? undefined : await keys.open(sealed, 'login');
    const pending = text === undefined ? undefined : (JSON.parse(text) as PendingLogin);
    return pending && pending.until > settings.clock.now() ? pending : undefined;
  }
}

/** A path of the application's own; anything that could lead to another host is the application's first page instead. */
function returnToIn(request: Request, { publicOrigin }: Settings): string {
  const asked = new URL(request.url).searchParams.get('return_to') ?? '/';
  const url = URL.canParse(asked, publicOrigin) ? new URL(asked, publicOrigin) : undefined;
  return url && url.origin === publicOrigin && /^\/(?![/\\])/.test(asked) ? url.pathname + url.search : '/';
}

function redirect(location: string, ...cookies: readonly string[]): Response {
  const headers = new Headers({ location });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
