/** `/login/oauth2/auth`, its consent page and what comes of it. */
import type { FastifyReply } from 'fastify';
import type { AuthorizationRequest } from '../db/json-columns.ts';
import { isSameSecret } from '../domain/keyed-hash.ts';
import { issueOnce } from '../domain/one-time-secrets.ts';
import { randomToken } from '../domain/random-token.ts';
import { CanvasError } from '../errors.ts';
import type { User } from '../http/context.ts';
import { sendPrivatePage } from '../login/pages/private-page.ts';
import { type AddPage, signedIn, type Visit } from '../login/visit.ts';
import { isUserInfoOnly, rememberedUserInfo } from './access-tokens.ts';
import { type Client, findClient, formTargetOf, isOnHere, mayRedirect, OUT_OF_BAND } from './clients.ts';
import { consentPage } from './consent-page.ts';
import { missingScopes, OAuthError } from './errors.ts';
import { outOfBandPage } from './out-of-band-page.ts';

const CODE_SECONDS = 10 * 60;

export function registerAuthorization(addPage: AddPage): void {
  addPage('GET', '/login/oauth2/auth', authorize);
  addPage('GET', '/login/oauth2/confirm', signedIn(confirm));
  addPage('POST', '/login/oauth2/accept', accept);
  addPage('POST', '/login/oauth2/deny', deny);
  addPage('GET', '/login/oauth2/deny', async ({ reply }) =>
    plain(reply, 405, 'This endpoint requires a POST request'),
  );
}

async function authorize(visit: Visit): Promise<FastifyReply> {
  const [code, error] = [visit.text('code'), visit.text('error')];
  if (code || error)
    return sendPrivatePage(visit.reply, outOfBandPage(code, error, visit.text('error_description')));

  const { db } = visit.context();
  const client = await findClient(db, visit.text('client_id'));
  const redirectUri = visit.text('redirect_uri') ?? '';
  if (!mayRedirect(client, redirectUri)) throw new OAuthError('wrongRedirect');

  const request = requestOf(visit, client, redirectUri);
  const problem = await problemOf(visit, client, request);
  if (problem) return leave(visit, request, problem);

  const prompt = visit.text('prompt');
  const { user } = visit.caller;
  const needsNoAnswer = user !== null && (await isAllowedAlready(visit, client, request, user));
  if (prompt === 'none') {
    if (!user) return leave(visit, request, NOBODY_HERE);
    return needsNoAnswer ? await grant(visit, request, user) : leave(visit, request, WOULD_ASK);
  }
  if (!user || prompt === 'login' || visit.text('force_login')) return signInFirst(visit);
  if (needsNoAnswer) return await grant(visit, request, user);
  await visit.transaction(async (ctx) => {
    await ctx.db
      .updateTable('sessions')
      .set({ authorization_request: JSON.stringify(request) })
      .where('id', '=', visit.caller.session?.id ?? 0)
      .execute();
  });
  return visit.redirect('/login/oauth2/confirm');
}

interface Problem {
  error: string;
  error_description: string;
}

const NOBODY_HERE = {
  error: 'login_required',
  error_description: 'prompt=none but there is no current session',
};
const WOULD_ASK = {
  error: 'interaction_required',
  error_description: 'prompt=none but a token cannot be granted without user interaction',
};

function requestOf(visit: Visit, client: Client, redirect_uri: string): AuthorizationRequest {
  return {
    developer_key_id: client.id,
    redirect_uri,
    scopes: scopesOf(visit),
    purpose: visit.text('purpose') ?? null,
    state: visit.text('state') ?? null,
    code_challenge: visit.text('code_challenge') ?? null,
    consent_token: randomToken(48),
  };
}

const scopesOf = (visit: Visit) => [
  ...new Set((visit.text('scope') ?? visit.text('scopes') ?? '').split(/\s+/).filter(Boolean)),
];

/** What the application is told by redirect, in the order in which Canvas looks. */
async function problemOf(
  visit: Visit,
  client: Client,
  { scopes, code_challenge }: AuthorizationRequest,
): Promise<Problem | undefined> {
  if (client.require_scopes) {
    const missing = scopes.filter((scope) => !client.scopes.includes(scope));
    if (scopes.length === 0 || missing.length > 0) {
      return { error: 'invalid_scope', error_description: missingScopes(missing) };
    }
  }
  if (!(await isOnHere(visit.context().db, client, visit.rootAccount.id))) {
    return {
      error: 'unauthorized_client',
      error_description: 'Client does not have access to the specified Canvas account.',
    };
  }
  if (visit.text('response_type') !== 'code') {
    return { error: 'unsupported_response_type', error_description: 'Only response_type=code is permitted' };
  }
  const method = visit.text('code_challenge_method');
  if (code_challenge === null ? method !== undefined : method !== 'S256') {
    return { error: 'invalid_request', error_description: 'code_challenge_method must be S256' };
  }
  if (code_challenge === null && client.client_type === 'public') {
    return { error: 'invalid_request', error_description: 'A public client must send a code_challenge' };
  }
  const prompt = visit.text('prompt');
  if (prompt !== undefined && prompt !== 'none' && prompt !== 'login') {
    return {
      error: 'unsupported_prompt_type',
      error_description: 'prompt must be "none" (or omitted)',
    };
  }
  return undefined;
}

/** The same again once somebody has signed in, who then is asked for no further sign-in. */
function signInFirst(visit: Visit): FastifyReply {
  const query = new URLSearchParams(
    Object.entries(visit.facts.query).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
  for (const name of ['force_login', 'unique_id']) query.delete(name);
  if (query.get('prompt') === 'login') query.delete('prompt');
  const uniqueId = visit.text('unique_id');
  const login = new URLSearchParams({
    return_to: `/login/oauth2/auth?${query}`,
    ...(uniqueId && { login_hint: uniqueId }),
  });
  return visit.redirect(`/login/canvas?${login}`);
}

/** Where the institution trusts the application, or the user has allowed for good to be named. */
async function isAllowedAlready(
  visit: Visit,
  client: Client,
  { redirect_uri, scopes, purpose }: AuthorizationRequest,
  user: User,
): Promise<boolean> {
  if (redirect_uri === OUT_OF_BAND) return false;
  if (client.trusted) return true;
  if (!isUserInfoOnly(scopes)) return false;
  return (await rememberedUserInfo(visit.context(), client, user.id, purpose)) !== undefined;
}

async function confirm(visit: Visit): Promise<FastifyReply> {
  const request = visit.caller.session?.authorization_request;
  if (!request) return visit.redirect('/login');
  const client = await findClient(visit.context().db, String(request.developer_key_id));
  return sendPrivatePage(visit.reply, consentPage(visit, client, request), {
    formTargets: formTargetOf(request.redirect_uri),
  });
}

/** The request that the page was about which sent this form, taken out of the session. */
async function answered(visit: Visit): Promise<AuthorizationRequest> {
  const { session } = visit.caller;
  const request = session?.authorization_request;
  if (!session || !request) throw text(400, 'Invalid or missing session for oauth');
  const given = visit.text('custom_csrf_token');
  if (!given || !isSameSecret(given, request.consent_token)) throw text(400, 'Invalid custom CSRF token');
  const taken = await visit
    .context()
    .db.updateTable('sessions')
    .set({ authorization_request: null })
    .where('id', '=', session.id)
    .where('authorization_request', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  if (!taken) throw text(400, 'Invalid or missing session for oauth');
  return request;
}

async function accept(visit: Visit): Promise<FastifyReply> {
  const request = await answered(visit);
  const isRemembered = visit.text('remember_access') === '1';
  return await grant(visit, request, visit.caller.user as User, isRemembered);
}

async function deny(visit: Visit): Promise<FastifyReply> {
  return leave(visit, await answered(visit), { error: 'access_denied' });
}

/** A code that the application exchanges for a token within ten minutes. */
async function grant(
  visit: Visit,
  request: AuthorizationRequest,
  user: User,
  remember_access = false,
): Promise<FastifyReply> {
  const { developer_key_id, redirect_uri, scopes, purpose, code_challenge } = request;
  const code = await issueOnce(visit.site, visit.context().db, {
    purpose: 'authorization_code',
    data: {
      developer_key_id,
      redirect_uri,
      scopes,
      purpose,
      code_challenge,
      user_id: user.id,
      remember_access,
    },
    seconds: CODE_SECONDS,
  });
  return leave(visit, request, { code });
}

function leave(
  visit: Visit,
  { redirect_uri, state }: AuthorizationRequest,
  answer: { code: string } | { error: string; error_description?: string },
): FastifyReply {
  const query = new URLSearchParams({ ...answer, ...(state !== null && { state }) });
  if (redirect_uri === OUT_OF_BAND) return visit.redirect(`/login/oauth2/auth?${query}`);
  return visit.redirect(`${redirect_uri}${redirect_uri.includes('?') ? '&' : '?'}${query}`);
}

const text = (status: number, body: string) =>
  new CanvasError(status, body, { 'content-type': 'text/plain; charset=utf-8' });

const plain = (reply: FastifyReply, status: number, body: string) =>
  reply.code(status).type('text/plain; charset=utf-8').send(body);

/** Of a place of this site that is this very endpoint: where it may lead without asking. */
export async function leadsTo(visit: Visit, place: string): Promise<readonly string[]> {
  const { pathname, searchParams } = new URL(place, visit.origin);
  const redirectUri = searchParams.get('redirect_uri');
  if (pathname !== '/login/oauth2/auth' || !redirectUri) return [];
  const clientId = searchParams.get('client_id') ?? undefined;
  const client = await findClient(visit.context().db, clientId).catch(() => undefined);
  return client && mayRedirect(client, redirectUri) ? formTargetOf(redirectUri) : [];
}
