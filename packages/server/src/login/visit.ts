/** A request for a page: whose browser it is, and what its forms are bound to. */
import { type SetCookie, stringifySetCookie } from 'cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomToken } from '../domain/random-token.ts';
import { InvalidAuthenticityToken } from '../errors.ts';
import { identify } from '../http/authenticate.ts';
import { type Account, type Caller, Context, type RequestFacts } from '../http/context.ts';
import { isParams, type RackValue } from '../http/rack-params.ts';
import { factsOf } from '../http/request-facts.ts';
import { cookieName, csrfTokenOf, refuseForgery, visitOf } from '../http/session.ts';
import type { Site } from '../http/site.ts';
import { errorPage, sendPrivatePage } from './pages/private-page.ts';

export class Visit {
  readonly site: Site;
  readonly reply: FastifyReply;
  readonly facts: RequestFacts;
  readonly rootAccount: Account;
  readonly caller: Caller;
  /** What the browser's cookie holds. */
  readonly cookie: string;

  constructor(parts: Pick<Visit, 'site' | 'reply' | 'facts' | 'rootAccount' | 'caller' | 'cookie'>) {
    this.site = parts.site;
    this.reply = parts.reply;
    this.facts = parts.facts;
    this.rootAccount = parts.rootAccount;
    this.caller = parts.caller;
    this.cookie = parts.cookie;
  }

  get origin(): string {
    return this.facts.origin;
  }

  get address(): string {
    return this.facts.address ?? '';
  }

  /** What every form of the page has to bring along. */
  get csrf(): string {
    return csrfTokenOf(this.site, this.cookie);
  }

  /** `visit.text('pseudonym_session', 'unique_id')`: one text of the query or the form. */
  text(...path: string[]): string | undefined {
    let value: RackValue | undefined = this.facts.params;
    for (const name of path) value = isParams(value) ? value[name] : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  context(caller = this.caller): Context {
    const { site, facts: request, rootAccount } = this;
    return new Context({
      site,
      request,
      rootAccount,
      caller,
      now: site.clock.now(),
      db: site.database.kysely,
    });
  }

  /** One transaction, with a context in it. */
  async transaction<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
    return await this.context().transaction(work);
  }

  setCookie(cookie: Pick<SetCookie, 'value' | 'maxAge'> & { name?: string; httpOnly?: boolean }): void {
    setCookie(this.reply, this.origin, cookie);
  }

  redirect(to: string): FastifyReply {
    return this.reply
      .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
      .redirect(to, 302);
  }
}

export function setCookie(
  reply: FastifyReply,
  origin: string,
  cookie: Pick<SetCookie, 'value' | 'maxAge'> & { name?: string; httpOnly?: boolean },
): void {
  const text = stringifySetCookie({
    name: cookieName(origin),
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: origin.startsWith('https:'),
    ...cookie,
  });
  // Fastify adds this one header to those that are there.
  reply.header('set-cookie', text);
}

/** Who comes; a browser without a cookie gets one. */
export async function openVisit(site: Site, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const facts = factsOf(request, [], site.settings.publicUrl);
  const known = visitOf(request.headers, facts.origin);
  const { rootAccount, caller } = await identify(site, site.database.kysely, undefined, known);
  const cookie = known ?? randomToken(64);
  const visit = new Visit({ site, reply, facts, rootAccount, caller, cookie });
  if (known === undefined) visit.setCookie({ value: cookie });
  return visit;
}

type PageHandler = (visit: Visit) => Promise<FastifyReply>;
export type AddPage = (method: 'GET' | 'POST' | 'DELETE', url: string, handler: PageHandler) => void;

/** Adds routes of pages. A form that wasn't ours is answered with a page, too. */
export function pagesOf(app: FastifyInstance, site: Site): AddPage {
  return (method, url, handler) => {
    app.route({
      method,
      url,
      async handler(request, reply) {
        const visit = await openVisit(site, request, reply);
        try {
          return await handler(visit);
        } catch (error) {
          if (error instanceof InvalidAuthenticityToken)
            return sendPrivatePage(reply, staleForm, { status: 422 });
          throw error;
        }
      },
    });
  };
}

const staleForm = errorPage(
  'This form is too old',
  'Go back, reload the page, and try again. Your browser has to accept cookies.',
);

/** @throws InvalidAuthenticityToken unless the form came from a page of this site in this browser */
export const refuseForeignForm = (visit: Visit) => refuseForgery(visit.site, visit.cookie, visit.facts);

/** Sends whoever isn't signed in to sign in and come back. */
export function signedIn(handler: PageHandler): PageHandler {
  return async (visit) => {
    if (visit.caller.user) return await handler(visit);
    return visit.redirect(`/login/canvas?${new URLSearchParams({ return_to: visit.facts.path })}`);
  };
}
