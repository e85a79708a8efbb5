/**
 * A token becomes a session: `GET /login/session_token` answers an address that signs the browser in which opens it,
 * once and within minutes.
 */
import type { FastifyInstance } from 'fastify';
import { issueOnce, takeOnce } from '../domain/one-time-secrets.ts';
import { InsufficientScopes, Refusal, Unauthorized } from '../errors.ts';
import { credentialOf, identify, touchToken } from '../http/authenticate.ts';
import type { User } from '../http/context.ts';
import { factsOf } from '../http/request-facts.ts';
import type { Site } from '../http/site.ts';
import { beginSession } from './sessions.ts';
import { openVisit } from './visit.ts';

const SECONDS = 5 * 60;
const PARAMETER = 'session_token';

export function registerSessionTokens(app: FastifyInstance, site: Site): void {
  app.get('/login/session_token', async (request, reply) => {
    const facts = factsOf(request, [], site.settings.publicUrl);
    const credential = credentialOf(request.headers.authorization, facts.params);
    const { caller } = await identify(site, site.database.kysely, credential);
    // A session may do all that its user may, and acts as nobody else.
    if (!caller.token || caller.realUser) throw new Unauthorized();
    if (caller.narrowing) throw new InsufficientScopes();
    touchToken(site, caller.token, request.ip);
    const place = returnAddress(facts.params['return_to'] ?? request.headers.referer ?? `${facts.origin}/`);
    if (place.origin !== new URL(facts.origin).origin) throw new Unauthorized();
    const secret = await issueOnce(site, site.database.kysely, {
      purpose: 'session',
      data: { user_id: (caller.user as User).id },
      seconds: SECONDS,
    });
    place.search += `${place.search === '' ? '?' : '&'}${PARAMETER}=${secret}`;
    reply.header('cache-control', 'no-store');
    return { session_url: place.href, requires_terms_acceptance: false };
  });

  app.addHook('onRequest', async (request, reply) => {
    const [path = '', search] = request.url.split('?', 2);
    if (request.method !== 'GET' || !search?.includes(`${PARAMETER}=`)) return;
    if (path.startsWith('/api/') || path === '/login/session_token') return;
    const query = new URLSearchParams(search);
    const secret = query.get(PARAMETER);
    if (secret === null) return;
    query.delete(PARAMETER);
    const visit = await openVisit(site, request, reply);
    const taken = await takeOnce(site, site.database.kysely, 'session', secret);
    if (taken.state === 'good') {
      const login = await site.database.kysely
        .selectFrom('pseudonyms')
        .select(['id', 'user_id'])
        .where('user_id', '=', Number(taken.data['user_id']))
        .where('workflow_state', '=', 'active')
        .orderBy('position')
        .orderBy('id')
        .executeTakeFirst();
      if (login)
        await beginSession(visit, {
          user_id: login.user_id,
          pseudonym_id: login.id,
          provider: 'session_token',
        });
    }
    // The secret doesn't stay in the address.
    const rest = query.toString();
    // Two slashes would name another host.
    return visit.redirect(`/${path.replace(/^\/+/, '')}${rest && `?${rest}`}`);
  });
}

function returnAddress(asked: unknown): URL {
  const text = String(asked);
  if (!URL.canParse(text)) {
    // A relative address can be read, and leads nowhere.
    if (URL.canParse(text, 'http://here')) throw new Unauthorized();
    throw new Refusal(400, { error: 'Invalid redirect URL' });
  }
  return new URL(text);
}
