import type { Cookies } from './cookies.ts';
import type { ProxyCall, ProxyUser } from './types.ts';

/** Who a request acts as, and by which token. */
export interface Identity {
  readonly user: ProxyUser;
  readonly token: string;
  /** The same with another token, in place of one that Canvas has refused. @throws Refusal when there is none */
  renew(): Promise<Identity>;
}

/** Somebody at the proxy, before it is known what for. */
export interface Visitor {
  /** What the CSRF token is bound to: the cookie's value. */
  readonly session: string | undefined;
  /** Of who signed in with Canvas. */
  readonly user: ProxyUser | undefined;
  /** @throws Refusal 401 for nobody, 403 for somebody who may not */
  identify(request: Request, call: ProxyCall): Promise<Identity>;
}

/** The two ways to hold tokens. */
export interface Visitors {
  find(request: Request): Promise<Visitor>;
  /** A visitor whom a CSRF token can be given, with the cookie that makes one of the browser. */
  greet(request: Request): Promise<{ visitor: Visitor; cookie: string | undefined }>;
  /** The pages that this way needs: sign-in, callback, sign-out. */
  readonly pages: ReadonlyMap<string, OwnPage>;
}

export interface OwnPage {
  readonly method: 'GET' | 'POST';
  /** What the audit log calls it. */
  readonly event: 'login_begun' | 'login' | 'logout';
  /** Whether another site may lead here, as Canvas does after signing in. */
  readonly isOpen: boolean;
  answer(request: Request): Promise<PageAnswer>;
}

export interface PageAnswer {
  readonly response: Response;
  readonly user?: ProxyUser | undefined;
  readonly reason?: string | undefined;
}

export const SESSION_COOKIE = 'easel_proxy';

export const sessionIn = (cookies: Cookies, request: Request): string | undefined =>
  cookies.read(request, SESSION_COOKIE);
