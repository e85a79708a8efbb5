import { Token } from '../token.ts';
import { randomText } from './base64url.ts';
import type { Cookies } from './cookies.ts';
import type { ServiceOptions } from './options.ts';
import { Refusal } from './refusal.ts';
import type { ProxyCall, ProxyUser } from './types.ts';
import { type Identity, SESSION_COOKIE, sessionIn, type Visitor, type Visitors } from './visitors.ts';

/** As long as a browser stays open, and not longer than a year. */
const COOKIE_SECONDS = 365 * 24 * 60 * 60;

/** One token for all; the application says who is who. The cookie only ties CSRF tokens to the browser. */
export function serviceVisitors(options: ServiceOptions, cookies: Cookies): Visitors {
  // Throws for what no header could carry.
  if (typeof options.token === 'string') new Token(options.token);
  const visitorWith = (session: string | undefined): Visitor => ({
    session,
    user: undefined,
    identify: (request, call) => identify(options, request, call),
  });
  return {
    find: async (request) => visitorWith(sessionIn(cookies, request)),
    async greet(request) {
      const known = sessionIn(cookies, request);
      if (known !== undefined && /^[\w-]{43}$/.test(known)) {
        return { visitor: visitorWith(known), cookie: undefined };
      }
      const session = randomText();
      return {
        visitor: visitorWith(session),
        cookie: cookies.write(SESSION_COOKIE, session, COOKIE_SECONDS),
      };
    },
    pages: new Map(),
  };
}

async function identify(options: ServiceOptions, request: Request, call: ProxyCall): Promise<Identity> {
  const user = await options.authorize(request, call);
  if (user === undefined) throw new Refusal(401, 'unauthenticated', 'user authorization required');
  if (user === false) throw new Refusal(403, 'not_authorized', 'user not authorized to perform that action');
  return identityWith(user, options.token, await textOf(options.token));
}

function identityWith(user: ProxyUser, source: ServiceOptions['token'], token: string): Identity {
  return {
    user,
    token,
    async renew() {
      const next = await textOf(source, token);
      if (next === token)
        throw new Refusal(502, 'token_refused', 'Canvas does not take the token of the proxy.');
      return identityWith(user, source, next);
    },
  };
}

/** Read from a file it may end with a line. */
const textOf = async (source: ServiceOptions['token'], refused?: string) =>
  (typeof source === 'string' ? source : await source(refused)).trim();
